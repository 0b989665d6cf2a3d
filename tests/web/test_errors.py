"""Error pages: both languages, the same look, no database."""

import pytest
from django.test import Client, RequestFactory

from haidang.web import errors


@pytest.mark.parametrize("path", ["/nowhere/", "/en/nowhere/"])
@pytest.mark.django_db
def test_a_page_that_is_not_there_says_so_in_both_languages(path: str) -> None:
    response = Client().get(path)
    assert response.status_code == 404
    assert "Không có trang này" in response.content.decode()
    assert "There is no such page" in response.content.decode()


def test_pages_for_what_went_wrong_need_no_database() -> None:
    request = RequestFactory().get("/")
    assert "Việc vừa làm chưa được ghi" in errors.broken(request).content.decode()
    assert errors.bad_request(request, ValueError()).status_code == 400
    assert errors.not_allowed(request, PermissionError()).status_code == 403

"""Programs of the office register sources by the same act, with the same refusals."""

import json
from typing import Any

from django.test import Client

from haidang.information.collect.models import Source
from tests.desk import Desk
from tests.web.conftest import SignedIn

NEW = {"name": "Trang mẫu", "address": "https://tin.example/rss"}


def post(client: Client, **change: object) -> Any:
    return client.post("/api/desk/sources", json.dumps(NEW | change), content_type="application/json")


def test_the_coordinator_registers_a_source(desk: Desk, signed_in: SignedIn) -> None:
    response = post(signed_in(desk.cast.mai))
    assert (response.status_code, response.json()["address"]) == (201, NEW["address"])
    assert Source.objects.get().name == "Trang mẫu"


def test_others_are_refused_in_words(desk: Desk, signed_in: SignedIn) -> None:
    assert post(signed_in(desk.cast.lan)).status_code == 403
    assert post(Client()).status_code == 401
    assert Source.objects.count() == 0


def test_an_address_nobody_could_open_is_named_with_its_field(desk: Desk, signed_in: SignedIn) -> None:
    response = post(signed_in(desk.cast.mai), address="ftp://tin.example/")
    assert (response.status_code, list(response.json()["errors"])) == (422, ["address"])

"""Stored bytes become words; hostile ones never make the page break."""

from haidang.web.plain_text import LONGEST, readable

PAGE = (
    "<html><head><title>Cầu</title></head><body><article><p>"
    + "Cầu cấm xe tải để sửa chữa. " * 20
    + "</p></article>"
)


def test_an_article_is_shown_as_its_words() -> None:
    text = readable(PAGE.encode(), "text/html; charset=utf-8", "http://127.0.0.1/")
    assert "Cầu cấm xe tải" in text
    assert "<p>" not in text


def test_what_is_no_article_is_shown_as_it_stands() -> None:
    assert readable(b'{"a": 1}', "application/json", "http://127.0.0.1/") == '{"a": 1}'


def test_bytes_that_are_no_text_do_not_raise() -> None:
    assert isinstance(readable(bytes(range(256)), "text/html", "http://127.0.0.1/"), str)


def test_a_huge_copy_is_cut_on_the_page() -> None:
    assert len(readable(b"a" * (LONGEST + 10), "text/plain", "http://127.0.0.1/")) == LONGEST

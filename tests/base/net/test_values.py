"""What goes into a fetch and what comes out of it."""

import pickle

import pytest

from haidang.base.net import Fetched, FetchFailed, FetchRequest
from tests.cast import NOON

ADDRESS = "https://bao-mau.example/rss"


def fetched(*headers: tuple[str, str], status: int = 200) -> Fetched:
    return Fetched(ADDRESS, ADDRESS, status, headers, b"", NOON, "192.0.2.7")


@pytest.mark.parametrize(
    ("kept", "conditional"),
    [({}, False), ({"etag": '"a1"'}, True), ({"last_modified": "Tue, 12 May 2026 05:00:00 GMT"}, True)],
)
def test_a_question_is_conditional_when_the_last_answer_left_a_validator(
    kept: dict[str, str], conditional: bool
) -> None:
    assert FetchRequest(ADDRESS, **kept).conditional is conditional


def test_robots_are_obeyed_unless_somebody_says_otherwise() -> None:
    assert FetchRequest(ADDRESS).obey_robots


@pytest.mark.parametrize("name", ["ETag", "etag", "ETAG"])
def test_a_header_is_found_in_any_spelling(name: str) -> None:
    assert fetched(("eTag", '"a1"')).header(name) == '"a1"'


def test_of_two_headers_the_first_counts_and_none_is_empty() -> None:
    answer = fetched(("Content-Type", "text/html"), ("content-type", "text/plain"))
    assert answer.content_type == "text/html"
    assert (answer.etag, answer.last_modified) == ("", "")


def test_the_validators_of_an_answer_are_those_of_the_next_question() -> None:
    answer = fetched(("ETag", '"a1"'), ("Last-Modified", "Tue, 12 May 2026 05:00:00 GMT"))
    assert (answer.etag, answer.last_modified) == ('"a1"', "Tue, 12 May 2026 05:00:00 GMT")


@pytest.mark.parametrize(("status", "not_modified"), [(304, True), (200, False), (303, False), (404, False)])
def test_only_304_says_that_nothing_changed(status: int, not_modified: bool) -> None:
    assert fetched(status=status).not_modified is not_modified


def test_a_failure_is_one_sentence_for_people_and_a_code_for_programs() -> None:
    failed = FetchFailed("dns", ADDRESS, "No such host.")
    assert (str(failed), failed.code, failed.address) == ("No such host.", "dns", ADDRESS)


def test_a_failure_keeps_its_parts_between_processes() -> None:
    failed = pickle.loads(pickle.dumps(FetchFailed("dns", ADDRESS, "No such host.")))
    assert (str(failed), failed.code, failed.address) == ("No such host.", "dns", ADDRESS)

"""One query on one text: whether it matches, and what is highlighted."""

import pytest

from haidang.engine.spotting.watch_parser import parse_watch
from haidang.engine.spotting.watch_plain import watch_places
from haidang.engine.text import fold

NEWS = "Cầu Cây Được, xã Đất Mũi, bị SẬP một nhịp; không ai bị thương."


def _marked(query: str, text: str) -> list[str] | None:
    places = watch_places(parse_watch(query), text)
    return None if places is None else [text[one.start : one.end] for one in places]


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("cau cay duoc", ["Cầu Cây Được"]),
        ("cầu AND sập", ["Cầu", "SẬP"]),
        ("Đất Mũi NOT phim", ["Đất Mũi"]),
        ("Đất Mũi NOT sập", None),
        ("gãy OR sập", ["SẬP"]),
        ("gãy OR đổ", None),
        ("Được xã", None),  # no phrase reaches across a comma
        ('"Được, xã"', ["Được, xã"]),
        ("Cây Được NEAR/3 sập", None),
        ("Cây Được NEAR/4 sập", ["Cây Được", "SẬP"]),
        ("sập NEAR/1 bị", ["bị", "SẬP"]),
        ("Cầu Cây AND Cây Được", ["Cầu Cây Được"]),  # marks that overlap become one
        ("=sập", ["SẬP"]),
        ("=sắp", None),
        ('="Đất Mũi"', ["Đất Mũi"]),
        ("=dat mui", None),
        ("bị", ["bị", "bị"]),
    ],
)
def test_a_query_marks_what_made_it_match(query: str, marked: list[str] | None) -> None:
    assert _marked(query, NEWS) == marked


def test_untoned_posts_are_found_by_folded_queries_and_not_by_exact_ones() -> None:
    assert _marked("Đất Mũi AND sập", fold(NEWS)) == ["dat mui", "sap"]
    assert _marked('="Đất Mũi"', fold(NEWS)) is None


def test_places_are_those_of_the_text_as_it_came_even_with_loose_marks() -> None:
    loose = "Xa\u0303 \u0110a\u0302\u0301t Mu\u0303i co\u0301 tin"
    assert _marked("Đất Mũi", loose) == ["\u0110a\u0302\u0301t Mu\u0303i"]
    assert _marked('="Đất Mũi"', loose) == ["\u0110a\u0302\u0301t Mu\u0303i"]


def test_both_placements_of_a_tone_are_one_word_and_another_tone_is_not() -> None:
    assert _marked("=hòa", "hoà, hóa, hòa") == ["hoà", "hòa"]
    assert _marked("hòa", "hoà, hóa, hòa") == ["hoà", "hóa", "hòa"]


def test_a_word_is_not_near_itself() -> None:
    assert _marked("sập NEAR/5 sập", "cầu sập rồi") is None
    assert _marked("sập NEAR/5 sập", "sập, lại sập") == ["sập", "sập"]


def test_hyphens_and_quotation_marks_do_not_part_a_phrase_but_dashes_do() -> None:
    assert _marked("covid 19", "Ca Covid-19 mới") == ["Covid-19"]
    assert _marked("quán Cà Mau", "quán “Cà Mau”") == ["quán “Cà Mau"]
    assert _marked("cầu sập", "cầu - sập") is None

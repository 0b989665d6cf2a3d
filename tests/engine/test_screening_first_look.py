"""The quick look over very many known claims."""

from haidang.engine.retrieval import KnownItem
from haidang.engine.screening import FirstLook

CLAIMS = [
    KnownItem("cau", "vi", "Cầu Cây Được bị sập một nhịp", "Cầu Cây Được không sập", None),
    KnownItem("muoi", "vi", "Muối ăn chữa được sốt xuất huyết", "Muối không chữa được bệnh", None),
    KnownItem("dao", "en", "Sharks were seen in the canal", "No sharks in the canal", None, "A hoax picture"),
]


def test_the_claim_that_shares_the_rarer_words_comes_first_with_or_without_tone_marks() -> None:
    look = FirstLook(CLAIMS)
    assert len(look) == 3
    for asked in ("Sáng nay cầu Cây Được lại sập", "sang nay cau cay duoc lai sap"):
        assert [hit.key for hit in look.search(asked)][:1] == ["cau"]
    assert look.search("A hoax picture of sharks")[0].key == "dao"


def test_nothing_is_called_a_match_because_nothing_was_compared() -> None:
    hits = FirstLook(CLAIMS).search("Muối ăn chữa được sốt xuất huyết")
    assert {hit.level for hit in hits} == {"related"}
    assert all(0 < hit.score <= 1 and hit.slots == () for hit in hits)


def test_one_word_in_common_is_no_likeness() -> None:
    look = FirstLook(CLAIMS)
    assert look.search("Muối") == []
    assert look.search("") == []
    assert look.search("hoàn toàn khác") == []


def test_an_empty_collection_answers_nothing() -> None:
    assert FirstLook([]).search("Muối ăn chữa được sốt xuất huyết") == []


def test_at_most_so_many_are_given() -> None:
    many = [KnownItem(str(n), "vi", f"Muối chữa bệnh {n}", "", None) for n in range(30)]
    look = FirstLook([*many, *CLAIMS])
    assert len(look.search("nhịp cầu Cây Được sập", limit=1)) == 1

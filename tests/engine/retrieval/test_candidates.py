"""The rows most like a query."""

from haidang.engine.retrieval.analysis import analyse
from haidang.engine.retrieval.candidates import best_rows, read_query
from haidang.engine.retrieval.postings import Postings, Row

TEXTS = ("cau cay duoc sap", "cau tan an thong xe", "tom bi tra ve", "sap cau")


def indexed(*texts: str, day: int = 0) -> Postings:
    postings = Postings()
    for name, text in enumerate(texts):
        postings.put(Row(name, [analyse(text, language="vi")], day + name if day else 0))
    postings.settle()
    return postings


def found(
    text: str,
    postings: Postings,
    *,
    limit: int = 5,
    pair_weight: float = 0.6,
    on: int = 0,
    near_limit: int = 0,
) -> list[int]:
    query = read_query(analyse(text, language="vi"), postings)
    best = best_rows(query, postings, limit=limit, pair_weight=pair_weight, on=on, near_limit=near_limit)
    scored = [
        pair
        for one in best
        for pair in zip(one.scores.tolist(), one.segment.names[one.rows].tolist(), strict=True)
    ]
    return [name for _, name in sorted(scored, reverse=True)]


def test_rows_that_share_a_term_are_found_best_first() -> None:
    assert found("cau cay duoc", indexed(*TEXTS))[0] == 0
    assert set(found("cau cay duoc", indexed(*TEXTS))) == {0, 1, 3}


def test_the_order_of_syllables_counts_when_pairs_do() -> None:
    postings = indexed("sap cau moi", "cau sap moi")
    assert found("cau sap", postings, pair_weight=1.0)[0] == 1


def test_no_more_rows_come_than_asked_for() -> None:
    assert len(found("cau", indexed(*TEXTS), limit=2)) == 2


def test_rows_dated_near_the_day_are_added() -> None:
    postings = indexed("cau sap", "cau sap o xa", day=1000)
    postings.put(Row(9, [analyse("cau cu o xa dang sua", language="vi")], 2000))
    postings.settle()
    assert 9 not in found("cau sap", postings, limit=1)
    assert 9 in found("cau sap", postings, limit=1, on=2001, near_limit=1)


def test_a_removed_row_is_not_found() -> None:
    postings = indexed(*TEXTS)
    postings.remove(2)
    assert found("tom", postings) == []


def test_a_query_counts_its_terms_and_keeps_the_rarest_of_a_long_one() -> None:
    postings = indexed("cau")
    query = read_query(analyse("cau cau sap", language="vi"), postings)
    assert sorted(query.times.tolist()) == [1, 1, 1, 2]  # sap, two pairs, cau
    endless = " ".join(f"x{number}y" for number in range(1000))
    assert len(read_query(analyse(endless, language="vi"), postings).terms) == 400

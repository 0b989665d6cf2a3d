"""The growing index."""

from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.engine.retrieval.analysis import analyse
from haidang.engine.retrieval.candidates import best_rows, read_query
from haidang.engine.retrieval.postings import Postings, Row

WORDS = ["cầu", "sập", "xã", "tôm", "giá", "lũ"]
Texts = st.lists(
    st.tuples(st.integers(0, 9), st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)), max_size=40
)


def row(name: int, text: str) -> Row:
    return Row(name, [analyse(text, language="vi")])


def found(index: Postings, text: str) -> dict[int, float]:
    index.settle()
    hits = best_rows(read_query(analyse(text, language="vi"), index), index, limit=50, pair_weight=0.5)
    return {
        int(name): float(score)
        for one in hits
        for name, score in zip(one.segment.names[one.rows], one.scores, strict=True)
    }


@given(Texts, st.sets(st.integers(0, 9)))
@settings(max_examples=60)
def test_what_was_put_last_is_found_and_what_was_removed_is_not(
    texts: list[tuple[int, str]], gone: set[int]
) -> None:
    index, there = Postings(), {}
    for at, (name, text) in enumerate(texts):
        index.put(row(name, text))
        there[name] = text
        if at % 3 == 0:
            index.settle()
    for name in gone:
        index.remove(name)
        there.pop(name, None)
    for word in WORDS:
        assert set(found(index, word)) == {name for name, text in there.items() if word in text.split()}
    assert len(index) == len(there)


def test_many_single_rows_end_in_few_segments() -> None:
    index = Postings()
    for name in range(300):
        index.put(row(name, f"cầu số {name} sập"))
        index.settle()
    assert len(index.segments) < 12
    assert max(found(index, "cầu số 217"), key=lambda name: found(index, "cầu số 217")[name]) == 217


def test_the_rarer_word_weighs_more() -> None:
    index = Postings()
    for name, text in enumerate(["cầu tôm", "cầu lũ", "cầu giá", "xã tôm lũ"]):
        index.put(row(name, text))
    hits = found(index, "cầu giá")
    assert max(hits, key=lambda name: hits[name]) == 2

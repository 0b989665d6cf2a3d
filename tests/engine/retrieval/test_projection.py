"""A Vietnamese text as a query over English terms."""

import numpy as np

from haidang.engine.retrieval.analysis import analyse
from haidang.engine.retrieval.postings import Postings, Row, term_hash
from haidang.engine.retrieval.projection import Weights, find_rows, project, score
from haidang.engine.retrieval.translation import Partner, TranslationTable
from haidang.engine.text import tone_key


def toned(syllable: str) -> str:
    """The term under which a syllable with its tone is indexed."""
    return f"={tone_key(syllable)}"


TABLE = TranslationTable(
    {
        toned("cầu"): (Partner("bridg", 0.8, 0.6), Partner("demand", 0.1, 0.2)),
        toned("tôm"): (Partner("shrimp", 0.9, 0.9),),
    }
)
TEXTS = ("The bridge collapsed", "Demand rises", "Shrimp exports from Hanoi fell by 120 tons")


def indexed() -> Postings:
    postings = Postings()
    for name, text in enumerate(TEXTS):
        postings.put(Row(name, [analyse(text, language="en")]))
    postings.settle()
    return postings


def scores(text: str, postings: Postings) -> list[float]:
    return list(score(project(text, TABLE, Weights()), postings, postings.segments[0]).tolist())


def test_each_vietnamese_term_becomes_a_group_of_its_partners() -> None:
    ((weight, terms, chances),) = project("cầu", TABLE, Weights(toned=0.7)).groups
    assert weight == 0.7
    assert terms.tolist() == [term_hash("bridg"), term_hash("demand")]
    assert chances.tolist() == np.array([0.8, 0.1], np.float32).tolist()


def test_the_likelier_translation_scores_higher() -> None:
    bridge, demand, shrimp = scores("cầu", indexed())
    assert bridge > demand > shrimp == 0


def test_numbers_and_names_are_looked_for_as_they_are() -> None:
    assert [value > 0 for value in scores("120", indexed())] == [False, False, True]
    assert [value > 0 for value in scores("Hà Nội", indexed())] == [False, False, True]


def test_a_removed_text_scores_nothing() -> None:
    postings = indexed()
    postings.remove(2)
    assert sum(scores("tôm", postings)) == 0


def test_only_the_best_rows_are_handed_over() -> None:
    postings = indexed()
    ((segment, rows, _),) = find_rows(project("cầu tôm", TABLE, Weights()), postings, limit=1)
    assert len(rows) == 1
    assert segment is postings.segments[0]
    assert find_rows(project("mưa", TABLE, Weights()), postings, limit=5)[0][1].tolist() == []

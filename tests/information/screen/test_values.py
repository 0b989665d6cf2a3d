"""What the steps of screening hand to each other."""

from haidang.engine.spotting import Spotted
from haidang.information.collect.models import Revision
from haidang.information.screen.values import ReadRevision, Screened, Sentence
from tests.information.screen.fakes import RUMOUR


def test_rounds_add_up_and_one_busy_round_is_told() -> None:
    first = Screened(1, 2, 3, 4, 5, 6, 7)
    second = Screened(10, 20, 30, 40, 50, 60, 70, busy=True)
    assert first + second == second + first == Screened(11, 22, 33, 44, 55, 66, 77, busy=True)
    assert sum([first, first], Screened()) == Screened(2, 4, 6, 8, 10, 12, 14)


def test_a_revision_is_read_with_its_title_and_named_by_its_publication() -> None:
    item = ReadRevision(Revision(publication_id=7, title="Tin nóng", text=RUMOUR), (), (), about_us=True)
    assert (item.publication, item.whole_text) == (7, f"Tin nóng\n{RUMOUR}")


def test_a_sentence_is_quoted_as_it_was_spotted() -> None:
    spotted = Spotted(RUMOUR, 9, 9 + len(RUMOUR), checkable=True, reason="", factors=())
    assert Sentence(spotted, 0).quote == RUMOUR

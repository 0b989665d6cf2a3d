"""A decision is one short page of one shape."""

import re

import pytest

from tests.docs.pages import DOCS, headings

PAGES = sorted((DOCS / "decisions").glob("*.md"))
SHAPE = ["Context", "Decision", "Consequences", "What would change our mind"]
LONGEST = 60


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_decision_has_four_parts_and_fits_on_a_page(page):
    assert headings(page)[1:] == SHAPE
    assert len(page.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_decision_carries_its_number_in_its_title(page):
    number = page.name[:4]
    assert re.match(rf"0*{int(number)}[.:] ", headings(page)[0])


def test_decisions_are_numbered_without_gap_or_double():
    assert [page.name[:4] for page in PAGES] == [f"{n:04}" for n in range(1, len(PAGES) + 1)]

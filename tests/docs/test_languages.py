"""What a user reads exists in Vietnamese and in English."""

import pytest

from tests.docs.pages import DOCS, ROOT, headings

FOR_USERS = sorted(
    page
    for page in [ROOT / "README.md", *(DOCS / "tutorial").glob("*.md"), *(DOCS / "how-to").glob("*.md")]
    if not page.name.endswith(".vi.md")
)


@pytest.mark.parametrize("page", FOR_USERS, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_for_users_has_its_vietnamese_twin(page):
    twin = page.with_name(page.name.replace(".md", ".vi.md"))
    assert twin.exists()
    assert twin.name in page.read_text(encoding="utf-8")
    assert page.name in twin.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [p for p in FOR_USERS if p.name != "README.md"], ids=lambda page: page.stem)
def test_the_twin_has_the_same_parts(page):
    twin = page.with_name(page.name.replace(".md", ".vi.md"))
    assert len(headings(twin)) == len(headings(page))


def test_no_vietnamese_page_stands_alone():
    alone = [
        page
        for page in DOCS.rglob("*.vi.md")
        if not page.with_name(page.name.replace(".vi.md", ".md")).exists()
    ]
    assert alone == []

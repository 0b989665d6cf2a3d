"""Every link between our pages leads somewhere."""

from urllib.parse import unquote

import pytest

from tests.docs.pages import LINK, ROOT, anchor, every_page, headings, prose


@pytest.mark.parametrize("page", every_page(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page):
    broken = []
    for target in LINK.findall(prose(page)):
        if "://" in target or target.startswith("mailto:"):
            continue
        name, _, part = target.partition("#")
        there = page if not name else (page.parent / unquote(name)).resolve()
        known = there.is_dir() or there.is_file()
        if known and part and there.suffix == ".md":
            known = part in {anchor(heading) for heading in headings(there)}
        if not known:
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("page", every_page(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_page_opens_with_one_title(page):
    text = prose(page)
    titles = [line for line in text.splitlines() if line.startswith("# ")]
    assert len(titles) == 1
    assert text.lstrip().startswith("# ")

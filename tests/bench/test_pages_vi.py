"""Our Vietnamese pages: the same each time, labelled truthfully, the halves kept apart."""

import gzip
import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from bench.pages_vi.__main__ import write
from bench.pages_vi.encodings import ENCODINGS, Encoding, decode, encode, writable
from bench.pages_vi.pages import Page, build_pages
from bench.pages_vi.stories import TEXTS, read_stories
from hypothesis import given
from hypothesis import strategies as st

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
ROLES = {
    "title", "lead", "body", "caption", "byline", "date", "related", "comment", "ad", "nav", "footer", "other",
}  # fmt: skip


@cache
def pages() -> list[Page]:
    return build_pages()


def half(name: str) -> list[Page]:
    return [page for page in pages() if page.half == name]


class PrintedText(HTMLParser):
    """What a page prints, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(data)


def printed(page: Page) -> str:
    parser = PrintedText()
    source = decode(page.html, page.encoding)
    parser.feed(source[re.search(r"<body", source, re.IGNORECASE).start() :])  # type: ignore[union-attr]  # every page has a body
    return " ".join("".join(parser.pieces).split())


def test_the_same_seed_writes_the_same_pages() -> None:
    assert build_pages() == pages()


def test_another_seed_writes_other_pages() -> None:
    assert {page.html for page in build_pages(7)}.isdisjoint(page.html for page in pages())


def test_there_are_as_many_as_the_datasheet_says() -> None:
    sheet = (TEXTS.parent / "datasheet.md").read_text(encoding="utf-8")
    stories = read_stories()
    vietnamese = sum(story.kind != "english" for story in stories)
    templates = {page.template for page in pages()}
    assert f"{len(pages())} news-like pages in {len(templates)} templates" in sheet
    assert f"{len(stories)} texts ({vietnamese} Vietnamese, {len(stories) - vietnamese} English)" in sheet
    counts = [len({page.template for page in half(name)}) for name in ("dev", "test")]
    assert f"{counts[0]} dev and {counts[1]} test templates" in sheet
    assert len(pages()) >= 220
    assert len(templates) >= 24
    assert vietnamese >= 60


def test_every_text_is_used_and_every_role_and_encoding_occurs() -> None:
    assert {page.story for page in pages()} == {story.key for story in read_stories()}
    assert {block.role for page in pages() for block in page.blocks} == ROLES
    assert {page.encoding for page in pages()} == set(ENCODINGS)


@pytest.mark.parametrize("name", ["dev", "test"])
def test_every_labelled_text_stands_on_the_page_in_its_order(name: str) -> None:
    lost = []
    for page in half(name):
        text, place = printed(page), 0
        for block in page.blocks:
            words = " ".join(block.text.split())
            found = text.find(words, place)
            if found < 0:
                lost.append(f"{page.id} {block.role}: {words}")
            else:
                place = found + len(words)
    assert lost == []


def test_the_truth_is_lead_and_body_only() -> None:
    for page in pages():
        kept = [block.text for block in page.blocks if block.role in ("lead", "body")]
        assert page.article == "\n".join(kept)
        assert sum(block.role == "title" for block in page.blocks) == 1


def test_no_two_pages_have_the_same_article() -> None:
    assert len({page.article for page in pages()}) == len(pages())


def test_the_halves_share_no_template_no_story_and_no_sentence() -> None:
    dev, test = half("dev"), half("test")
    assert {page.template for page in dev}.isdisjoint(page.template for page in test)
    assert {page.story for page in dev}.isdisjoint(page.story for page in test)

    def sentences(own: list[Page]) -> set[str]:
        return {block.text.lower() for page in own for block in page.blocks if len(block.text) > 40}

    assert sentences(dev) & sentences(test) == set()


def test_no_page_names_a_host_that_could_exist() -> None:
    for page in pages():
        hosts = set(re.findall(r"https?://([^/\"'<>\s]+)", decode(page.html, page.encoding)))
        assert {host for host in hosts if not host.endswith(".example")} <= {"schema.org", "www.w3.org"}


def test_old_encodings_are_not_readable_as_they_stand() -> None:
    for page in pages():
        if page.encoding in ("vni", "tcvn3", "viscii"):
            sentence = max(page.article.splitlines(), key=len)[-40:]
            assert sentence not in page.html.decode("latin-1")
            assert sentence in printed(page)


@given(st.sampled_from(ENCODINGS), st.lists(st.text(LETTERS + LETTERS.upper() + " .,“”–", max_size=7)))
def test_what_an_encoding_can_hold_comes_back(encoding: Encoding, words: list[str]) -> None:
    kept = writable(" ".join(words), encoding)
    # A VNI accent is a letter of its own: only syllables that Vietnamese has are free of doubt.
    if not encoding.startswith("vni"):
        assert decode(encode(kept, encoding), encoding) == kept


@pytest.mark.parametrize("encoding", ["vni", "vni-as-utf8"])
def test_every_vietnamese_word_of_ours_survives_the_vni_font(encoding: Encoding) -> None:
    for story in read_stories():
        for part in story.parts:
            kept = writable(part.text, encoding)
            assert decode(encode(kept, encoding), encoding) == kept


def test_the_files_have_the_layout_that_bench_reads(tmp_path: Path) -> None:
    write(half("dev")[:3], tmp_path)
    truth = json.loads((tmp_path / "dev" / "ground-truth.json").read_text(encoding="utf-8"))
    days = json.loads((tmp_path / "dev" / "dates.json").read_text(encoding="utf-8"))
    lines = (tmp_path / "dev" / "blocks.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == list(truth)
    for page in half("dev")[:3]:
        assert truth[page.id] == {"articleBody": page.article, "url": page.address}
        assert days[page.address] == {"file": f"{page.id}.html", "date": f"{page.published:%Y-%m-%d}"}
        assert gzip.decompress((tmp_path / "dev" / "html" / f"{page.id}.html.gz").read_bytes()) == page.html

"""The sheet that a template writes on: every printed text is put down with its role as it goes into the mark-up."""

import html
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Literal

from bench.pages_vi.encodings import Encoding, writable
from bench.pages_vi.stories import Caption, Story

Role = Literal[
    "title", "lead", "body", "caption", "byline", "date", "related", "comment", "ad", "nav", "footer", "other"
]
ROLES_OF_ARTICLE: frozenset[Role] = frozenset(("lead", "body"))


@dataclass(frozen=True, slots=True)
class Block:
    """One printed text of a page and what it is."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of the article and the caption printed under it."""

    address: str
    caption: str


@dataclass(slots=True)
class Sheet:
    """What a template is given, and what it leaves behind: labelled blocks in the order of the page."""

    story: Story
    others: tuple[Story, ...]
    furniture: dict[str, tuple[str, ...]]
    encoding: Encoding
    address: str
    published: datetime
    updated: datetime
    rng: Random
    blocks: list[Block] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    def put(self, role: Role, text: str) -> str:
        """Label a text and return it ready for the mark-up."""
        seen = self.plain(text)
        self.blocks.append(Block(role, seen))
        return html.escape(seen, quote=False)

    def rich(self, role: Role, text: str) -> str:
        """As `put`, with now and then some words in bold, in italics or as a link."""
        escaped = self.put(role, text)
        words = escaped.split(" ")
        if len(words) < 14 or self.rng.random() < 0.6:
            return escaped
        first = self.rng.randrange(2, len(words) - 6)
        last = first + self.rng.randrange(1, 5)
        opening, closing = self.rng.choice(
            (("<strong>", "</strong>"), ("<em>", "</em>"), ('<a href="/tim-kiem">', "</a>"), ("<b>", "</b>"))
        )
        marked = opening + " ".join(words[first:last]) + closing
        return " ".join([*words[:first], marked, *words[last:]])

    def each(self, role: Role, texts: Iterable[str], inner: str) -> str:
        """Several texts of one role, each in the mark-up `inner` with `{}` where it stands."""
        return "\n".join(inner.replace("{}", self.put(role, text)) for text in texts)

    def plain(self, text: str) -> str:
        """A text as the page's encoding can hold it, for attributes and meta data."""
        return writable(text, self.encoding)

    def pick(self, shelf: str, count: int = 1) -> list[str]:
        """Words from a shelf of this half; an English page takes from the English shelf where there is one."""
        english = f"{shelf}_en"
        name = english if self.story.kind == "english" and english in self.furniture else shelf
        kept = self.furniture[name]
        return self.rng.sample(kept, min(count, len(kept)))

    def menu(self) -> tuple[str, ...]:
        return self.furniture["menu_en" if self.story.kind == "english" else "menu"]

    def site(self) -> str:
        sites = self.furniture["sites"]
        return self.plain(sites[sum(map(ord, self.address.split("/")[2])) % len(sites)])

    def headlines(self, count: int) -> list[str]:
        """Titles of other stories of the same half, for boxes beside and inside the text."""
        return [story.title for story in self.rng.sample(self.others, min(count, len(self.others)))]

    def teasers(self, count: int) -> list[tuple[str, str]]:
        """Titles and openings of other stories: the sentences that tempt a reader of pages into the wrong box."""
        chosen = self.rng.sample(self.others, min(count, len(self.others)))
        return [(story.title, story.lead or story.parts[0].text) for story in chosen]

    def figure(self, caption: Caption, inner: str, *, credit: str = " {}") -> str:
        """A picture with `{src}`, `{alt}` and `{}` (the caption) in `inner`."""
        printed = caption.text + (credit.replace("{}", caption.credit) if caption.credit else "")
        source = f"https://anh.{self.address.split('/')[2]}/{self.story.key}-{len(self.pictures) + 1}.jpg"
        self.pictures.append(Picture(source, self.plain(printed)))
        alt = html.escape(self.plain(caption.text))
        return (
            inner.replace("{src}", source).replace("{alt}", alt).replace("{}", self.put("caption", printed))
        )

    def article_text(self) -> str:
        """The truth: lead and body in the order of the page."""
        return "\n".join(block.text for block in self.blocks if block.role in ROLES_OF_ARTICLE)

"""Build the pages: texts meet templates, the same for the same seed, the halves never sharing either."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from random import Random

from bench.pages_vi.editions import edition
from bench.pages_vi.encodings import Encoding, encode
from bench.pages_vi.sheet import Block, Picture, Sheet
from bench.pages_vi.stories import Half, Story, read_furniture, read_stories
from bench.pages_vi.templates import TEMPLATES, Template

SEED = 20261123
_HOME = timezone(timedelta(hours=7))
_FIRST_DAY = datetime(2023, 1, 3, 5, 0, tzinfo=_HOME)
_MINUTES = 60 * 24 * 1300
_TRIES = 60


class TooFewTexts(Exception):
    """A template asks for more pages than its texts have editions; write more texts or ask for fewer pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page as bytes, and everything that is true of it."""

    id: str
    half: Half
    template: str
    story: str
    encoding: Encoding
    address: str
    language: str
    published: datetime
    html: bytes
    title: str
    article: str
    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...]


def build_pages(seed: int = SEED) -> list[Page]:
    """All pages of both halves, in the order of the templates."""
    pages: list[Page] = []
    for half in ("dev", "test"):
        used: Counter[str] = Counter()
        bodies: set[str] = set()
        for template in TEMPLATES:
            if template.half == half:
                pages += _pages_of(template, used, bodies, seed)
    return pages


def _pages_of(template: Template, used: Counter[str], bodies: set[str], seed: int) -> Iterator[Page]:
    rng = Random(f"{seed} {template.name}")
    own = [story for story in read_stories() if story.half == template.half]
    for number in range(template.pages):
        fitting = [story for story in own if story.kind in template.kinds]
        rng.shuffle(fitting)
        story = min(fitting, key=lambda one: used[one.key])
        used[story.key] += 1
        yield _new_page(template, story, number, bodies, rng)


def _new_page(template: Template, story: Story, number: int, bodies: set[str], rng: Random) -> Page:
    encoding = template.encodings[number % len(template.encodings)]
    furniture = read_furniture(template.half)
    for _ in range(_TRIES):
        page = _page(template, edition(story, furniture, rng), number, encoding, rng)
        if page.article not in bodies:
            bodies.add(page.article)
            return page
    raise TooFewTexts(
        f"{template.name} finds no new edition of {story.key}; write more texts or ask for fewer pages."
    )


def _page(template: Template, story: Story, number: int, encoding: Encoding, rng: Random) -> Page:
    published = _FIRST_DAY + timedelta(minutes=rng.randrange(_MINUTES))
    name = template.name.replace("_", "-")
    form = rng.choice(("{key}-{n}.html", "{day}/{key}.htm", "tin-tuc/{key}-post{n}.html", "?p={n}"))
    path = form.format(
        key=story.key[2:], n=published.toordinal() % 9973 + number, day=f"{published:%Y/%m/%d}"
    )
    language = "en" if story.kind == "english" else "vi"
    sheet = Sheet(
        story=story,
        others=tuple(
            one
            for one in read_stories()
            if one.half == template.half
            and one.key != story.key
            and one.kind not in ("english", "legal", "live")
        ),
        furniture=read_furniture(template.half),
        encoding=encoding,
        address=f"https://{name}.example/{path}",
        published=published,
        updated=published + timedelta(minutes=rng.randrange(5, 600)),
        rng=Random(rng.random()),
    )
    html = encode(template.render(sheet), encoding)
    return Page(
        id=f"{name}-{number + 1:02}",
        half=template.half,
        template=template.name,
        story=story.key,
        encoding=encoding,
        address=sheet.address,
        language=language,
        published=published,
        html=html,
        title=next(block.text for block in sheet.blocks if block.role == "title"),
        article=sheet.article_text(),
        blocks=tuple(sheet.blocks),
        pictures=tuple(sheet.pictures),
    )

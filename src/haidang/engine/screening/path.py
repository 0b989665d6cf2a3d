"""The stages in order, each over a chunk of items; an item that fails leaves with its reason and stops nobody."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from haidang.engine.grouping import Placement, StoryIndex
from haidang.engine.reading import Article, Unreadable
from haidang.engine.screening.values import Claims, Failure, KnownFor, Screened, Tools, Unscreened
from haidang.engine.spotting import PlaceWords, Spotted, spot
from haidang.engine.text import language_of

Observe = Callable[[str], object]
_AT_ONCE = 128  # items a chunk: memory stays flat, and a stage finds its own tables in the processor's cache
_LONGEST_REASON = 300  # characters of an unforeseen error's message


class NoTime(Exception):
    """Stories are placed in time, and the item has none."""


def screen(
    articles: Iterable[Unscreened],
    *,
    place: PlaceWords,
    stories: StoryIndex | None = None,
    claims: Claims | None = None,
) -> Iterator[Screened]:
    """Screen articles in order. Without an index its step is left out."""
    return screen_with(Tools(place=place, stories=stories, claims=claims), articles)


def screen_with(
    tools: Tools, articles: Iterable[Unscreened], *, observe: Observe | None = None
) -> Iterator[Screened]:
    """Screen items in order. `observe` is told the name of each stage as it begins, and "" at the end of a chunk.

    Before the stages of a chunk comes "taking": getting the items from where they are.
    """
    tell = observe or _nobody
    waiting = iter(articles)
    tell("taking")
    while chunk := [_Work(article) for article in islice(waiting, _AT_ONCE)]:
        for stage, step in _STEPS.items():
            tell(stage)
            for work in chunk:
                if work.failure is None:
                    work.failure = _failed(stage, step, work, tools)
        tell("")
        for work in chunk:
            yield work.result()
        tell("taking")
    tell("")


def _nobody(_stage: str) -> None:
    """Nobody observes."""


@dataclass(slots=True)
class _Work:
    """One item on its way."""

    item: Unscreened
    article: Article | None = None
    whole: str = ""
    language: str = ""
    placement: Placement | None = None
    copy_of: int | None = None
    watched: tuple[Hashable, ...] = ()
    spotted: tuple[Spotted, ...] = ()
    known: tuple[KnownFor, ...] = ()
    failure: Failure | None = None

    def result(self) -> Screened:
        return Screened(
            self.item.key, self.language, self.whole, self.spotted, self.placement, self.known,
            self.watched, self.copy_of, self.article, self.failure,
        )  # fmt: skip


def _failed(stage: str, step: Callable[[_Work, Tools], None], work: _Work, tools: Tools) -> Failure | None:
    try:
        step(work, tools)
    except Unreadable as refused:
        return Failure(stage, refused.code, _sound(refused.sentence))
    except NoTime as missing:
        return Failure(stage, "no_time", str(missing))
    except Exception as error:  # noqa: BLE001 - whatever one item does, the others are screened; the row tells of it
        sentence = _sound(f"{type(error).__name__}: {error}"[:_LONGEST_REASON])
        return Failure(stage, "unexpected", sentence)
    return None


def _read(work: _Work, tools: Tools) -> None:
    item = work.item
    title, text = item.title, item.text
    if item.html:
        read = tools.read(item.html, content_type=item.content_type, address=item.address)
        work.article = read = _sound_article(read)
        title, text = read.title, read.text
    work.whole = _sound(f"{title}\n{text}" if title else text)


def _tell_language(work: _Work, _tools: Tools) -> None:
    work.language = (
        work.article.language if work.article else language_of(work.whole, hint=work.item.language)
    )


def _place(work: _Work, tools: Tools) -> None:
    if tools.stories is None:
        return
    at = work.item.at or (work.article.published_at if work.article else None)
    if at is None:
        raise NoTime("The item has no time, so it is in no story; say when it was seen.")
    placed = tools.stories.place(key=work.item.key, text=work.whole, at=at)
    work.placement = placed
    if placed.why == "copy" and placed.similarity >= tools.copied_at:
        work.copy_of = placed.nearest


def _watch(work: _Work, tools: Tools) -> None:
    if tools.watch is not None:
        work.watched = tuple(tools.watch.match(work.whole))


def _spot(work: _Work, tools: Tools) -> None:
    if work.copy_of is None:
        work.spotted = spot(work.whole, language=work.language, place=tools.place)


def _look_up(work: _Work, tools: Tools) -> None:
    claims = tools.claims
    if claims is None or not work.spotted:
        return
    checkable = sorted((one for one in work.spotted if one.checkable), key=lambda one: -one.points)
    on = work.item.at.date() if work.item.at else None
    work.known = tuple(
        KnownFor(one, tuple(claims.search(one.quote, limit=tools.answers, on=on)))
        for one in checkable[: tools.looked_up]
    )


_STEPS: dict[str, Callable[[_Work, Tools], None]] = {
    "reading": _read,
    "language": _tell_language,
    "placing": _place,
    "watching": _watch,
    "spotting": _spot,
    "looking_up": _look_up,
}
STAGES = tuple(_STEPS)


def _sound(text: str) -> str:
    """Text that can be written as UTF-8: half a character becomes a question mark, places stay where they are."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def _sound_article(read: Article) -> Article:
    return replace(
        read, title=_sound(read.title), text=_sound(read.text), canonical=_sound(read.canonical),
        byline_as_printed=_sound(read.byline_as_printed),
    )  # fmt: skip

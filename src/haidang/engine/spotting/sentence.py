"""Read a text sentence by sentence: what can be checked, what leaves the queue and why."""

from dataclasses import dataclass

from haidang.engine.spotting.exits import exit_reason
from haidang.engine.spotting.factors import sentence_factors
from haidang.engine.spotting.marks import Marks, read_marks, uses_capitals
from haidang.engine.spotting.place import PlaceWords
from haidang.engine.spotting.weights import CHECKABLE_AT, WEIGHTS, Factor
from haidang.engine.text import Span, sentences

_READABLE = frozenset(["vi", "en"])
# Shorter sentences are labels and captions; longer ones are lists that the reader of pages failed to cut.
_MIN_WORDS, _MAX_WORDS = 4, 120
# A statement has one of these; a name or a date alone states nothing.
_STATING = frozenset(["event", "number", "place_time", "comparison", "harm"])
_FACTS = frozenset(["number", "date", "place_time"])


@dataclass(frozen=True, slots=True)
class Spotted:
    """A sentence worth a look: `text[start:end] == quote`.

    `reason` is empty when checkable, else a code of the exits: opinion, criticism, satire, prediction, question,
    private_person, experience, advertisement, not_ours, too_vague.
    """

    quote: str
    start: int
    end: int
    checkable: bool
    reason: str
    factors: tuple[Factor, ...]

    @property
    def points(self) -> int:
        return sum(one.points for one in self.factors)


@dataclass(frozen=True, slots=True)
class _WholeText:
    """What the sentences say together: a caption may make all of it satire, one name may make it ours."""

    ours: bool
    elsewhere: bool
    satire: bool


def spot(text: str, *, language: str, place: PlaceWords, everything: bool = False) -> tuple[Spotted, ...]:
    """The sentences that can be checked, and those that were set aside with their reason, in order.

    Rules exist for Vietnamese (with or without marks) and English; other languages yield nothing. Sentences that
    are not about our place, or too vague, are left out unless `everything` is asked for: they are most of the news.
    """
    if language not in _READABLE:
        return ()
    cased = uses_capitals(text)
    read = [(span, read_marks(span.text, place, cased=cased)) for span in sentences(text)]
    whole = _WholeText(
        ours=any("us" in marks.codes for _, marks in read),
        elsewhere=any("elsewhere" in marks.codes for _, marks in read),
        satire=bool(read) and "satire" in read[0][1].codes,
    )
    if whole.elsewhere and not whole.ours and not everything:
        return ()
    found = (_spotted(span, marks, whole) for span, marks in read)
    return tuple(one for one in found if one is not None and (everything or one.reason not in _LEFT_OUT))


_LEFT_OUT = frozenset(["not_ours", "too_vague"])


def _spotted(span: Span, marks: Marks, whole: _WholeText) -> Spotted | None:
    if not _MIN_WORDS <= len(marks.keys) <= _MAX_WORDS:
        return None
    factors = sentence_factors(span.text, marks, ours=whole.ours)
    states = any(one.code in _STATING for one in factors)
    facts = {one.code for one in factors} & _FACTS
    dated_figure = "number" in facts and len(facts) > 1
    found_reason = exit_reason(span.text, marks, has_fact=bool(facts), dated_figure=dated_figure)
    reason = "satire" if whole.satire else found_reason
    if not states and reason in {"", "question"}:
        return None
    reason = reason or _out_of_scope(whole) or _vague(factors)
    return Spotted(span.text, span.start, span.end, not reason, reason, factors)


def _out_of_scope(whole: _WholeText) -> str:
    """Not ours when the text names other places and never ours. A text that names no place may be ours."""
    return "not_ours" if whole.elsewhere and not whole.ours else ""


def _vague(factors: tuple[Factor, ...]) -> str:
    points = sum(one.points for one in factors if WEIGHTS[one.code].in_sentence)
    return "" if points >= CHECKABLE_AT else "too_vague"

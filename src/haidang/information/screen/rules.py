"""Decide which sentences become claims and which are set aside. Pure: no database, no clock."""

from collections.abc import Iterable, Sequence

from haidang.engine.spotting import Spotted
from haidang.information.screen.values import Sentence

# A sentence that names our place has 3 points for it; one more fact makes it worth a screener's look.
ENOUGH = 5
OFFICIAL = 2  # more is asked of what a state body says of its own work: it is source more often than rumour
MOST_CLAIMS = 3  # of one text: the heaviest; a screener reads the others there
MOST_SET_ASIDE = 3
ABOUT_US = frozenset({"about_us", "about_us_nearby"})
# "Not ours" and "too vague" are no reasons to keep a sentence: that would be most of the news.
KEPT_REASONS = frozenset(
    {
        "opinion",
        "criticism",
        "satire",
        "prediction",
        "question",
        "private_person",
        "experience",
        "advertisement",
    }
)


def is_about_us(spotted: Spotted) -> bool:
    return any(factor.code in ABOUT_US for factor in spotted.factors)


def placed_sentences(spotted: Iterable[Spotted], *, title: str, text: str) -> list[Sentence]:
    """Sentences of `title + newline + text` with the offset that is stored.

    Offsets count in the text. A sentence of the title gets a place beyond the end of the text, so that one
    number still tells every sentence of a revision from every other.
    """
    start_of_text = len(title) + 1
    return [
        Sentence(
            one,
            one.start - start_of_text if one.start >= start_of_text else len(text) + 1 + one.start,
        )
        for one in spotted
    ]


def worth_checking(sentences: Sequence[Sentence], *, text: str, official: bool) -> tuple[Sentence, ...]:
    """The sentences that become claims, heaviest first; of the title only when the text holds none."""
    enough = ENOUGH + OFFICIAL if official else ENOUGH
    good = [one for one in sentences if _is_claim(one.spotted, enough)]
    in_text = [one for one in good if one.offset < len(text)]
    chosen = sorted(in_text or good, key=lambda one: (-one.spotted.points, one.offset))
    return tuple(chosen[:MOST_CLAIMS])


def not_checkable(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Sentences about our place that leave the queue, with their reason kept; the first few of a text."""
    leaving = [one for one in sentences if one.spotted.reason in KEPT_REASONS and is_about_us(one.spotted)]
    return tuple(leaving[:MOST_SET_ASIDE])


def _is_claim(spotted: Spotted, enough: int) -> bool:
    return spotted.checkable and is_about_us(spotted) and spotted.points >= enough

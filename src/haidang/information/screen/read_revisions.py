"""Find the sentences of revisions that matter. The engine does the work; nothing is compared or written yet."""

from haidang.engine.spotting import PlaceWords, spot
from haidang.information.collect.models import Revision
from haidang.information.screen.rules import is_about_us, not_checkable, placed_sentences, worth_checking
from haidang.information.screen.values import ReadRevision, whole_text


def read_revision(revision: Revision, *, place: PlaceWords) -> ReadRevision:
    """Title and text are read together: a place that only the title names makes the text ours."""
    spotted = spot(whole_text(revision), language=revision.language[:2], place=place)
    sentences = placed_sentences(spotted, title=revision.title, text=revision.text)
    return ReadRevision(
        revision,
        worth_checking(sentences, text=revision.text, official=revision.publication.source.official),
        not_checkable(sentences),
        any(is_about_us(one) for one in spotted),
    )

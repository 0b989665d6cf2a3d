"""Values that the steps of screening hand to each other."""

from dataclasses import dataclass

from haidang.engine.spotting import Spotted
from haidang.information.collect.models import Revision


@dataclass(frozen=True, slots=True)
class Sentence:
    """A spotted sentence and where it stands: an offset in `Revision.text`, or beyond its end in the title."""

    spotted: Spotted
    offset: int

    @property
    def quote(self) -> str:
        return self.spotted.quote


@dataclass(frozen=True, slots=True)
class ReadRevision:
    """A revision with what was found in it, before anything is compared or written."""

    revision: Revision
    claims: tuple[Sentence, ...]
    set_aside: tuple[Sentence, ...]
    about_us: bool

    @property
    def publication(self) -> int:
        return self.revision.publication_id

    @property
    def whole_text(self) -> str:
        return whole_text(self.revision)


@dataclass(frozen=True, slots=True)
class Screened:
    """How a round went. `busy`: another worker is screening; `skipped`: could not be read, the log says why."""

    revisions: int = 0
    stories: int = 0
    claims: int = 0
    set_aside: int = 0
    appearances: int = 0
    matches: int = 0
    skipped: int = 0
    busy: bool = False

    def __add__(self, other: "Screened") -> "Screened":
        return Screened(
            self.revisions + other.revisions,
            self.stories + other.stories,
            self.claims + other.claims,
            self.set_aside + other.set_aside,
            self.appearances + other.appearances,
            self.matches + other.matches,
            self.skipped + other.skipped,
            self.busy or other.busy,
        )


def whole_text(revision: Revision) -> str:
    """Title and text together, as they are read and compared."""
    return f"{revision.title}\n{revision.text}"

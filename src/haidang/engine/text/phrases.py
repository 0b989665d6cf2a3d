"""Look for many phrases at once, by syllables: with tone marks where the text has them, folded where not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from haidang.engine.text.folding import fold, tone_key
from haidang.engine.text.syllables import syllables

_Index = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Found:
    """Phrase group `code` found at syllables [first, last)."""

    code: str
    first: int
    last: int


class Phrases:
    """A table of phrases under codes. Longer phrases win over shorter ones beginning at the same syllable.

    A phrase that begins with `=` needs its tone marks: without them it would mean something else
    (`=rơi` falls, but untoned `roi` is also `rồi`, already). Phrases under the code "" void what begins inside
    them: with `cơ sở` there, `cơ sở y tế` is no Department of Health.
    """

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._toned: _Index = {}
        self._folded: _Index = {}
        for code, phrases in table.items():
            for phrase in phrases:
                self._add(code, phrase)
        for index in (self._toned, self._folded):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def _add(self, code: str, phrase: str) -> None:
        exact = syllables(phrase.removeprefix("="))
        if not exact:
            return
        keys = tuple(tone_key(syllable) for syllable in exact)
        self._toned.setdefault(keys[0], []).append((keys, code))
        if not phrase.startswith("="):
            bare = tuple(fold(syllable) for syllable in exact)
            self._folded.setdefault(bare[0], []).append((bare, code))

    def find(self, keys: Sequence[str], *, toned: bool) -> list[Found]:
        """Every phrase among the syllables: `keys` are tone keys when `toned`, else folded syllables."""
        index = self._toned if toned else self._folded
        found: list[Found] = []
        voided: set[int] = set()
        for first, key in enumerate(keys):
            entries = index.get(key)
            if entries is None:
                continue
            seen: set[str] = set()
            for phrase, code in entries:
                last = first + len(phrase)
                if code not in seen and tuple(keys[first:last]) == phrase:
                    seen.add(code)
                    found.append(Found(code, first, last))
                    if not code:
                        voided.update(range(first, last))
        return [one for one in found if one.first not in voided] if voided else found

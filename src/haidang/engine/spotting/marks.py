"""Look once through a sentence for every phrase of the vocabulary."""

import re
from dataclasses import dataclass
from functools import cached_property

from haidang.engine.spotting import vocabulary
from haidang.engine.spotting.place import PlaceWords
from haidang.engine.spotting.place_names import WordsInPlace
from haidang.engine.text import Found, Phrases, Word, fold_word, tone_key, words

_UPPER = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_INNER_CAPITAL = re.compile(rf"(?<=[^\W\d_] )[{_UPPER}](?![{_UPPER}])[^\W\d_]")

_PHRASES = Phrases(
    {
        "": vocabulary.VOID,
        "harm": vocabulary.HARM,
        "event": vocabulary.EVENT,
        "named_body": vocabulary.BODY,
        "attribution": vocabulary.ATTRIBUTION,
        "comparison": vocabulary.COMPARISON,
        "many_people": vocabulary.MANY_PEOPLE,
        "hearsay": vocabulary.HEARSAY,
        "stance": vocabulary.STANCE,
        "judging": dict.fromkeys((*vocabulary.JUDGING, *vocabulary.GRADING)),
        "feeling": vocabulary.FEELING,
        "public_work": vocabulary.PUBLIC_WORK,
        "satire": vocabulary.SATIRE,
        "prediction": vocabulary.PREDICTION,
        "wish": vocabulary.WISH,
        "asking": vocabulary.ASKING,
        "advertisement": vocabulary.ADVERTISEMENT,
        "experience": vocabulary.EXPERIENCE,
        "private": vocabulary.PRIVATE,
    }
)


@dataclass(frozen=True)
class Marks:
    """The phrases found in a sentence, by code, with the syllables they stand on."""

    text: str
    found_words: tuple[Word, ...]
    keys: tuple[str, ...]
    found: tuple[Found, ...]

    @cached_property
    def codes(self) -> frozenset[str]:
        return frozenset(one.code for one in self.found)

    def printed(self, code: str) -> str:
        """The first phrase under the code, as the sentence prints it (empty if none)."""
        for one in self.found:
            if one.code == code:
                return self.text[self.found_words[one.first].start : self.found_words[one.last - 1].end]
        return ""

    def at_start(self, code: str) -> bool:
        return any(one.code == code and one.first == 0 for one in self.found)

    def at_end(self, code: str) -> bool:
        return any(one.code == code and one.last == len(self.keys) for one in self.found)


def read_marks(sentence: str, place: PlaceWords, *, cased: bool) -> Marks:
    """Find the phrases: by toned syllables where the sentence has marks, by folded ones where not.

    `cased`: the whole text uses capitals, so that a name of a place must have its own.
    """
    found_words = tuple(words(sentence))
    folded = [fold_word(word.text) for word in found_words]
    tones = [tone_key(word.text) for word in found_words]
    toned = tones != folded
    keys = tones if toned else folded
    found = _PHRASES.find(keys, toned=toned)
    found += place.all_names.find(WordsInPlace(sentence, found_words, folded, tones, toned, cased))
    return Marks(sentence, found_words, tuple(keys), tuple(found))


def uses_capitals(text: str) -> bool:
    """Whether capitals mean something in a text: a word after a small letter begins with one and goes on small."""
    return _INNER_CAPITAL.search(text) is not None

"""Look once through a sentence for every phrase of the vocabulary."""

from dataclasses import dataclass
from functools import cached_property

from haidang.engine.spotting import vocabulary
from haidang.engine.spotting.place import PlaceWords
from haidang.engine.text import Found, Phrases, Word, fold_word, has_tone_marks, tone_key, words

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
        "judging": vocabulary.JUDGING,
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


def read_marks(sentence: str, place: PlaceWords) -> Marks:
    """Find the phrases: by toned syllables where the sentence has marks, by folded ones where not."""
    found_words = tuple(words(sentence))
    folded = [fold_word(word.text) for word in found_words]
    toned = has_tone_marks(sentence)
    keys = [tone_key(word.text) for word in found_words] if toned else folded
    found = _PHRASES.find(keys, toned=toned)
    found += place.others.find(keys, toned=toned)
    found += place.ours.find(folded, toned=False)
    return Marks(sentence, found_words, tuple(keys), tuple(found))

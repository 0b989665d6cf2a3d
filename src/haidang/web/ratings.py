"""How each verdict looks: the kind of sign and colour, its word, and its place on the scale of five."""

from dataclasses import dataclass

from django.utils.functional import Promise

from haidang.information.verify.models import Verdict
from haidang.information.verify.verdicts import BY_CODE

KIND_OF_TONE = {"false": "low", "mixed": "middle", "true": "high", "open": "open"}


@dataclass(frozen=True, slots=True)
class RatingLook:
    kind: str
    name: str | Promise
    number: int | None


def look_of(verdict: str) -> RatingLook:
    """Raises ValueError for a verdict that is not on the scale."""
    code = Verdict(verdict)
    row = BY_CODE[code]
    return RatingLook(KIND_OF_TONE[row.tone], code.label, row.number)

"""The scale: one row a verdict, words in both languages, a sign beside the colour."""

from haidang.information.verify.models import Verdict
from haidang.information.verify.verdicts import BEST, SCALE, WORST


def test_every_verdict_has_its_row_and_every_row_words_and_a_sign() -> None:
    assert [row.code for row in SCALE] == Verdict.values
    assert all(row.vi and row.en and row.sign for row in SCALE)


def test_numbers_stay_on_the_scale_and_unproven_has_none() -> None:
    numbers = [row.number for row in SCALE if row.number is not None]
    assert (min(numbers), max(numbers)) == (WORST, BEST)
    assert {row.code for row in SCALE if row.number is None} == {"unproven", "outdated"}

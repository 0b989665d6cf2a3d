"""The verdict scale with its names, its ClaimReview number and its label in the national exchange. Pure.

Labels of the national fake-news centre (tingia.gov.vn): tin gia, tin sai su that, tin xac thuc. Ours is finer.
"""

from dataclasses import dataclass

from haidang.information.verify.models import Verdict


@dataclass(frozen=True, slots=True)
class VerdictRow:
    code: str
    vi: str
    en: str
    sign: str  # shown beside the word, so that colour is never needed
    number: int | None  # schema.org ratingValue, 1 false to 5 true
    national_label: str  # "" where the national scale has none
    tone: str  # false, mixed, true or open: which design token


SCALE: tuple[VerdictRow, ...] = (
    VerdictRow("false", "Sai", "False", "✕", 1, "tin sai sự thật", "false"),
    VerdictRow("mostly_false", "Phần lớn sai", "Mostly false", "✕", 2, "tin sai sự thật", "false"),
    VerdictRow("misleading", "Gây hiểu lầm", "Misleading", "!", 2, "tin sai sự thật", "mixed"),
    VerdictRow("mixed", "Đúng một phần", "Partly true", "≈", 3, "", "mixed"),
    VerdictRow("mostly_true", "Phần lớn đúng", "Mostly true", "✓", 4, "", "true"),
    VerdictRow("true", "Đúng", "True", "✓", 5, "tin xác thực", "true"),
    VerdictRow("unproven", "Chưa đủ căn cứ", "Unproven", "?", None, "", "open"),
    VerdictRow("outdated", "Không còn đúng", "No longer true", "↻", None, "", "open"),
)
BY_CODE: dict[str, VerdictRow] = {row.code: row for row in SCALE}
BEST, WORST = 5, 1

if set(BY_CODE) != set(Verdict.values):
    raise AssertionError("verdicts.SCALE and models.Verdict must list the same codes.")

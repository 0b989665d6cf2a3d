"""Say why a sentence leaves the queue: opinion, criticism, satire, prediction, question, advertisement and so on.

The subject is a statement. What people feel, wish, fear or joke about is theirs, and is not checked.
"""

import re

from haidang.engine.spotting.marks import Marks

_PHONE = re.compile(r"(?<!\d)0\d{2,3}[ .]?\d{3}[ .]?\d{3,4}(?!\d)")
_LABEL = re.compile(r"\[(?:vui|hài|châm biếm|satire|humou?r)\]", re.IGNORECASE)


def exit_reason(text: str, marks: Marks, *, has_fact: bool, dated_figure: bool) -> str:
    """The code of the first exit that applies, or empty.

    `has_fact`: a number, or a date, stands in it. `dated_figure`: both; then a forecast that names its source can be
    checked ("the station forecasts a tide of 2.25 m on 18 October"): that it was made is a fact.
    """
    codes = marks.codes
    if "satire" in codes or _LABEL.search(text):
        return "satire"
    if _is_advertisement(text, marks):
        return "advertisement"
    if "private" in codes and "named_body" not in codes:
        return "private_person"
    if "stance" in codes:
        return "opinion"
    if _is_question_or_wish(text, marks):
        return "question"
    if "prediction" in codes and not (codes & {"named_body", "attribution"} and dated_figure):
        return "prediction"
    happened = "event" in codes or "harm" in codes
    judges = "judging" in codes and not (happened and has_fact)
    if judges or ("feeling" in codes and not happened and not has_fact):
        return "criticism" if codes & {"named_body", "public_work"} else "opinion"
    if "experience" in codes and not ("harm" in codes and codes & {"us", "named_body"}):
        return "experience"
    return ""


def _is_advertisement(text: str, marks: Marks) -> bool:
    """Two selling phrases, or one with a telephone number."""
    selling = sum(one.code == "advertisement" for one in marks.found)
    return selling >= 2 or (selling == 1 and _PHONE.search(text) is not None)  # noqa: PLR2004


def _is_question_or_wish(text: str, marks: Marks) -> bool:
    """A question or wish; but a rumour asked about ("nghe nói cầu sập, phải không?") stays a claim."""
    rumour = "hearsay" in marks.codes and marks.codes & {"event", "harm"}
    if marks.at_start("wish"):
        return True
    asks = text.rstrip("\"'”’»)] ").endswith("?") or marks.at_end("asking")
    return asks and not rumour

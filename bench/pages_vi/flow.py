"""The run of a body: paragraphs, headings, lists, tables, questions and live entries in one template's mark-up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from bench.pages_vi.sheet import Sheet
from bench.pages_vi.stories import Part, PartKind

Insert = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Marks:
    """One template's mark-up; `{}` is where the text goes, `{at}` the printed hour of a live entry."""

    text: str = "<p>{}</p>"
    heading: str = "<h2>{}</h2>"
    question: str = "<p><strong>{}</strong></p>"
    answer: str = "<p>{}</p>"
    item: str = "<li>{}</li>"
    items: str = "<ul>{}</ul>"
    cell: str = "<td>{}</td>"
    row: str = "<tr>{}</tr>"
    table: str = '<table border="1"><tbody>{}</tbody></table>'
    entry: str = "<p><b>{at}</b> {}</p>"
    figure: str = '<figure><img src="{src}" alt="{alt}"><figcaption>{}</figcaption></figure>'
    between: str = "\n"
    asked_by: str = ""
    answered_by: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A group of neighbouring parts of one kind, and the place of the first."""

    kind: PartKind
    first: int
    parts: tuple[Part, ...]


def runs(parts: tuple[Part, ...]) -> list[Run]:
    """Rows and items are taken together; everything else stands alone."""
    found: list[Run] = []
    for kind, group in groupby(enumerate(parts), key=lambda pair: pair[1].kind):
        members = list(group)
        if kind in ("item", "row"):
            found.append(Run(kind, members[0][0], tuple(part for _, part in members)))
        else:
            found += [Run(kind, place, (part,)) for place, part in members]
    return found


def flow(
    sheet: Sheet, marks: Marks, *, inserts: Mapping[int, Insert] | None = None, pictures: bool = True
) -> str:
    """The body with its pictures spread over it and `inserts[n]` standing after the n-th run."""
    pieces: list[str] = []
    found = runs(sheet.story.parts)
    waiting = list(sheet.story.captions) if pictures else []
    step = max(1, len(found) // (len(waiting) + 1))
    for number, run in enumerate(found):
        pieces.append(_run(sheet, marks, run))
        if waiting and (number + 1) % step == 0:
            pieces.append(sheet.figure(waiting.pop(0), marks.figure))
        if inserts and number in inserts:
            pieces.append(inserts[number]())
    pieces += [sheet.figure(caption, marks.figure) for caption in waiting]
    return marks.between.join(pieces)


def _run(sheet: Sheet, marks: Marks, run: Run) -> str:
    part = run.parts[0]
    if run.kind == "row":
        rows = (
            marks.row.replace(
                "{}", "".join(marks.cell.replace("{}", sheet.put("body", c)) for c in part.cells)
            )
            for part in run.parts
        )
        return marks.table.replace("{}", "\n".join(rows))
    if run.kind == "item":
        return marks.items.replace("{}", sheet.each("body", [item.text for item in run.parts], marks.item))
    if run.kind == "entry":
        at = sheet.put("body", part.at)
        return marks.entry.replace("{at}", at).replace("{}", sheet.rich("body", part.text))
    if run.kind == "question":
        return marks.question.replace("{}", sheet.put("body", marks.asked_by + part.text))
    if run.kind == "answer":
        return marks.answer.replace("{}", sheet.rich("body", marks.answered_by + part.text))
    if run.kind == "heading":
        return marks.heading.replace("{}", sheet.put("body", part.text))
    return marks.text.replace("{}", sheet.rich("body", part.text))

"""What stands round an article: menus, boxes, share bars, comments, advertisements, polls, notices, scripts."""

from bench.pages_vi.sheet import Role, Sheet

_STYLE = "".join(f".c{n}{{margin:{n}px;padding:{n % 7}px;color:#{n:03x}}}" for n in range(200))
_SCRIPT = "window.dl=window.dl||[];" + "".join(f"dl.push({{k:'s{n}',v:{n * 7}}});" for n in range(300))


def style() -> str:
    return f"<style>{_STYLE}</style>"


def script(words: str = "") -> str:
    """Inline code; `words` is text that must not be read as a part of the page."""
    return f"<script>{_SCRIPT}var note={words!r};</script>"


def lead(sheet: Sheet, outer: str) -> str:
    """The opening, where the story has one."""
    return outer.replace("{}", sheet.put("lead", sheet.story.lead)) if sheet.story.lead else ""


def menu(sheet: Sheet, outer: str, inner: str) -> str:
    """The list of sections of the site."""
    return outer.replace("{}", sheet.each("nav", sheet.menu(), inner))


def headlines(sheet: Sheet, count: int, outer: str, inner: str, *, heading: str = "") -> str:
    """A box of other headlines; `{h}` in `outer` is where its heading stands."""
    top = sheet.put("related", heading) if heading else ""
    return outer.replace("{h}", top).replace("{}", sheet.each("related", sheet.headlines(count), inner))


def teasers(sheet: Sheet, count: int, outer: str, inner: str) -> str:
    """A box of other headlines with their openings; `{t}` and `{l}` in `inner`."""
    cards = []
    for title, lead in sheet.teasers(count):
        card = inner.replace("{t}", sheet.put("related", title))
        cards.append(card.replace("{l}", sheet.put("related", lead)))
    return outer.replace("{}", "\n".join(cards))


def comments(sheet: Sheet, count: int, outer: str, inner: str, *, heading: str = "") -> str:
    """What readers write under an article, whole sentences and all."""
    top = sheet.put("other", heading) if heading else ""
    return outer.replace("{h}", top).replace(
        "{}", sheet.each("comment", sheet.pick("comments", count), inner)
    )


def advertisement(sheet: Sheet, outer: str) -> str:
    return outer.replace("{}", sheet.put("ad", sheet.pick("ads")[0]))


def shelf(sheet: Sheet, role: Role, name: str, count: int, outer: str, inner: str = "{}") -> str:
    """Some words of one shelf: tags, notices, promises of newsletters."""
    return outer.replace("{}", sheet.each(role, sheet.pick(name, count), inner))


def share(sheet: Sheet, outer: str, inner: str) -> str:
    labels = ("Chia sẻ", "Lưu bài", "In trang", "Gửi thư")
    if sheet.story.kind == "english":
        labels = ("Share", "Save", "Print", "Mail")
    return outer.replace("{}", sheet.each("nav", labels, inner))


def poll(sheet: Sheet, outer: str, inner: str) -> str:
    """A question to readers with its answers; `{q}` in `outer` is the question."""
    question, *answers = sheet.pick("polls")[0].split("|")
    asked = outer.replace("{q}", sheet.put("other", question))
    return asked.replace("{}", sheet.each("other", answers, inner))


def footer(sheet: Sheet, outer: str, inner: str = "<p>{}</p>") -> str:
    return outer.replace("{}", sheet.each("footer", sheet.pick("footers", 2), inner))

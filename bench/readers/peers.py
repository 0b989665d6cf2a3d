"""The other readers of article pages, each behind the same shape; a reader that is not installed is left out by name."""

from collections.abc import Callable

from haidang.engine.reading import Unreadable, decode, read_page
from haidang.engine.reading.charset import as_utf8
from haidang.engine.reading.mainbody import main_body, parsed

Reader = Callable[[bytes, str], str]


def ours(html: bytes, address: str) -> str:
    """The whole of read_page: limits, title, date, language, pictures, versions and main text, with every hand-over."""
    try:
        return read_page(html, content_type="text/html", address=address).text
    except Unreadable:
        return ""


def ours_main_text_only(html: bytes, _: str) -> str:
    """Our rules alone, never handing over: what the learnt choice of blocks is worth by itself."""
    return main_body(parsed(as_utf8(html))).text


def readers() -> tuple[dict[str, Reader], list[str]]:
    """Name -> reader; and the names of those that are not installed."""
    found: dict[str, Reader] = {"haidang": ours, "haidang_blocks_only": ours_main_text_only}
    skipped = []
    for name, make in _PEERS.items():
        try:
            found[name] = make()
        except ImportError:
            skipped.append(name)
    return found, skipped


def _trafilatura() -> Reader:
    from trafilatura import extract

    return lambda html, _: extract(decode(html)) or ""


def _trafilatura_fast() -> Reader:
    from trafilatura import extract

    return lambda html, _: extract(decode(html), fast=True) or ""


def _resiliparse() -> Reader:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html, _: extract_plain_text(decode(html), main_content=True, alt_texts=False) or ""


def _readability() -> Reader:
    from lxml import html as lxml_html
    from readability import Document

    def read(html: bytes, _: str) -> str:
        try:
            summary = Document(decode(html)).summary()
            return "\n".join(text for text in lxml_html.fromstring(summary).itertext() if text.strip())
        except Exception:  # noqa: BLE001  # it raises its own and lxml's errors on odd pages
            return ""

    return read


_PEERS: dict[str, Callable[[], Reader]] = {
    "trafilatura": _trafilatura, "trafilatura_fast": _trafilatura_fast, "resiliparse": _resiliparse,
    "readability_lxml": _readability,
}  # fmt: skip

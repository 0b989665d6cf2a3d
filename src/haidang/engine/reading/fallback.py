"""The slower second reader: trafilatura, for pages whose main text our own rules are not sure of."""

import logging


def slow_text(text: str) -> str:
    """The main text by trafilatura; empty when it finds none or fails (it has undocumented exceptions)."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(text, fast=True, include_comments=False)
    except Exception:  # noqa: BLE001  # a page must not stop a round; the caller keeps its own text
        return ""
    return str(found) if found else ""

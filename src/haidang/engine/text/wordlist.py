"""Word tables are written as running text; this makes sets of them."""


def word_set(text: str) -> frozenset[str]:
    """The words of a table, which is written one line after the other."""
    return frozenset(text.split())

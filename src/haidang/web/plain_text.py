"""Show stored bytes to a person without letting them act: the words of a page, never its markup."""

from haidang.engine.reading import Unreadable, decode, read_page

LONGEST = 200_000  # characters; longer copies are cut on the page, whole in the bundle


def readable(body: bytes, content_type: str, address: str) -> str:
    """The article of a page if one can be read, else the decoded source as it stands."""
    if "html" in content_type:
        try:
            article = read_page(body, content_type=content_type, address=address)
        except Unreadable:
            pass
        else:
            if article.text:
                return f"{article.title}\n\n{article.text}"[:LONGEST]
    return decode(body, content_type)[:LONGEST]

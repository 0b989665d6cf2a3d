"""What a browser transfers for a page: the page itself, its style sheets and scripts, and every font they name."""

import re

from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client

LIMIT = 150 * 1024


def transferred(client: Client, path: str) -> tuple[int, HttpResponse]:
    """Bytes without any compression; every font counts, used or not."""
    response = client.get(path)
    page = response.content.decode()
    linked = set(re.findall(r'(?:src|href)="/static/([^"]+\.(?:css|js|svg|woff2))"', page))
    fonts = {
        f"haidang/fonts/{name}" for name in re.findall(r'url\("fonts/([^"]+)"\)', _text("haidang/tokens.css"))
    }
    return len(response.content) + sum(len(_bytes(name)) for name in linked | fonts), response


def _bytes(name: str) -> bytes:
    found = finders.find(name)
    assert isinstance(found, str), name
    with open(found, "rb") as file:  # noqa: PTH123  a path as text
        return file.read()


def _text(name: str) -> str:
    return _bytes(name).decode()

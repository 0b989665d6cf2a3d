"""What the API takes and gives, as typed values."""

from typing import Any

from ninja import Schema


class NoticeRow(Schema):
    number: str
    version: int
    kind: str
    verdict: str
    headline: dict[str, str]
    published_at: str
    address: dict[str, str]
    sha256: str


class Notice(Schema):
    document: dict[str, Any]
    sha256: str
    signature: str
    key_id: str
    bundle: str


class CaseRow(Schema):
    number: str
    state: str
    version: int
    claim: str
    priority: int
    reasons: list[dict[str, Any]]
    places: int
    acknowledge_by: str | None


class ActIn(Schema):
    """What is typed into the form of an act; `version` is the case's version that the caller saw."""

    version: int | None = None
    fields: dict[str, Any] = {}


class CaseAfter(Schema):
    number: str
    state: str
    version: int


class SourceIn(Schema):
    name: str
    address: str
    kind: str = "feed"
    language: str = "vi"
    official: bool = False
    reads_articles: bool = True
    interval_s: int = 600
    on: bool = True


class SourceOut(Schema):
    id: int
    name: str
    address: str
    state: str


class Refusal(Schema):
    """Why not, in one sentence that says what to do."""

    error: str
    lacks: list[str] = []

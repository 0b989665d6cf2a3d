"""Screening over Arrow record batches: rows in, one row out for each, in order. Needs the extra `archive`.

In: `key` (int64) and any of `title`, `text`, `language`, `at` (timestamp with a zone), `html` (binary), `content_type`,
`address`. Out: the columns of `screened_schema`; a row that could not be screened says where and why.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from haidang.engine.retrieval import Hit
from haidang.engine.screening.path import Observe, screen_with
from haidang.engine.screening.values import Screened, Tools, Unscreened
from haidang.engine.spotting import Spotted

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]  # pyarrow has no stubs

_TEXTS = ("title", "text", "language", "content_type", "address")


class BadBatch(ValueError):
    """A batch is not of the form that screening reads."""


def screen_batch(
    batch: "pa.RecordBatch", tools: Tools, *, observe: Observe | None = None
) -> "pa.RecordBatch":
    """Screen one batch. Raises BadBatch when its columns are not as they must be; no row can stop it."""
    if observe is not None:
        observe("taking")
    items = _unpacked(batch)
    screened = list(screen_with(tools, items, observe=observe))
    if observe is not None:
        observe("packing")
    packed = _packed(screened)
    if observe is not None:
        observe("")
    return packed


@dataclass(frozen=True, slots=True)
class ScreenedBatches:
    """Batch after batch with the same tools: what a cluster's worker maps over its part of an archive."""

    tools: Tools

    def __call__(self, batches: Iterable["pa.RecordBatch"]) -> Iterator["pa.RecordBatch"]:
        for batch in batches:
            yield screen_batch(batch, self.tools)


def screened_schema() -> "pa.Schema":
    import pyarrow as pa

    hit = pa.struct([("key", pa.string()), ("score", pa.float32()), ("level", pa.string())])
    sentence = pa.struct([
        ("quote", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("checkable", pa.bool_()),
        ("reason", pa.string()), ("points", pa.int32()), ("known", pa.list_(hit)),
    ])  # fmt: skip
    return pa.schema([
        ("key", pa.int64()), ("language", pa.string()), ("story", pa.int64()), ("copy_of", pa.int64()),
        ("similarity", pa.float32()), ("watched", pa.list_(pa.string())), ("sentences", pa.list_(sentence)),
        ("title", pa.string()), ("text", pa.string()), ("published_at", pa.timestamp("us", "UTC")),
        ("canonical", pa.string()), ("failed_in", pa.string()), ("failure", pa.string()), ("why", pa.string()),
    ])  # fmt: skip


def _unpacked(batch: "pa.RecordBatch") -> Iterator[Unscreened]:
    """The items, checked at once, made one by one: a batch of pages is not held twice in memory."""
    import pyarrow as pa

    if "key" not in batch.schema.names:
        raise BadBatch("The batch has no column `key`; give every row a number that is its own.")
    if batch.column("key").null_count:
        raise BadBatch("A row has no `key`; give every row a number that is its own.")
    keys = _cast(batch, "key", pa.int64())
    texts = [_texts(batch, name) for name in _TEXTS]
    rows = zip(keys, *texts, _cast(batch, "html", pa.binary()), _times(batch), strict=True)
    return (
        Unscreened(key.as_py(), title, text, language, at, html.as_py() or b"", content_type, address)
        for key, title, text, language, content_type, address, html, at in rows
    )


def _cast(batch: "pa.RecordBatch", name: str, kind: "pa.DataType") -> "pa.Array[Any]":
    """A column as `kind`; nulls where there is none."""
    import pyarrow as pa

    if name not in batch.schema.names:
        return pa.nulls(batch.num_rows, kind)
    column = batch.column(name)
    if kind == pa.binary() and pa.types.is_large_binary(column.type):
        return column
    try:
        return column.cast(kind)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        raise BadBatch(f"The column `{name}` is {column.type}; it must be {kind}.") from None


def _texts(batch: "pa.RecordBatch", name: str) -> list[str]:
    """Read as bytes and decoded here: one row that is no UTF-8 would keep Arrow from reading the others."""
    import pyarrow as pa

    values = _cast(batch, name, pa.binary()).to_pylist()
    return [value.decode(errors="replace") if value else "" for value in values]


def _times(batch: "pa.RecordBatch") -> list[datetime | None]:
    import pyarrow as pa

    if "at" not in batch.schema.names:
        return [None] * batch.num_rows
    column = batch.column("at")
    if not pa.types.is_timestamp(column.type) or column.type.tz is None:
        raise BadBatch(f"The column `at` is {column.type}; it must be a timestamp with a zone.")
    return [_time(value) for value in column]


def _time(value: "pa.Scalar[Any]") -> datetime | None:
    try:
        found: datetime | None = value.as_py()
    except (ValueError, OverflowError):  # before the year 1 or after 9999
        return None
    return found


def _packed(rows: Sequence[Screened]) -> "pa.RecordBatch":
    import pyarrow as pa

    schema = screened_schema()
    columns = [pa.array([of(row) for row in rows], schema.field(name).type) for name, of in _COLUMNS.items()]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def _story(row: Screened) -> int | None:
    if row.placement is None:
        return None
    return row.key if row.placement.story is None else row.placement.story


def _sentences(row: Screened) -> list[dict[str, object]]:
    hits = {known.spotted.start: known.hits for known in row.known}
    return [_sentence(one, hits.get(one.start, ())) for one in row.spotted]


def _sentence(one: Spotted, hits: Sequence[Hit]) -> dict[str, object]:
    return {
        "quote": one.quote, "start": one.start, "end": one.end, "checkable": one.checkable,
        "reason": one.reason, "points": one.points,
        "known": [{"key": hit.key, "score": hit.score, "level": hit.level} for hit in hits],
    }  # fmt: skip


def _published(row: Screened) -> datetime | None:
    stated = row.article.published_at if row.article else None
    try:
        return stated.astimezone(UTC) if stated else None
    except OverflowError:  # the first or last day that there is, in a zone that moves it out
        return None


_COLUMNS: dict[str, Callable[[Screened], object]] = {
    "key": lambda row: row.key,
    "language": lambda row: row.language,
    "story": _story,
    "copy_of": lambda row: row.copy_of,
    "similarity": lambda row: row.placement.similarity if row.placement else None,
    "watched": lambda row: [str(key) for key in row.watched],
    "sentences": _sentences,
    "title": lambda row: row.article.title if row.article else None,
    "text": lambda row: row.article.text if row.article else None,
    "published_at": _published,
    "canonical": lambda row: row.article.canonical if row.article else None,
    "failed_in": lambda row: row.failure.stage if row.failure else None,
    "failure": lambda row: row.failure.code if row.failure else None,
    "why": lambda row: row.failure.sentence if row.failure else None,
}

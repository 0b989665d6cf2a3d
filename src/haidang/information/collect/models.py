"""Sources, and what they published: Publication (one address), Revision (its text at a time), Capture (bytes).

There is no author here. A byline is text shown as printed; it is never joined, indexed or searched.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from haidang.base.models import Leased


class SourceKind(models.TextChoices):
    FEED = "feed", _("Feed (RSS, Atom, JSON)")
    PAGE = "page", _("Single page")


class SourceState(models.TextChoices):
    ACTIVE = "active", _("active")
    PAUSED = "paused", _("paused")
    FAILING = "failing", _("failing")


class Source(Leased):
    """A watched public place. `due_at` is when it is looked at next."""

    name = models.CharField(max_length=120)
    address = models.URLField(max_length=1000, unique=True)
    kind = models.CharField(max_length=10, choices=SourceKind.choices, default=SourceKind.FEED)
    state = models.CharField(max_length=10, choices=SourceState.choices, default=SourceState.ACTIVE)
    language = models.CharField(max_length=5, default="vi")
    official = models.BooleanField(
        default=False, help_text="published by a state body: counts as official text"
    )
    reads_articles = models.BooleanField(default=True, help_text="fetch the page behind each feed entry")
    interval_s = models.PositiveIntegerField(default=600)
    failures = models.PositiveIntegerField(default=0, help_text="failures in a row")
    last_reason = models.CharField(max_length=300, blank=True)
    last_looked_at = models.DateTimeField(null=True, blank=True)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    body_sha256 = models.CharField(
        max_length=64, blank=True, help_text="of the last body read: same body, no work"
    )

    class Meta:
        ordering: ClassVar = ["name"]
        indexes: ClassVar = [models.Index(fields=["state", "due_at"], name="sources_due")]

    def __str__(self) -> str:
        return self.name


class Capture(models.Model):
    """Bytes as fetched: a WARC record in the vault, named by its SHA-256."""

    address = models.URLField(max_length=2000)
    fetched_at = models.DateTimeField()
    status = models.SmallIntegerField()
    content_type = models.CharField(max_length=200, blank=True)
    length = models.PositiveIntegerField(help_text="bytes of the body")
    body_sha256 = models.CharField(max_length=64)
    warc_sha256 = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"{self.address} at {self.fetched_at:%Y-%m-%d %H:%M}"


class Publication(Leased):
    """One thing a source published, at one address. `due_at` is when its page is fetched next (null: not)."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="publications")
    address = models.URLField(max_length=2000)
    address_sha256 = models.CharField(max_length=64, unique=True)
    first_seen_at = models.DateTimeField()
    fetch_failures = models.PositiveSmallIntegerField(default=0)
    last_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["due_at"], name="publications_due")]

    def __str__(self) -> str:
        return self.address


class Revision(models.Model):
    """The text of a publication at a time. Nothing is overwritten: an edited article is a new revision."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="revisions")
    seen_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True, help_text="as the publisher states it")
    language = models.CharField(max_length=8, blank=True)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    byline_as_printed = models.TextField(blank=True)
    from_page = models.BooleanField(default=False, help_text="read from the article page, not from the feed")
    content_sha256 = models.CharField(max_length=64)
    screened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["publication", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publication", "number"], name="revision_number_once")
        ]
        indexes: ClassVar = [models.Index(fields=["screened_at", "id"], name="revisions_to_screen")]

    def __str__(self) -> str:
        return f"{self.title} (r{self.number})"


class Failure(models.Model):
    """A look at a source or page that failed, with the reason in words."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="failures_seen")
    address = models.URLField(max_length=2000)
    at = models.DateTimeField()
    code = models.CharField(max_length=40)
    reason = models.CharField(max_length=300)

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"{self.code}: {self.address}"

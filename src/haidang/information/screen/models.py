"""Stories, claims and what is already known: values of the engine, kept.

A Claim is a statement. It has no field for who made it; the quoted publication is where that can be read.
"""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from haidang.information.collect.models import Publication, Revision


class StoryState(models.TextChoices):
    OPEN = "open", _("open")
    CLOSED = "closed", _("closed")


class Story(models.Model):
    """Publications about one event."""

    opened_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    headline = models.TextField()
    state = models.CharField(max_length=10, choices=StoryState.choices, default=StoryState.OPEN)

    class Meta:
        verbose_name_plural = "stories"

    def __str__(self) -> str:
        return self.headline


class StoryMember(models.Model):
    """A publication in a story, and why it is there."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="members")
    publication = models.OneToOneField(Publication, on_delete=models.CASCADE, related_name="story_member")
    joined_at = models.DateTimeField()
    why = models.CharField(max_length=20, help_text="opened, copy or revision_copy")
    similarity = models.FloatField(default=1.0, help_text="estimated Jaccard, 0 to 1")

    def __str__(self) -> str:
        return f"{self.publication} in {self.story}"


class ClaimState(models.TextChoices):
    WAITING = "waiting", _("waiting for triage")
    TAKEN = "taken", _("taken over by a case")
    SET_ASIDE = "set_aside", _("set aside: not checkable")


class Claim(models.Model):
    """One checkable statement, or one that looked like it and was set aside with its reason."""

    text = models.TextField()
    folded = models.TextField()
    language = models.CharField(max_length=8)
    story = models.ForeignKey(Story, on_delete=models.SET_NULL, null=True, related_name="claims")
    first_seen_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=ClaimState.choices, default=ClaimState.WAITING)
    set_aside_reason = models.CharField(max_length=30, blank=True)
    priority = models.IntegerField(default=0)
    reasons = models.JSONField(default=list, help_text='[{"code": "harm", "points": 3, "detail": "sập"}]')

    class Meta:
        ordering: ClassVar = ["-priority", "first_seen_at", "id"]
        indexes: ClassVar = [models.Index(fields=["state", "-priority"], name="claims_by_priority")]

    def __str__(self) -> str:
        return self.text


class Appearance(models.Model):
    """The claim in a revision: the quote and where it stands (character offset in `Revision.text`)."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="appearances")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="appearances")
    quote = models.TextField()
    offset = models.PositiveIntegerField(default=0)
    seen_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["seen_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revision", "offset"], name="a_sentence_appears_once")
        ]

    def __str__(self) -> str:
        return self.quote


class KnownKind(models.TextChoices):
    REVIEW = "review", _("earlier conclusion")
    OFFICIAL = "official", _("official text")


class Known(models.Model):
    """What the office knows already: a published review or an official text, as the matcher sees it.

    Rows come from above (verify writes one per review and language); the claim index is built from them.
    """

    kind = models.CharField(max_length=10, choices=KnownKind.choices)
    key = models.CharField(max_length=80, help_text="number of the review, or address of the official text")
    language = models.CharField(max_length=8)
    claim = models.TextField()
    title = models.TextField(blank=True)
    verdict = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=1000, blank=True)
    known_at = models.DateTimeField()
    withdrawn = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "known"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "key", "language"], name="known_once_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.claim}"


class MatchState(models.TextChoices):
    SUGGESTED = "suggested", _("suggested")
    CONFIRMED = "confirmed", _("confirmed")
    REFUSED = "refused", _("refused")


class Match(models.Model):
    """Claim -> something known, with score and the slots that agree and conflict. A person decides."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="matches")
    known = models.ForeignKey(Known, on_delete=models.CASCADE, related_name="matches")
    state = models.CharField(max_length=10, choices=MatchState.choices, default=MatchState.SUGGESTED)
    score = models.FloatField(help_text="0 to 1")
    level = models.CharField(max_length=10, help_text="match or related")
    slots = models.JSONField(
        default=list, help_text='[{"slot": "date", "here": "12/5", "there": "20/9", "agrees": false}]'
    )
    suggested_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name_plural = "matches"
        ordering: ClassVar = ["-score"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["claim", "known"], name="matched_once")]

    def __str__(self) -> str:
        return f"{self.claim} ~ {self.known}"

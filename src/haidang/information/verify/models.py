"""The work on one claim: Case, Evidence, Rating, Review in versions and languages, and whose hands touched it."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from haidang.accounts.models import User
from haidang.information.collect.models import Capture, Publication
from haidang.information.screen.models import Claim, Known


class CaseState(models.TextChoices):
    RECEIVED = "received", _("received")
    TRIAGE = "triage", _("in triage")
    QUEUED = "queued", _("queued")
    ASSIGNED = "assigned", _("assigned")
    INVESTIGATING = "investigating", _("being checked")
    AWAITING_AGENCY = "awaiting_agency", _("waiting for the agency")
    DRAFTED = "drafted", _("drafted")
    CROSS_CHECK = "cross_check", _("second reading")
    APPROVAL = "approval", _("waiting for signature")
    PUBLISHED = "published", _("published")
    MONITORING = "monitoring", _("published, watched")
    APPEALED = "appealed", _("appealed")
    UNDER_REVIEW = "under_review", _("appeal under review")
    CLOSED = "closed", _("closed")
    NOT_CHECKABLE = "not_checkable", _("not checkable")
    OUT_OF_SCOPE = "out_of_scope", _("out of scope")
    DUPLICATE = "duplicate", _("duplicate")
    ALREADY_REVIEWED = "already_reviewed", _("already answered")
    ON_HOLD = "on_hold", _("on hold")


class ExitReason(models.TextChoices):
    """Why a claim leaves the queue (GOVERNANCE.md: opinion and criticism always may)."""

    OPINION = "opinion", _("opinion")
    CRITICISM = "criticism", _("criticism of the authorities")
    SATIRE = "satire", _("satire")
    PREDICTION = "prediction", _("prediction")
    QUESTION = "question", _("question or wish")
    PRIVATE_PERSON = "private_person", _("about a private person")
    EXPERIENCE = "experience", _("personal experience")
    ADVERTISEMENT = "advertisement", _("advertisement")
    NOT_OURS = "not_ours", _("not about our place or duties")
    TOO_VAGUE = "too_vague", _("too vague to check")


class Verdict(models.TextChoices):
    """The scale, from `false` to `true`, and two answers outside it. Names and numbers: verify/verdicts.py."""

    FALSE = "false", _("False")
    MOSTLY_FALSE = "mostly_false", _("Mostly false")
    MISLEADING = "misleading", _("Misleading")
    MIXED = "mixed", _("Partly true")
    MOSTLY_TRUE = "mostly_true", _("Mostly true")
    TRUE = "true", _("True")
    UNPROVEN = "unproven", _("Unproven")
    OUTDATED = "outdated", _("No longer true")


class Case(models.Model):
    """The work on one claim. `version` grows with every change: two people at once, the second is told."""

    number = models.CharField(max_length=12, unique=True, help_text="2026-0187")
    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="case")
    state = models.CharField(max_length=20, choices=CaseState.choices, default=CaseState.RECEIVED)
    version = models.PositiveIntegerField(default=0)
    severity = models.PositiveSmallIntegerField(default=2, help_text="1 gravest, 3 least")
    assignee = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="cases")
    selection_reason = models.TextField(
        blank=True, help_text="why this claim was taken up (shown to the public)"
    )
    exit_reason = models.CharField(max_length=20, choices=ExitReason.choices, blank=True)
    exit_note = models.TextField(blank=True)
    duplicate_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True)
    answered_by = models.ForeignKey(Known, on_delete=models.PROTECT, null=True, blank=True)
    held_from = models.CharField(max_length=20, blank=True, help_text="state before on_hold")
    first_seen_at = models.DateTimeField()
    received_at = models.DateTimeField()
    acknowledge_by = models.DateTimeField(null=True, blank=True)
    answer_by = models.DateTimeField(null=True, blank=True)
    triaged_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "acknowledge_by"], name="cases_by_state")]

    def __str__(self) -> str:
        return self.number


class CaseChange(models.Model):
    """One step of a case, for its time line and for telling the second of two editors what changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="changes")
    version = models.PositiveIntegerField()
    act = models.CharField(max_length=40)
    from_state = models.CharField(max_length=20, choices=CaseState.choices, blank=True)
    to_state = models.CharField(max_length=20, choices=CaseState.choices)
    by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, help_text="null: the worker"
    )
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["version"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "version"], name="one_change_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.case} v{self.version}: {self.act}"


class Stance(models.TextChoices):
    FOR = "for", _("supports the claim")
    AGAINST = "against", _("contradicts the claim")
    CONTEXT = "context", _("context")


class Evidence(models.Model):
    """A passage of a capture, for or against the claim. Published only while the capture is intact."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evidence")
    capture = models.ForeignKey(Capture, on_delete=models.PROTECT, related_name="evidence")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, null=True, blank=True)
    title = models.CharField(max_length=300)
    passage = models.TextField()
    stance = models.CharField(max_length=10, choices=Stance.choices)
    primary = models.BooleanField(default=False, help_text="the original source itself")
    note_vi = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "evidence"
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.title


class ReviewKind(models.TextChoices):
    FIRST = "first", _("first version")
    UPDATED = "updated", _("update")
    CORRECTED = "corrected", _("correction")
    RETRACTED = "retracted", _("retraction")


class ReviewState(models.TextChoices):
    DRAFT = "draft", _("draft")
    READ = "read", _("second reading agreed")
    PUBLISHED = "published", _("published")
    SUPERSEDED = "superseded", _("replaced by a later version")
    DROPPED = "dropped", _("dropped")


class Review(models.Model):
    """One version of the answer to a claim. A published version never changes; a later one replaces it.

    A draft on which the second reader differed is dropped and stays, with both verdicts; a new row takes its version.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    version = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=ReviewKind.choices, default=ReviewKind.FIRST)
    state = models.CharField(max_length=12, choices=ReviewState.choices, default=ReviewState.DRAFT)
    verdict = models.CharField(max_length=20, choices=Verdict.choices, blank=True)
    public_note_vi = models.TextField(
        blank=True, help_text="what changed and why, for a version after the first"
    )
    public_note_en = models.TextField(blank=True)
    evidence = models.ManyToManyField(Evidence, related_name="reviews", blank=True)
    other_side = models.TextField(
        blank=True, help_text="what was looked for on the other side, and found or not"
    )
    secondary_only_reason = models.TextField(blank=True, help_text="why there is no primary source")
    drafted_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    canonical = models.TextField(
        blank=True, help_text="canonical JSON of everything published; what is signed"
    )
    canonical_sha256 = models.CharField(max_length=64, blank=True)
    signature = models.TextField(blank=True, help_text="Ed25519 over `canonical`, base64")
    key_id = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the public key")
    log_index = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["case", "version"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["case", "version"], condition=~Q(state="dropped"), name="review_version_once"
            ),
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="published"), name="one_published_version_a_case"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["published", "superseded"])
                | (~Q(signature="") & ~Q(canonical="") & Q(published_at__isnull=False)),
                name="nothing_published_unsigned",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case.number} v{self.version}"


class ReviewText(models.Model):
    """A review in one language: headline, summary and the three legal parts of an explanatory notice.

    Decree 72/2015/NĐ-CP Art. 10: (i) the misleading content and its course, (ii) its effect, (iii) the facts.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=5, choices=[("vi", "Tiếng Việt"), ("en", "English")])
    headline = models.CharField(max_length=200)
    summary = models.TextField()
    misleading_content = models.TextField()
    effect = models.TextField()
    facts = models.TextField()
    not_known = models.TextField(blank=True)
    pending = models.BooleanField(default=False, help_text="translation not ready; the page says so")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "language"], name="one_text_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.review} ({self.language})"


class Hand(models.TextChoices):
    WROTE = "wrote", _("wrote")
    READ = "read", _("read as second reader")
    SIGNED = "signed", _("signed")


class ReviewHand(models.Model):
    """Whose hand touched a version. The constraints are the two-person rule, for administrators too."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="hands")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    hand = models.CharField(max_length=10, choices=Hand.choices)
    at = models.DateTimeField()
    blind_verdict = models.CharField(
        max_length=20,
        choices=Verdict.choices,
        blank=True,
        help_text="second reader's, given before the reveal",
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "user"],
                condition=Q(hand__in=["wrote", "signed"]),
                name="nobody_signs_what_they_wrote",
            ),
            models.UniqueConstraint(
                fields=["review", "user"],
                condition=Q(hand__in=["wrote", "read"]),
                name="second_reader_did_not_write",
            ),
            models.UniqueConstraint(fields=["review"], condition=Q(hand="signed"), name="one_signature"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.hand} {self.review}"


class AgencyRequestState(models.TextChoices):
    SENT = "sent", _("sent")
    ANSWERED = "answered", _("answered")
    OVERDUE = "overdue", _("overdue")
    WITHDRAWN = "withdrawn", _("withdrawn")


class AgencyRequest(models.Model):
    """A question to the competent agency, with a deadline."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="agency_requests")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    question = models.TextField()
    state = models.CharField(
        max_length=12, choices=AgencyRequestState.choices, default=AgencyRequestState.SENT
    )
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.case}: {self.agency}"

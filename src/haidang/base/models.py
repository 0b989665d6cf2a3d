"""State tables that every part shares: the record, running numbers, leases, legal parameters."""

from typing import ClassVar

from django.db import models


class LogEntry(models.Model):
    """One act, as it was written; leaf `index` of the Merkle log. Never changed, never deleted."""

    index = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=60)
    actor = models.CharField(max_length=80)
    subject_kind = models.CharField(max_length=60)
    subject_key = models.CharField(max_length=80)
    leaf = models.TextField()
    leaf_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["index"]
        indexes: ClassVar = [models.Index(fields=["subject_kind", "subject_key"], name="log_of_subject")]

    def __str__(self) -> str:
        return f"{self.index} {self.act} {self.subject_kind}:{self.subject_key}"


class LogHead(models.Model):
    """The one row that holds the size of the log and the right edge of its tree (hex hashes, largest first)."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    size = models.BigIntegerField(default=0)
    frontier = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(id=1), name="one_log_head")]

    def __str__(self) -> str:
        return f"log head at {self.size}"


class Checkpoint(models.Model):
    """A signed tree head: what an outside witness keeps to see any later change (C2SP tlog-checkpoint)."""

    size = models.BigIntegerField(unique=True)
    root_sha256 = models.CharField(max_length=64)
    note = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["size"]

    def __str__(self) -> str:
        return f"checkpoint at {self.size}"


class RunningNumber(models.Model):
    """The last number given in a series and year; locked while the next one is taken."""

    series = models.CharField(max_length=30)
    year = models.SmallIntegerField()
    last = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["series", "year"], name="one_series_a_year")]

    def __str__(self) -> str:
        return f"{self.series} {self.year}-{self.last:04}"


class LegalParameter(models.Model):
    """A number that a law or the office sets, with its basis and the days on which it holds."""

    code = models.CharField(max_length=60)
    value = models.IntegerField()
    unit = models.CharField(max_length=30)
    basis = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    verified_by = models.CharField(max_length=120, blank=True, help_text="empty: not verified, shown amber")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="one_value_from_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.code} = {self.value} {self.unit}"


class DayOff(models.Model):
    """The office's own word on one day, over the calendar's estimate."""

    day = models.DateField(unique=True)
    working = models.BooleanField(default=False)
    reason = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.day}: {'working' if self.working else 'off'}, {self.reason}"


class Leased(models.Model):
    """A row that is work to do: due at a time, held by one worker until its lease runs out."""

    due_at = models.DateTimeField(null=True, blank=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    lease_token = models.CharField(max_length=32, blank=True, default="")

    class Meta:
        abstract = True

"""Staff of the office and of other agencies, and the roles they hold. No table here is about anybody else."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    SCREENER = "screener", _("Screener")
    CHECKER = "checker", _("Checker")
    SECOND_READER = "second_reader", _("Second reader")
    APPROVER = "approver", _("Approver")
    EDITOR = "editor", _("Editor")
    TRANSLATOR = "translator", _("Translator")
    LEGAL_OFFICER = "legal_officer", _("Legal officer")
    RELATIONS_OFFICER = "relations_officer", _("Relations officer")
    COMPLIANCE_OFFICER = "compliance_officer", _("Compliance officer")
    LEAD = "lead", _("Lead (coordinator)")
    AUDITOR = "auditor", _("Auditor")
    ADMINISTRATOR = "administrator", _("Administrator")
    AGENCY_CONTACT = "agency_contact", _("Contact at another agency")


class Agency(models.Model):
    """An organ of the state, with the days on which it exists and what came before and after it."""

    code = models.SlugField(max_length=40, unique=True)
    name_vi = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    predecessors = models.ManyToManyField("self", symmetrical=False, related_name="successors", blank=True)

    class Meta:
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name_vi


class User(AbstractUser):
    """A member of staff. `public_id` stands for them in the record, so that a name never enters it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="staff")
    display_name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=120, blank=True, help_text="post as printed under a signature")

    def __str__(self) -> str:
        return self.display_name or self.username


class RoleGrant(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=30, choices=Role.choices)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["user", "role"], name="a_role_once")]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}"

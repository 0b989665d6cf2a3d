"""Forms of the short acts on a case. A form only reads what was typed; whether the act is right, the act decides."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from haidang.accounts.access import ACTS
from haidang.accounts.models import User
from haidang.information.screen.models import Known, KnownKind, MatchState
from haidang.information.verify.models import Case, Evidence, ExitReason, Verdict
from haidang.web.desk import signing
from haidang.web.words import word


class CaseForm(forms.Form):
    """Carries the version of the case that the page showed, so that a second editor is told what changed."""

    preface: str | Promise = ""  # what stands above the fields
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, case: Case, by: User, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.case, self.by = case, by
        self.fields["version"].initial = case.version
        self.prepare()

    def prepare(self) -> None:
        """Choices, fields and first values that depend on the case and on who does the act."""


def words_area(rows: int = 3) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class QueueForm(CaseForm):
    selection_reason = forms.CharField(
        label=_("Why is this claim worth checking?"),
        help_text=_("Readers see this sentence under the notice."),
        widget=words_area(2),
    )

    def prepare(self) -> None:
        reasons = [
            word("factor", str(row.get("code", "")))
            for row in self.case.claim.reasons
            if row.get("points", 0) > 0
        ]
        self.fields["selection_reason"].initial = "; ".join(dict.fromkeys(reasons))


class LeaveForm(CaseForm):
    reason = forms.ChoiceField(
        label=_("Why does it leave the queue?"), choices=ExitReason.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(label=_("Note for colleagues"), required=False, widget=words_area(2))


class DuplicateForm(CaseForm):
    number = forms.CharField(
        label=_("Number of the other case"), max_length=12, help_text=_("For example 2026-0187.")
    )

    def clean_number(self) -> Case:
        other = Case.objects.filter(number=self.cleaned_data["number"].strip()).first()
        if other is None:
            raise forms.ValidationError(
                _("There is no case with this number; copy it from the list of cases.")
            )
        return other


class AnsweredForm(CaseForm):
    known = forms.ModelChoiceField(
        label=_("Which conclusion answers it?"),
        queryset=Known.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def prepare(self) -> None:
        field = self.fields["known"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = answers_to(self.case)


def answers_to(case: Case) -> QuerySet[Known]:
    """Published conclusions that were suggested for this claim and not refused, the likeliest first."""
    suggested = case.claim.matches.exclude(state=MatchState.REFUSED)
    rows = Known.objects.filter(matches__in=suggested, kind=KnownKind.REVIEW, withdrawn=False)
    return rows.order_by("-matches__score")


class AssignForm(CaseForm):
    to = forms.ModelChoiceField(label=_("Who checks it?"), queryset=User.objects.none(), empty_label=None)

    def prepare(self) -> None:
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        roles = ACTS["case.investigate"]
        field.queryset = (
            User.objects.filter(is_active=True, grants__role__in=roles).distinct().order_by("username")
        )


class ReasonForm(CaseForm):
    reason = forms.CharField(label=_("Why?"), widget=words_area(2))


class ReturnForm(CaseForm):
    comment = forms.CharField(label=_("What has to change?"), widget=words_area(3))


class BlindForm(CaseForm):
    verdict = forms.ChoiceField(
        label=_("Your verdict, from the claim and the evidence alone"),
        help_text=_("The first verdict is shown after yours is kept. Both stay in the record."),
        choices=Verdict.choices,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(label=_("Why (for the writer)"), required=False, widget=words_area(2))


class WithdrawForm(CaseForm):
    preface = _("The passage leaves the draft and stays on this page, marked as withdrawn.")
    evidence = forms.ModelChoiceField(
        label=_("Which evidence?"),
        queryset=Evidence.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label=_("Why does it no longer count?"), widget=words_area(2))

    def prepare(self) -> None:
        field = self.fields["evidence"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = self.case.evidence.filter(withdrawn_at__isnull=True)


class SignForm(CaseForm):
    """Signing is one deliberate press on a page that shows what is signed, and the signer's second factor.

    The code is not required here, so that a form shown again after a refusal does not complain about the code
    that it never gives back; the act asks for it.
    """

    preface = _(
        "Everything above is published as it stands, signed in the office's name, and kept in the record."
    )
    code = forms.CharField(
        label=_("Code from your authenticator app"),
        help_text=_("Six digits; each code works once."),
        required=False,
        max_length=12,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "required": True, "class": "code"}
        ),
    )

    def prepare(self) -> None:
        if not signing.asks_for_code(self.by):
            self.fields["code"].widget = forms.HiddenInput()

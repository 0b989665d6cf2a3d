"""Forms of the short acts on a case. A form only reads what was typed; whether the act is right, the act decides."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from haidang.accounts.access import ACTS
from haidang.accounts.models import User
from haidang.information.screen.models import Known, KnownKind, MatchState
from haidang.information.verify.models import Case, ExitReason, Verdict
from haidang.web.words import word


class CaseForm(forms.Form):
    """Carries the version of the case that the page showed, so that a second editor is told what changed."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.case = case
        self.fields["version"].initial = case.version
        self.prepare()

    def prepare(self) -> None:
        """Choices and first values that depend on the case."""


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


class SignForm(CaseForm):
    """Nothing to type: signing is one deliberate press on a page that shows what is signed."""

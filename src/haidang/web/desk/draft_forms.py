"""The form in which an answer is written, in two languages side by side, and the form of evidence."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from haidang.information.collect.models import Revision
from haidang.information.verify.models import Evidence, Review, ReviewKind, Stance, Verdict
from haidang.information.verify.rules import LANGUAGES, NoticeText
from haidang.web.desk.case_forms import CaseForm, words_area

PARTS = ("headline", "summary", "misleading_content", "effect", "facts", "not_known")
LABELS = {
    "headline": _("Headline"),
    "summary": _("Summary"),
    "misleading_content": _("1. The misleading content and its course"),
    "effect": _("2. Its effect"),
    "facts": _("3. The facts"),
    "not_known": _("What we do not know"),
}
HELPS = {
    "headline": _("What is true, in one sentence. Do not repeat the rumour."),
    "misleading_content": _("What was said, where it began, how it spread. Name no person."),
    "not_known": _("May stay empty. Readers trust an office that says what it does not know."),
}


class DraftForm(CaseForm):
    verdict = forms.ChoiceField(
        label=_("Verdict"), required=False, choices=Verdict.choices, widget=forms.RadioSelect
    )
    other_side = forms.CharField(
        label=_("What was looked for on the other side?"),
        required=False,
        help_text=_("Needed when all evidence points one way."),
        widget=words_area(2),
    )
    secondary_only_reason = forms.CharField(
        label=_("Why is there no original source?"),
        required=False,
        help_text=_("Needed when no evidence is marked as original source."),
        widget=words_area(2),
    )
    evidence = forms.ModelMultipleChoiceField(
        label=_("Evidence that is published with it"),
        queryset=Evidence.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    en_pending = forms.BooleanField(
        label=_("The English text is not ready; the page says so"), required=False
    )

    def prepare(self) -> None:
        for language in LANGUAGES:
            for part in PARTS:
                self.fields[f"{language}_{part}"] = _part_field(part, language)
        field = self.fields["evidence"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = self.case.evidence.filter(withdrawn_at__isnull=True)

    def texts(self) -> dict[str, NoticeText]:
        """Both languages as values for the act."""
        data = self.cleaned_data
        return {
            language: NoticeText(
                **{part: data[f"{language}_{part}"] for part in PARTS},
                pending=language == "en" and data["en_pending"],
            )
            for language in LANGUAGES
        }

    def languages(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields of each language, for two columns."""
        return [(language, [self[f"{language}_{part}"] for part in PARTS]) for language in LANGUAGES]


class ChangeForm(DraftForm):
    kind = forms.ChoiceField(
        label=_("What kind of change is it?"),
        choices=[
            (kind.value, kind.label)
            for kind in (ReviewKind.CORRECTED, ReviewKind.UPDATED, ReviewKind.RETRACTED)
        ],
        widget=forms.RadioSelect,
    )
    public_note_vi = forms.CharField(
        label=_("What changed and why, in Vietnamese"),
        help_text=_("Stands above the notice, in the register and in the feeds."),
        widget=words_area(2),
    )
    public_note_en = forms.CharField(label=_("What changed and why, in English"), widget=words_area(2))


def _part_field(part: str, language: str) -> forms.CharField:
    attrs = {"lang": language, "rows": 2 if part in {"headline", "not_known"} else 4}
    return forms.CharField(
        label=LABELS[part],
        help_text=HELPS.get(part, ""),
        required=False,
        max_length=200 if part == "headline" else None,
        widget=forms.Textarea(attrs=attrs),
    )


def values_of(review: Review | None) -> dict[str, Any]:
    """What the form starts with: the version in work, or the published one that is to be changed."""
    if review is None:
        return {}
    start: dict[str, Any] = {
        "verdict": review.verdict,
        "other_side": review.other_side,
        "secondary_only_reason": review.secondary_only_reason,
        "evidence": [item.pk for item in review.evidence.all()],
    }
    if review.public_note_vi or review.public_note_en:
        start |= {
            "kind": review.kind,
            "public_note_vi": review.public_note_vi,
            "public_note_en": review.public_note_en,
        }
    for text in review.texts.all():
        start |= {f"{text.language}_{part}": getattr(text, part) for part in PARTS}
        if text.language == "en":
            start["en_pending"] = text.pending
    return start


class EvidenceForm(CaseForm):
    revision = forms.ModelChoiceField(
        label=_("Which copy?"),
        queryset=Revision.objects.select_related("capture", "publication"),
        widget=forms.TextInput,
    )
    title = forms.CharField(
        label=_("Title"), max_length=300, help_text=_("What it is, as a reader would name it.")
    )
    passage = forms.CharField(
        label=_("Passage"),
        widget=words_area(4),
        help_text=_("Copy the words that matter, exactly as they stand."),
    )
    stance = forms.ChoiceField(label=_("The passage"), choices=Stance.choices, widget=forms.RadioSelect)
    primary = forms.BooleanField(label=_("This is the original source itself"), required=False)
    note_vi = forms.CharField(
        label=_("Note for readers, in Vietnamese"), required=False, widget=words_area(2)
    )
    note_en = forms.CharField(label=_("Note for readers, in English"), required=False, widget=words_area(2))

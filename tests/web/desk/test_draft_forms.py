"""The form of a draft carries both languages there and back without loss."""

from haidang.information.verify.rules import NoticeText
from haidang.web.desk.draft_forms import PARTS, ChangeForm, DraftForm, values_of
from tests.desk import EN, VI, Desk


def typed(**more: object) -> dict[str, object]:
    return {
        f"{code}_{part}": getattr(text, part) for code, text in (("vi", VI), ("en", EN)) for part in PARTS
    } | more


def test_what_is_typed_arrives_as_values_of_both_languages(desk: Desk) -> None:
    form = DraftForm(typed(verdict="false"), case=desk.investigating(), by=desk.cast.minh)
    assert form.is_valid(), form.errors
    assert form.texts() == {"vi": VI, "en": EN}


def test_a_pending_translation_concerns_english_only(desk: Desk) -> None:
    form = DraftForm(typed(en_pending="on"), case=desk.investigating(), by=desk.cast.minh)
    assert form.is_valid()
    assert (form.texts()["vi"].pending, form.texts()["en"].pending) == (False, True)


def test_a_saved_draft_fills_the_form_again_exactly(desk: Desk) -> None:
    case = desk.drafted()
    start = values_of(case.reviews.get())
    again = DraftForm({**start, "evidence": start["evidence"]}, case=case, by=desk.cast.minh)
    assert again.is_valid()
    assert again.texts() == {"vi": VI, "en": EN}
    assert again.cleaned_data["verdict"] == "false"
    assert values_of(None) == {}


def test_nothing_is_demanded_of_a_draft_but_a_change_needs_its_public_note(desk: Desk) -> None:
    case = desk.investigating()
    empty = DraftForm({}, case=case, by=desk.cast.minh)
    assert empty.is_valid()
    assert empty.texts()["vi"] == NoticeText("", "", "", "", "")
    assert set(ChangeForm({}, case=case, by=desk.cast.minh).errors) == {
        "kind",
        "public_note_vi",
        "public_note_en",
    }


def test_withdrawn_evidence_cannot_be_chosen(desk: Desk) -> None:
    from haidang.information.verify.add_evidence import withdraw_evidence
    from tests.cast import later

    case = desk.investigating()
    evidence = desk.evidence(case)
    withdraw_evidence(evidence=evidence, by=desk.cast.minh, at=later(6), reason="Nhầm trang")
    assert not DraftForm({"evidence": [evidence.pk]}, case=case, by=desk.cast.minh).is_valid()

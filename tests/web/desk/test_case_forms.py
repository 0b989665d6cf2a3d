"""Forms read what was typed and offer what the case allows; they decide nothing."""

from haidang.information.screen.models import Known, Match, MatchState
from haidang.web.desk.case_forms import AnsweredForm, AssignForm, DuplicateForm, QueueForm
from tests.cast import NOON
from tests.desk import Desk


def test_the_reason_starts_with_what_the_machine_found_in_words(desk: Desk) -> None:
    form = QueueForm(case=desk.received(), by=desk.cast.minh)
    assert form.fields["selection_reason"].initial == "Có thể hại đến tính mạng, sức khoẻ, an toàn"


def test_only_those_who_may_check_are_offered(desk: Desk) -> None:
    offered = set(AssignForm(case=desk.queued(), by=desk.cast.minh).fields["to"].queryset)  # type: ignore[attr-defined]
    assert offered == {desk.cast.minh, desk.cast.mai}


def test_a_refused_or_withdrawn_conclusion_is_not_offered(desk: Desk) -> None:
    case = desk.received()
    rows = [
        Known.objects.create(kind="review", key=str(n), language="vi", claim="x", known_at=NOON)
        for n in range(3)
    ]
    for row in rows:
        Match.objects.create(claim=case.claim, known=row, score=0.5, level="related", suggested_at=NOON)
    Match.objects.filter(known=rows[0]).update(state=MatchState.REFUSED)
    Known.objects.filter(pk=rows[1].pk).update(withdrawn=True)
    assert list(AnsweredForm(case=case, by=desk.cast.minh).fields["known"].queryset) == [rows[2]]  # type: ignore[attr-defined]


def test_the_number_of_the_other_case_may_have_spaces_around_it(desk: Desk) -> None:
    case = desk.received()
    other = desk.received("Phát biểu khác", address="http://127.0.0.1:8801/tin/2")
    form = DuplicateForm({"number": f" {other.number} "}, case=case, by=desk.cast.minh)
    assert form.is_valid()
    assert form.cleaned_data["number"] == other

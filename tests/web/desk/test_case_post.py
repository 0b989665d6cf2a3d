"""One POST, one act; a refusal keeps what was typed and says what to do."""

from django.test import Client

from haidang.base.vault import office_vault
from haidang.information.collect.models import Revision
from haidang.information.verify import triage
from haidang.information.verify.models import Case, Review
from tests.cast import later
from tests.desk import EN, RUMOUR, VI, Desk
from tests.web.conftest import SignedIn


def post(client: Client, case: Case, act: str, **typed: object) -> object:
    typed.setdefault("version", case.version)
    return client.post(f"/desk/cases/{case.number}/{act}/", typed)


def typed_draft(**more: object) -> dict[str, object]:
    parts = ("headline", "summary", "misleading_content", "effect", "facts", "not_known")
    texts = {
        f"{code}_{part}": getattr(text, part) for code, text in (("vi", VI), ("en", EN)) for part in parts
    }
    return {
        "verdict": "false",
        "other_side": "Đã tìm, không thấy.",
        "secondary_only_reason": "",
        **texts,
        **more,
    }


def test_the_whole_path_can_be_walked_through_the_pages_alone(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    lan, minh = signed_in(desk.cast.lan), signed_in(desk.cast.minh)
    assert post(lan, case, "queue", selection_reason="Có thể gây hoảng loạn").status_code == 302
    case.refresh_from_db()
    assert post(minh, case, "take").status_code == 302
    case.refresh_from_db()
    copy = Revision.objects.get()
    evidence = {
        "revision": copy.pk,
        "title": "Bài gốc",
        "passage": "cầu sập",
        "stance": "for",
        "primary": "on",
    }
    assert post(minh, case, "evidence", **evidence).status_code == 302
    case.refresh_from_db()
    chosen = [item.pk for item in case.evidence.all()]
    assert post(minh, case, "draft", **typed_draft(evidence=chosen)).status_code == 302
    case.refresh_from_db()
    assert post(minh, case, "hand-on").status_code == 302
    case.refresh_from_db()
    assert post(signed_in(desk.cast.dung), case, "read", verdict="false").status_code == 302
    case.refresh_from_db()
    assert post(signed_in(desk.cast.hoa), case, "sign").status_code == 302
    assert Client().get(f"/notices/{case.number}/").status_code == 200


def test_a_missing_reason_keeps_the_form_open_and_says_what_to_do(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    response = post(signed_in(desk.cast.lan), case, "leave", note="Ghi chú đã gõ")
    assert response.status_code == 422
    assert "Ghi chú đã gõ" in response.content.decode()
    assert Case.objects.get(pk=case.pk).state == "triage"


def test_impossible_values_are_refused_and_kept(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    response = post(signed_in(desk.cast.lan), case, "duplicate", number="2026-9999")
    assert response.status_code == 422
    assert "Không có vụ việc mang số này" in response.content.decode()
    assert "2026-9999" in response.content.decode()


def test_the_second_of_two_editors_sees_what_changed_and_loses_nothing(
    desk: Desk, signed_in: SignedIn
) -> None:
    case = desk.investigating()
    seen = case.version
    evidence = desk.evidence(case)
    minh = signed_in(desk.cast.minh)
    typed = typed_draft(evidence=[evidence.pk], version=seen, vi_facts="Điều tôi vừa gõ rất lâu.")
    response = post(minh, case, "draft", **typed)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Người khác vừa thay đổi vụ việc này" in page
    assert "thêm bằng chứng" in page
    assert "Điều tôi vừa gõ rất lâu." in page
    newest = Case.objects.get(pk=case.pk).version
    assert f'name="version" value="{newest}"' in page
    assert post(minh, case, "draft", **(typed | {"version": newest})).status_code == 302


def test_an_act_on_a_case_that_has_moved_on_is_answered_in_words(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    triage.leave_queue(case=case, by=desk.cast.lan, at=later(3), reason="opinion")
    response = post(signed_in(desk.cast.mai), case, "queue", version="", selection_reason="x")
    assert response.status_code == 409
    assert "Vụ việc đã sang bước khác" in response.content.decode()


def test_an_incomplete_draft_is_not_handed_on_and_the_page_lists_what_lacks(
    desk: Desk, signed_in: SignedIn
) -> None:
    case = desk.investigating()
    minh = signed_in(desk.cast.minh)
    assert post(minh, case, "draft", **typed_draft(vi_headline="", verdict="")).status_code == 302
    case.refresh_from_db()
    response = post(minh, case, "hand-on")
    page = response.content.decode()
    assert response.status_code == 422
    assert "ít nhất một bằng chứng" in page
    assert "tiêu đề" in page


def test_the_author_cannot_sign_even_by_posting_directly(desk: Desk, signed_in: SignedIn) -> None:
    from haidang.accounts.models import Role, RoleGrant

    case = desk.in_approval()
    RoleGrant.objects.create(user=desk.cast.minh, role=Role.APPROVER)
    response = post(signed_in(desk.cast.minh), case, "sign")
    assert response.status_code == 403
    assert "Bạn đã viết bản này" in response.content.decode()
    assert Case.objects.get(pk=case.pk).state == "approval"


def test_a_damaged_capture_stops_the_signature_and_names_the_next_step(
    desk: Desk, signed_in: SignedIn
) -> None:
    case = desk.in_approval()
    capture = case.evidence.get().capture
    path = office_vault().path(capture.warc_sha256)
    path.chmod(0o600)
    path.write_bytes(b"\0" + path.read_bytes()[1:])
    response = post(signed_in(desk.cast.hoa), case, "sign")
    assert response.status_code == 422
    assert "bản lưu nguyên vẹn" in response.content.decode()


def test_a_correction_is_drafted_signed_and_shown(desk: Desk, signed_in: SignedIn) -> None:
    review = desk.published()
    case = review.case
    case.refresh_from_db()
    typed = typed_draft(
        evidence=[item.pk for item in review.evidence.all()],
        kind="corrected", public_note_vi="Sửa ngày.", public_note_en="The date.", vi_facts="Đến 22/5.",
    )  # fmt: skip
    assert post(signed_in(desk.cast.minh), case, "change", **typed).status_code == 302
    case.refresh_from_db()
    assert post(signed_in(desk.cast.hoa), case, "sign-change").status_code == 302
    assert Review.objects.get(case=case, state="published").version == 2
    assert "Sửa ngày." in Client().get(f"/notices/{case.number}/").content.decode()


def test_an_act_that_does_not_exist_is_not_found(desk: Desk, signed_in: SignedIn) -> None:
    assert post(signed_in(desk.cast.mai), desk.received(), "delete").status_code == 404


def test_a_form_cannot_be_posted_from_elsewhere(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(desk.cast.lan, backend="django.contrib.auth.backends.ModelBackend")
    signed_in(desk.cast.lan)
    response = strict.post(f"/desk/cases/{case.number}/queue/", {"selection_reason": "x"})
    assert response.status_code == 403
    assert "Trang này mở đã lâu" in response.content.decode()


def test_after_a_decision_in_the_queue_comes_the_next_claim(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.received()
    response = post(signed_in(desk.cast.lan), case, "queue", selection_reason=RUMOUR)
    assert response["Location"] == "/desk/queue/"


def test_evidence_is_withdrawn_with_a_reason_and_stays_on_the_page(desk: Desk, signed_in: SignedIn) -> None:
    case = desk.investigating()
    evidence = desk.evidence(case)
    case.refresh_from_db()
    minh = signed_in(desk.cast.minh)
    link = f"/desk/cases/{case.number}/?act=withdraw&amp;evidence={evidence.pk}#act"
    assert link in minh.get(f"/desk/cases/{case.number}/").content.decode()
    form = minh.get(f"/desk/cases/{case.number}/?act=withdraw&evidence={evidence.pk}").content.decode()
    assert f'name="evidence" value="{evidence.pk}" id="id_evidence_0" required checked' in form
    assert post(minh, case, "withdraw", evidence=evidence.pk, reason="").status_code == 422
    assert post(minh, case, "withdraw", evidence=evidence.pk, reason="Nhầm trang").status_code == 302
    page = minh.get(f"/desk/cases/{case.number}/").content.decode()
    assert "đã rút" in page
    assert "Nhầm trang" in page
    assert link not in page
    case.refresh_from_db()
    assert post(minh, case, "withdraw", evidence=evidence.pk, reason="Lần nữa").status_code == 422


def test_evidence_is_withdrawn_only_by_whoever_may_add_it_and_only_from_its_own_case(
    desk: Desk, signed_in: SignedIn
) -> None:
    case = desk.investigating()
    evidence = desk.evidence(case)
    other = desk.investigating("Phát biểu khác", address="http://127.0.0.1:8801/tin/9")
    lan = signed_in(desk.cast.lan)
    assert "act=withdraw" not in lan.get(f"/desk/cases/{case.number}/").content.decode()
    assert post(lan, case, "withdraw", evidence=evidence.pk, reason="x").status_code == 403
    minh = signed_in(desk.cast.minh)
    assert post(minh, other, "withdraw", evidence=evidence.pk, reason="x").status_code == 422
    evidence.refresh_from_db()
    assert evidence.withdrawn_at is None

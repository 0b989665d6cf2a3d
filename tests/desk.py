"""Things on the desk for tests: a vault, a captured page, a claim, a case taken as far as a test needs."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from haidang.base import record
from haidang.base.hashes import sha256_hex
from haidang.base.legal import seed_legal_parameters
from haidang.base.vault import Vault, office_vault
from haidang.base.vault.warc import warc_record
from haidang.information.collect.models import Capture, Publication, Revision, Source
from haidang.information.collect.parsing import content_hash
from haidang.information.screen.models import Appearance, Claim
from haidang.information.verify import handle_case, triage
from haidang.information.verify.add_evidence import add_evidence
from haidang.information.verify.draft_review import draft_change, draft_review
from haidang.information.verify.models import Case, Evidence, Review
from haidang.information.verify.office import Office
from haidang.information.verify.receive_claims import receive_claims
from haidang.information.verify.rules import NoticeText
from haidang.information.verify.second_reading import ask_second_reader, give_blind_verdict
from haidang.information.verify.sign_review import sign_review
from tests.cast import NOON, Cast, later

RUMOUR = "Cầu qua rạch Cây Được bị sập một nhịp sáng 12/5, nhiều xe rơi xuống sông"
OFFICE = Office("Thông tin đối ngoại Cà Mau", "Ca Mau External Information", "http://127.0.0.1:8000")
VI = NoticeText(
    headline="Cầu Cây Được không sập. Cầu đang cấm xe tải để sửa khe co giãn đến 20/5",
    summary="Không có sự cố nào xảy ra; ảnh kèm theo chụp rào chắn của công trình sửa chữa.",
    misleading_content="Sáng 12/5 nhiều trang đăng rằng cầu bị sập một nhịp.",
    effect="Nhiều người đi đường vòng xa hơn 20 km.",
    facts="Từ 11/5 Sở Xây dựng cấm xe trên 3,5 tấn qua cầu để thay khe co giãn.",
    not_known="Bài đăng đầu tiên lấy ảnh từ đâu.",
)
EN = NoticeText(
    headline="Cay Duoc bridge has not collapsed; trucks are barred for joint repair until 20 May",
    summary="Nothing happened; the picture shows the barriers of the repair works.",
    misleading_content="On the morning of 12 May several pages said that one span had fallen.",
    effect="Many people took a detour of more than 20 km.",
    facts="Since 11 May vehicles above 3.5 tonnes are barred while the expansion joints are replaced.",
)


@transaction.atomic
def a_capture(
    *, address: str = "http://127.0.0.1:8801/tin/1", body: bytes = b"<p>cau sap</p>", at: datetime = NOON
) -> Capture:
    """Bytes in the vault, then the row, then the log entry: as the collector does it."""
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    warc = warc_record(
        address=address, status=200, headers=headers, body=body, fetched_at=at, peer="127.0.0.1"
    )
    sha256 = office_vault().put(warc)
    if kept := Capture.objects.filter(warc_sha256=sha256).first():
        return kept
    capture = Capture.objects.create(
        address=address,
        fetched_at=at,
        status=200,
        content_type="text/html",
        length=len(body),
        body_sha256=sha256_hex(body),
        warc_sha256=sha256,
    )
    body_of_act = {"warc_sha256": sha256, "body_sha256": capture.body_sha256}
    record.append(act="capture.stored", subject=capture, by=None, at=at, body=body_of_act)
    return capture


@transaction.atomic
def a_revision(*, address: str, text: str, title: str = "", at: datetime = NOON) -> Revision:
    source, _new = Source.objects.get_or_create(
        address="http://127.0.0.1:8801/feed", defaults={"name": "Trang mẫu"}
    )
    publication = Publication.objects.create(
        source=source, address=address, address_sha256=sha256_hex(address.encode()), first_seen_at=at
    )
    capture = a_capture(address=address, body=f"<p>{text}</p>".encode(), at=at)
    revision = Revision.objects.create(
        publication=publication,
        number=1,
        capture=capture,
        seen_at=at,
        title=title,
        text=text,
        language="vi",
        content_sha256=content_hash(title, text),
        screened_at=at,
    )
    body = {"content_sha256": revision.content_sha256, "warc_sha256": capture.warc_sha256}
    record.append(act="revision.stored", subject=revision, by=None, at=at, body=body)
    return revision


def a_claim(
    text: str = RUMOUR, *, address: str = "http://127.0.0.1:8801/tin/1", at: datetime = NOON
) -> Claim:
    revision = a_revision(address=address, text=text, title=text[:40], at=at)
    claim = Claim.objects.create(
        text=text,
        folded=text.lower(),
        language="vi",
        first_seen_at=at,
        last_seen_at=at,
        priority=7,
        reasons=[{"code": "harm", "points": 3, "detail": "sập"}],
    )
    Appearance.objects.create(claim=claim, revision=revision, quote=text, offset=0, seen_at=at)
    return claim


@dataclass
class Desk:
    """A case and its people; each method takes the next step and returns what came of it."""

    cast: Cast
    vault: Vault = field(default_factory=office_vault)
    office: Office = OFFICE

    def received(self, text: str = RUMOUR, *, address: str = "http://127.0.0.1:8801/tin/1") -> Case:
        seed_legal_parameters()
        claim = a_claim(text, address=address)
        receive_claims(at=later(1))
        return Case.objects.get(claim=claim)

    def queued(self, text: str = RUMOUR, **where: str) -> Case:
        case = self.received(text, **where)
        return triage.queue_case(
            case=case, by=self.cast.lan, at=later(2), selection_reason="Có thể gây hoảng loạn"
        )

    def investigating(self, text: str = RUMOUR, **where: str) -> Case:
        return handle_case.take_case(case=self.queued(text, **where), by=self.cast.minh, at=later(3))

    def evidence(self, case: Case, *, stance: str = "against", primary: bool = True) -> Evidence:
        capture = a_capture(
            address=f"http://127.0.0.1:8802/tb/45-{stance}", body=b"<p>Khong cam xe con</p>", at=later(4)
        )
        return add_evidence(
            case=case,
            capture=capture,
            publication=None,
            title="Thông báo 45/TB-SXD",
            passage="Khong cam xe con",
            stance=stance,
            primary=primary,
            by=self.cast.minh,
            at=later(5),
            vault=self.vault,
        )

    def drafted(self, text: str = RUMOUR, **where: str) -> Case:
        case = self.investigating(text, **where)
        evidence = self.evidence(case)
        draft_review(
            case=case,
            verdict="false",
            texts={"vi": VI, "en": EN},
            evidence=[evidence],
            by=self.cast.minh,
            at=later(6),
            other_side="Đã tìm tin xác nhận cầu sập, không thấy.",
        )
        return Case.objects.get(pk=case.pk)

    def in_second_reading(self, text: str = RUMOUR, **where: str) -> Case:
        return ask_second_reader(
            case=self.drafted(text, **where), by=self.cast.minh, at=later(7), vault=self.vault
        )

    def in_approval(self, text: str = RUMOUR, **where: str) -> Case:
        case = self.in_second_reading(text, **where)
        give_blind_verdict(case=case, verdict="false", by=self.cast.dung, at=later(8))
        return Case.objects.get(pk=case.pk)

    def published(self, text: str = RUMOUR, **where: str) -> Review:
        case = self.in_approval(text, **where)
        return sign_review(
            case=case, officer=self.cast.hoa, at=later(9), vault=self.vault, office=self.office
        )

    def change_drafted(self, review: Review, *, kind: str = "corrected", facts: str = "Đến 22/5.") -> Review:
        texts = {"vi": NoticeText(**{**_values(VI), "facts": facts}), "en": EN}
        return draft_change(
            case=review.case,
            kind=kind,
            public_note_vi="Ngày kết thúc là 22/5.",
            public_note_en="The end is 22 May.",
            verdict="false",
            texts=texts,
            evidence=list(review.evidence.all()),
            by=self.cast.minh,
            at=later(20),
            other_side="Đã tìm, không thấy.",
        )

    def signed_change(self, review: Review, **how: str) -> Review:
        change = self.change_drafted(review, **how)
        return sign_review(
            case=change.case, officer=self.cast.hoa, at=later(30), vault=self.vault, office=self.office
        )


def _values(text: NoticeText) -> dict[str, str | bool]:
    return {name: getattr(text, name) for name in NoticeText.__slots__}

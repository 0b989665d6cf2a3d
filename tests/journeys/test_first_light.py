"""One rumour, from a feed to a public, signed correction, over real HTTP, without a browser.

The same journey under people's hands is tests/browser/test_journey.py.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from haidang.base.legal import seed_legal_parameters
from haidang.base.net import Fetcher, NetPolicy
from haidang.base.sandbox import Sandbox
from haidang.base.vault import office_vault
from haidang.information.collect.models import Revision
from haidang.information.collect.register_source import register_source
from haidang.information.screen.models import Claim
from haidang.information.verify import handle_case, triage
from haidang.information.verify.bundle_check import check_bundle
from haidang.information.verify.draft_review import draft_review
from haidang.information.verify.models import Case, Review
from haidang.information.verify.second_reading import ask_second_reader, give_blind_verdict
from haidang.information.verify.sign_review import sign_review
from haidang.pipeline import Tools, one_round
from tests.cast import Cast
from tests.desk import EN, VI, Desk
from tests.fakes.site import Site, served

RETOLD = "sang nay cau cay duoc o nam can sap 1 nhip roi, may chiec xe roi xuong song ba con oi"
OPINION = "Theo tôi, việc sửa cầu ở Năm Căn quá chậm và thật đáng thất vọng, làm ăn như vậy ai mà chịu nổi."
# Captures carry the time at which they were really fetched, so this journey begins now.
START = datetime.now(UTC)
TODAY = START.astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
RUMOUR = f"Cầu qua rạch Cây Được ở Năm Căn bị sập một nhịp sáng {TODAY.day}/{TODAY.month}, nhiều xe rơi xuống sông."


@pytest.fixture
def site() -> Iterator[Site]:
    with served(Site()) as shown:
        yield shown


@pytest.fixture
def tools(site: Site) -> Iterator[Tools]:
    policy = NetPolicy(user_agent="test", exceptions=frozenset({site.address.removeprefix("http://")}))
    with Fetcher(policy) as fetcher, Sandbox() as sandbox:
        yield Tools(fetcher=fetcher, sandbox=sandbox, vault=office_vault())


def minutes(count: float) -> datetime:
    return START + timedelta(minutes=count)


def rounds(tools: Tools, at: datetime) -> None:
    """Until nothing more is due at this moment."""
    while not one_round(tools, at=at, wait=True).idle:
        pass


def test_a_rumour_goes_from_a_feed_to_a_public_signed_correction(
    cast: Cast, site: Site, tools: Tools
) -> None:
    seed_legal_parameters()
    site.publish("cau", "Tin nóng Năm Căn", f"{RUMOUR}\nBà con đi đường vòng.")
    site.publish("y-kien", "Chuyện sửa cầu", OPINION)
    register_source(name=site.name, address=site.feed, interval_s=60, by=cast.mai, at=START)
    rounds(tools, START)

    case = Case.objects.get(claim__text__contains="sập một nhịp")
    assert case.state == "triage"
    assert {"about_us", "harm"} <= {reason["code"] for reason in case.claim.reasons}
    assert "opinion" in {claim.set_aside_reason for claim in Claim.objects.filter(state="set_aside")}
    assert not Case.objects.filter(claim__text__contains="Theo tôi").exists()

    review = answered(Desk(cast), case)
    page = Client().get(f"/notices/{case.number}/")
    assert VI.headline in page.content.decode()
    bundle = Client().get(f"/notices/{case.number}/versions/1/bundle.zip")
    assert check_bundle(b"".join(bundle.streaming_content) if bundle.streaming else bundle.content).proven

    site.publish("nghe-noi", "nghe noi", RETOLD)
    rounds(tools, minutes(30))
    again = Claim.objects.exclude(pk=case.claim.pk).filter(state="taken").latest("pk")
    match = again.matches.get(known__language="vi", known__key=case.number)
    assert (match.level, match.state) == ("match", "suggested")
    triage.mark_already_reviewed(case=again.case, known=match.known, by=cast.lan, at=minutes(31))

    site.publish("cau", "Tin nóng Năm Căn", f"{RUMOUR}\nBà con đi đường vòng. Cập nhật: cầu không sập.")
    rounds(tools, minutes(90))
    edited = Revision.objects.filter(publication__address__endswith="/cau", from_page=True).order_by("number")
    assert ["Cập nhật" in revision.text for revision in edited] == [False, True]

    Desk(cast).signed_change(review)
    corrected = Client().get(f"/notices/{case.number}/").content.decode()
    assert "Ngày kết thúc là 22/5." in corrected


def answered(desk: Desk, case: Case) -> Review:
    """Take a case in triage to its signed, public notice."""
    cast = desk.cast
    case = triage.queue_case(case=case, by=cast.lan, at=minutes(2), selection_reason="Có thể gây hoảng loạn")
    case = handle_case.take_case(case=case, by=cast.minh, at=minutes(3))
    evidence = desk.evidence(case)
    draft_review(
        case=case, verdict="false", texts={"vi": VI, "en": EN}, evidence=[evidence], by=cast.minh,
        at=minutes(6), other_side="Đã tìm tin xác nhận cầu sập, không thấy.",
    )  # fmt: skip
    ask_second_reader(case=case, by=cast.minh, at=minutes(7), vault=desk.vault)
    give_blind_verdict(case=case, verdict="false", by=cast.dung, at=minutes(8))
    return sign_review(case=case, officer=cast.hoa, at=minutes(9), vault=desk.vault, office=desk.office)

"""Copies that could be evidence: the claim's own places and official texts first; anything by search."""

from haidang.information.collect.models import Revision, Source
from haidang.information.screen.models import Appearance
from haidang.web.desk.search import LIMIT, copies_for
from tests.cast import later
from tests.desk import Desk, a_capture, a_revision


def test_the_claims_own_place_and_official_texts_are_offered_and_nothing_else(desk: Desk) -> None:
    case = desk.received()
    a_revision(address="http://127.0.0.1:8801/tin/8", text="Chuyện khác hẳn.")
    official = a_revision(address="http://127.0.0.1:8802/tb/45", text="Thông báo 45.", title="Thông báo 45")
    state = Source.objects.create(name="Sở Xây dựng", address="http://127.0.0.1:8802/feed", official=True)
    type(official.publication).objects.filter(pk=official.publication.pk).update(source=state)
    offered = {copy.publication.address for copy in copies_for(case)}
    assert offered == {"http://127.0.0.1:8801/tin/1", "http://127.0.0.1:8802/tb/45"}


def test_a_search_finds_title_text_and_address_and_is_bounded(desk: Desk) -> None:
    case = desk.received()
    for number in range(LIMIT + 3):
        a_revision(address=f"http://127.0.0.1:8801/cau/{number}", text="Cầu cấm xe tải.")
    assert len(copies_for(case, asked="cấm xe")) == LIMIT
    assert len(copies_for(case, asked="/cau/7")) == 1
    assert copies_for(case, asked="không đâu có") == []


def test_two_letters_are_too_few_to_search(desk: Desk) -> None:
    case = desk.received()
    assert [copy.publication.address for copy in copies_for(case, asked="cầ")] == [
        "http://127.0.0.1:8801/tin/1"
    ]


def test_an_article_is_offered_once_as_its_page_stands_and_search_still_finds_every_text(desk: Desk) -> None:
    case = desk.received()
    entry = case.claim.appearances.get().revision
    for number, from_page, text in ((2, True, "Cầu sập, bản trang."), (3, False, "Cầu sập, tóm tắt mới.")):
        revision = Revision.objects.create(
            publication=entry.publication, number=number, from_page=from_page, text=text, seen_at=later(number),
            capture=a_capture(body=text.encode(), at=later(number)), content_sha256=f"{number:064}",
        )  # fmt: skip
        Appearance.objects.create(claim=case.claim, revision=revision, quote="Cầu sập", seen_at=later(number))
    assert [copy.text for copy in copies_for(case)] == ["Cầu sập, bản trang."]
    assert len(copies_for(case, asked="/tin/1")) == 3

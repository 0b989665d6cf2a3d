"""The journey, played by people at their windows: rumour, triage, evidence, rating, second reader, signature, page."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

import tests.desk
from haidang.base.legal import seed_legal_parameters
from haidang.information.screen.jobs import screen_new_revisions
from haidang.information.screen.models import Appearance
from haidang.information.verify.models import Case
from haidang.information.verify.receive_claims import receive_claims
from tests.browser.conftest import Window
from tests.desk import EN, VI, Desk

pytestmark = pytest.mark.browser

RUMOUR = "Cầu qua rạch Cây Được ở Năm Căn bị sập một nhịp sáng nay, nhiều xe rơi xuống sông."
RETOLD = "sang nay cau cay duoc o nam can sap 1 nhip roi, may chiec xe roi xuong song ba con oi"
OFFICIAL = "Thông báo số 45/TB-SXD: cấm xe trên 3,5 tấn qua cầu Cây Được từ ngày 11/5 để thay khe co giãn."


def collected(text: str, *, address: str) -> None:
    """An article as the collector leaves it, screened and shown to the screeners."""
    at = timezone.now()
    revision = tests.desk.a_revision(address=address, text=text, title=text[:60], at=at)
    type(revision).objects.filter(pk=revision.pk).update(screened_at=None)
    screen_new_revisions(at=at)
    receive_claims(at=at)


def test_a_rumour_becomes_a_signed_notice_is_matched_again_and_corrected(desk: Desk, window: Window) -> None:
    seed_legal_parameters()
    collected(RUMOUR, address="http://127.0.0.1:8801/tin/1")
    case = Case.objects.get(claim__in=Appearance.objects.filter(quote=RUMOUR).values("claim"))
    minh = window(desk.cast.minh)
    triage(window(desk.cast.lan), case)
    check(minh, case)
    the_author_sees_no_way_to_sign(minh, case)
    read_blind(window(desk.cast.dung), case)
    hoa = window(desk.cast.hoa)
    sign(hoa, case)
    reader = window()
    reader.goto(f"/notices/{case.number}/")
    expect(reader.locator("h1")).to_have_text(VI.headline)
    expect(reader.locator(".rating").first).to_contain_text("Sai")
    reader.click("text=English")
    expect(reader.locator("h1")).to_have_text(EN.headline)
    the_same_rumour_is_matched(window(desk.cast.lan), case)
    correct(minh, hoa, case)
    reader.goto(f"/notices/{case.number}/")
    expect(reader.locator(".banner.wait")).to_contain_text("Ngày kết thúc là 22/5.")
    reader.click("text=Xem khác biệt")
    expect(reader.locator("ins").first).to_be_visible()


def triage(lan: Page, case: Case) -> None:
    lan.goto("/desk/queue/")
    expect(lan.locator("#detail-title")).to_contain_text("Cầu qua rạch Cây Được")
    expect(lan.locator(".reasons")).to_contain_text("Có thể hại đến tính mạng")
    lan.keyboard.press("n")
    lan.wait_for_url("**?act=queue#act")
    lan.fill("[name=selection_reason]", "Có thể gây hoảng loạn")
    lan.click("#act .act.primary")
    expect(lan.locator(".banner.done")).to_contain_text("Đã nhận kiểm chứng")
    case.refresh_from_db()
    assert case.state == "queued"


def check(minh: Page, case: Case) -> None:
    collected(OFFICIAL, address="http://127.0.0.1:8802/tb/45")
    minh.goto(f"/desk/cases/{case.number}/")
    minh.keyboard.press("n")
    expect(minh.locator(".banner.done")).to_contain_text("Vụ việc đã giao cho bạn")
    minh.keyboard.press("b")
    minh.wait_for_url("**?act=evidence#act")
    minh.fill("#q", "45/TB-SXD")
    minh.click("form.search .act")
    minh.check("[name=revision]")
    minh.fill("[name=title]", "Thông báo 45/TB-SXD")
    minh.fill("[name=passage]", "cấm xe trên 3,5 tấn qua cầu Cây Được từ ngày 11/5")
    minh.check("[name=stance][value=against]")
    minh.check("[name=primary]")
    minh.click(".foot .act.primary")
    expect(minh.locator(".banner.done")).to_contain_text("Đã thêm bằng chứng")
    write(minh)
    minh.keyboard.press("d")
    expect(minh.locator(".banner.done")).to_contain_text("Đã chuyển người đọc lại")


def write(minh: Page) -> None:
    minh.keyboard.press("n")
    minh.wait_for_url("**?act=draft#act")
    minh.check("[name=verdict][value=false]")
    for language, text in (("vi", VI), ("en", EN)):
        for part in ("headline", "summary", "misleading_content", "effect", "facts"):
            minh.fill(f"[name={language}_{part}]", getattr(text, part))
    minh.check("[name=evidence]")
    minh.fill("[name=other_side]", "Đã tìm tin xác nhận cầu sập, không thấy.")
    minh.click(".foot .act.primary")
    expect(minh.locator(".banner.done")).to_contain_text("Đã lưu bản soạn")


def the_author_sees_no_way_to_sign(minh: Page, case: Case) -> None:
    minh.goto(f"/desk/cases/{case.number}/")
    expect(minh.locator("[data-key=n]")).to_have_count(0)
    minh.goto(f"/desk/cases/{case.number}/?act=sign")
    expect(minh.locator("#act")).to_have_count(0)


def read_blind(dung: Page, case: Case) -> None:
    dung.goto("/desk/")
    dung.click(f"a[href='/desk/cases/{case.number}/'] >> nth=0")
    expect(dung.locator(".rating")).to_have_count(0)
    expect(dung.locator("body")).not_to_contain_text(VI.headline)
    dung.keyboard.press("n")
    dung.wait_for_url("**?act=read#act")
    dung.check("[name=verdict][value=false]")
    dung.click("#act .act.primary")
    expect(dung.locator(".banner.done")).to_contain_text("Đã ghi kết luận của bạn")
    expect(dung.locator(".rating").first).to_contain_text("Sai")


def sign(hoa: Page, case: Case) -> None:
    hoa.goto(f"/desk/cases/{case.number}/")
    hoa.keyboard.press("n")
    hoa.wait_for_url("**#act")
    hoa.click("#act .act.primary")
    expect(hoa.locator(".banner.done")).to_contain_text("công bố")


def the_same_rumour_is_matched(lan: Page, case: Case) -> None:
    collected(RETOLD, address="http://127.0.0.1:8803/bai/9")
    again = Case.objects.exclude(pk=case.pk).filter(claim__matches__known__key=case.number).distinct().get()
    lan.goto(f"/desk/queue/{again.number}/")
    expect(lan.locator(".match").first).to_contain_text(case.number)
    lan.keyboard.press("g")
    lan.wait_for_url("**?act=answered#act")
    lan.locator("[name=known]").first.check()
    lan.click("#act .act.primary")
    expect(lan.locator(".banner.done")).to_contain_text("Đã trả lời bằng kết luận trước")
    again.refresh_from_db()
    assert again.state == "already_reviewed"


def correct(minh: Page, hoa: Page, case: Case) -> None:
    minh.goto(f"/desk/cases/{case.number}/")
    minh.keyboard.press("d")
    minh.wait_for_url("**?act=change#act")
    minh.check("[name=kind][value=corrected]")
    minh.fill("[name=public_note_vi]", "Ngày kết thúc là 22/5.")
    minh.fill("[name=public_note_en]", "The end is 22 May.")
    minh.fill("[name=vi_facts]", f"{VI.facts} Đến hết ngày 22/5.")
    minh.click(".foot .act.primary")
    expect(minh.locator(".banner.done")).to_contain_text("Đã soạn thay đổi")
    sign(hoa, case)

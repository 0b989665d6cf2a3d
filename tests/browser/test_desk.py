"""The desk under the hand: keys, phones, no JavaScript, and nothing that sticks out."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Window
from tests.desk import RUMOUR, Desk

pytestmark = pytest.mark.browser

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
  .filter(e => { const r = e.getBoundingClientRect(); return r.width && r.height && (r.height < 23.5 || r.width < 8)
    && !e.closest('p, li, dd, td, h1, h2, h3, .banner, .unseen, .facts, footer, label')
    && !e.classList.contains('skip'); })
  .map(e => e.outerHTML.slice(0, 80))"""


def test_j_and_k_walk_the_list_enter_opens_and_escape_closes(desk: Desk, window: Window) -> None:
    desk.received()
    desk.received("Nhà máy điện gió ngừng bán điện", address="http://127.0.0.1:8801/tin/2")
    page = window(desk.cast.lan)
    page.goto("/desk/queue/")
    page.keyboard.press("j")
    expect(page.locator("a[data-row]").nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator("a[data-row]").nth(0)).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/queue/2026-*/")
    page.keyboard.press("x")
    page.wait_for_url("**?act=leave#act")
    page.fill("[name=note]", "n x j k ?")  # letters typed into a field press nothing
    page.keyboard.press("Escape")
    page.wait_for_url("**/desk/queue/2026-*/")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()


def test_everything_works_without_javascript(desk: Desk, window: Window) -> None:
    case = desk.received()
    page = window(desk.cast.lan, scripts=False)
    page.goto("/desk/queue/")
    page.click("text=Không kiểm chứng được")
    page.check("[name=reason][value=opinion]")
    page.click("#act .act.primary")
    case.refresh_from_db()
    assert case.state == "not_checkable"
    page.click("button:has-text('English')")
    expect(page.locator("#list-title")).to_have_text("Triage queue")


def test_on_a_phone_the_list_is_the_page_and_the_detail_another(desk: Desk, window: Window) -> None:
    desk.received()
    page = window(desk.cast.lan, width=390)
    page.goto("/desk/queue/")
    expect(page.locator(".detail")).to_be_hidden()
    page.click(f"a[data-row]:has-text('{RUMOUR[:30]}')")
    page.wait_for_url("**/desk/queue/2026-*/")
    expect(page.locator(".list")).to_be_hidden()
    expect(page.locator(".foot .act.primary")).to_be_in_viewport()
    page.click(".back")
    page.wait_for_url("**/desk/queue/")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_no_page_is_wider_than_its_window_and_nothing_is_too_small_to_hit(
    width: int, desk: Desk, window: Window
) -> None:
    review = desk.published()
    desk.signed_change(review)
    number, waiting = (
        review.case.number,
        desk.received("Một phát biểu khác", address="http://127.0.0.1:8801/tin/2").number,
    )
    mai, minh, reader = (
        window(desk.cast.mai, width=width),
        window(desk.cast.minh, width=width),
        window(width=width),
    )
    visits = [
        (mai, path)
        for path in (
            "/desk/",
            "/desk/queue/",
            f"/desk/queue/{waiting}/?act=leave",
            "/desk/cases/",
            f"/desk/cases/{number}/",
            "/desk/published/",
            "/desk/sources/?act=add",
            "/desk/publications/",
            "/desk/style/",
        )
    ]
    visits += [(minh, f"/desk/cases/{number}/?act={act}") for act in ("change", "evidence")]
    visits += [(reader, path) for path in ("/", "/en/", f"/notices/{number}/", f"/notices/{number}/versions/2/changes/",
               "/about/", "/verify/", "/corrections/", "/accounts/login/", "/nowhere/")]  # fmt: skip
    faults = []
    for page, path in visits:
        page.goto(path)
        if page.evaluate(OVERFLOW) > 0:
            faults.append(f"{path} sticks out by {page.evaluate(OVERFLOW)}")
        faults += [f"{path}: {small}" for small in page.evaluate(SMALL)]
    assert not faults, "\n".join(faults)


def test_typed_words_are_guarded_when_the_page_is_left(desk: Desk, window: Window) -> None:
    case = desk.investigating()
    page = window(desk.cast.minh)
    page.goto(f"/desk/cases/{case.number}/?act=draft")
    page.fill("[name=vi_facts]", "Rất nhiều chữ")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/desk/")
    assert asked == ["beforeunload"]


def test_the_data_block_of_a_notice_raises_no_complaint_of_the_content_policy(
    desk: Desk, window: Window
) -> None:
    number = desk.published().case.number
    page = window()
    page.goto(f"/notices/{number}/")
    page.evaluate("document.addEventListener('securitypolicyviolation', e => console.error(e.blockedURI))")
    assert page.locator("script[type='application/ld+json']").count() == 1
    assert (
        page.evaluate(
            "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]').text)['@type']"
        )
        == "ClaimReview"
    )

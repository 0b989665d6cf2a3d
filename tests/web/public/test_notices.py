"""Public pages of notices: what is true, the proofs, every version, in both languages; and no name of a person."""

import io
import json
import re
import zipfile

from django.test import Client

from haidang.base.keys import office_key
from haidang.information.verify.bundle_check import check_bundle
from haidang.information.verify.claimreview import problems_of
from haidang.information.verify.models import Review, ReviewText
from haidang.information.verify.office import this_office
from tests.desk import EN, RUMOUR, VI, Desk

JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def read(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_a_notice_says_what_is_true_first_and_shows_its_proofs(desk: Desk) -> None:
    review = desk.published()
    page = read(f"/notices/{review.case.number}/")
    for text in (
        VI.headline,
        VI.summary,
        VI.facts,
        VI.misleading_content,
        VI.effect,
        VI.not_known,
        RUMOUR,
        "Sai",
    ):
        assert text in page
    assert review.evidence.get().passage in page
    assert "Phó Giám đốc Sở" in page


def test_no_name_of_a_person_stands_on_a_public_page(desk: Desk) -> None:
    people = (desk.cast.lan, desk.cast.minh, desk.cast.dung, desk.cast.hoa)
    for number, user in enumerate(people):
        user.display_name, user.username = f"Người thử {number}", f"nguoi.thu.{number}"
        user.save()
    number = desk.published().case.number
    bundle = zipfile.ZipFile(io.BytesIO(Client().get(f"/notices/{number}/versions/1/bundle.zip").content))
    texts = [read(f"/notices/{number}/"), read("/feed.json"), read("/api/notices/")]
    texts += [bundle.read(name).decode(errors="replace") for name in bundle.namelist()]
    for text in texts:
        assert "Người thử" not in text
        assert "nguoi.thu" not in text


def test_the_english_page_is_complete(desk: Desk) -> None:
    review = desk.published()
    page = read(f"/en/notices/{review.case.number}/")
    assert 'lang="en"' in page
    assert EN.headline in page
    assert "What is true" in page


def test_a_translation_that_is_not_ready_is_said_and_the_vietnamese_shown(desk: Desk) -> None:
    case = desk.in_approval()
    ReviewText.objects.filter(review__case=case, language="en").update(pending=True)
    from haidang.information.verify.sign_review import sign_review
    from tests.cast import later

    sign_review(case=case, officer=desk.cast.hoa, at=later(9), vault=desk.vault, office=desk.office)
    page = read(f"/en/notices/{case.number}/")
    assert "The English text is being prepared" in page
    assert VI.headline in page


def test_the_claimreview_in_the_page_and_as_a_file_is_valid_and_the_same(desk: Desk) -> None:
    number = desk.published().case.number
    inside = json.loads(JSON_LD.findall(read(f"/notices/{number}/"))[0])
    beside = json.loads(read(f"/notices/{number}/claimreview.json"))
    assert inside == beside
    assert problems_of(inside, office=this_office()) == ()


def test_a_claim_that_closes_a_script_cannot(desk: Desk) -> None:
    number = desk.published("</script><script>alert(1)</script> Cầu sập").case.number
    page = read(f"/notices/{number}/")
    assert "<script>alert" not in page
    assert "</script>" in json.loads(JSON_LD.findall(page)[0])["claimReviewed"]


def test_a_correction_stands_above_the_notice_with_its_difference(desk: Desk) -> None:
    review = desk.published()
    desk.signed_change(review)
    number = review.case.number
    page = read(f"/notices/{number}/")
    assert "Ngày kết thúc là 22/5." in page
    assert f"/notices/{number}/versions/1/" in page
    difference = read(f"/notices/{number}/versions/2/changes/")
    assert "<ins>" in difference
    assert "<del>" in difference
    assert "Bản này đã được thay thế" in read(f"/notices/{number}/versions/1/")
    assert not JSON_LD.findall(read(f"/notices/{number}/versions/1/"))
    assert "Ngày kết thúc là 22/5." in read("/corrections/")


def test_a_retracted_notice_stays_and_carries_no_rating(desk: Desk) -> None:
    review = desk.published()
    desk.signed_change(review, kind="retracted")
    page = read(f"/notices/{review.case.number}/")
    assert "Đã rút lại" in page
    assert VI.headline in page
    assert 'class="rating ' not in page


def test_the_bundle_proves_the_notice_without_us(desk: Desk) -> None:
    number = desk.published().case.number
    response = Client().get(f"/notices/{number}/versions/1/bundle.zip")
    report = check_bundle(response.content, trusted_key_id=office_key().key_id)
    assert report.proven, report.findings
    assert "notice.json" in zipfile.ZipFile(io.BytesIO(response.content)).namelist()
    assert office_key().key_id in read("/verify/")


def test_only_cited_copies_are_public(desk: Desk) -> None:
    review = desk.published()
    number, cited = review.case.number, review.evidence.get().capture
    other = (
        desk.received("Phát biểu khác", address="http://127.0.0.1:8801/tin/9")
        .claim.appearances.get()
        .revision.capture
    )
    assert cited.address in read(f"/notices/{number}/captures/{cited.warc_sha256}/")
    assert Client().get(f"/notices/{number}/captures/{other.warc_sha256}/").status_code == 404


def test_a_damaged_public_copy_says_so(desk: Desk) -> None:
    review = desk.published()
    capture = review.evidence.get().capture
    path = desk.vault.path(capture.warc_sha256)
    path.chmod(0o600)
    path.write_bytes(b"broken")
    response = Client().get(f"/notices/{review.case.number}/captures/{capture.warc_sha256}/")
    assert response.status_code == 500
    assert "bị hỏng" in response.content.decode()
    bundle = Client().get(f"/notices/{review.case.number}/versions/1/bundle.zip")
    assert bundle.status_code == 503
    assert bundle["Cache-Control"] == "no-store"


def test_nothing_unpublished_is_public(desk: Desk) -> None:
    case = desk.in_approval()
    for path in ("", "claimreview.json", "versions/1/", "versions/1/bundle.zip", "versions/1/changes/"):
        assert Client().get(f"/notices/{case.number}/{path}").status_code == 404, path
    assert Client().get(f"/notices/{case.number}/versions/7/").status_code == 404
    assert RUMOUR not in read("/")


def test_the_page_shows_the_signed_document_not_the_rows(desk: Desk) -> None:
    review = desk.published()
    ReviewText.objects.filter(review=review).update(headline="Sửa lén")
    assert "Sửa lén" not in read(f"/notices/{review.case.number}/")
    assert Review.objects.get(pk=review.pk).canonical_sha256 == review.canonical_sha256


def test_the_first_page_teaches_when_nothing_is_published(desk: Desk) -> None:
    assert "Chưa có thông báo" in read("/")
    assert "No notice yet" in read("/en/")
    assert "Đến nay chưa có đính chính" in read("/corrections/")

"""What was collected: revisions with their differences, and stored copies that cannot act on the page."""

from haidang.base.hashes import sha256_hex
from haidang.base.vault import office_vault
from haidang.information.collect.models import Revision
from tests.cast import later
from tests.desk import Desk, a_capture, a_revision
from tests.web.conftest import SignedIn

ADDRESS = "http://127.0.0.1:8801/tin/5"


def edited(desk: Desk) -> Revision:
    first = a_revision(address=ADDRESS, text="Cầu cấm xe đến ngày 18/5.", title="Cầu cấm xe")
    return Revision.objects.create(
        publication=first.publication, number=2, capture=a_capture(address=ADDRESS, body=b"2", at=later(30)),
        seen_at=later(30), title="Cầu cấm xe", text="Cầu cấm xe đến ngày 20/5.", language="vi",
        content_sha256=sha256_hex(b"2"),
    )  # fmt: skip


def test_an_edited_article_shows_what_was_changed(desk: Desk, signed_in: SignedIn) -> None:
    revision = edited(desk)
    page = signed_in(desk.cast.lan).get(f"/desk/publications/{revision.publication.pk}/").content.decode()
    assert "<del>" in page
    assert "18/5" in page
    assert "<ins>" in page


def test_a_stored_copy_is_shown_as_words_never_as_markup(desk: Desk, signed_in: SignedIn) -> None:
    body = b"<script>alert(1)</script><b>cau sap</b>"
    capture = a_capture(address=ADDRESS, body=body)
    response = signed_in(desk.cast.lan).get(f"/desk/captures/{capture.warc_sha256}/")
    assert b"<script>alert" not in response.content
    assert "cau sap" in response.content.decode()


def test_a_damaged_copy_is_said_to_be_damaged(desk: Desk, signed_in: SignedIn) -> None:
    capture = a_capture(address=ADDRESS)
    path = office_vault().path(capture.warc_sha256)
    path.chmod(0o600)
    path.write_bytes(b"broken")
    response = signed_in(desk.cast.lan).get(f"/desk/captures/{capture.warc_sha256}/")
    assert response.status_code == 500
    assert 'role="alert"' in response.content.decode()


def test_nothing_collected_teaches_the_next_step(desk: Desk, signed_in: SignedIn) -> None:
    assert "Chưa thu được gì" in signed_in(desk.cast.lan).get("/desk/publications/").content.decode()

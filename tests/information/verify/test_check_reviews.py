"""Doctor's questions about published notices."""

from haidang.base.models import LogEntry
from haidang.information.verify.check_reviews import problems_of_reviews
from haidang.information.verify.models import Review
from tests.desk import Desk


def problems(desk: Desk) -> list[str]:
    return list(problems_of_reviews(vault=desk.vault))


def test_published_and_superseded_versions_stand(desk: Desk) -> None:
    desk.signed_change(desk.published())
    assert problems(desk) == []


def test_a_changed_text_a_lost_entry_and_a_lost_capture_are_each_named(desk: Desk) -> None:
    review = desk.published()
    Review.objects.filter(pk=review.pk).update(canonical=review.canonical + " ")
    LogEntry.objects.filter(index=review.log_index).delete()
    desk.vault.path(review.evidence.get().capture.warc_sha256).unlink()
    found = " ".join(problems(desk))
    assert "its own hash" in found
    assert "signature does not fit" in found
    assert "verify-log" in found
    assert "Thông báo 45" in found

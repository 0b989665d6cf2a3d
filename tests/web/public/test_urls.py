"""Public addresses never change once published: this test is the promise."""

from django.urls import reverse
from django.utils.translation import override

PROMISED = {
    ("notice", "2026-0001"): "/notices/2026-0001/",
    ("claimreview", "2026-0001"): "/notices/2026-0001/claimreview.json",
    ("version", "2026-0001", 2): "/notices/2026-0001/versions/2/",
    ("changes", "2026-0001", 2): "/notices/2026-0001/versions/2/changes/",
    ("bundle", "2026-0001", 2): "/notices/2026-0001/versions/2/bundle.zip",
    ("capture", "2026-0001", "ab"): "/notices/2026-0001/captures/ab/",
    ("atom",): "/feed.atom",
    ("json_feed",): "/feed.json",
    ("verify",): "/verify/",
    ("about",): "/about/",
    ("corrections",): "/corrections/",
    ("checkpoint",): "/verify/checkpoint.txt",
}


def test_every_promised_address_is_kept() -> None:
    with override("vi"):
        assert {key: reverse(f"public:{key[0]}", args=key[1:]) for key in PROMISED} == PROMISED

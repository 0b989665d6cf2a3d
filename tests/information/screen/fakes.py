"""Revisions for the tests of screening, written as collecting would leave them."""

from datetime import datetime
from hashlib import sha256

from haidang.information.collect.models import Capture, Publication, Revision, Source
from haidang.information.collect.parsing import content_hash
from haidang.information.screen.jobs import screen_new_revisions
from haidang.information.screen.memory import Memory
from haidang.information.screen.values import Screened
from tests.cast import NOON

RUMOUR = "Cầu Gành Hào 2 ở Cà Mau bị sập sáng 12/5, ba xe tải rơi xuống sông."
RUMOUR_UNMARKED = "nghe noi cau ganh hao 2 o ca mau sap roi, 3 xe tai roi xuong song"
OTHER_CLAIM = "Gạo Cà Mau bị trả về 200 tấn vì chứa chất cấm."
OPINION = "Theo tôi, tỉnh Cà Mau nên làm thêm đường ven biển."
ELSEWHERE = "Hà Nội khánh thành 3 cây cầu trong tháng 5."

STORY = (
    "Sáng 12 tháng 5, mưa lớn kéo dài ba giờ làm ngập nhiều tuyến đường ở trung tâm thành phố. Nước dâng đến nửa "
    "bánh xe máy, nhiều cửa hàng phải đóng cửa sớm. Đội thoát nước cho biết các trạm bơm chạy hết công suất từ bảy "
    "giờ sáng và nước rút dần sau buổi trưa. Trường học hai phường thấp nhất cho học sinh nghỉ buổi chiều."
)


def make_source(name: str = "Báo Mẫu", *, official: bool = False) -> Source:
    address = f"https://{sha256(name.encode()).hexdigest()[:8]}.example/rss"
    return Source.objects.get_or_create(address=address, defaults={"name": name, "official": official})[0]


def make_revision(
    text: str,
    *,
    title: str = "",
    address: str = "",
    source: Source | None = None,
    seen_at: datetime = NOON,
    from_page: bool = False,
    language: str = "vi",
) -> Revision:
    source = source or make_source()
    address = address or f"https://bao-mau.example/{Revision.objects.count() + 1}"
    key = sha256(address.encode()).hexdigest()
    publication, _ = Publication.objects.get_or_create(
        address_sha256=key, defaults={"source": source, "address": address, "first_seen_at": seen_at}
    )
    number = publication.revisions.count() + 1
    capture = Capture.objects.create(
        address=address,
        fetched_at=seen_at,
        status=200,
        length=0,
        body_sha256=key,
        warc_sha256=sha256(f"{address} {number}".encode()).hexdigest(),
    )
    return Revision.objects.create(
        publication=publication,
        number=number,
        capture=capture,
        seen_at=seen_at,
        language=language,
        title=title,
        text=text,
        from_page=from_page,
        content_sha256=content_hash(title, text),
    )


def screen(at: datetime = NOON, *, memory: Memory | None = None, limit: int = 200) -> Screened:
    return screen_new_revisions(at=at, limit=limit, memory=memory)

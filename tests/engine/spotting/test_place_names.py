"""A name of a place is found where it stands, and not where its syllables only meet."""

import pytest

from haidang.engine.spotting import PlaceWords, spot

OURS = PlaceWords(("Cà Mau", "Năm Căn", "Khánh An", "dat mui", "Sở Văn hóa, Thể thao và Du lịch Cà Mau"))


def _is_ours(text: str) -> bool:
    found = spot(text, language="vi", place=OURS, everything=True)
    return any(factor.code == "about_us" for one in found for factor in one.factors)


@pytest.mark.parametrize(
    "text",
    [
        "Cháy chợ ở xã Khánh An, 12 người bị thương",
        "CHÁY CHỢ Ở KHÁNH AN, 12 NGƯỜI BỊ THƯƠNG",
        "chay cho o khanh an toi qua, 12 nguoi bi thuong",
        "cháy chợ ở khánh an tối qua, 12 người bị thương",
        "Cháy chợ Nam Can tối qua, 12 người bị thương",
        "Cháy chợ Đất Mũi tối qua, 12 người bị thương",
        "Sở Văn hóa, Thể thao và Du lịch Cà Mau công bố 12 lễ hội",
    ],
)
def test_our_names_are_found(text: str) -> None:
    assert _is_ours(text)


@pytest.mark.parametrize(
    "text",
    [
        "Trong dịp Quốc khánh, an ninh được giữ vững tại 12 xã bị ngập",
        "Việt Nam cần 30 tỷ USD, 12 tỉnh bị ngập",
        "viet nam can 30 ty usd, 12 tinh bi ngap",
        "Ông Minh nói nhà năm căn bị cháy, 12 người bị thương",
        "nhà năm căn nhà sập tối qua, 12 người bị thương",
        "Đoàn Cà Phê Mau đến 12 xã bị ngập",
        "Anh Cá Mấu ở Huế bị ngập 12 lần",
    ],
)
def test_syllables_that_only_meet_are_no_place_of_ours(text: str) -> None:
    assert not _is_ours(text)


def test_a_solution_is_not_france() -> None:
    for text in ("Giải pháp giúp 12 hộ dân được hỗ trợ 30 triệu đồng", "cập nhật 12 ca nhập viện tối qua"):
        found = spot(text, language="vi", place=OURS, everything=True)
        assert [one.reason for one in found] != ["not_ours"]
    found = spot("Nước Pháp hỗ trợ 12 hộ dân 30 triệu đồng", language="vi", place=OURS, everything=True)
    assert [one.reason for one in found] == ["not_ours"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỉnh Cà Mau mở thêm ba tuyến xe buýt, giá vé 7.000 đồng, người dân rất hài lòng",
        "Cà Mau mở hai tuyến xe buýt mới từ 1/6, địa phương tự hào về cách làm này",
    ],
)
def test_new_bus_lines_are_no_criticism(text: str) -> None:
    (found,) = spot(text, language="vi", place=OURS)
    assert found.checkable

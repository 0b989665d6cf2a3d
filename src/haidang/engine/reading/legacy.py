"""Vietnamese from before Unicode: find out by evidence which of the old encodings a page is written in, and mend it.

TCVN3 and VNI pages declare Latin-1, or nothing, or are even valid UTF-8 (an editor took their bytes for Latin-1). So the
declaration is not asked: each encoding is tried on a sample, and the one that yields common Vietnamese syllables wins.
Where none does, nothing is touched.
"""

import re
import unicodedata
from collections.abc import Callable

from haidang.engine.text.wordlist import word_set

_TONED = word_set(
    "và là của các có được cho trong không người với một những đã ở về này để từ thì đến năm khi cũng nhiều tại ngày tỉnh "
    "đồng huyện xã phường thành phố việt quốc nước nhà đường tế hội chính phủ đó rất mới còn sẽ phải làm đi lại trên dưới "
    "vào ra hơn đầu cuối sau trước giờ tháng tuần học bệnh viện trường công việc số hai bốn năm sáu bảy tám chín mười "
    "bà chị bạn trẻ gái dân tộc đất biển sông núi rừng cây lúa gạo tôm cá vụ án ủy ban nhân đảng bộ sở phòng chống bão lũ "
    "mưa gió nắng nóng tiền giá thị bán nghiệp sản xuất phát triển kinh doanh đầu tư dự xây dựng thông báo cầu bến chợ "
    "đang vẫn nên nếu thể tình hình kết quả đơn vị cơ quan bảo đảm hỗ trợ khách du lịch văn hóa hoá tổ chức trở thời gian "
    "thế giới mỹ nhật nói biết thấy cần muốn gần xa lớn nhỏ tốt đẹp hết mỗi từng cả điều luật quyền lợi trách nhiệm đều "
    "tiếp theo tục hành động lực lượng khu vực miền bắc đông tây phía giữa đêm sáng chiều tối tuổi gồm trang chủ sự kiện"
)
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^<>]+")
_MARKED_RUN = re.compile(r"[^<>\x00-\x7f][^<>]*")  # from the first letter with a mark on
_PROPER = re.compile(
    r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
_SAMPLE = 5_000  # characters of text with marks: more changes nothing but the time
_MIN_HITS, _MIN_SHARE, _LEAD = 3, 0.2, 1.5

# In UTF-8: what no Western language writes: two vowels of which the second is accented the way VNI does, TCVN3's signs
# after a letter, control letters (VISCII), and the pairs that UTF-8 read as Latin-1 leaves behind.
_ODD_COMPANY = re.compile(
    rb"[\xc2\xc3](?:"  # begins with what can be searched for fast
    rb"(?<=[aeouyAEOUY]\xc3)[\x98\x99\x9b\x95\x8f\xb9\xb8\xbb\xb5\xaf\xa2\xa1\xa0\xa5\xa3\xa4\xaa\xa9\xa8\xba\xbc\xab]|"
    rb"(?<=[A-Za-z]\xc2)[\xa9-\xbe]|(?<=\xc2)[\x80-\x9f]|(?<=\xc3)[\x80-\xbf]\xc2[\x80-\xbf])"
)
_MIN_WESTERN, _MIN_ODD, _LOOKED_AT = 20, 8, 200_000

_TCVN3_LOW = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TCVN3 = str.maketrans(_TCVN3_LOW)
_VISCII = str.maketrans(
    dict(
        zip(
            "".join(map(chr, (0x02, 0x05, 0x06, 0x14, 0x19, 0x1E, *range(0x80, 0x100)))),
            "ẲẴẪỶỸỴẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
            "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ",
            strict=True,
        )
    )
)
# VNI writes a bare letter and then its marks as a second letter. Left: the second letter; right: combining marks.
_VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_ALONE = {
    "ô": "ơ", "ö": "ư", "ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ",
    "Ô": "Ơ", "Ö": "Ư", "Ñ": "Đ", "Í": "Í", "Ì": "Ì", "Æ": "Ỉ", "Ó": "Ĩ", "Ò": "Ị", "Î": "Ỵ",
}  # fmt: skip
_VNI = re.compile(
    r"[AEOUYaeouyÔôÖö][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[ôöñíìæóòîÔÖÑÍÌÆÓÒÎ]",
)


def _from_vni(text: str) -> str:
    def letter(found: re.Match[str]) -> str:
        written = found.group()
        base = _VNI_ALONE.get(written[0], written[0])
        if len(written) == 1:
            return base
        return unicodedata.normalize("NFC", base + _VNI_MARKS[written[1].lower()])

    return _VNI.sub(letter, text)


def _from_tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _from_viscii(text: str) -> str:
    return text.translate(_VISCII)


def _from_windows_1258(text: str) -> str:
    return unicodedata.normalize("NFC", text.encode("latin-1", "replace").decode("cp1258", "replace"))


def _from_utf8_twice(text: str) -> str:
    """UTF-8 whose bytes were taken for windows-1252 and written as UTF-8 once more."""
    return text.encode("cp1252", "replace").decode("utf-8", "replace")


# What each reads is a text of the characters U+0000 to U+00FF: one a byte.
_OF_BYTES: dict[str, Callable[[str], str]] = {
    "windows-1258": _from_windows_1258, "viscii": _from_viscii, "tcvn3": _from_tcvn3, "vni": _from_vni,
}  # fmt: skip
_OF_TEXT: dict[str, Callable[[str], str]] = {
    "tcvn3": _from_tcvn3, "vni": _from_vni, "viscii": _from_viscii, "utf-8 twice": _from_utf8_twice,
}  # fmt: skip


def legacy_text(body: bytes) -> str:
    """The text of a body that is no UTF-8, if it is Vietnamese in one of the old encodings; else empty."""
    text = body.decode("latin-1")
    name = _by_evidence(_sample(text), _OF_BYTES)
    return _OF_BYTES[name](text) if name else ""


def may_be_misread(body: bytes) -> bool:
    """A cheap look at valid UTF-8: many letters of Latin-1, hardly one that only Vietnamese has, and in odd company."""
    if body.count(b"\xe1\xba", 0, _LOOKED_AT // 10) > _MIN_WESTERN:
        return False
    if body.count(b"\xc3") + body.count(b"\xc2") < _MIN_WESTERN:
        return False
    head = body[:_LOOKED_AT]
    proper = (head.count(b"\xe1\xba") + head.count(b"\xe1\xbb")) * 5
    if proper > head.count(b"\xc3") + head.count(b"\xc2"):
        return False
    odd = len(_ODD_COMPANY.findall(head))
    return odd >= _MIN_ODD and proper < odd


def mended(text: str) -> str:
    """Valid UTF-8 that was made from the bytes of an old encoding, set right; any other text as it is.

    Only runs without a letter that is properly Vietnamese are touched: menus are often newer than the articles.
    """
    name = _by_evidence(_sample(text), _OF_TEXT)
    if not name:
        return text
    repair = _OF_TEXT[name]

    def mended_run(found: re.Match[str]) -> str:
        run = found.group()
        return run if run.isascii() or _PROPER.search(run) else repair(run)

    return _RUN.sub(mended_run, text)


def _sample(text: str) -> str:
    size, runs = 0, []
    for found in _MARKED_RUN.finditer(text):
        runs.append(found.group()[:2000])
        size += len(runs[-1])
        if size > _SAMPLE:
            break
    return "\n".join(runs)


def _by_evidence(sample: str, encodings: dict[str, Callable[[str], str]]) -> str:
    """The name of the encoding in which the sample is Vietnamese; empty if it is as good as it stands."""
    ranked = sorted(((*_evidence(read(sample)), name) for name, read in encodings.items()), reverse=True)
    hits, share, name = ranked[0]
    as_it_stands = _evidence(sample)[0]
    sure = hits >= _MIN_HITS and share >= _MIN_SHARE and hits >= _LEAD * max(as_it_stands, ranked[1][0])
    return name if sure else ""


def _evidence(text: str) -> tuple[int, float]:
    """How many words are common Vietnamese syllables with marks, and their share of all words with marks."""
    marked = [word for word in _WORD.findall(text.lower()) if not word.isascii()]
    hits = sum(word in _TONED for word in marked)
    return hits, hits / max(1, len(marked))

"""Article pages."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from haidang.engine.reading import Article, Unreadable, read_page
from haidang.engine.reading import page as page_module

PARAGRAPHS = [
    "Sáng 12/5, nhiều người ở xã Đất Mũi cho biết cầu qua rạch Cây Được vẫn đi lại bình thường bằng xe máy.",
    "Đơn vị quản lý đường bộ cấm xe tải qua cầu từ ngày 11/5 để thay khe co giãn ở hai đầu nhịp giữa.",
    "Công việc dự kiến xong ngày 20/5; trong thời gian này xe tải đi theo tuyến tránh phía bờ nam rạch.",
    "Người dân có thể hỏi thêm tại trụ sở xã hoặc gọi đường dây của đơn vị quản lý trong giờ làm việc.",
    "Các hộ buôn bán hai bên cầu vẫn mở cửa, việc giao hàng chuyển sang xe nhỏ cho đến khi sửa xong.",
    "Ba đợt kiểm tra trong tuần đều ghi nhận kết cấu nhịp ổn định, không có dấu hiệu lún hay nứt.",
]
HEAD = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cầu Cây Được đang sửa - Báo Thử</title>
<meta property="og:title" content="Cầu Cây Được đang sửa"><meta property="og:site_name" content="Báo Thử">
<link rel="canonical" href="/tin/cau?utm_source=x">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Cầu Cây Được đang sửa",
"datePublished":"2026-05-12T08:00:00+07:00","author":[{"name":"Tổ phóng viên"}]}]}</script></head>"""
BODY = (
    '<body><nav><a href="/">Trang chủ</a></nav><div class="wrap"><h1>Cầu Cây Được đang sửa</h1>'
    '<div class="content">'
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    + '<p><a href="/x">Xem thêm: đường tránh phía nam cho xe tải</a></p>'
    '<div class="related-news"><p>Tin khác trong ngày</p></div></div></div>'
    "<footer><p>Bản quyền thuộc Báo Thử, ghi rõ nguồn khi dùng lại nội dung.</p></footer></body></html>"
)
ADDRESS = "https://bao.example/tin/cau?fbclid=1"


def _read(html: str, *, content_type: str = "text/html; charset=utf-8") -> Article:
    return read_page(html.encode(), content_type=content_type, address=ADDRESS)


def test_a_plain_article_page_is_read_whole() -> None:
    article = _read(HEAD + BODY)
    assert article.title == "Cầu Cây Được đang sửa"
    assert article.text.splitlines() == PARAGRAPHS
    assert article.byline_as_printed == "Tổ phóng viên"
    assert article.published_at == datetime(2026, 5, 12, 1, 0, tzinfo=UTC)
    assert article.language == "vi"
    assert article.canonical == "https://bao.example/tin/cau"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Chợ nổi đông - Báo Thử</title>", "Chợ nổi đông"),
        ("<title>Tin A | Báo Thử</title><meta property='og:site_name' content='Khác'>", "Tin A | Báo Thử"),
        ("<meta name='twitter:title' content='Tin B'>", "Tin B"),
        ("", "Tin trên trang"),
        ("<title>Tin trên trang rất dài - Báo</title>", "Tin trên trang"),
    ],
)
def test_the_title_is_the_headline_without_the_paper(head: str, title: str) -> None:
    heading = "<h1>Tin trên trang</h1>" if "trang" in title or not head else ""
    assert _read(f"<html><head>{head}</head><body>{heading}<p>x</p></body></html>").title == title


@pytest.mark.parametrize(
    ("marked", "byline"),
    [
        ('<p class="author">Bạn đọc Năm Căn</p>', "Bạn đọc Năm Căn"),
        ('<meta name="author" content="Ban biên tập">', "Ban biên tập"),
        ('<meta name="author" content="https://facebook.example/x">', ""),
        (
            '<script type="application/ld+json">[{"@type":["Article"],"headline":"x","author":"Tổ bạn đọc"}]</script>',
            "Tổ bạn đọc",
        ),
        ('<script type="application/ld+json">{"@type":"Article"</script>', ""),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", ""),
        (
            '<script type="application/ld+json"></script><script type="application/ld+json">{"@type":"Thing"}</script>',
            "",
        ),
    ],
)
def test_the_byline_is_kept_as_printed(marked: str, byline: str) -> None:
    assert _read(f"<html><body>{marked}<p>x</p></body></html>").byline_as_printed == byline


@pytest.mark.parametrize(
    ("marked", "time"),
    [
        (
            '<meta property="article:published_time" content="2026-05-12T08:00+07:00">',
            datetime(2026, 5, 12, 1, tzinfo=UTC),
        ),
        ('<time datetime="2026-05-12T08:00:00">x</time>', datetime(2026, 5, 12, 1, tzinfo=UTC)),
        ('<span class="date">Thứ ba, 12/5/2026, 08:00 (GMT+7)</span>', datetime(2026, 5, 12, 1, tzinfo=UTC)),
        (
            '<meta name="article:modified_time" content="2026-05-12T01:00Z">',
            datetime(2026, 5, 12, 1, tzinfo=UTC),
        ),
        ("<p>không có ngày</p>", None),
    ],
)
def test_the_time_is_the_one_the_page_states(marked: str, time: datetime | None) -> None:
    assert _read(f"<html><body>{marked}<p>{PARAGRAPHS[0]}</p></body></html>").published_at == time


@pytest.mark.parametrize(
    ("link", "canonical"),
    [
        ("https://khac.example/tin/cau", "https://bao.example/tin/cau"),
        ("https://bao.example/", "https://bao.example/tin/cau"),
        ("https://bao.example/tin/khac#x", "https://bao.example/tin/khac"),
        ("http://[", "https://bao.example/tin/cau"),
        ("", "https://bao.example/tin/cau"),
    ],
)
def test_a_canonical_link_may_not_leave_the_host_or_point_to_the_front_page(
    link: str, canonical: str
) -> None:
    assert (
        _read(
            f'<html><head><link rel="canonical" href="{link}"></head><body><p>x</p></body></html>'
        ).canonical
        == canonical
    )


def test_where_we_are_unsure_the_second_reader_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def second(text: str) -> str:
        asked.append(text)
        return "đoạn của người đọc thứ hai"

    monkeypatch.setattr(page_module, "slow_text", second)
    assert _read("<html><body><p>Ngắn thôi.</p></body></html>").text == "đoạn của người đọc thứ hai"
    assert _read(HEAD + BODY).text.splitlines() == PARAGRAPHS
    assert len(asked) == 1


def test_the_second_reader_finds_text_that_is_not_in_paragraphs() -> None:
    cells = "".join(f"<div>{text}</div>" for text in PARAGRAPHS)
    assert PARAGRAPHS[0] in _read(f"<html><body><article>{cells}</article></body></html>").text


def test_text_pages_are_read_and_other_types_are_refused() -> None:
    plain = _read("Thông báo\n\n Cấm xe tải từ 11/5.\n", content_type="text/plain")
    assert (plain.title, plain.text) == ("Thông báo", "Thông báo\nCấm xe tải từ 11/5.")
    with pytest.raises(Unreadable, match="serves image/png"):
        _read("x", content_type="image/png")
    with pytest.raises(Unreadable, match="empty"):
        _read(" ")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<div>" * 100_000, "too_deep"),
        ("<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">x", "too_many_attributes"),
        ("<p>x" * 100_000, "too_many_elements"),
    ],
)
def test_a_hostile_page_is_refused_by_name(body: str, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        _read(body)
    assert refused.value.code == code
    assert str(refused.value).endswith("not read.") or "at most" in str(refused.value)


def test_a_page_without_body_text_is_an_empty_article() -> None:
    assert _read("<html><body><frameset></frameset></body></html>").text == ""
    assert _read("<frameset><frame></frameset>").text == ""


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=400) | st.text(alphabet="<>/phdiv a=\"'!-1", max_size=200).map(str.encode))
def test_any_bytes_become_an_article_or_a_refusal(body: bytes) -> None:
    with suppress(Unreadable):
        assert read_page(body, content_type="text/html", address=ADDRESS).canonical


def test_a_second_reader_that_breaks_leaves_our_own_text(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    def breaks(*_: object, **__: object) -> None:
        raise KeyError("undocumented")

    monkeypatch.setattr(trafilatura, "extract", breaks)
    assert _read(f"<html><body><div><p>{PARAGRAPHS[0]}</p></div></body></html>").text == PARAGRAPHS[0]

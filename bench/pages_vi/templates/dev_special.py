"""Templates of the dev half: live reports, legal documents, galleries, tables of figures, notes, English pages."""

# The mark-up stands as a page has it, in long lines.
# ruff: noqa: E501

from bench.pages_vi import extras
from bench.pages_vi import printed_dates as dates
from bench.pages_vi.flow import Marks, flow
from bench.pages_vi.head import HeadStyle, head
from bench.pages_vi.sheet import Sheet


def live_timeline(s: Sheet) -> str:
    """A live report: entries with their hours, a pinned box of key points, buttons to refresh."""
    marks = Marks(
        entry='<div class="live-entry"><div class="live-time">{at}</div><div class="live-content"><p>{}</p></div></div>',
        figure='<div class="live-entry media"><img src="{src}" alt="{alt}"><p class="media-caption">{}</p></div>',
    )  # fmt: skip
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(linked_data="news"))}</head><body>
{extras.menu(s, '<nav class="hor">{}</nav>', '<a href="/">{}</a>')}<div class="wrap live"><span class="badge">{s.put("other", "TRỰC TIẾP")}</span>
<h1>{s.put("title", s.story.title)}</h1><div class="stamp">{s.put("date", dates.updated_hour_slash(s.published))}</div>
{extras.lead(s, '<p class="intro">{}</p>')}<button class="refresh">{s.put("other", "Có cập nhật mới, bấm để tải lại")}</button>
<div class="timeline">{flow(s, marks)}</div><button>{s.put("other", "Xem các diễn biến trước")}</button></div>
{extras.comments(s, 3, '<div class="live-chat"><h3>{h}</h3>{}</div>', '<p class="chat">{}</p>', heading="Bạn đọc cùng theo dõi")}
{extras.headlines(s, 5, '<div class="most">{}</div>', '<h4><a href="/l">{}</a></h4>')}{extras.footer(s, "<footer>{}</footer>")}</body></html>"""


def legal_portal(s: Sheet) -> str:
    """A page of a legal data base: attributes in a table, motto and names in a head table, clauses as paragraphs."""
    marks = Marks(
        text='<p style="text-indent:36pt">{}</p>',
        heading='<p style="text-align:center"><b>{}</b></p>',
        item="<p>- {}</p>",
        items="{}",
    )
    top = extras.menu(s, '<div id="menu-trai"><ul>{}</ul></div>', '<li><a href="/vb">{}</a></li>')
    attributes = "".join(
        f"<tr><th>{s.put('other', name)}</th><td>{s.put('other', value)}</td></tr>"
        for name, value in (
            ("Loại văn bản", "Văn bản quy phạm (mẫu)"),
            ("Lĩnh vực", "Đời sống nông thôn"),
            ("Tình trạng", "Còn hiệu lực"),
        )
    )
    motto = f"""<table class="vb-head"><tr><td>{s.put("other", "ỦY BAN NHÂN DÂN TỈNH HẢI GIANG")}</td>
<td>{s.put("other", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")}<br>{s.put("other", "Độc lập - Tự do - Hạnh phúc")}</td></tr>
<tr><td></td><td><i>{s.put("date", "Hải Giang, " + dates.in_words(s.published).lower())}</i></td></tr></table>"""
    return f"""<!DOCTYPE html><html><head>{head(s, HeadStyle(graph="site", dated="none"))}</head><body>
{top}<div id="noidung">
<table class="thuoctinh">{attributes}</table><div class="vbcontent">{motto}
<p style="text-align:center"><b>{s.put("title", s.story.title)}</b></p>
<p style="text-align:center"><i>{extras.lead(s, "{}")}</i></p>
{flow(s, marks)}
<table class="vb-sign"><tr><td>{s.put("other", "Nơi nhận: như trên; lưu hồ sơ.")}</td><td>{s.put("other", "TM. CƠ QUAN BAN HÀNH (đã ký, mẫu)")}</td></tr></table></div>
{extras.headlines(s, 6, '<div class="vblienquan"><h3>{h}</h3><ul>{}</ul></div>', '<li><a href="/vb2">{}</a></li>', heading="Văn bản liên quan")}</div>
{extras.footer(s, '<div id="chan">{}</div>')}</body></html>"""


def gallery_figures(s: Sheet) -> str:
    """A picture story: large figures one after another, short paragraphs between."""
    marks = Marks(
        text='<div class="txt"><p>{}</p></div>',
        figure='<figure class="full" itemscope itemtype="https://schema.org/ImageObject"><a href="{src}"><img data-original="{src}" alt="{alt}"></a>'
        "<figcaption>{}</figcaption></figure>",
    )  # fmt: skip
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(linked_data="webpage"))}</head><body>
{extras.menu(s, '<header><ul class="nav">{}</ul></header>', "<li>{}</li>")}<div class="photo-story"><h1 class="headline">{s.put("title", s.story.title)}</h1>
<div class="by">{s.put("byline", s.pick("bylines")[0])} &middot; {s.put("date", dates.dotted(s.published))}</div>
{extras.lead(s, '<p class="lede">{}</p>')}{flow(s, marks)}
{extras.share(s, '<div class="sharebar">{}</div>', "<span>{}</span>")}</div>
{extras.headlines(s, 4, '<div class="other-photos">{}</div>', '<div class="ph"><img src="/t.jpg"><a href="/g">{}</a></div>')}
{extras.footer(s, "<footer>{}</footer>")}</body></html>"""


def figures_board(s: Sheet) -> str:
    """Prices and levels: the table belongs to the text, a second table with the weather does not."""
    marks = Marks(
        text='<p class="pBody">{}</p>',
        table='<div class="table-scroll"><table class="tbl"><tbody>{}</tbody></table></div>',
    )
    return f"""<!DOCTYPE html><html><head>{head(s, HeadStyle(linked_data="none"))}</head><body>
<div class="hd">{extras.menu(s, "{}", '<a href="/s">{}</a> | ')}</div><div class="col-left"><div class="post-title"><h1>{s.put("title", s.story.title)}</h1></div>
<div class="post-date">{s.put("date", dates.slash_hour(s.published))}</div><div class="post-sum">{extras.lead(s, "{}")}</div>
<div class="post-detail">{flow(s, marks)}</div><div class="post-source">{s.put("byline", s.pick("bylines")[0])}</div></div>
<div class="col-right"><table class="thoitiet"><tbody>{_weather(s)}</tbody></table>
{extras.headlines(s, 6, "<ul>{}</ul>", '<li><a href="/u">{}</a></li>')}{extras.advertisement(s, '<div class="qc">{}</div>')}</div>
{extras.footer(s, '<div class="ft">{}</div>')}</body></html>"""


def _weather(s: Sheet) -> str:
    return "".join(
        f"<tr><td>{s.put('other', place)}</td><td>{s.put('other', degrees)}</td></tr>"
        for place, degrees in (
            ("Vàm Lẻ", "31 độ, có mưa rào"),
            ("Mỹ Hưng", "33 độ, nắng"),
            ("Cồn Nhàn", "30 độ, gió mạnh"),
        )
    )


def brief_flash(s: Sheet) -> str:
    """Two sentences of news among forty headlines, notices and a poll."""
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle())}</head><body>
{extras.menu(s, '<ul class="mega">{}</ul>', '<li><a href="/1">{}</a><ul><li><a href="/2">Mới nhất</a></li></ul></li>')}
{extras.headlines(s, 6, '<div class="ticker">{}</div>', '<a href="/3">{}</a>')}
<div class="flash"><h1>{s.put("title", s.story.title)}</h1><span class="d">{s.put("date", dates.updated_hour_slash(s.published))}</span>
<div class="flash-text">{flow(s, Marks(figure='<div class="im"><img src="{src}" alt="{alt}"><em>{}</em></div>'))}</div></div>
{extras.poll(s, '<div class="vote"><b>{q}</b><ul>{}</ul></div>', "<li>{}</li>")}
{extras.teasers(s, 8, '<div class="stream">{}</div>', '<div class="story"><h3><a href="/4">{t}</a></h3><p>{l}</p></div>')}
{extras.shelf(s, "other", "promos", 2, '<div class="promo">{}</div>', "<p>{}</p>")}{extras.footer(s, "<footer>{}</footer>")}</body></html>"""


def english_portal(s: Sheet) -> str:
    """The English side of a bilingual portal, with the switch of languages and Vietnamese headlines beside it."""
    marks = Marks(figure='<div class="thumb-lg"><img src="{src}" alt="{alt}"><p class="note">{}</p></div>')
    return f"""<!DOCTYPE html><html lang="en"><head>{head(s, HeadStyle(alternate=True))}</head><body>
<div class="lang"><a href="/">{s.put("nav", "Tiếng Việt")}</a> <a href="/en">{s.put("nav", "English")}</a></div>
{extras.menu(s, '<ul class="en-menu">{}</ul>', '<li><a href="/en">{}</a></li>')}
<div id="main"><div class="detail"><h2 class="detail-title">{s.put("title", s.story.title)}</h2>
<div class="detail-date">{s.put("date", dates.english(s.published))}</div>
{extras.lead(s, '<div class="detail-intro">{}</div>')}<div class="detail-body">{flow(s, marks)}</div>
<div class="detail-author">{s.put("byline", "By staff reporters")}</div></div>
{extras.teasers(s, 3, '<div class="vn-box">{}</div>', '<div><a href="/v">{t}</a><p>{l}</p></div>')}</div>
{extras.footer(s, '<div class="foot-en">{}</div>')}</body></html>"""

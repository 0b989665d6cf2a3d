"""Templates of the test half: talks, live reports, legal documents, slides, tables, broadcasts, English pages."""

# The mark-up stands as a page has it, in long lines.
# ruff: noqa: E501

from bench.pages_vi import extras
from bench.pages_vi import printed_dates as dates
from bench.pages_vi.flow import Marks, flow
from bench.pages_vi.head import HeadStyle, head
from bench.pages_vi.sheet import Sheet


def market_tables(s: Sheet) -> str:
    """A report with tables of figures set by hand, a caption over the table, a converter beside it."""
    marks = Marks(
        text='<p class="t-j">{}</p>', cell='<td style="width:25%"><p align="center">{}</p></td>',
        table='<div class="tableResponsive"><table cellspacing="0" class="MASTERCMS_TPL_TABLE"><tbody>{}</tbody></table></div>',
    )  # fmt: skip
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(linked_data="news"))}</head><body>
{extras.menu(s, '<div class="cate-menu">{}</div>', '<a href="/w">{}</a>')}<div class="maincontent main-content"><h1 class="content-detail-title">{s.put("title", s.story.title)}</h1>
<div class="bread-crumb-detail__time">{s.put("date", dates.weekday_slash(s.published))}</div>
{extras.lead(s, '<h2 class="content-detail-sapo sm-sapo-mb-0">{}</h2>')}
{flow(s, marks)}<p class="article-detail-author">{s.put("byline", s.pick("bylines")[0])}</p></div>
<div class="converter"><table><tr><td>{s.put("other", "Quy đổi giạ sang ký")}</td><td>{s.put("other", "1 giạ lúa bằng khoảng 20 ký")}</td></tr></table></div>
{extras.teasers(s, 4, '<div class="feature-box">{}</div>', '<div class="feature-box__content"><a href="/x">{t}</a><div class="desc">{l}</div></div>')}
{extras.footer(s, '<div class="footer">{}</div>')}</body></html>"""


def definition_talk(s: Sheet) -> str:
    """A talk as a definition list: questions are terms, answers are definitions."""
    marks = Marks(question="<dt>{}</dt>", answer="<dd>{}</dd>", figure='<dd class="pic"><img src="{src}" alt="{alt}"><small>{}</small></dd>',
                  answered_by=s.rng.choice(("", "– ")))  # fmt: skip
    inserts = {
        1: lambda: extras.headlines(s, 2, '<dd class="inline-links">{}</dd>', '<a href="/z">{}</a><br>')
    }
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(dated="right", linked_data="none"))}</head><body>
<div class="nav">{extras.menu(s, "<ul>{}</ul>", '<li><a href="/">{}</a></li>')}</div><div class="interview"><h1>{s.put("title", s.story.title)}</h1>
{extras.lead(s, '<blockquote class="intro">{}</blockquote>')}<dl class="qa">{flow(s, marks, inserts=inserts)}</dl>
<p class="thuc-hien">{s.put("byline", "Thực hiện: " + s.pick("bylines")[0])}</p><p class="ngay">{s.put("date", dates.hour_bar_slash(s.published))}</p></div>
{extras.comments(s, 4, '<div class="gop-y"><h3>{h}</h3>{}</div>', "<blockquote>{}</blockquote>", heading="Gửi câu hỏi")}{extras.footer(s, "<footer>{}</footer>")}</body></html>"""


def ticker_list(s: Sheet) -> str:
    """A live report as a list, with a pinned summary of another report and advertisements among the entries."""
    marks = Marks(
        entry='<li class="tick"><time>{at}</time><div>{}</div></li>', text='<li class="tick note"><div>{}</div></li>',
        figure='<li class="tick img"><img src="{src}" alt="{alt}"><span>{}</span></li>',
    )  # fmt: skip
    advert = {3: lambda: extras.advertisement(s, '<li class="sponsored">{}</li>')}
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(linked_data="news"))}</head><body>
{extras.menu(s, '<div class="m">{}</div>', '<a href="/a1">{}</a>')}{extras.teasers(s, 1, '<div class="pinned">{}</div>', "<b>{t}</b><p>{l}</p>")}
<div class="liveblog"><h1>{s.put("title", s.story.title)}</h1><p class="at">{s.put("date", dates.updated_hour_slash(s.published))}</p>
<p class="des">{extras.lead(s, "{}")}</p><ul class="ticks">{flow(s, marks, inserts=advert)}</ul>
<p class="by">{s.put("byline", s.pick("bylines")[0])}</p></div>{extras.headlines(s, 6, '<ol class="top">{}</ol>', '<li><a href="/a2">{}</a></li>')}
{extras.footer(s, "<footer>{}</footer>")}</body></html>"""


def legal_tabs(s: Sheet) -> str:
    """A legal data base with tabs: the whole text, a summary that is not the text, the history, a box to subscribe."""
    marks = Marks(
        text='<div class="khoan">{}</div>', heading='<div class="dieu"><a name="dieu"></a><strong>{}</strong></div>',
        item='<div class="gach">- {}</div>', items="{}",
    )  # fmt: skip
    top = extras.menu(s, '<div class="thanh">{}</div>', '<a href="/l1">{}</a>')
    tabs = s.each("nav", ("Toàn văn", "Tóm tắt", "Lược đồ", "Tải về"), '<li role="tab">{}</li>')
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(graph="none", dated="none"))}</head><body>{top}
<ul class="tabs">{tabs}</ul><div class="tab-pane active toanvan"><div class="quochieu">{s.put("other", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")}</div>
<h1 class="ten">{s.put("title", s.story.title)}</h1><div class="so">{extras.lead(s, "{}")}</div>
{flow(s, marks)}<div class="ky">{s.put("other", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH (đã ký, mẫu)")}</div></div>
<div class="tab-pane" style="display:none"><p>{s.put("other", "Bản tóm tắt do ban biên tập soạn, không thay cho văn bản gốc và có thể thiếu những điều khoản chuyển tiếp.")}</p></div>
<div class="thuoc-tinh"><span>{s.put("other", "Ngày ban hành")}</span> <span>{s.put("date", dates.day_slash(s.published))}</span></div>
{extras.headlines(s, 5, '<div class="lien-quan">{}</div>', '<p><a href="/l2">{}</a></p>')}{extras.footer(s, "<footer>{}</footer>")}</body></html>"""


def broadcast_player(s: Sheet) -> str:
    """A radio and television station: a player, a short text under it, a play list with long descriptions."""
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(linked_data="webpage", graph="right", dated="none"))}{extras.script(s.story.title)}</head><body>
{extras.menu(s, '<ul class="topmenu">{}</ul>', '<li><a href="/tv">{}</a></li>')}<div class="player-wrap"><video poster="/p.jpg"></video>
{extras.shelf(s, "other", "videos", 1, '<div class="now">{}</div>')}</div><div class="video-info"><h1>{s.put("title", s.story.title)}</h1>
<div class="view">{s.put("date", dates.dotted(s.published))}</div><div class="video-desc">{extras.lead(s, "<p><b>{}</b></p>")}{flow(s, Marks(figure='<p><img src="{src}" alt="{alt}"><br><i>{}</i></p>'))}</div></div>
{extras.teasers(s, 7, '<div class="playlist">{}</div>', '<div class="pl-item"><a href="/tv2">{t}</a><p>{l}</p></div>')}
{extras.shelf(s, "other", "promos", 1, '<div class="sub">{}</div>')}{extras.footer(s, '<div class="bot">{}</div>')}</body></html>"""


def english_twin(s: Sheet) -> str:
    """The English page of a site whose plug-in keeps Vietnamese and English twins."""
    marks = Marks(
        text='<p class="wp-block-paragraph">{}</p>',
        figure='<figure class="alignwide"><img src="{src}" alt="{alt}"/><figcaption>{}</figcaption></figure>',
    )
    return f"""<!DOCTYPE html><html lang="en-US"><head>{head(s, HeadStyle(alternate=True, linked_data="whole"))}</head><body class="single wpml">
{extras.shelf(s, "other", "cookies", 1, '<div class="cky-consent"><p>{}</p></div>')}<ul class="wpml-ls">{s.each("nav", ("English", "Tiếng Việt"), "<li>{}</li>")}</ul>
{extras.menu(s, '<nav class="elementor-nav">{}</nav>', '<a href="/en/a">{}</a>')}<div class="elementor-widget-theme-post-title"><h1>{s.put("title", s.story.title)}</h1></div>
<div class="elementor-post-info"><span>{s.put("date", dates.english(s.published))}</span><span>{s.put("byline", "Editorial desk")}</span></div>
<div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">{extras.lead(s, "<p><strong>{}</strong></p>")}{flow(s, marks)}</div></div>
{extras.advertisement(s, '<div class="elementor-ad">{}</div>')}{extras.share(s, '<div class="elementor-share">{}</div>', "<a>{}</a>")}
{extras.footer(s, '<footer class="elementor-location-footer">{}</footer>')}</body></html>"""


def slide_show(s: Sheet) -> str:
    """A picture story as slides: captions under the pictures, the text in a column beside them."""
    slides = '<li class="slide"><img data-lazy="{src}" alt="{alt}"><div class="slide-text">{}</div></li>'
    top = extras.menu(s, '<div class="gm">{}</div>', '<a href="/s1">{}</a>')
    title = f"<h1>{s.put('title', s.story.title)}</h1>"
    date = f'<em class="when">{s.put("date", dates.slash_hour(s.published))}</em>'
    shown = "\n".join(s.figure(caption, slides, credit=" ({})") for caption in s.story.captions)
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(linked_data="none"))}</head><body>{top}<div class="slideshow">{title}{date}
<ul class="slides">{shown}</ul></div><div class="slide-side"><p class="intro">{extras.lead(s, "{}")}</p>
<div class="prose">{flow(s, Marks(), pictures=False)}</div><div class="cred">{s.put("byline", s.pick("bylines")[0])}</div></div>
{extras.headlines(s, 6, '<div class="more-slides">{}</div>', '<figure><a href="/s2"><img src="/m.jpg"><figcaption>{}</figcaption></a></figure>')}
{extras.footer(s, "<footer>{}</footer>")}</body></html>"""

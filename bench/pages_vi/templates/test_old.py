"""Templates of the test half: content managers of ten and twenty years ago, TCVN3 and VISCII, letters as references."""

# The mark-up stands as a page has it, in long lines.
# ruff: noqa: E501

from bench.pages_vi import extras
from bench.pages_vi import printed_dates as dates
from bench.pages_vi.flow import Marks, flow
from bench.pages_vi.head import HeadStyle, head
from bench.pages_vi.sheet import Sheet


def joomla_item(s: Sheet) -> str:
    """Joomla: item-page with icons to print, pages before and after, modules at the sides."""
    marks = Marks(
        text='<p style="text-align: justify;"><span style="font-size: 12pt;">{}</span></p>',
        heading='<p style="text-align: justify;"><strong>{}</strong></p>',
        figure='<p style="text-align: center;"><img src="{src}" alt="{alt}" /></p><p style="text-align: center;"><em>{}</em></p>',
    )  # fmt: skip
    meta = head(
        s,
        HeadStyle(graph="none", dated="none", title="{}", extra='<meta name="generator" content="Joomla!">'),
    )
    return f"""<!DOCTYPE html><html xml:lang="vi-vn" lang="vi-vn"><head><base href="{s.address}" />{meta}</head><body class="site com_content view-article">
{extras.menu(s, '<ul class="nav menu mod-list">{}</ul>', '<li class="item-101"><a href="/index.php">{}</a></li>')}
<div class="moduletable">{extras.headlines(s, 4, '<ul class="latestnews">{}</ul>', '<li><a href="/index.php/a"><span>{}</span></a></li>')}</div>
<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">{s.put("title", s.story.title)}</h2></div>
{extras.share(s, '<div class="icons"><ul class="actions">{}</ul></div>', '<li><a href="#" title="x">{}</a></li>')}
<dl class="article-info"><dd class="createdby">{s.put("byline", "Viết bởi " + s.pick("bylines")[0])}</dd><dd class="published">{s.put("date", dates.posted_dash(s.published))}</dd></dl>
<div itemprop="articleBody">{extras.lead(s, '<p><strong>{}</strong></p><hr id="system-readmore" />')}{flow(s, marks)}</div>
<ul class="pager pagenav"><li class="previous">{s.put("nav", "Trang trước")}</li><li class="next">{s.put("nav", "Trang sau")}</li></ul></div>
{extras.footer(s, '<div class="custom footer">{}</div>')}</body></html>"""


def drupal_field(s: Sheet) -> str:
    """A commune's portal on Drupal: fields inside fields, views at the side, links to forms."""
    marks = Marks(
        text="<p>{}</p>", heading="<h4>{}</h4>",
        figure='<article class="media media--type-image"><div class="field__item"><img src="{src}" alt="{alt}"></div>'
        '<div class="field--name-field-caption"><p>{}</p></div></article>',
    )  # fmt: skip
    return f"""<!DOCTYPE html><html lang="vi" dir="ltr"><head>{head(s, HeadStyle(graph="none", dated="none"))}{extras.style()}</head><body class="path-node">
<a class="visually-hidden" href="#main">{s.put("other", "Nhảy đến nội dung chính")}</a>{extras.menu(s, '<nav class="menu--main"><ul class="menu">{}</ul></nav>', '<li class="menu-item"><a href="/node/1">{}</a></li>')}
<main role="main"><a id="main"></a><div class="layout-content"><h1 class="page-title"><span class="field--name-title">{s.put("title", s.story.title)}</span></h1>
<div class="node node--type-tin-tuc"><div class="node__meta"><span>{s.put("date", dates.weekday_slash(s.published))}</span></div><div class="node__content">
{extras.lead(s, '<div class="field--name-field-tom-tat field__item"><p>{}</p></div>')}
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field__item">{flow(s, marks)}</div>
<div class="field--name-field-tac-gia">{s.put("byline", s.pick("bylines")[0])}</div></div></div></div>
<aside class="layout-sidebar-second">{extras.teasers(s, 4, '<div class="views-element-container">{}</div>', '<div class="views-row"><div class="views-field-title">{t}</div><div class="views-field-body"><p>{l}</p></div></div>')}
{extras.shelf(s, "other", "promos", 2, '<div class="block-block-content">{}</div>', "<p>{}</p>")}</aside></main>{extras.footer(s, '<footer class="site-footer">{}</footer>')}</body></html>"""


def tcvn3_fonts(s: Sheet) -> str:
    """Text typed for an ABC font (.VnTime): bytes that a browser takes for Western letters."""
    charset = "utf-8" if s.encoding.endswith("utf8") else "x-user-defined"
    style = HeadStyle(charset="", graph="none", dated="none", canonical=False, title="{}",
                      extra=f'<meta http-equiv=Content-Type content="text/html; charset={charset}">')  # fmt: skip
    marks = Marks(
        text='<p class=MsoNormal style="text-align:justify"><span style="font-family:.VnTime">{}</span></p>',
        heading='<p class=MsoNormal><b><span style="font-family:.VnArial">{}</span></b></p>',
        figure='<p class=MsoNormal align=center><img src="{src}"><br><i><span style="font-family:.VnTime">{}</span></i></p>',
        table="<table class=MsoTableGrid border=1>{}</table>", cell='<td><p class=MsoNormal><span style="font-family:.VnTime">{}</span></p></td>',
    )  # fmt: skip
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>{head(s, style)}<style>.VnTime{{font-family:.VnTime}}</style></head><body lang=EN-US>
<table width=760><tr><td width=150 valign=top>{extras.menu(s, "{}", '<div><a href="muc.htm"><font face=".VnArial">{}</font></a></div>')}</td>
<td valign=top><div class=Section1><p class=MsoTitle><span style="font-family:.VnArialH">{s.put("title", s.story.title)}</span></p>
{extras.lead(s, '<p class=MsoNormal><b><i><span style="font-family:.VnTime">{}</span></i></b></p>')}{flow(s, marks)}
<p class=MsoNormal align=right><span style="font-family:.VnTime">{s.put("byline", s.pick("bylines")[0])}, {s.put("date", dates.day_slash(s.published))}</span></p></div>
{extras.headlines(s, 5, "<hr>{}", '<p class=MsoNormal><a href="bai.htm"><span style="font-family:.VnTime">{}</span></a></p>')}</td></tr></table>
{extras.footer(s, "<div align=center>{}</div>", '<span style="font-family:.VnTime">{}</span><br>')}</body></html>"""


def viscii_plain(s: Sheet) -> str:
    """A page of a mailing group of the nineties, in VISCII, text in a cell with line breaks and indents."""
    marks = Marks(
        text="&nbsp;&nbsp;&nbsp;&nbsp;{}", heading="<b>{}</b>", between="<br>\n", item="* {}<br>", items="{}",
        figure='<br><img src="{src}"><br><small>{}</small><br>',
    )  # fmt: skip
    style = HeadStyle(charset="viscii", graph="none", dated="none", canonical=False, title="{}")
    return f"""<html><head>{head(s, style)}</head><body text="black" link="blue"><center><h3>{s.put("other", s.site())}</h3></center>
<center>{extras.menu(s, "[ {} ]", '<a href="x.html">{}</a> |')}</center><hr width="80%"><blockquote><center><h2>{s.put("title", s.story.title)}</h2></center>
<p align="right"><i>{s.put("byline", s.pick("bylines")[0])}</i><br>{s.put("date", dates.day_short(s.published))}</p>
{extras.lead(s, "<b>{}</b><br><br>")}{flow(s, marks)}</blockquote><hr>
{extras.headlines(s, 3, "<ul>{}</ul>", '<li><a href="y.html">{}</a>')}{extras.footer(s, "<address>{}</address>", "{}<br>")}</body></html>"""


def entity_portal(s: Sheet) -> str:
    """Every Vietnamese letter a numeric reference; nested layout tables, the text as loose lines in a cell."""
    marks = Marks(
        text='<span class="noidung">{}</span>', heading='<span class="tieumuc"><b>{}</b></span>', between="<br /><br />",
        figure='<table align="center" border="0"><tr><td><img border="0" src="{src}"></td></tr><tr><td class="chuthich">{}</td></tr></table>',
        table='<table class="bang" border="1">{}</table>', item='<span class="noidung">+ {}</span><br />', items="{}",
    )  # fmt: skip
    style = HeadStyle(charset="", graph="none", dated="none", canonical=False, title="{site}")
    return f"""<html><head>{head(s, style)}</head><body><table class="khung"><tr><td class="banner">{s.put("other", s.site())}</td></tr>
<tr><td><table><tr><td class="trai"><table>{extras.menu(s, "{}", '<tr><td class="muc"><a href="Default.aspx?tabid=1">{}</a></td></tr>')}</table></td>
<td class="giua"><table><tr><td class="tieude">{s.put("title", s.story.title)}</td></tr><tr><td class="ngay">({s.put("date", dates.slash_hour(s.published))})</td></tr>
{extras.lead(s, '<tr><td class="trichyeu"><b>{}</b></td></tr>')}<tr><td class="chitiet">{flow(s, marks)}</td></tr>
<tr><td align="right" class="tacgia">{s.put("byline", s.pick("bylines")[0])}</td></tr></table>
{extras.headlines(s, 7, '<table class="tinkhac"><tr><td><b>{h}</b></td></tr>{}</table>', '<tr><td><a href="Default.aspx?id=9">{}</a></td></tr>', heading="Tin đã đưa")}</td>
<td class="phai">{extras.advertisement(s, "<div>{}</div>")}{extras.shelf(s, "other", "promos", 1, "<div>{}</div>")}</td></tr></table></td></tr>
<tr><td>{extras.footer(s, "{}", "<div>{}</div>")}</td></tr></table></body></html>"""

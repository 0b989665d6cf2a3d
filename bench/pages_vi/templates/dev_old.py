"""Templates of the dev half: old portals, layout tables, line breaks in place of paragraphs, font encodings."""

# The mark-up stands as a page has it, in long lines.
# ruff: noqa: E501

from bench.pages_vi import extras
from bench.pages_vi import printed_dates as dates
from bench.pages_vi.flow import Marks, flow
from bench.pages_vi.head import HeadStyle, head
from bench.pages_vi.sheet import Sheet

_BARE = Marks(
    text="{}", heading="<b>{}</b>", question="<b>{}</b>", answer="{}", item="- {}<br>", items="{}", between="<br><br>\n",
    entry="<b>{at}</b>: {}", figure='<center><img src="{src}" alt="{alt}"><br><i>{}</i></center>',
    table='<table border="1" cellpadding="3">{}</table>',
)  # fmt: skip


def uppercase_tables(s: Sheet) -> str:
    """A portal of about 2004: layout tables, capital tags, FONT faces, windows-1258."""
    marks = Marks(
        text='<P ALIGN="justify"><FONT FACE="Arial" SIZE="2">{}</FONT></P>',
        heading='<P><FONT FACE="Arial" SIZE="2"><B>{}</B></FONT></P>',
        item="<LI><FONT SIZE=2>{}</FONT>", items="<UL>{}</UL>", row="<TR>{}</TR>", cell='<TD><FONT SIZE="2">{}</FONT></TD>',
        table='<TABLE BORDER="1" CELLSPACING="0">{}</TABLE>',
        figure='<TABLE ALIGN="right" WIDTH="200"><TR><TD><IMG SRC="{src}" ALT="{alt}"></TD></TR>'
        '<TR><TD><FONT SIZE="1" COLOR="#666666"><I>{}</I></FONT></TD></TR></TABLE>',
    )  # fmt: skip
    style = HeadStyle(charset="", graph="none", dated="none", canonical=False,
                      extra='<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1258">')  # fmt: skip
    lead = '<P ALIGN="justify"><FONT FACE="Arial" SIZE="2"><B>{}</B></FONT></P>'
    return f"""<HTML><HEAD>{head(s, style)}</HEAD><BODY BGCOLOR="#FFFFFF" TOPMARGIN="0">
<TABLE WIDTH="780" BORDER="0" CELLPADDING="0"><TR><TD COLSPAN="3" BGCOLOR="#003366"><FONT COLOR="white">{s.put("other", s.site())}</FONT></TD></TR>
<TR VALIGN="top"><TD WIDTH="140">{extras.menu(s, '<TABLE WIDTH="100%">{}</TABLE>', '<TR><TD><A HREF="/m.asp">{}</A></TD></TR>')}</TD>
<TD WIDTH="480"><P><FONT FACE="Arial" SIZE="4" COLOR="#CC0000"><B>{s.put("title", s.story.title)}</B></FONT></P>
<P><FONT SIZE="1">{s.put("date", dates.slash_hour(s.published))}</FONT></P>
{extras.lead(s, lead)}
{flow(s, marks)}<P ALIGN="right"><FONT SIZE="2"><B>{s.put("byline", s.pick("bylines")[0])}</B></FONT></P>
<HR>{extras.headlines(s, 6, '<FONT SIZE="2"><B>{h}</B></FONT><UL>{}</UL>', '<LI><A HREF="/n.asp?id=1"><FONT SIZE="2">{}</FONT></A>', heading="Các tin khác")}</TD>
<TD WIDTH="160" BGCOLOR="#EEEEEE">{extras.headlines(s, 5, "{}", '<P><FONT SIZE="1"><A HREF="/n.asp?id=2">{}</A></FONT></P>')}
{extras.advertisement(s, '<CENTER><FONT SIZE="1">{}</FONT></CENTER>')}</TD></TR></TABLE>
{extras.footer(s, '<TABLE WIDTH="780"><TR><TD ALIGN="center">{}</TD></TR></TABLE>', '<FONT SIZE="1">{}</FONT><BR>')}</BODY></HTML>"""


def sharepoint_breaks(s: Sheet) -> str:
    """A government portal on SharePoint: text straight in a div, lines broken by br, zero-width marks between."""
    web_part = '<div class="ms-webpart-chrome"><div class="ms-WPBody noindex">{}</div></div>'
    meta = head(s, HeadStyle(graph="site", dated="none", title="{site} - {}"))
    return f"""<!DOCTYPE html><html dir="ltr" lang="vi-VN"><head>{meta}{extras.style()}</head><body>
<form method="post" action="./" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="{"wEPDwUK" * 40}">
{extras.menu(s, '<div class="ms-core-navigation"><ul class="root static">{}</ul></div>', '<li class="static"><a class="static" href="/sites/a"><span class="menu-item-text">{}</span></a></li>')}
<div id="s4-workspace"><div class="article-title" id="DeltaPlaceHolderPageTitleInTitleArea">{s.put("nav", s.story.section)}</div>
<div class="TitleNews">{s.put("title", s.story.title)}</div><div class="DateNews">{s.put("date", dates.hour_bar_slash(s.published))}</div>
{extras.lead(s, '<div class="SummaryNews"><strong>{}</strong></div>')}
<div class="ms-rtestate-field" id="ctl00_PlaceHolderMain_RichHtmlField" style="display:inline">&#8203;{flow(s, _BARE)}</div><div class="AuthorNews">{s.put("byline", s.pick("bylines")[0])}</div>
{extras.share(s, '<div class="tools">{}</div>', '<a href="javascript:print()">{}</a> | ')}
{web_part.replace("{}", extras.headlines(s, 7, '<div class="tinlienquan">{h}<ul>{}</ul></div>', '<li><a href="/sites/b">{}</a></li>', heading="Tin liên quan"))}
{web_part.replace("{}", extras.headlines(s, 5, '<div class="tinmoi">{}</div>', '<div class="item"><a href="/sites/c">{}</a></div>'))}</div>
{extras.footer(s, '<div id="footer">{}</div>', "<div>{}</div>")}</form></body></html>"""


def vni_fonts(s: Sheet) -> str:
    """Text typed for a VNI font: accents are letters of their own, and the page claims to be Western European."""
    charset = "utf-8" if s.encoding.endswith("utf8") else "iso-8859-1"
    style = HeadStyle(charset="", graph="none", dated="none", canonical=False, title="{}",
                      extra=f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">')  # fmt: skip
    marks = Marks(
        text='<p align="justify"><font face="VNI-Times" size="3">{}</font></p>',
        heading='<p><font face="VNI-Helve"><b>{}</b></font></p>',
        figure='<p align="center"><img src="{src}" alt=""><br><font face="VNI-Times" size="2"><i>{}</i></font></p>',
    )  # fmt: skip
    return f"""<html><head>{head(s, style)}</head><body background="nen.gif"><table width="95%"><tr>
<td width="70%" valign="top"><p align="center"><font face="VNI-Helve" size="5" color="#0000A0">{s.put("title", s.story.title)}</font></p>
{extras.lead(s, '<p><font face="VNI-Times"><b>{}</b></font></p>')}{flow(s, marks)}
<p align="right"><font face="VNI-Times"><i>{s.put("byline", s.pick("bylines")[0])}</i> ({s.put("date", dates.day_slash(s.published))})</font></p></td>
<td valign="top" bgcolor="#FFFFCC">{extras.menu(s, "{}", '<p><a href="trang.htm"><font face="VNI-Times">{}</font></a></p>')}
{extras.headlines(s, 4, "<hr>{}", '<p><font face="VNI-Times" size="2"><a href="tin.htm">{}</a></font></p>')}</td></tr></table>
{extras.footer(s, "<center>{}</center>", '<font face="VNI-Times" size="1">{}</font><br>')}</body></html>"""


def blogger_breaks(s: Sheet) -> str:
    """A free blog: post-body with div and br, a consent notice first, hidden sentences, decomposed letters."""
    marks = Marks(
        text='<div style="text-align: justify;">{}</div>', heading="<div><b><u>{}</u></b></div>", between="\n<br />\n",
        figure='<table class="tr-caption-container" align="center"><tbody><tr><td><img src="{src}" alt="{alt}"/></td></tr>'
        '<tr><td class="tr-caption">{}</td></tr></tbody></table>',
    )  # fmt: skip
    notice = extras.shelf(
        s,
        "other",
        "cookies",
        1,
        '<div id="cookieChoiceInfo" role="dialog"><span>{}</span><button>OK</button></div>',
    )
    meta = head(s, HeadStyle(graph="right", dated="none", title="{site}: {}"))
    return f"""<!DOCTYPE html><html class="v2" dir="ltr"><head>{meta}{extras.style()}</head><body class="loading">{notice}
<div class="tabs-inner">{extras.menu(s, '<ul class="PageList">{}</ul>', '<li><a href="/p/x.html">{}</a></li>')}</div>
<div class="main-outer"><div class="blog-posts hfeed"><h2 class="date-header"><span>{s.put("date", dates.in_words(s.published))}</span></h2>
<div class="post hentry"><h3 class="post-title entry-title">{s.put("title", s.story.title)}</h3>
<div class="post-body entry-content" id="post-body-1">{extras.lead(s, "<div><i>{}</i></div><br />")}
{flow(s, marks)}{extras.shelf(s, "other", "hidden", 1, '<div style="display:none">{}</div>')}<div style="clear: both;"></div></div>
<div class="post-footer">{s.put("byline", "Đăng bởi " + s.pick("bylines")[0])}
{extras.shelf(s, "nav", "tags", 4, '<span class="post-labels">{}</span>', '<a rel="tag" href="/search">{}</a>, ')}</div></div></div>
{extras.comments(s, 4, '<div id="comments"><h4>{h}</h4>{}</div>', '<div class="comment-block"><p class="comment-content">{}</p></div>', heading="Nhận xét")}</div>
<div class="sidebar">{extras.headlines(s, 8, '<div class="widget PopularPosts"><ul>{}</ul></div>', '<li><a href="/q">{}</a></li>')}</div>
{extras.footer(s, '<div class="footer-outer">{}</div>')}</body></html>"""

"""Templates of the dev half: newspapers and blogs of today."""

# The mark-up stands as a page has it, in long lines.
# ruff: noqa: E501

from bench.pages_vi import extras
from bench.pages_vi import printed_dates as dates
from bench.pages_vi.flow import Marks, flow
from bench.pages_vi.head import HeadStyle, head
from bench.pages_vi.sheet import Sheet


def semantic_article(s: Sheet) -> str:
    """HTML5 as the books teach it, with linked data and asides."""
    inserts = {
        1: lambda: extras.advertisement(s, '<aside class="ad" aria-label="Quảng cáo">{}</aside>'),
        3: lambda: extras.headlines(
            s, 2, '<aside class="read-also"><h3>{h}</h3><ul>{}</ul></aside>', '<li><a href="/b">{}</a></li>',
            heading="Đọc thêm",
        ),
    }  # fmt: skip
    meta = head(s, HeadStyle(linked_data="news", alternate=True, extra=extras.style()))
    top = extras.menu(s, "<header><nav><ul>{}</ul></nav></header>", '<li><a href="/m">{}</a></li>')
    return f"""<!doctype html>
<html lang="vi"><head>{meta}</head><body>{top}
<main><article><header><p class="kicker">{s.put("nav", s.story.section)}</p><h1>{s.put("title", s.story.title)}</h1>
{extras.lead(s, '<p class="standfirst">{}</p>')}
<p class="meta"><span rel="author">{s.put("byline", s.pick("bylines")[0])}</span>
<time datetime="{dates.iso(s.published)}">{s.put("date", dates.weekday_slash(s.published))}</time></p></header>
{flow(s, Marks(), inserts=inserts)}
<footer>{extras.shelf(s, "nav", "tags", 4, '<ul class="tags">{}</ul>', '<li><a href="/t">{}</a></li>')}</footer></article>
{extras.teasers(s, 4, '<section class="more">{}</section>', "<article><h2>{t}</h2><p>{l}</p></article>")}</main>
{extras.footer(s, "<footer>{}</footer>")}{extras.script(s.story.title)}</body></html>"""


def fck_detail(s: Sheet) -> str:
    """A large daily: opening outside the body, pictures in small tables, comments with long sentences."""
    picture = (
        '<table class="tplCaption" align="center"><tbody><tr><td><img src="{src}" alt="{alt}"></td></tr>'
        '<tr><td><p class="Image">{}</p></td></tr></tbody></table>'
    )
    marks = Marks(
        text='<p class="Normal">{}</p>', heading='<p class="subtitle"><strong>{}</strong></p>', figure=picture
    )
    inserts = {
        2: lambda: extras.headlines(
            s, 3, '<div class="box-tinlienquanv2"><ul class="list-news">{}</ul></div>',
            '<li><h4 class="title-news"><a href="/x.html">{}</a></h4></li>',
        )
    }  # fmt: skip
    meta = head(s, HeadStyle(linked_data="whole", title="{} - {site}"))
    return f"""<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>{meta}{extras.script()}</head>
<body class="page-detail">{extras.menu(s, '<section class="section wrap-main-nav"><ul class="parent">{}</ul></section>', '<li><a href="/">{}</a></li>')}
<section class="section page-detail top-detail"><div class="container"><div class="sidebar-1">
<div class="header-content width_common"><span class="date">{s.put("date", dates.weekday_slash(s.published))}</span></div>
<h1 class="title-detail">{s.put("title", s.story.title)}</h1>
<p class="description">{extras.lead(s, "{}")}</p>
<article class="fck_detail">{flow(s, marks, inserts=inserts)}
<p class="author_mail" style="text-align:right"><strong>{s.put("byline", s.pick("bylines")[0])}</strong></p></article>
{extras.share(s, '<div class="social_pin">{}</div>', '<a href="javascript:;">{}</a>')}</div>
<div class="sidebar-2">{extras.teasers(s, 6, '<div class="box-category">{}</div>', '<article class="item-news"><h3 class="title-news"><a href="/y">{t}</a></h3><p class="description"><a href="/y">{l}</a></p></article>')}
{extras.advertisement(s, '<div class="banner-ads">{}</div>')}</div></div></section>{_readers(s) if s.rng.random() < 0.8 else ""}
{extras.footer(s, '<footer class="footer container">{}</footer>')}</body></html>"""


def _readers(s: Sheet) -> str:
    return extras.comments(
        s, 5, '<div id="box_comment_vne" class="box_comment"><h3>{h}</h3>{}</div>',
        '<div class="comment_item"><p class="full_content"><span class="nickname"></span>{}</p></div>',
        heading="Ý kiến bạn đọc",
    )  # fmt: skip


def wordpress_entry(s: Sheet) -> str:
    """A blog on WordPress: entry-content with share buttons and related posts inside it, author box, comments."""
    marks = Marks(
        text="<p>{}</p>", heading="<h3>{}</h3>",
        figure='<figure class="wp-block-image size-large"><img decoding="async" src="{src}" alt="{alt}"/>'
        '<figcaption class="wp-element-caption">{}</figcaption></figure>',
        table='<figure class="wp-block-table"><table><tbody>{}</tbody></table></figure>',
    )  # fmt: skip
    meta = head(s, HeadStyle(graph=s.rng.choice(("right", "none")), dated=s.rng.choice(("right", "none"))))
    return f"""<!DOCTYPE html><html lang="vi"><head>{meta}{extras.style()}</head><body class="post-template-default single">
<div id="page" class="site">{extras.menu(s, '<ul id="primary-menu" class="menu">{}</ul>', '<li class="menu-item"><a href="/c">{}</a></li>')}
<div id="content"><article class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{s.put("title", s.story.title)}</h1>
<div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{dates.iso(s.published)}">{s.put("date", dates.month_in_words(s.published))}</time></span>
<span class="byline">{s.put("byline", s.pick("bylines")[0])}</span></div></header>
<div class="entry-content">{extras.lead(s, '<p class="has-medium-font-size"><em>{}</em></p>')}{flow(s, marks)}
{extras.share(s, '<div class="sharedaddy sd-sharing-enabled"><ul>{}</ul></div>', '<li><a class="share-icon" href="#">{}</a></li>')}
{extras.headlines(s, 3, '<div id="jp-relatedposts" class="jp-relatedposts"><h3>{h}</h3>{}</div>', '<p class="jp-relatedposts-post"><a href="/r">{}</a></p>', heading="Bài liên quan")}</div>
<footer class="entry-footer">{extras.shelf(s, "nav", "tags", 5, '<span class="tags-links">{}</span>', '<a rel="tag" href="/t">{}</a> ')}</footer></article>
{extras.shelf(s, "other", "bios", 1, '<div class="author-bio"><p>{}</p></div>')}
{extras.comments(s, 3, '<ol class="comment-list"><h2 class="comments-title">{h}</h2>{}</ol>', '<li class="comment"><div class="comment-content"><p>{}</p></div></li>', heading="Bình luận")}</div>
<aside class="widget-area">{extras.headlines(s, 5, '<section class="widget widget_recent_entries"><ul>{}</ul></section>', '<li><a href="/p">{}</a></li>')}</aside>
{extras.footer(s, '<footer class="site-footer">{}</footer>')}</div></body></html>"""


def amp_page(s: Sheet) -> str:
    """An AMP page: own elements, side menu at the top, advertisement elements between paragraphs."""
    marks = Marks(
        figure='<amp-img src="{src}" alt="{alt}" width="660" height="400" layout="responsive"></amp-img>'
        '<div class="amp-caption">{}</div>',
        heading="<h2>{}</h2>",
    )  # fmt: skip
    ads = {
        place: lambda: (
            '<amp-ad width="300" height="250" type="x"></amp-ad>'
            + extras.advertisement(s, '<div class="adtxt">{}</div>')
        )
        for place in (1, 4)
    }
    meta = head(s, HeadStyle(linked_data="news", extra="<style amp-custom>.a{color:red}</style>"))
    side = extras.menu(s, '<amp-sidebar id="sb" layout="nodisplay"><ul>{}</ul></amp-sidebar>', "<li>{}</li>")
    return f"""<!doctype html><html amp lang="vi"><head>{meta}</head><body>{side}
<div class="main"><h1 class="cms-title">{s.put("title", s.story.title)}</h1>
<div class="cms-date">{s.put("date", dates.slash_hour(s.published))}</div>
{extras.lead(s, '<h2 class="cms-desc">{}</h2>')}
<div class="cms-body">{flow(s, marks, inserts=ads)}</div>
<div class="cms-author">{s.put("byline", s.pick("bylines")[0])}</div>
{extras.headlines(s, 4, '<div class="cms-relate"><b>{h}</b>{}</div>', '<a class="rl" href="/z.amp">{}</a>', heading="Tin cùng chuyên mục")}
</div>{extras.footer(s, '<div class="foot">{}</div>', "<span>{}</span>")}</body></html>"""


def endless_scroll(s: Sheet) -> str:
    """The next article follows in the same mark-up, and a third one after it."""
    marks = Marks(
        text='<p class="body-text">{}</p>',
        figure='<div class="photo"><img src="{src}" alt="{alt}"><span class="cap">{}</span></div>',
    )
    meta = head(s, HeadStyle(linked_data="webpage", canonical=True))
    top = extras.menu(s, '<div class="topbar">{}</div>', '<a href="/">{}</a>')
    first = f"""<article class="scroll-item" data-index="0" data-url="{s.address}"><h1>{s.put("title", s.story.title)}</h1>
<div class="info">{s.put("date", dates.hour_bar_slash(s.published))} <b>{s.put("byline", s.pick("bylines")[0])}</b></div>
<div class="sapo">{extras.lead(s, "{}")}</div><div class="text">{flow(s, marks)}</div></article>"""
    between = extras.advertisement(s, '<div class="between-stories">{}</div>')
    following = []
    for place, story in enumerate(s.rng.sample(s.others, 2), start=1):
        title = f"<h1>{s.put('related', story.title)}</h1>" if place == 1 else ""
        paragraphs = s.each(
            "related", [part.text for part in story.parts if part.kind == "text"][:5], marks.text
        )
        following.append(
            f'<article class="scroll-item" data-index="{place}" data-url="/next{place}.html">{title}'
            f'<div class="text">{paragraphs}</div></article>'
        )
    return f"""<!DOCTYPE html><html><head>{meta}</head><body>
{top}<div id="stream">{first}
{between}{"".join(following)}</div>
{extras.footer(s, '<div class="bottom">{}</div>')}{extras.script()}</body></html>"""


def magazine_questions(s: Sheet) -> str:
    """A talk in questions and answers, the asker in bold, with a video box and a poll."""
    marks = Marks(
        question="<p><b>{}</b></p>", answer="<p>{}</p>", asked_by=s.rng.choice(("", "- ", "Phóng viên: ")),
        figure='<table class="picture"><tr><td class="pic"><img data-src="{src}" alt="{alt}"></td></tr>'
        '<tr><td class="pCaption">{}</td></tr></table>',
    )  # fmt: skip
    inserts = {
        3: lambda: extras.shelf(
            s, "other", "videos", 1, '<div class="video-box"><video src="/v.mp4"></video><p>{}</p></div>'
        ),
        6: lambda: extras.poll(
            s,
            '<form class="poll"><p class="q">{q}</p>{}<button>OK</button></form>',
            "<label><input type=radio>{}</label>",
        ),
    }
    return f"""<!DOCTYPE html><html lang="vi-VN"><head>{head(s, HeadStyle(linked_data="news"))}</head><body>
{extras.menu(s, '<nav id="category-menu"><ul>{}</ul></nav>', "<li><a href='/k'>{}</a></li>")}
<section class="main"><article class="the-article"><header class="the-article-header"><h1 class="the-article-title">{s.put("title", s.story.title)}</h1>
<ul class="the-article-meta"><li class="the-article-author">{s.put("byline", s.pick("bylines")[0])}</li>
<li class="the-article-publish">{s.put("date", dates.weekday_slash(s.published))}</li></ul></header>
<section class="main"><p class="the-article-summary">{extras.lead(s, "{}")}</p>
<div class="the-article-body">{flow(s, marks, inserts=inserts)}</div>
<p class="the-article-tags">{extras.shelf(s, "nav", "tags", 4, "{}", '<a href="/tag">{}</a> ')}</p></section></article>
{extras.teasers(s, 5, '<section class="recommendation">{}</section>', '<article class="article-item"><p class="article-title">{t}</p><p class="article-summary">{l}</p></article>')}
</section>{extras.footer(s, '<footer id="site-footer">{}</footer>')}</body></html>"""

"""Templates of the test half: newspapers and portals of today. Other mark-up, other words than the dev half."""

# The mark-up stands as a page has it, in long lines.
# ruff: noqa: E501

from bench.pages_vi import extras
from bench.pages_vi import printed_dates as dates
from bench.pages_vi.flow import Marks, flow
from bench.pages_vi.head import HeadStyle, head
from bench.pages_vi.sheet import Sheet


def sortable_detail(s: Sheet) -> str:
    """A large daily: sapo as a heading outside the body, movable boxes with headlines and quotes inside it."""
    marks = Marks(
        text="<p>{}</p>", heading="<p><b>{}</b></p>",
        figure='<div class="VCSortableInPreviewMode" type="Photo"><div><img src="{src}" alt="{alt}"></div>'
        '<div class="PhotoCMS_Caption"><p>{}</p></div></div>',
    )  # fmt: skip
    inserts = {
        1: lambda: extras.teasers(
            s, 1, '<div class="VCSortableInPreviewMode" type="RelatedOneNews">{}</div>',
            '<a class="VCCTitle" href="/o.htm">{t}</a><p class="VCCSapo">{l}</p>',
        ),
        4: lambda: extras.headlines(s, 3, '<div type="RelatedNews"><ul>{}</ul></div>', '<li><a href="/r.htm">{}</a></li>'),
    }  # fmt: skip
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(linked_data="news", title="{} - {site}"))}{extras.script()}</head>
<body>{extras.menu(s, '<div class="header__nav"><ul>{}</ul></div>', '<li><a class="nav-link" href="/t.htm">{}</a></li>')}
<div class="main-detail"><div class="detail__cmain"><div class="date-time" data-role="publishdate">{s.put("date", dates.slash_hour(s.published) + " GMT+7")}</div>
<h1 class="article-title">{s.put("title", s.story.title)}</h1>
{extras.lead(s, '<h2 class="sapo">{}</h2>')}
<div id="main-detail-body" class="content fck detail-content afcbc-body">{flow(s, marks, inserts=inserts)}</div>
<div class="author">{s.put("byline", s.pick("bylines")[0].upper())}</div>
{extras.share(s, '<div class="act-share">{}</div>', '<span class="a">{}</span>')}
{extras.comments(s, 6, '<section class="comment-wrapper"><h4>{h}</h4><ul>{}</ul></section>', '<li class="item-comment"><div class="contentcomment">{}</div></li>', heading="Bình luận hay")}</div>
<div class="detail__csub">{extras.teasers(s, 5, '<div class="box-readmore">{}</div>', '<div class="box-category-item"><a href="/b.htm">{t}</a><p class="box-category-sapo">{l}</p></div>')}</div></div>
{extras.footer(s, '<div class="footer__ad">{}</div>')}</body></html>"""


def microdata_ads(s: Sheet) -> str:
    """An advertisement after almost every paragraph; the date only in the microdata and as 'hours ago'."""
    advert = {
        place: lambda: extras.advertisement(
            s, '<div class="adsbygoogle inpage" data-slot="9"><p>{}</p></div>'
        )
        for place in range(0, 8, 2)
    }
    more = {
        5: lambda: extras.headlines(
            s,
            1,
            '<div class="cms-note">{h} {}</div>',
            '<a href="/m"><strong>{}</strong></a>',
            heading="Xem thêm:",
        )
    }
    marks = Marks(
        heading="<h3>{}</h3>",
        figure='<div class="expNoEdit"><img itemprop="image" src="{src}" alt="{alt}"><p class="img-note">{}</p></div>',
    )
    return f"""<!DOCTYPE html><html lang="vi" itemscope itemtype="https://schema.org/NewsArticle"><head>{head(s, HeadStyle(dated="none"))}</head><body>
{extras.shelf(s, "other", "cookies", 1, '<div class="cmp-overlay"><div class="cmp-text">{}</div><button>Đồng ý</button></div>')}
{extras.menu(s, '<nav class="main-menu">{}</nav>', '<a href="/n">{}</a>')}<div class="l-content"><h1 itemprop="headline">{s.put("title", s.story.title)}</h1>
<div class="details__meta"><span itemprop="author">{s.put("byline", s.pick("bylines")[0])}</span>
<span class="ago" itemprop="datePublished" content="{dates.iso(s.published)}">{s.put("date", "2 giờ trước")}</span></div>
{extras.lead(s, '<div class="details__summary cms-desc" itemprop="description"><div>{}</div></div>')}
<div id="abody" class="cms-body detail" itemprop="articleBody">{flow(s, marks, inserts={**advert, **more})}</div>
{extras.shelf(s, "nav", "tags", 5, '<div class="details__tags">{}</div>', '<a href="/g">{}</a>')}
{extras.shelf(s, "other", "promos", 1, '<div class="newsletter"><p>{}</p><input placeholder="mail"></div>')}
{extras.comments(s, 2, '<div class="details__comment"><h2>{h}</h2>{}</div>', '<div class="cm"><p>{}</p></div>', heading="Ý kiến")}</div>
{extras.headlines(s, 8, '<aside class="box-most">{}</aside>', '<h3><a href="/h">{}</a></h3>')}{extras.footer(s, "<footer>{}</footer>")}</body></html>"""


def hashed_components(s: Sheet) -> str:
    """Rendered by a JavaScript framework: hashed class names, the text again in a script, wrong linked data."""
    marks = Marks(
        text='<div class="css-1kq9x" data-block="true"><span data-text="true">{}</span></div>', heading='<div class="css-9aa1"><span>{}</span></div>',
        figure='<div class="css-p0f"><img loading="lazy" src="{src}" alt="{alt}"/><div class="css-c4p"><span>{}</span></div></div>',
        question='<div class="css-1kq9x"><b>{}</b></div>', answer='<div class="css-1kq9x">{}</div>', item='<div class="css-li">{}</div>', items="<div>{}</div>",
    )  # fmt: skip
    meta = head(s, HeadStyle(linked_data="webpage", dated=s.rng.choice(("right", "wrong")), graph="site"))
    state = s.plain(" ".join(part.text for part in s.story.parts)).replace('"', "'")
    return f"""<!DOCTYPE html><html lang="vi"><head>{meta}</head><body><div id="__next"><div class="css-r00t">
<div class="css-nv1" role="navigation">{extras.menu(s, "{}", '<div class="css-nv2"><a href="/i">{}</a></div>')}</div>
<div class="css-g12"><div class="css-col8"><div class="css-ttl" role="heading" aria-level="1">{s.put("title", s.story.title)}</div>
<div class="css-mt"><div>{s.put("byline", s.pick("bylines")[0])}</div><div>{s.put("date", dates.dotted(s.published))}</div></div>
{extras.lead(s, '<div class="css-sm0">{}</div>')}<div class="css-bdy">{flow(s, marks)}</div>
{extras.share(s, '<div class="css-shr">{}</div>', '<button class="css-bt">{}</button>')}</div>
<div class="css-col4">{extras.teasers(s, 6, '<div class="css-lst">{}</div>', '<div class="css-crd"><div class="css-ct">{t}</div><div class="css-cs">{l}</div></div>')}</div></div>
{extras.footer(s, '<div class="css-ft">{}</div>', "<div>{}</div>")}</div></div>
<script id="__NEXT_DATA__" type="application/json">{{"props":{{"body":"{state}"}}}}</script></body></html>"""


def div_paragraphs(s: Sheet) -> str:
    """Each paragraph a div; an author box, a video and a poll stand in the middle of the text."""
    marks = Marks(
        text='<div class="para">{}</div>', heading='<div class="para strong">{}</div>',
        figure='<div class="media"><div class="frame"><img data-src="{src}" alt="{alt}"></div><div class="desc">{}</div></div>',
    )  # fmt: skip
    inserts = {
        0: lambda: extras.shelf(
            s, "other", "bios", 1, '<div class="author-card"><img src="/a.png"><div>{}</div></div>'
        ),
        2: lambda: extras.shelf(
            s,
            "other",
            "videos",
            1,
            '<div class="player" data-video="1"><div class="player-title">{}</div></div>',
        ),
        4: lambda: extras.poll(s, '<div class="survey"><div>{q}</div>{}</div>', '<div class="opt">{}</div>'),
    }
    return f"""<!DOCTYPE html><html><head>{head(s, HeadStyle(linked_data="broken", dated="none"))}{extras.style()}</head><body>
<div class="layer head">{extras.menu(s, "{}", '<div class="it"><a href="/d">{}</a></div>')}</div><div class="layer"><div class="left">
<div class="ttl">{s.put("title", s.story.title)}</div><div class="inf"><div>{s.put("date", dates.updated_hour_slash(s.published))}</div></div>
<div class="brief">{extras.lead(s, "{}")}</div><div class="content-detail">{flow(s, marks, inserts=inserts)}
<div class="sign">{s.put("byline", s.pick("bylines")[0])}</div>{extras.headlines(s, 4, '<div class="seealso"><div>{h}</div>{}</div>', '<div><a href="/e">{}</a></div>', heading="Cùng chủ đề")}</div></div>
<div class="right">{extras.headlines(s, 10, '<div class="hot">{}</div>', '<div class="h"><a href="/f">{}</a></div>')}
{extras.advertisement(s, '<div class="bn">{}</div>')}</div></div>{extras.footer(s, '<div class="layer foot">{}</div>', "<div>{}</div>")}</body></html>"""


def magazine_sections(s: Sheet) -> str:
    """A long read in sections over the full width, a pull quote that repeats a sentence, wrong dates in the head."""
    marks = Marks(
        text='<section class="e-text"><p>{}</p></section>', heading='<section class="e-heading"><h2>{}</h2></section>',
        figure='<section class="e-photo e-full"><img src="{src}" alt="{alt}"><div class="e-caption">{}</div></section>',
    )  # fmt: skip
    longest = max((part.text for part in s.story.parts if part.kind == "text"), key=len)
    sentence = longest.split(". ")[0].rstrip(".")
    quote = {
        3: lambda: (
            f'<section class="e-quote" aria-hidden="true"><blockquote>{s.put("other", sentence)}</blockquote></section>'
        )
    }
    return f"""<!DOCTYPE html><html lang="vi"><head>{head(s, HeadStyle(dated="wrong", linked_data="none"))}</head><body class="emagazine">
{extras.menu(s, '<div class="burger" hidden>{}</div>', '<a href="/j">{}</a>')}<section class="e-cover"><h1>{s.put("title", s.story.title)}</h1>
<p class="e-sapo">{extras.lead(s, "{}")}</p></section>{flow(s, marks, inserts=quote)}
<section class="e-credit"><p>{s.put("byline", "Bài và ảnh: " + s.pick("bylines")[0])}</p><p>{s.put("date", dates.in_words(s.published))}</p></section>
{extras.teasers(s, 3, '<section class="e-more">{}</section>', '<div class="e-card"><h3>{t}</h3><p>{l}</p></div>')}{extras.footer(s, "<section>{}</section>")}</body></html>"""

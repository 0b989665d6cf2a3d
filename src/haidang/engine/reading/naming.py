"""What the class, id and role of an element say about the text inside it, as a set of bits."""

import re

# One bit a habit. The words are those that newsrooms and their content systems really use, in English and Vietnamese.
_HABITS: tuple[tuple[str, str], ...] = (
    ("comment", "comment comments disqus discussion reply replies respond binhluan fbcomments ykien"),
    (
        "related",
        ("related recommended recommend recommendations more readmore morefrom next popular trending mostread latest "
        "outbrain taboola suggested lienquan xemthem docthem tinkhac cungchuyenmuc tinlienquan docnhieu teaser "
        "teasers card cards river mostpopular hot boxtin suggestions further recirc tinmoi playlist morenews"),
    ),
    ("share", "share sharing social socials facebook twitter addthis sharedaddy follow chiase likes zalo email print"),
    ("side", "sidebar side rail aside widget widgets secondary col3 rightcol leftcol tertiary cotphai"),
    (
        "promo",
        ("promo promotion promotions newsletter subscribe subscription signup sign cta paywall donate donation "
        "marketing register membership offer offers dangky partner partners advertorial campaign premium"),
    ),
    ("advert", "ad ads advert adverts advertisement advertising sponsor sponsored dfp banner quangcao qc gpt adslot"),
    (
        "meta",
        ("byline author authors date dates time timestamp meta dateline published pubdate credit credits source writer "
        "tacgia ngay nguon info datetime posted contributor bio kicker eyebrow category categories"),
    ),
    ("caption", "caption captions figcaption figure wpcaption photo gallery slideshow image media thumb chuthich video"),
    (
        "menu",
        ("menu nav navigation navbar breadcrumb breadcrumbs crumbs tabs tab dropdown toolbar links topbar toc pagination "
        "pager skip duongdan mobile"),
    ),
    ("foot", "footer foot copyright legal disclaimer bottom chantrang banquyen colophon footnote footnotes"),
    ("head", "header masthead head topnav logo brand dautrang hero banner"),
    ("tags", "tag tags tagged topics topic keywords tukhoa labels"),
    ("window", "popup modal overlay cookie cookies consent gdpr dialog lightbox tooltip alert login signin notice toast"),
    ("hidden", "hidden hide invisible visuallyhidden sronly screenreader offscreen noprint"),
    (
        "lead",
        ("lead lede summary sapo standfirst intro dek deck excerpt description subtitle subhead subheadline abstract "
        "teasertext chapeau subheading"),
    ),
    ("title", "title headline tieude heading hed"),
    ("body", "body content text paragraph entry noidung chitiet detail richtext prose rte fck singular articlebody storybody"),
    ("article", "article story post news main baiviet tin blog single hentry page"),
    ("quote", "quote blockquote pullquote pull trichdan"),
    ("list", "list lists grid items feed stream archive collection"),
    ("box", "box infobox factbox module block panel callout sidebarbox insert inset embed embedded interactive poll quiz"),
)  # fmt: skip
HABITS = tuple(habit for habit, _ in _HABITS)
BIT = {habit: 1 << number for number, habit in enumerate(HABITS)}
_OF_WORD = {word: BIT[habit] for habit, words in _HABITS for word in words.split()}
_WORDS = frozenset(_OF_WORD)
_NAMING = ('class="', 'id="', 'itemprop="', 'role="')
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNSEEN = re.compile(r"hidden=\"\"|aria-hidden=\"true\"|display\s*:\s*none")


def bits_of(attributes: str) -> int:
    """The habits that the serialised attributes of an element name: single words, and words written together."""
    bits = (
        BIT["hidden"] if ("hid" in attributes or "none" in attributes) and _UNSEEN.search(attributes) else 0
    )
    named = ""
    for naming in _NAMING:
        start = attributes.find(naming) + len(naming)
        if start >= len(naming):
            named += attributes[start : attributes.find('"', start)] + " "
    lower = named.lower()
    words = lower.replace("-", " ").replace("_", " ").split()
    words += lower.replace("-", "").replace("_", "").split()
    if lower != named:
        words += _HUMP.sub(" ", named).lower().replace("-", " ").replace("_", " ").split()
    for word in _WORDS.intersection(words):
        bits |= _OF_WORD[word]
    return bits

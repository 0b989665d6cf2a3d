"""The templates: which half each belongs to, which texts it takes, how many pages, in which encodings."""

from collections.abc import Callable
from dataclasses import dataclass

from bench.pages_vi.encodings import Encoding
from bench.pages_vi.sheet import Sheet
from bench.pages_vi.stories import Half, StoryKind
from bench.pages_vi.templates import dev_modern, dev_old, dev_special, test_modern, test_old, test_special

Render = Callable[[Sheet], str]
_GENERAL: tuple[StoryKind, ...] = ("news", "long", "figures")
_PLAIN_NEWS: tuple[StoryKind, ...] = ("news",)


@dataclass(frozen=True, slots=True)
class Template:
    """A way of marking up a page. `encodings` are taken in turn."""

    render: Render
    half: Half
    pages: int
    kinds: tuple[StoryKind, ...] = _GENERAL
    encodings: tuple[Encoding, ...] = ("utf-8",)

    @property
    def name(self) -> str:
        return self.render.__name__


TEMPLATES: tuple[Template, ...] = (
    Template(dev_modern.semantic_article, "dev", 14),
    Template(dev_modern.fck_detail, "dev", 14),
    Template(dev_modern.wordpress_entry, "dev", 14),
    Template(dev_modern.amp_page, "dev", 12),
    Template(dev_modern.endless_scroll, "dev", 12),
    Template(dev_modern.magazine_questions, "dev", 8, ("interview",)),
    Template(dev_old.uppercase_tables, "dev", 12, _GENERAL, ("windows-1258",)),
    Template(dev_old.sharepoint_breaks, "dev", 14),
    Template(dev_old.vni_fonts, "dev", 10, _PLAIN_NEWS, ("vni", "vni-as-utf8")),
    Template(dev_old.blogger_breaks, "dev", 12, ("news", "long"), ("utf-8", "utf-8-nfd")),
    Template(dev_special.live_timeline, "dev", 6, ("live",)),
    Template(dev_special.legal_portal, "dev", 6, ("legal",)),
    Template(dev_special.gallery_figures, "dev", 6, ("photo",)),
    Template(dev_special.figures_board, "dev", 7, ("figures",)),
    Template(dev_special.brief_flash, "dev", 8, ("brief",)),
    Template(dev_special.english_portal, "dev", 5, ("english",)),
    Template(test_modern.sortable_detail, "test", 14),
    Template(test_modern.microdata_ads, "test", 14),
    Template(test_modern.hashed_components, "test", 12, ("news", "long", "interview")),
    Template(test_modern.div_paragraphs, "test", 14),
    Template(test_modern.magazine_sections, "test", 12, ("news", "long", "photo")),
    Template(test_old.joomla_item, "test", 12),
    Template(test_old.drupal_field, "test", 14),
    Template(test_old.tcvn3_fonts, "test", 10, _GENERAL, ("tcvn3", "tcvn3-as-utf8")),
    Template(test_old.viscii_plain, "test", 6, _PLAIN_NEWS, ("viscii",)),
    Template(test_old.entity_portal, "test", 10, _GENERAL, ("ascii-entities",)),
    Template(test_special.market_tables, "test", 7, ("figures",)),
    Template(test_special.definition_talk, "test", 7, ("interview",)),
    Template(test_special.ticker_list, "test", 6, ("live",)),
    Template(test_special.legal_tabs, "test", 6, ("legal",)),
    Template(test_special.broadcast_player, "test", 8, ("brief", "news")),
    Template(test_special.english_twin, "test", 5, ("english",)),
    Template(test_special.slide_show, "test", 6, ("photo",)),
)

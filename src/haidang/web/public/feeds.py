"""What machines read: Atom and JSON feeds in both languages, the site map, robots.txt. Corrections appear at once."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from haidang.accounts.profile import current_profile
from haidang.information.verify.models import Review
from haidang.information.verify.queries import published_reviews
from haidang.web.public.document import Notice, notice_of
from haidang.web.public.notices import always_checked, language_now
from haidang.web.ratings import look_of

ENTRIES = 50
SITE_MAP = 5000  # a site map may hold 50,000 addresses; two languages of this many stay far below


def absolute(name: str, *args: object) -> str:
    return f"{settings.HAIDANG_ADDRESS}{reverse(f'public:{name}', args=args)}"


def _latest() -> list[tuple[Review, Notice]]:
    return [(review, notice_of(review, language_now())) for review in published_reviews()[:ENTRIES]]


def _title(notice: Notice) -> str:
    """A headline; a change says so first, because readers of a feed see no banner."""
    before = {"corrected": _("Correction"), "retracted": _("Retraction"), "updated": _("Update")}.get(
        notice.kind
    )
    return f"{before}: {notice.text['headline']}" if before else notice.text["headline"]


def _summary(notice: Notice) -> str:
    rating = str(look_of(notice.verdict).name)
    words = [notice.change_note, "" if notice.retracted else f"{rating}.", notice.text["summary"]]
    return " ".join(word for word in words if word)


@require_safe
@always_checked
def atom(request: HttpRequest) -> HttpResponse:
    place, language = current_profile(), language_now()
    feed = Atom1Feed(
        title=place.short.in_language(language),
        link=absolute("home"),
        description=_("Explanatory notices"),
        language=language,
        author_name=place.office.in_language(language),
        feed_url=absolute("atom"),
    )
    for review, notice in _latest():
        feed.add_item(
            title=_title(notice),
            link=absolute("notice", notice.number),
            unique_id=absolute("notice", notice.number),
            description=_summary(notice),
            pubdate=review.case.published_at,
            updateddate=notice.published_at,
            categories=[notice.verdict],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _for_partners(notice: Notice) -> dict[str, str | int]:
    claim = str(notice.claim["text"])
    return {"verdict": notice.verdict, "version": notice.version, "kind": notice.kind, "claim": claim}


@require_safe
@always_checked
def json_feed(request: HttpRequest) -> HttpResponse:
    """JSON Feed 1.1; `_haidang` carries rating and version for partners who show our notices."""
    place, language = current_profile(), language_now()
    items = [
        {
            "id": absolute("notice", notice.number),
            "url": absolute("notice", notice.number),
            "title": _title(notice),
            "content_text": notice.text["facts"],
            "summary": _summary(notice),
            "date_published": (review.case.published_at or notice.published_at).isoformat(),
            "date_modified": notice.published_at.isoformat(),
            "language": notice.text_language,
            "tags": [notice.verdict],
            "_haidang": _for_partners(notice),
        }
        for review, notice in _latest()
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": place.short.in_language(language),
        "home_page_url": absolute("home"),
        "feed_url": absolute("json_feed"),
        "language": language,
        "authors": [{"name": place.office.in_language(language)}],
        "items": items,
    }
    return JsonResponse(
        feed, json_dumps_params={"ensure_ascii": False}, content_type="application/feed+json; charset=utf-8"
    )


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in both languages, each naming the other."""
    rows = published_reviews().prefetch_related(None).values_list("case__number", "published_at")[:SITE_MAP]
    entries: list[tuple[dict[str, str], datetime | None]] = [
        (_both(name), None) for name in ("home", "about", "verify", "corrections")
    ]
    entries += [(_both("notice", number), at) for number, at in rows]
    return render(request, "public/sitemap.xml", {"entries": entries}, content_type="application/xml")


def _both(name: str, *args: object) -> dict[str, str]:
    addresses = {}
    for language in ("vi", "en"):
        with override(language):
            addresses[language] = absolute(name, *args)
    return addresses


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /desk/", "Disallow: /accounts/", "Disallow: /api/desk/", "",
             f"Sitemap: {settings.HAIDANG_ADDRESS}/sitemap.xml", ""]  # fmt: skip
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")

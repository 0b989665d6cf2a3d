"""Public pages of notices: the list, one notice with its proofs, its versions and what changed between them."""

import json
from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from haidang.base.vault import Damaged, Missing, office_vault
from haidang.base.vault.warc import DamagedRecord, read_record
from haidang.engine.grouping import diff
from haidang.information.verify.bundle import NoCheckpoint, build_bundle, bundle_name
from haidang.information.verify.claimreview import claim_review
from haidang.information.verify.models import Case, Review
from haidang.information.verify.office import this_office
from haidang.information.verify.queries import public_changes, public_versions, published_reviews
from haidang.web.plain_text import readable
from haidang.web.public.document import document_of, notice_of, words_of

ROWS = 20
View = Callable[..., HttpResponse]
NEVER_CHANGES = "public, max-age=31536000, immutable"


def always_checked(view: View) -> View:
    """Kept by browsers, but asked about every time (304 when nothing changed): a correction shows at once."""
    return cache_control(public=True, no_cache=True)(conditional_page(view))


def language_now() -> str:
    return "en" if (get_language() or "vi").startswith("en") else "vi"


@require_safe
@always_checked
def home(request: HttpRequest) -> HttpResponse:
    """The latest notices, newest first."""
    page = Paginator(published_reviews(), ROWS).get_page(request.GET.get("page"))
    notices = [notice_of(review, language_now()) for review in page.object_list]
    context = {"section": "notices", "page": page, "notices": notices, "now": timezone.now()}
    return render(request, "public/home.html", context)


@require_safe
@always_checked
def notice(request: HttpRequest, number: str) -> HttpResponse:
    """The version that holds now. A retracted notice stays here and says so."""
    versions = _versions(number)
    return _show(request, versions, versions[-1])


@require_safe
@always_checked
def version(request: HttpRequest, number: str, version: int) -> HttpResponse:
    """A version as it was published; an older one says what replaced it."""
    versions = _versions(number)
    return _show(request, versions, _one_of(versions, version))


@require_safe
@always_checked
def changes(request: HttpRequest, number: str, version: int) -> HttpResponse:
    """What a version changed, part by part, against the one before it."""
    versions = _versions(number)
    review = _one_of(versions, version)
    before = next((row for row in versions if row.version == version - 1), None)
    if before is None:
        raise Http404
    old, new = notice_of(before, language_now()), notice_of(review, language_now())
    pairs = zip(words_of(old), words_of(new), strict=True)
    parts = [(part, diff(was, now)) for (part, was), (_part, now) in pairs if was != now]
    context = {"section": "notices", "old": old, "notice": new, "parts": parts, "now": timezone.now()}
    return render(request, "public/changes.html", context)


@require_safe
@always_checked
def claimreview(request: HttpRequest, number: str) -> HttpResponse:
    """The ClaimReview of the current version as a file of its own."""
    review = _versions(number)[-1]
    data = claim_review(document_of(review), language=language_now(), office=this_office())
    return JsonResponse(data, json_dumps_params={"ensure_ascii": False}, content_type="application/ld+json")


@require_safe
def bundle(request: HttpRequest, number: str, version: int) -> HttpResponse:
    """Everything that proves this version, to be checked without us."""
    review = _one_of(_versions(number), version)
    try:
        data = build_bundle(review, vault=office_vault())
    except (Damaged, Missing, NoCheckpoint):
        response = render(request, "public/no_bundle.html", {"number": number}, status=503)
        response["Cache-Control"] = "no-store"
        return response
    return HttpResponse(
        data,
        content_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="{bundle_name(review)}"',
            "Cache-Control": NEVER_CHANGES,
        },
    )


@require_safe
@always_checked
def capture(request: HttpRequest, number: str, sha256: str) -> HttpResponse:
    """The stored copy of a page that a notice cites, as plain words. Only copies that a notice cites are public."""
    item = _cited(number, sha256)
    try:
        response = read_record(office_vault().get(sha256))
    except (Damaged, Missing, DamagedRecord):
        return render(
            request, "public/capture.html", {"number": number, "item": item, "damaged": True}, status=500
        )
    content_type = next((value for name, value in response.headers if name.lower() == "content-type"), "")
    text = readable(response.body, content_type, response.address)
    context = {
        "section": "notices",
        "number": number,
        "item": item,
        "text": text,
        "fetched_at": response.fetched_at,
    }
    return render(request, "public/capture.html", context)


@require_safe
@always_checked
def corrections(request: HttpRequest) -> HttpResponse:
    """The register of every update, correction and retraction."""
    page = Paginator(public_changes(), ROWS).get_page(request.GET.get("page"))
    rows = [notice_of(review, language_now()) for review in page.object_list]
    context = {"section": "corrections", "page": page, "rows": rows, "now": timezone.now()}
    return render(request, "public/corrections.html", context)


def _versions(number: str) -> list[Review]:
    """Every public version of a notice, oldest first; 404 for a case that was never published."""
    case = Case.objects.filter(number=number, published_at__isnull=False).first()
    versions = list(public_versions(case)) if case else []
    if not versions:
        raise Http404
    return versions


def _one_of(versions: list[Review], version: int) -> Review:
    for review in versions:
        if review.version == version:
            return review
    raise Http404


def _cited(number: str, sha256: str) -> dict[str, Any]:
    """The evidence or appearance that cites this copy; 404 for any other."""
    for review in reversed(_versions(number)):
        document = document_of(review)
        for item in (*document["evidence"], *document["claim"]["appearances"]):
            if item["warc_sha256"] == sha256:
                found: dict[str, Any] = item
                return found
    raise Http404


def _show(request: HttpRequest, versions: list[Review], review: Review) -> HttpResponse:
    current = versions[-1]
    context = {
        "section": "notices",
        "notice": notice_of(review, language_now()),
        "versions": [notice_of(row, language_now()) for row in reversed(versions)],
        "current": review.pk == current.pk,
        "json_ld": _json_ld(review) if review.pk == current.pk else "",
        "now": timezone.now(),
    }
    return render(request, "public/notice.html", context)


def _json_ld(review: Review) -> SafeString:
    """A data block: never executed, so the content policy lets it stand in the page."""
    data = claim_review(document_of(review), language=language_now(), office=this_office())
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308  escaped above

"""What was collected: the newest publications, one with its revisions and edits, a stored copy as plain text."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from haidang.accounts import access
from haidang.base.vault import Damaged, Missing, office_vault
from haidang.base.vault.warc import DamagedRecord, read_record
from haidang.engine.grouping import diff
from haidang.information.collect import queries
from haidang.information.collect.models import Capture, Publication
from haidang.web.desk.cases import page_of
from haidang.web.desk.door import desk_page, staff_of
from haidang.web.desk.failures import codes_of_pages
from haidang.web.desk.frame import desk_render
from haidang.web.plain_text import readable
from haidang.web.words import failure

DAYS = 7
EDITS_SHOWN = 8


@desk_page("queue.read")
def publications(request: HttpRequest) -> HttpResponse:
    """The last week, newest first."""
    at = timezone.now()
    page = page_of(queries.publications_since(at - timedelta(days=DAYS)), request.GET)
    texts = queries.latest_revisions([row.pk for row in page.object_list])
    codes = codes_of_pages(list(page.object_list))
    rows = [
        (row, texts.get(row.pk), failure(codes.get(row.pk, ""), row.last_reason)) for row in page.object_list
    ]
    return desk_render(
        request, "desk/publications.html", section="publications", at=at, page=page, rows=rows, days=DAYS
    )


@desk_page("queue.read")
def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """One publication: its text as it stands, its story, and every edit as a difference."""
    among = Publication.objects.select_related("source", "story_member__story")
    row = access.find(user=staff_of(request), act="queue.read", among=among, pk=pk)
    edits = [
        (before, after, diff(before.text, after.text))
        for before, after in queries.edits_of(row)[-EDITS_SHOWN:]
    ]
    return desk_render(
        request,
        "desk/publication.html",
        section="publications",
        publication=row,
        latest=queries.latest_revision(row),
        revisions=list(queries.revisions_of(row)),
        edits=edits[::-1],
    )


@desk_page("queue.read")
def capture(request: HttpRequest, sha256: str) -> HttpResponse:
    """The bytes as they were fetched, shown as text: nothing in a stored page may run here."""
    row = access.find(
        user=staff_of(request), act="queue.read", among=Capture.objects.all(), warc_sha256=sha256
    )
    try:
        response, damaged = read_record(office_vault().get(row.warc_sha256)), ""
    except (Damaged, Missing, DamagedRecord) as lost:
        response, damaged = None, str(lost)
    text = readable(response.body, row.content_type, row.address) if response else ""
    return desk_render(
        request, "desk/capture.html", section="publications", status=200 if response else 500,
        capture=row, text=text, headers=response.headers if response else (), damaged=damaged,
    )  # fmt: skip

"""What the office has published, as the desk sees it: each notice with its version, its state and its changes."""

from django.http import HttpRequest, HttpResponse

from haidang.information.verify import queries
from haidang.web.desk.cases import page_of
from haidang.web.desk.door import desk_page
from haidang.web.desk.frame import desk_render


@desk_page("case.read")
def published(request: HttpRequest) -> HttpResponse:
    """Newest first; what waits for a signature is marked."""
    page = page_of(queries.published_reviews(), request.GET)
    to_sign = set(queries.cases_with_changes_to_sign().values_list("pk", flat=True)[:500])
    return desk_render(request, "desk/published.html", section="published", page=page, to_sign=to_sign)

"""The OpenAPI interface: public notices for everybody, acts on cases for signed-in staff. One door, the same rules."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from ninja import NinjaAPI

from haidang.accounts import access
from haidang.web.api.desk import router as desk
from haidang.web.api.notices import router as notices
from haidang.web.api.sources import router as sources

# No page that draws the documentation: it would load scripts from elsewhere. /api/openapi.json describes everything.
api = NinjaAPI(title="Hải Đăng", version="1", docs_url=None)
api.add_router("/notices", notices)
api.add_router("/desk", desk)
api.add_router("/desk", sources)


@api.exception_handler(access.NotAllowed)
def not_allowed(request: HttpRequest, refused: Exception | type[Exception]) -> HttpResponse:
    """A door that refuses before the view begins, in the same words as the pages."""
    return api.create_response(request, {"detail": str(refused)}, status=403)


urlpatterns = [path("", api.urls)]

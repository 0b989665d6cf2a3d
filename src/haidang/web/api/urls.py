"""The OpenAPI interface: public notices for everybody, acts on cases for signed-in staff. One door, the same rules."""

from django.urls import path
from ninja import NinjaAPI

from haidang.web.api.desk import router as desk
from haidang.web.api.notices import router as notices

# No page that draws the documentation: it would load scripts from elsewhere. /api/openapi.json describes everything.
api = NinjaAPI(title="Hải Đăng", version="1", docs_url=None)
api.add_router("/notices", notices)
api.add_router("/desk", desk)

urlpatterns = [path("", api.urls)]

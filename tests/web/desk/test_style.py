"""The style page shows every component, so that a change is seen in one place."""

from tests.desk import Desk
from tests.web.conftest import SignedIn

COMPONENTS = (
    "chip late", "rating low", "row chosen", "reasons", "slots", "evidence", "dots", "diff", "banner wait", "empty",
    "foot", 'class="scale"', "swatch",
)  # fmt: skip


def test_the_style_page_shows_every_component(desk: Desk, signed_in: SignedIn) -> None:
    page = signed_in(desk.cast.lan).get("/desk/style/").content.decode()
    assert [component for component in COMPONENTS if component not in page] == []

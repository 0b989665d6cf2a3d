"""Set up the demo's office: agencies, staff, watched sites and a believable past. A second time changes nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from haidang.accounts.manage import open_account
from haidang.accounts.models import Agency, Role, User
from haidang.accounts.profile import Profile, current_profile
from haidang.commands.demo_content import Site, load_sites
from haidang.commands.demo_past import play_past
from haidang.commands.demo_sites import DEMO_SITES
from haidang.commands.profile_rows import seed_agencies, seed_profile
from haidang.information.collect.models import Source
from haidang.information.collect.register_source import register_source

DEMO_PASSWORD = "ngon-hai-dang-2026"  # noqa: S105  # of invented people in an office that only loopback reaches
OPENED_BEFORE = timedelta(days=75)
LOOK_EVERY_S = 10


class NotADemo(Exception):
    """Invented staff with a known password must never enter a real office."""

    def __init__(self) -> None:
        super().__init__(
            "This office is not a demo; use `haidang demo`, which keeps its data in a folder of its own."
        )


@dataclass(frozen=True, slots=True)
class DemoPerson:
    username: str
    display_name: str
    post: str
    role: Role


# Invented; the first opens the accounts of the others.
DEMO_STAFF = (
    DemoPerson("son", "Sơn", "Quản trị hệ thống", Role.ADMINISTRATOR),
    DemoPerson("mai", "Mai", "Tổ trưởng Tổ thông tin đối ngoại", Role.LEAD),
    DemoPerson("lan", "Lan", "Chuyên viên sàng lọc", Role.SCREENER),
    DemoPerson("minh", "Minh", "Chuyên viên kiểm chứng", Role.CHECKER),
    DemoPerson("dung", "Dung", "Chuyên viên đọc lại", Role.SECOND_READER),
    DemoPerson("hoa", "Hoa", "Phó Giám đốc Sở", Role.APPROVER),
    DemoPerson("thu", "Thu", "Chuyên viên kiểm tra nội bộ", Role.AUDITOR),
)


def seed_demo(*, at: datetime, sites: str) -> None:
    """Write what the demo begins with; `at` is when it began, `sites` where its sites stand.

    Killed in the middle, it goes on the next time where it was.
    """
    if not settings.HAIDANG_DEMO:
        raise NotADemo
    profile = current_profile()
    opened_at = at - OPENED_BEFORE
    with transaction.atomic():
        seed_agencies(profile)
        staff = _seed_staff(profile, at=opened_at)
        seed_profile(profile, by=staff["mai"], at=opened_at)
        loaded = load_sites(DEMO_SITES)
        _seed_sources(loaded, sites, by=staff["mai"], at=opened_at)
    play_past(loaded, staff=staff, started_at=at, address=sites)


def _seed_staff(profile: Profile, *, at: datetime) -> dict[str, User]:
    agency = Agency.objects.get(code=profile.own_agency)
    staff = {
        user.username: user for user in User.objects.filter(username__in=[p.username for p in DEMO_STAFF])
    }
    for person in DEMO_STAFF:
        if person.username in staff:
            continue
        staff[person.username] = open_account(
            username=person.username,
            display_name=person.display_name,
            post=person.post,
            password=DEMO_PASSWORD,
            roles=[person.role],
            by=staff.get(DEMO_STAFF[0].username),
            at=at,
            agency=agency,
        )
    return staff


def _seed_sources(sites: tuple[Site, ...], address: str, *, by: User, at: datetime) -> None:
    """The invented sites, looked at every few seconds."""
    known = set(Source.objects.values_list("address", flat=True))
    for site in sites:
        feed = f"{address}/{site.code}/{site.feed.path}"
        if feed not in known:
            register_source(
                name=site.name,
                address=feed,
                language=site.language,
                official=site.official,
                interval_s=LOOK_EVERY_S,
                by=by,
                at=at,
            )

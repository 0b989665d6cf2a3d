"""The cast of every test: Lan, Minh, Dung, Hoa, Mai, Thu and Son of the office; Tuan of another agency."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from haidang.accounts.models import Agency, Role, RoleGrant, User

NOON = datetime(2026, 5, 12, 5, 0, tzinfo=UTC)  # 12:00 in Ca Mau


def later(minutes: float) -> datetime:
    return NOON + timedelta(minutes=minutes)


@dataclass(frozen=True)
class Cast:
    lan: User  # screens
    minh: User  # checks and writes
    dung: User  # reads second
    hoa: User  # signs
    mai: User  # coordinates
    thu: User  # audits
    son: User  # administers
    tuan: User  # works at another agency
    khach: User  # has an account and no role


CAST: dict[str, tuple[str, str, Role | None]] = {
    "lan": ("Lan", "Chuyên viên sàng lọc", Role.SCREENER),
    "minh": ("Minh", "Chuyên viên kiểm chứng", Role.CHECKER),
    "dung": ("Dung", "Chuyên viên đọc lại", Role.SECOND_READER),
    "hoa": ("Hoa", "Phó Giám đốc Sở", Role.APPROVER),
    "mai": ("Mai", "Tổ trưởng", Role.LEAD),
    "thu": ("Thu", "Kiểm toán nội bộ", Role.AUDITOR),
    "son": ("Sơn", "Quản trị hệ thống", Role.ADMINISTRATOR),
    "tuan": ("Tuấn", "Chuyên viên Sở Xây dựng", Role.AGENCY_CONTACT),
    "khach": ("Khách", "", None),
}


def make_cast() -> Cast:
    """Create the cast; every password is `lighthouse-2026`."""
    office = Agency.objects.create(code="so-vhttdl", name_vi="Sở VHTTDL", name_en="Department of Culture")
    other = Agency.objects.create(code="so-xd", name_vi="Sở Xây dựng", name_en="Department of Construction")
    users = {}
    for username, (name, post, role) in CAST.items():
        agency = other if role is Role.AGENCY_CONTACT else office
        users[username] = User.objects.create_user(
            username, password="lighthouse-2026", display_name=name, post=post, agency=agency
        )
        if role:
            RoleGrant.objects.create(user=users[username], role=role)
    return Cast(**users)

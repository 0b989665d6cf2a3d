"""The only door to objects and acts: who may do what, on one page, and nothing else is allowed."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from haidang.accounts.models import Role, User

R = Role
TEAM = frozenset({R.SCREENER, R.CHECKER, R.SECOND_READER, R.APPROVER, R.LEAD, R.EDITOR, R.TRANSLATOR})
READERS = TEAM | {R.AUDITOR, R.LEGAL_OFFICER, R.RELATIONS_OFFICER, R.COMPLIANCE_OFFICER}

# One line an act. An act that has no line is refused to everybody. An administrator keeps accounts and settings
# and signs nothing; an auditor reads all and writes nothing; contacts of other agencies see only what was asked.
ACTS: dict[str, frozenset[Role]] = {
    "desk.open": READERS | {R.ADMINISTRATOR},
    "queue.read": READERS,
    "case.read": READERS,
    "source.read": READERS | {R.ADMINISTRATOR},
    "log.read": frozenset({R.AUDITOR, R.LEAD, R.ADMINISTRATOR}),
    "source.register": frozenset({R.LEAD, R.ADMINISTRATOR}),
    "source.switch": frozenset({R.LEAD, R.ADMINISTRATOR}),
    "match.decide": frozenset({R.SCREENER, R.CHECKER, R.LEAD}),
    "case.triage": frozenset({R.SCREENER, R.LEAD}),
    "case.reopen": frozenset({R.SCREENER, R.LEAD}),
    "case.hold": frozenset({R.CHECKER, R.LEAD}),
    "case.assign": frozenset({R.LEAD}),
    "case.investigate": frozenset({R.CHECKER, R.LEAD}),
    "evidence.add": frozenset({R.CHECKER}),
    "review.draft": frozenset({R.CHECKER}),
    "review.read_second": frozenset({R.SECOND_READER, R.CHECKER}),
    "review.sign": frozenset({R.APPROVER}),
    "review.return": frozenset({R.APPROVER}),
    "review.correct": frozenset({R.CHECKER}),
    "case.close": frozenset({R.LEAD}),
    "account.manage": frozenset({R.ADMINISTRATOR}),
}

# What carries the office's name. An administrator is refused even if somebody granted them the approver's role.
SIGNING = frozenset({"review.sign", "review.return", "appeal.decide"})

M = TypeVar("M", bound=Model)


class NotAllowed(Exception):
    """The user's roles do not include this act."""

    def __init__(self, act: str) -> None:
        self.act = act
        holders = ACTS.get(act, frozenset())
        names = ", ".join(sorted(str(role.label) for role in holders)) or _("nobody")
        super().__init__(_("This is for: %(roles)s. Ask the coordinator for the role.") % {"roles": names})


class NotFound(Exception):
    """There is no such object, or none that this user may know of."""


def roles_of(user: User) -> frozenset[Role]:
    """The user's roles, read once a request (kept on the user object)."""
    if "roles" not in user.__dict__:
        user.__dict__["roles"] = frozenset(Role(grant.role) for grant in user.grants.all())
    kept: frozenset[Role] = user.__dict__["roles"]
    return kept


def may(user: Any, act: str) -> bool:
    """Whether `user` may do `act`. Anonymous, inactive and unknown are refused, and so is an unknown act."""
    if not isinstance(user, User) or not user.is_active:
        return False
    roles = roles_of(user)
    if act in SIGNING and R.ADMINISTRATOR in roles:
        return False
    return bool(roles & ACTS.get(act, frozenset()))


def require(user: Any, act: str) -> None:
    """Raise `NotAllowed` unless `user` may do `act`."""
    if not may(user, act):
        raise NotAllowed(act)


def find(*, user: Any, act: str, among: QuerySet[M], **lookup: Any) -> M:
    """Load one object for an act. Raises `NotAllowed` before looking, `NotFound` when there is none."""
    require(user, act)
    found = among.filter(**lookup).first()
    if found is None:
        raise NotFound
    return found

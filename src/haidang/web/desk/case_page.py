"""What a page about one case shows, read in a fixed number of queries; and which acts stand at its foot."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from haidang.accounts import access
from haidang.accounts.models import User
from haidang.base.vault import office_vault
from haidang.information.verify.models import Case, CaseState, Hand, Review, ReviewState
from haidang.information.verify.queries import IN_WORK, draft_value
from haidang.information.verify.rules import missing_grounds
from haidang.web.desk.appearances import places_of
from haidang.web.desk.case_acts import BY_SLUG, CASE_ACTS, DeskAct
from haidang.web.words import word

WAITING_STATES = frozenset({CaseState.TRIAGE, CaseState.RECEIVED})


@dataclass(frozen=True, slots=True)
class FootAct:
    """One button of the foot bar."""

    name: str | Promise
    key: str
    look: str
    address: str
    post: bool


def acts_on(case: Case, user: User, *, draft: Review | None) -> list[FootAct]:
    """The acts that this person may do on this case now, the primary one first."""
    open_acts = [act for act in CASE_ACTS if act.open_to(case, user) and _offered(act, user, draft)]
    has_primary = False
    foot: list[FootAct] = []
    for act in sorted(open_acts, key=lambda act: (act.look == "quiet", act.look != "primary")):
        look = act.look if act.look != "primary" or not has_primary else ""
        has_primary = has_primary or act.look == "primary"
        foot.append(_foot_act(act, case, look))
    return foot


def _offered(act: DeskAct, user: User, draft: Review | None) -> bool:
    """Whether to show an act that is open: no version in work, nothing to sign; own work, nothing to read or sign."""
    if act.beside or (act.needs_draft and draft is None):
        return False
    return not (act.not_by_writers and draft is not None and wrote(draft, user))


def wrote(draft: Review, user: User) -> bool:
    """Whether this person's hand wrote the version."""
    return any(row.user_id == user.pk and row.hand == Hand.WROTE for row in draft.hands.all())


def _foot_act(act: DeskAct, case: Case, look: str) -> FootAct:
    if act.at_once:
        return FootAct(act.name, act.key, look, reverse("desk:case_act", args=[case.number, act.slug]), True)
    return FootAct(act.name, act.key, look, f"{case_address(case)}?act={act.slug}#act", False)


def case_address(case: Case) -> str:
    """Where a case is looked at: in the queue while it waits there, on its own page afterwards."""
    name = "desk:queued_case" if case.state in WAITING_STATES else "desk:case"
    return reverse(name, args=[case.number])


def draft_of(case: Case) -> Review | None:
    """The version in work, if any, with its texts, evidence and hands."""
    rows = case.reviews.filter(state__in=IN_WORK).prefetch_related(
        "texts", "evidence__capture", "hands__user"
    )
    return rows.first()


def published_of(case: Case) -> Review | None:
    """The version that the public sees."""
    rows = case.reviews.filter(state=ReviewState.PUBLISHED)
    return rows.prefetch_related("texts", "evidence__capture", "hands__user").first()


def is_blind(case: Case, user: User, draft: Review | None) -> bool:
    """Whether the draft is kept from this person, who may be the one to read it without knowing its verdict."""
    if draft is None or case.state != CaseState.CROSS_CHECK or not access.may(user, "review.read_second"):
        return False
    return not wrote(draft, user)


def case_context(case: Case, user: User) -> dict[str, Any]:
    """Everything that the detail of a case needs."""
    claim = case.claim
    places = places_of(claim)
    draft = draft_of(case)
    blind = is_blind(case, user, draft)
    return {
        "case": case,
        "answer_span": case.published_at - case.first_seen_at if case.published_at else None,
        "claim": claim,
        "appearances": places.shown,
        "seen_times": places.seen_times,
        "matches": list(claim.matches.select_related("known").order_by("-score")[:5]),
        "may_decide_match": access.may(user, "match.decide"),
        "may_withdraw": BY_SLUG["withdraw"].open_to(case, user),
        "evidence": list(case.evidence.select_related("capture", "publication").order_by("pk")),
        "changes": list(case.changes.select_related("by").order_by("-version")[:50]),
        "draft": None if blind else draft,
        "blind": blind,
        "published": published_of(case),
        "acts": acts_on(case, user, draft=draft),
    }


def missing_words(draft: Review) -> list[str]:
    """What still keeps the draft from being handed on, in words. Every capture is read again."""
    missing = missing_grounds(draft_value(draft, vault=office_vault()))
    return list(dict.fromkeys(word("missing", item.code) for item in missing))

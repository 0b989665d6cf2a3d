"""Play the demo office's past (data/demo/past.toml) through the real acts, with past times."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from django.db import transaction

from haidang.accounts.models import User
from haidang.base.vault import office_vault
from haidang.commands.demo_content import Site
from haidang.commands.demo_pages import StoredPage, store_page
from haidang.commands.demo_sites import DEMO_SITES
from haidang.information.screen.jobs import screen_new_revisions
from haidang.information.screen.models import Known
from haidang.information.verify.add_evidence import add_evidence
from haidang.information.verify.draft_review import draft_change, draft_review
from haidang.information.verify.handle_case import assign_case, start_checking, take_case, watch_published
from haidang.information.verify.models import Case, Evidence
from haidang.information.verify.office import this_office
from haidang.information.verify.receive_claims import receive_claims
from haidang.information.verify.rules import NoticeText
from haidang.information.verify.second_reading import ask_second_reader, give_blind_verdict
from haidang.information.verify.sign_review import sign_review
from haidang.information.verify.triage import leave_queue, mark_already_reviewed, queue_case

PAST = DEMO_SITES.parent / "past.toml"
UNTOUCHED = 1  # version of a case that was only received


@dataclass(frozen=True, slots=True)
class Player:
    """Who acts, what happened, and the moment from which its minutes count."""

    staff: Mapping[str, User]
    past: Mapping[str, Any]
    store: Callable[..., StoredPage]
    begun_at: datetime

    def after(self, minutes: float) -> datetime:
        return self.begun_at + timedelta(minutes=minutes)


def play_past(
    sites: tuple[Site, ...],
    *,
    staff: Mapping[str, User],
    started_at: datetime,
    address: str,
    path: Path = PAST,
) -> None:
    """Let each case happen, oldest first. A case that somebody has worked on is left as it is."""
    for past in tomllib.loads(path.read_text(encoding="utf-8"))["past"]:
        if _case(past["words"], version__gt=UNTOUCHED):
            continue
        store = partial(store_page, sites, started_at=started_at, address=address)
        seen_at = max(store(name).seen_at for name in past["pages"])
        screen_new_revisions(at=seen_at)
        receive_claims(at=seen_at + timedelta(minutes=1))
        case = _case(past["words"])
        if case is None:
            raise PastNotFound(past["words"])
        with transaction.atomic():
            _play(case, Player(staff, past, store, seen_at))


class PastNotFound(LookupError):
    """No claim was found in the pages of a past case: the texts and the rules no longer fit."""

    def __init__(self, words: str) -> None:
        super().__init__(f"No case says '{words}'; correct words or pages in {PAST.name}.")


def _case(words: str, **lookup: object) -> Case | None:
    return Case.objects.filter(claim__text__contains=words, **lookup).order_by("pk").first()


def _play(case: Case, player: Player) -> None:
    """How far each kind of past goes; every step is the act that the desk would call."""
    lan, mai, minh = (player.staff[name] for name in ("lan", "mai", "minh"))
    ends = player.past["ends"]
    if ends == "opinion":
        leave_queue(case=case, by=lan, at=player.after(12), reason="opinion", note=player.past["note"])
        return
    if ends == "already_reviewed":
        known = Known.objects.filter(claim__contains=player.past["answered_by"], withdrawn=False).earliest(
            "pk"
        )
        mark_already_reviewed(case=case, known=known, by=lan, at=player.after(9))
        return
    queue_case(case=case, by=lan, at=player.after(14), selection_reason=player.past["selection_reason"])
    if ends == "investigating":
        assign_case(case=case, to=minh, by=mai, at=player.after(25))
        start_checking(case=case, by=minh, at=player.after(40))
        return
    take_case(case=case, by=minh, at=player.after(22))
    evidence = _gather(case, player)
    _write_and_read(case, player, evidence)
    if ends in {"published", "corrected"}:
        _publish(case, player)
    if ends == "corrected":
        _correct(case, player, evidence)


def _gather(case: Case, player: Player) -> list[Evidence]:
    found = []
    proof = {name: player.store(name, seen_at=player.after(40)) for name in player.past["proof"]}
    for number, row in enumerate(player.past["evidence"]):
        page = proof[row["page"]]
        found.append(
            add_evidence(
                case=case,
                capture=page.revision.capture,
                publication=page.revision.publication,
                title=row["title"],
                passage=row["passage"],
                stance=row["stance"],
                primary=row["primary"],
                note_vi=row["note_vi"],
                note_en=row["note_en"],
                by=player.staff["minh"],
                at=player.after(50 + 10 * number),
                vault=office_vault(),
            )
        )
    return found


def _write_and_read(case: Case, player: Player, evidence: list[Evidence]) -> None:
    minh = player.staff["minh"]
    draft_review(
        case=case,
        verdict=player.past["verdict"],
        texts=_texts(player.past),
        evidence=evidence,
        other_side=player.past["other_side"],
        by=minh,
        at=player.after(120),
    )
    ask_second_reader(case=case, by=minh, at=player.after(126), vault=office_vault())
    if player.past["ends"] != "second_reading":
        give_blind_verdict(
            case=case, verdict=player.past["verdict"], by=player.staff["dung"], at=player.after(165)
        )


def _publish(case: Case, player: Player) -> None:
    signed_at = player.after(190)
    sign_review(
        case=case, officer=player.staff["hoa"], at=signed_at, vault=office_vault(), office=this_office()
    )
    watch_published(at=signed_at + timedelta(minutes=1))


def _correct(case: Case, player: Player, evidence: list[Evidence]) -> None:
    """The next day somebody saw that a figure was not whole; the conclusion stands, the text is put right."""
    correction = player.past["correction"]
    facts = {language: {"facts": correction[f"facts_{language}"]} for language in ("vi", "en")}
    changed = {language: {**player.past[language], **facts[language]} for language in facts}
    case.refresh_from_db()
    draft_change(
        case=case,
        kind="corrected",
        public_note_vi=correction["note_vi"],
        public_note_en=correction["note_en"],
        verdict=player.past["verdict"],
        texts=_texts(changed),
        evidence=evidence,
        other_side=player.past["other_side"],
        by=player.staff["minh"],
        at=player.after(1500),
    )
    case.refresh_from_db()
    signed_at = player.after(1560)
    sign_review(
        case=case, officer=player.staff["hoa"], at=signed_at, vault=office_vault(), office=this_office()
    )
    watch_published(at=signed_at + timedelta(minutes=1))


def _texts(rows: Mapping[str, Any]) -> dict[str, NoticeText]:
    return {language: NoticeText(**rows[language]) for language in ("vi", "en")}

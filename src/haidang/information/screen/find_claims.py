"""Turn spotted sentences into claims and appearances: a claim that is seen again gets an appearance more."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from django.utils import timezone

from haidang.engine.retrieval import Hit
from haidang.engine.spotting import Factor
from haidang.information.screen.claim_memory import ClaimMemory, folded
from haidang.information.screen.known_memory import KnownRow, answered_at
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import Appearance, Claim, ClaimState, Match
from haidang.information.screen.values import ReadRevision, Sentence


@dataclass(slots=True)
class FoundClaims:
    """What a batch found: new claims by their name in the memory, and where all of them appear."""

    new: dict[str, Claim] = field(default_factory=dict)
    appearances: list[tuple[str, Appearance]] = field(default_factory=list)
    matches: list[tuple[str, Match]] = field(default_factory=list)


def find_claims(
    read: Sequence[ReadRevision], *, stories: Mapping[int, int], memory: Memory, at: datetime
) -> FoundClaims:
    """Compare each sentence with the claims of the last days and with what is known. Writes nothing."""
    found = FoundClaims()
    for item in read:
        story = stories[item.publication]
        for sentence in item.claims:
            _claim(sentence, item, story, found, memory, at=at)
        for sentence in item.set_aside:
            _set_aside(sentence, item, story, found, memory.claims)
    return found


def write_claims(found: FoundClaims, memory: ClaimMemory) -> set[int]:
    """Write what was found, in three statements; returns the rows of the claims that it touched."""
    for (name, _), claim in zip(
        found.new.items(), Claim.objects.bulk_create(found.new.values()), strict=True
    ):
        memory.saved(name, claim)
    for name, appearance in found.appearances:
        appearance.claim_id = memory.row_of[name]
    Appearance.objects.bulk_create([appearance for _, appearance in found.appearances])
    for name, match in found.matches:
        match.claim_id = memory.row_of[name]
    Match.objects.bulk_create([match for _, match in found.matches], ignore_conflicts=True)
    return {appearance.claim_id for _, appearance in found.appearances}


def as_reasons(factors: Sequence[Factor]) -> list[dict[str, str | int]]:
    """Factors as they are stored beside a claim."""
    return [{"code": one.code, "points": one.points, "detail": one.detail} for one in factors]


def suggested(known: KnownRow, hit: Hit, *, at: datetime) -> Match:
    """A suggestion for a screener: score, and the slots that agree and conflict. It decides nothing."""
    slots = [asdict(slot) for slot in hit.slots]
    return Match(known_id=known.pk, score=hit.score, level=hit.level, slots=slots, suggested_at=at)


def _claim(
    sentence: Sentence, item: ReadRevision, story: int, found: FoundClaims, memory: Memory, *, at: datetime
) -> None:
    on = timezone.localdate(item.revision.seen_at)
    hits = memory.known.search(sentence.quote, on=on, address=item.revision.publication.address)
    # A published answer draws a line: what is seen after it is a claim that came back, and a screener must
    # see that, so it does not disappear among the appearances of the claim that was answered.
    name = memory.claims.find(sentence.quote, on=on, after=answered_at(hits))
    if name is None:
        claim = _new_claim(sentence, item, story, state=ClaimState.WAITING)
        name = memory.claims.put(claim)
        found.new[name] = claim
        found.matches += [(name, suggested(known, hit, at=at)) for known, hit in hits]
    found.appearances.append((name, _appearance(sentence, item)))


def _set_aside(
    sentence: Sentence, item: ReadRevision, story: int, found: FoundClaims, memory: ClaimMemory
) -> None:
    name = memory.find_set_aside(sentence.quote)
    if name is None:
        claim = _new_claim(sentence, item, story, state=ClaimState.SET_ASIDE)
        name = memory.put(claim)
        found.new[name] = claim
    found.appearances.append((name, _appearance(sentence, item)))


def _new_claim(sentence: Sentence, item: ReadRevision, story: int, *, state: ClaimState) -> Claim:
    return Claim(
        text=sentence.quote,
        folded=folded(sentence.quote),
        language=item.revision.language,
        story_id=story,
        first_seen_at=item.revision.seen_at,
        last_seen_at=item.revision.seen_at,
        state=state,
        set_aside_reason=sentence.spotted.reason,
        priority=sentence.spotted.points,
        reasons=as_reasons(sentence.spotted.factors),
    )


def _appearance(sentence: Sentence, item: ReadRevision) -> Appearance:
    return Appearance(
        revision=item.revision,
        quote=sentence.quote,
        offset=sentence.offset,
        seen_at=item.revision.seen_at,
    )

"""What the worker repeats: screen the revisions that nobody has screened.

One transaction a batch, one worker at a time: a kill in the middle leaves the batch unscreened, and the next
round does it again. The sentences are read before the transaction; comparing and writing are inside.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import OperationalError, transaction

from haidang.information.collect.models import Revision
from haidang.information.screen.find_claims import find_claims, write_claims
from haidang.information.screen.group_stories import group_stories
from haidang.information.screen.known import know_official_texts
from haidang.information.screen.match_known import match_known
from haidang.information.screen.memory import Memory
from haidang.information.screen.models import ClaimState, Story, StoryState
from haidang.information.screen.only_one import this_worker_screens
from haidang.information.screen.place import our_place
from haidang.information.screen.queries import revisions_to_screen
from haidang.information.screen.read_revisions import read_revision
from haidang.information.screen.story_memory import WINDOW
from haidang.information.screen.values import ReadRevision, Screened
from haidang.information.screen.weigh_claims import weigh_claims

log = logging.getLogger(__name__)


def screen_new_revisions(*, at: datetime, limit: int = 200, memory: Memory | None = None) -> Screened:
    """Screen up to `limit` revisions, oldest first.

    Give the same `memory` every round; without one, the last days are read from the database each time.
    """
    memory = Memory() if memory is None else memory
    revisions = list(revisions_to_screen()[:limit])
    if not revisions and not memory.known.has_changed():
        return Screened()
    return _screened(revisions, memory, at=at)


def close_old_stories(*, at: datetime) -> int:
    """Close the stories that nothing has joined for days; returns how many."""
    old = Story.objects.filter(state=StoryState.OPEN, last_seen_at__lt=at - WINDOW - timedelta(days=1))
    # Asked first: an update takes SQLite's one write lock even when it finds nothing.
    return old.update(state=StoryState.CLOSED) if old.exists() else 0


def _screened(revisions: Sequence[Revision], memory: Memory, *, at: datetime) -> Screened:
    """Screen a batch; if one of it cannot be screened, each by itself, so that only that one is passed over."""
    try:
        place = our_place()
        return _screen([read_revision(revision, place=place) for revision in revisions], memory, at=at)
    except OperationalError:
        memory.forget()
        raise
    except Exception:
        memory.forget()
        if len(revisions) > 1:
            return sum((_screened([one], memory, at=at) for one in revisions), Screened())
        if not revisions:
            raise
        log.exception("Revision %s could not be screened and is passed over.", revisions[0].pk)
        Revision.objects.filter(pk=revisions[0].pk).update(screened_at=at)
        return Screened(skipped=1)
    except BaseException:
        memory.forget()  # stopped in the middle: the memory is ahead of the database
        raise


def _screen(read: Sequence[ReadRevision], memory: Memory, *, at: datetime) -> Screened:
    with transaction.atomic(durable=True):
        if not this_worker_screens():
            return Screened(busy=True)
        waiting = Revision.objects.filter(pk__in=[item.revision.pk for item in read], screened_at=None)
        mine = set(waiting.values_list("pk", flat=True))
        read = [item for item in read if item.revision.pk in mine]
        fresh = memory.catch_up(at=at, publications=[item.publication for item in read])
        touched, suggested = match_known(fresh, memory, at=at)
        stories, opened = group_stories(read, memory.stories)
        # What a state body published is what claims are held against, not itself a claim in the queue.
        found = find_claims(
            [item for item in read if not _is_official(item)], stories=stories, memory=memory, at=at
        )
        touched |= write_claims(found, memory.claims)
        weigh_claims(touched)
        official = [item.revision for item in read if item.about_us and _is_official(item)]
        know_official_texts(official, at=at)
        Revision.objects.filter(pk__in=mine).update(screened_at=at)
    aside = sum(claim.state == ClaimState.SET_ASIDE for claim in found.new.values())
    return Screened(
        revisions=len(read),
        stories=opened,
        claims=len(found.new) - aside,
        set_aside=aside,
        appearances=len(found.appearances),
        matches=len(found.matches) + suggested,
    )


def _is_official(item: ReadRevision) -> bool:
    return item.revision.publication.source.official

"""Run the collector, or the whole path, round after round until nothing is due."""

import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Any

from bench.replay.process import ReplayProcess

MOST_ROUNDS = 10_000
AT_ONCE = 200
STAGE_APART = timedelta(hours=1)
Round = Callable[[datetime], object]


def collect_everything(replay: ReplayProcess, *, whole: bool) -> int:
    """All that is due at each stage of the replay, then the next stage an hour on; returns how many rounds."""
    at, rounds = datetime.now(UTC), 0
    stages = replay.summary()["last_stage"]
    with ExitStack() as open_tools:
        one_round = _whole_path(open_tools) if whole else _collector(open_tools)
        for stage in range(1, stages + 1):
            while rounds < MOST_ROUNDS and _work_is_due(at, whole=whole):
                one_round(at)
                rounds += 1
            print(f"stage {stage} of {stages}: {rounds} rounds", file=sys.stderr, flush=True)
            replay.advance()
            at += STAGE_APART
    return rounds


def _work_is_due(at: datetime, *, whole: bool) -> bool:
    from haidang.information.collect.models import Publication, Revision, Source

    return (
        Source.objects.exclude(state="paused").filter(due_at__lte=at).exists()
        or Publication.objects.filter(due_at__lte=at).exists()
        or (whole and Revision.objects.filter(screened_at__isnull=True).exists())
    )


def _tools(open_tools: ExitStack) -> dict[str, Any]:
    from haidang.base.net import Fetcher
    from haidang.base.net.policy import policy_from_settings
    from haidang.base.sandbox import Sandbox
    from haidang.base.vault import office_vault

    return {
        "fetcher": open_tools.enter_context(Fetcher(policy_from_settings())),
        "sandbox": open_tools.enter_context(Sandbox()),
        "vault": office_vault(),
    }


def _whole_path(open_tools: ExitStack) -> Round:
    from haidang.pipeline import Tools, one_round

    tools = Tools(**_tools(open_tools))
    return lambda at: one_round(tools, at=at, limit=AT_ONCE)


def _collector(open_tools: ExitStack) -> Round:
    from haidang.information.collect import jobs

    tools = _tools(open_tools)

    def one_round(at: datetime) -> None:
        jobs.look_at_due_sources(**tools, at=at, limit=AT_ONCE)
        jobs.fetch_due_pages(**tools, at=at, limit=AT_ONCE)

    return one_round

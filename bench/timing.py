"""Processor time of rival functions, measured in the same run: interleaved rounds, the median of each."""

import resource
import statistics
import sys
import time
from collections.abc import Callable, Mapping

ROUNDS = 5


def median_cpu_s(rivals: Mapping[str, Callable[[], object]], *, rounds: int = ROUNDS) -> dict[str, float]:
    """Run every rival once a round, in turn, `rounds` times; the median of its CPU seconds (user + system)."""
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, work in rivals.items():
            began = time.process_time()
            work()
            seconds[name].append(time.process_time() - began)
    return {name: statistics.median(values) for name, values in seconds.items()}


def peak_mb() -> float:
    """The largest resident size of this process so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 if sys.platform != "darwin" else 1024**2), 1)

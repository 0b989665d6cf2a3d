"""`haidang worker`: run the path of pipeline.py round after round until told to stop."""

import argparse
import json
import signal
import sys
import threading
from datetime import UTC, datetime

HELP = "collect, screen and move cases, round after round"
REST_S = 1.0  # between rounds in which nothing moved
NAP_S = 0.05  # while answers are under way


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="run until nothing is due, then stop")
    parser.add_argument(
        "--json", action="store_true", help="print one JSON line per item, after it is stored for good"
    )


def run(args: argparse.Namespace) -> int:
    from haidang.commands.office import open_office

    open_office()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return work(stop=stop, once=args.once, as_json=args.json)


def work(*, stop: threading.Event, once: bool, as_json: bool) -> int:
    """The worker's loop. An unexpected error of one round is shown and the next round goes on."""
    from haidang.base.net import Fetcher
    from haidang.base.net.policy import policy_from_settings
    from haidang.base.sandbox import Sandbox
    from haidang.base.vault import office_vault
    from haidang.information.collect.values import StoredEvent
    from haidang.pipeline import Tools, one_round

    def tell(event: StoredEvent) -> None:
        if as_json:
            line = {
                "stored": event.address,
                "content_sha256": event.content_sha256,
                "revision": event.revision,
            }
            print(json.dumps(line, ensure_ascii=False), flush=True)

    with Fetcher(policy_from_settings()) as fetcher, Sandbox() as sandbox:
        tools = Tools(fetcher=fetcher, sandbox=sandbox, vault=office_vault(), stored=tell)
        while not stop.is_set():
            round_ = one_round(tools, at=datetime.now(UTC))
            if once and round_.idle:
                break
            stop.wait(REST_S if round_.idle else NAP_S if round_.under_way else 0)
    print("The worker has stopped; nothing is lost.", file=sys.stderr)
    return 0

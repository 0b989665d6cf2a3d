"""Serve real news items and real pages as feeds over loopback: `python -m bench.replay_items --items F.jsonl.xz`.

The first line printed is JSON with the address. `GET /feeds.json` lists the feeds, `POST /advance` lets more items
of each day appear (and at last edits some), `GET /summary.json` tells what was served: ids and content hashes.
"""

import argparse
import json
import signal
import threading
from pathlib import Path

from bench.replay.items import feeds_by_source_and_day, read_items
from bench.replay.pages import read_pages
from bench.replay.server import ReplayServer
from bench.replay.state import Plan, Replay


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Serve real items as RSS over loopback, by source and day.")
    parser.add_argument(
        "--items", type=Path, help="JSON lines, plain or .xz: id title summary link source published"
    )
    parser.add_argument("--pages", type=Path, help="folder or tar file with HTML pages")
    parser.add_argument("--limit", type=int, help="at most this many items")
    parser.add_argument("--port", type=int, default=0, help="0: a free one")
    parser.add_argument("--steps", type=int, default=1, help="in how many parts the items of a day appear")
    parser.add_argument(
        "--edit", type=float, default=0.0, metavar="FRACTION", help="share of items edited at the end"
    )
    parser.add_argument("--every", type=float, default=0.0, metavar="SECONDS", help="advance by itself")
    parser.add_argument(
        "--keep-links", action="store_true", help="leave the links as they are (do not fetch them)"
    )
    return parser


def replay_from(options: argparse.Namespace) -> Replay:
    items = read_items(options.items, limit=options.limit) if options.items else []
    return Replay(
        feeds=feeds_by_source_and_day(items),
        pages=read_pages(options.pages) if options.pages else {},
        plan=Plan(steps=max(1, options.steps), edit_fraction=options.edit),
        keep_links=options.keep_links,
    )


def main() -> None:
    parser = arguments()
    options = parser.parse_args()
    if not options.items and not options.pages:
        parser.error("name a file with --items, or pages with --pages")
    done = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: done.set())
    with ReplayServer(replay_from(options), port=options.port) as server:
        ready = {"address": server.address, "feeds": len(server.feeds()), "items": len(server.replay.items)}
        print(json.dumps(ready), flush=True)
        while not done.wait(options.every or None):
            server.replay.advance()


if __name__ == "__main__":
    main()

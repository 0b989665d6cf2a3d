"""Name of a figure -> the script that measures it. A new figure is a copy of its neighbour and one line here."""

SCRIPTS: dict[str, str] = {
    "retrieval": "bench.retrieval",
    "decide": "bench.decide",
    "law-retrieval": "bench.law_retrieval",
    "crosslingual": "bench.crosslingual",
    "checkworthy": "bench.checkworthy",
    "reading": "bench.reading",
    "dates": "bench.dates",
    "feeds": "bench.feeds",
    "language": "bench.language",
    "stories": "bench.stories",
    "neardup": "bench.neardup",
    "watch": "bench.watch",
    "screening": "bench.screening",
}

"""What a re-ranker may know about a query and its candidates: a row of numbers for each candidate."""

import numpy as np
import numpy.typing as npt

from haidang.engine.retrieval.analysis import CAPITAL, NUMBER, PAIR
from haidang.engine.retrieval.candidates import K1, B, Candidates, Query
from haidang.engine.retrieval.postings import FIELDS, Floats, Ints, Postings, ranges

_FIELD_NAMES = ("claim", "title", "summary", "any")
_RELATIVE = (
    "bm25",
    "bm25_claim",
    "bm25_title",
    "asked_any",
    "known_claim",
    "known_title",
    "pairs_any",
    "chars_both",
)
NAMES: tuple[str, ...] = (
    "bm25",
    *(f"{kind}_{name}" for name in _FIELD_NAMES for kind in ("bm25", "asked", "known", "pairs", "pair_share")),
    "numbers_shared", "numbers_missing_there", "numbers_missing_here",
    "names_shared", "names_missing_there", "names_missing_here",
    "terms_shared", "rarest_shared", "rarest_missing_there", "second_rarest_shared",
    "chars_claim", "chars_title", "chars_both", "chars_of_claim", "chars_of_title",
    "length_asked", "length_claim", "length_title",
    "dated", "days_after", "days_apart",
    *(f"{name}_{kind}" for name in _RELATIVE for kind in ("ratio", "rank", "gap")),
)  # fmt: skip


class Matched:
    """The terms of the candidates, each beside the query's term if it is the same."""

    def __init__(self, query: Query, found: Candidates, postings: Postings) -> None:
        segment = found.segment
        starts, ends = segment.row_start[found.rows], segment.row_start[found.rows + 1]
        entries = ranges(starts, ends)
        self.count = len(found.rows)
        self.owner: Ints = np.repeat(np.arange(self.count), ends - starts)
        self.tf = segment.forward_tf[entries]
        self.tf_any = self.tf[:, 0].astype(np.int32) + self.tf[:, 1] + self.tf[:, 2]
        self.marks = segment.forward_marks[entries]
        hashes = segment.vocabulary[segment.forward_terms[entries]]
        at = np.minimum(np.searchsorted(query.terms, hashes), max(0, len(query.terms) - 1))
        self.shared = query.terms[at] == hashes if len(query.terms) else np.zeros(len(hashes), np.bool_)
        self.at = at
        self.idf = postings.rarity(hashes)
        self.pair = (self.marks & PAIR) != 0
        self.lengths = segment.lengths[found.rows]

    def total(self, weights: npt.NDArray[np.floating] | npt.NDArray[np.bool_]) -> Floats:
        """Sum for each candidate."""
        return np.bincount(self.owner, weights, minlength=self.count).astype(np.float32)


def lexical(query: Query, found: Candidates, postings: Postings) -> dict[str, Floats]:
    """Everything that follows from shared and missing terms."""
    matched = Matched(query, found, postings)
    columns: dict[str, Floats] = {"bm25": found.scores}
    single = (query.marks & PAIR) == 0
    asked_weight = float((query.idf * single).sum()) or 1.0
    pair_weight = float((query.idf * ~single).sum()) or 1.0
    average = np.maximum(postings.average_lengths(), 1.0)
    for field, name in enumerate(_FIELD_NAMES):
        tf = (matched.tf[:, field] if field < FIELDS else matched.tf_any).astype(np.float32)
        length = matched.lengths[:, field] if field < FIELDS else matched.lengths.sum(axis=1)
        mean = float(average[field] if field < FIELDS else average.sum())
        here = tf > 0
        word = here & ~matched.pair
        norm = K1 * (1 - B + B * length / mean)
        gain = matched.idf * tf * (K1 + 1) / (tf + norm[matched.owner])
        columns[f"bm25_{name}"] = matched.total(gain * (word & matched.shared))
        common = matched.total(matched.idf * (word & matched.shared))
        columns[f"asked_{name}"] = common / np.float32(asked_weight)
        columns[f"known_{name}"] = (common / np.maximum(matched.total(matched.idf * word), 1e-6)).astype(
            np.float32
        )
        pairs = matched.total(matched.idf * (here & matched.pair & matched.shared))
        columns[f"pairs_{name}"] = pairs
        known_pairs = matched.total(matched.idf * (here & matched.pair))
        fewer = np.maximum(np.minimum(known_pairs, pair_weight), 1e-6)
        columns[f"pair_share_{name}"] = (pairs / fewer).astype(np.float32)
    columns |= _marked(query, matched) | _rarest(query, matched)
    columns["length_asked"] = np.full(matched.count, np.log1p(single.sum()), np.float32)
    columns["length_claim"] = np.log1p(matched.lengths[:, 0])
    columns["length_title"] = np.log1p(matched.lengths[:, 1])
    return columns


def _marked(query: Query, matched: Matched) -> dict[str, Floats]:
    """Numbers and capitalised words: shared, missing on either side (the summary is not held against a claim)."""
    columns: dict[str, Floats] = {}
    main = (matched.tf[:, 0] > 0) | (matched.tf[:, 1] > 0)
    for mark, name in ((NUMBER, "numbers"), (CAPITAL, "names")):
        known = (matched.marks & mark) != 0
        asked = (query.marks & mark) != 0
        also_asked = matched.shared & (asked[matched.at] if len(asked) else False)
        weight = matched.idf if mark == CAPITAL else np.ones_like(matched.idf)
        shared = matched.total(weight * (known & matched.shared))
        columns[f"{name}_shared"] = shared
        columns[f"{name}_missing_there"] = (
            float((query.idf * asked).sum() if mark == CAPITAL else asked.sum())
            - matched.total(weight * also_asked)
        ).astype(np.float32)
        columns[f"{name}_missing_here"] = matched.total(weight * (known & ~matched.shared & main))
    return columns


def _rarest(query: Query, matched: Matched) -> dict[str, Floats]:
    """The rarest terms shared and missed, and how many are shared."""
    single = (query.marks & PAIR) == 0
    table = np.zeros((matched.count, len(query.terms)), np.float32)
    hit = matched.shared & ~matched.pair
    table[matched.owner[hit], matched.at[hit]] = 1
    if not table.shape[1]:
        nothing = np.zeros(matched.count, np.float32)
        return dict.fromkeys(
            ("terms_shared", "rarest_shared", "second_rarest_shared", "rarest_missing_there"), nothing
        )
    weighed = np.sort(table * query.idf, axis=1)
    missing = (1 - table) * (query.idf * single)
    return {
        "terms_shared": table.sum(axis=1),
        "rarest_shared": weighed[:, -1],
        "second_rarest_shared": weighed[:, -2] if weighed.shape[1] > 1 else weighed[:, -1] * 0,
        "rarest_missing_there": missing.max(axis=1),
    }


def time_apart(on: int, days: Ints) -> dict[str, Floats]:
    """Days from the post to the answer, on a logarithmic scale; zeros where a day is not known."""
    known = (days > 0) & (on > 0)
    apart = np.where(known, days - on, 0).astype(np.float32)
    after = np.sign(apart) * np.log1p(np.abs(apart))
    return {
        "dated": known.astype(np.float32),
        "days_after": after,
        "days_apart": np.where(known, np.abs(after), 9.0).astype(np.float32),
    }


def relative(columns: dict[str, Floats]) -> dict[str, Floats]:
    """The main scores against the best of the same query."""
    added: dict[str, Floats] = {}
    for name in _RELATIVE:
        values = columns[name]
        best = float(values.max()) if len(values) else 0.0
        second = float(np.partition(values, -2)[-2]) if len(values) > 1 else 0.0
        order = np.empty(len(values), np.float32)
        order[np.argsort(-values, kind="stable")] = np.arange(1, len(values) + 1)
        added[f"{name}_ratio"] = values / max(best, 1e-6)
        added[f"{name}_rank"] = np.float32(1) / order
        rival = np.where(order == 1, second, best)
        added[f"{name}_gap"] = ((values - rival) / max(best, 1e-6)).astype(np.float32)
    return added


def matrix(columns: dict[str, Floats]) -> Floats:
    """The columns in the order of NAMES."""
    return np.stack([columns[name] for name in NAMES], axis=1).astype(np.float32)


def only(rows: Floats, kept: npt.NDArray[np.bool_]) -> Floats:
    """The features as they would be were the other candidates not known."""
    columns = {name: rows[kept, at] for at, name in enumerate(NAMES)}
    return matrix(columns | relative(columns)) if kept.any() else rows[kept]

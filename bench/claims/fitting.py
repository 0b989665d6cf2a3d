"""Compare posts with a library and fit a ranker on the judged ones."""

import time
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from bench.claims.collection import Post
from haidang.engine.retrieval.library import Library
from haidang.engine.retrieval.ranker import Judged, Ranker, fit_ranker, fused
from haidang.engine.retrieval.shelf import Compared

LEAST_JUDGED = 60  # posts; with fewer the fused order is safer than a fitted one


@dataclass(frozen=True, slots=True)
class Looked:
    """A post with its candidates and the CPU seconds that finding them took."""

    post: Post
    compared: Compared
    seconds: float

    def judged(self, right: Set[str]) -> Judged:
        return Judged(
            self.compared.features, np.array([item.key in right for item in self.compared.items], np.bool_)
        )


def look_up(library: Library, posts: Sequence[Post]) -> list[Looked]:
    found = []
    for post in posts:
        began = time.process_time()
        compared = library.compare(post.text, on=post.on)
        found.append(Looked(post, compared, time.process_time() - began))
    return found


def fit_on(looked: Sequence[Looked], answers: Mapping[str, Set[str]]) -> Ranker | None:
    judged = [one.judged(answers[one.post.key]) for one in looked]
    useful = [one for one in judged if one.right.any() and not one.right.all()]
    return fit_ranker(useful) if len(useful) >= LEAST_JUDGED else None


def order(ranker: Ranker | None, looked: Looked, *, depth: int = 10) -> tuple[list[str], float]:
    """The best keys of a post and the CPU seconds that ordering took."""
    began = time.process_time()
    features = looked.compared.features
    scores = ranker.scores(features) if ranker else fused(features)
    best = np.argsort(-scores, kind="stable")[:depth]
    return [looked.compared.items[at].key for at in best], time.process_time() - began

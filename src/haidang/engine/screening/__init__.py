"""The whole path over many items: read, language, story, watch topics, checkable sentences, known answers.

What the desk runs for one revision is what a cluster runs for a batch. Pure: stories, claims and topics are passed in.
"""

from haidang.engine.screening.arrow import BadBatch, ScreenedBatches, screen_batch
from haidang.engine.screening.first_look import FirstLook
from haidang.engine.screening.path import STAGES, screen, screen_with
from haidang.engine.screening.values import Failure, KnownFor, Screened, Tools, Unscreened

__all__ = [
    "STAGES",
    "BadBatch",
    "Failure",
    "FirstLook",
    "KnownFor",
    "Screened",
    "ScreenedBatches",
    "Tools",
    "Unscreened",
    "screen",
    "screen_batch",
    "screen_with",
]

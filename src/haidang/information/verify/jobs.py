"""What the worker repeats for cases: receive waiting claims, watch what is published."""

from dataclasses import dataclass
from datetime import datetime

from haidang.information.verify.handle_case import watch_published
from haidang.information.verify.receive_claims import receive_claims


@dataclass(frozen=True, slots=True)
class Verified:
    received: int
    watched: int


def move_cases(*, at: datetime) -> Verified:
    return Verified(received=receive_claims(at=at), watched=watch_published(at=at))

"""Settings of `make run` on one office machine."""

from haidang.settings.base import *  # noqa: F403

"""A child process for reading what strangers wrote: limited, killable, and started again after a kill."""

from haidang.base.sandbox.errors import ParseFailed
from haidang.base.sandbox.parent import Sandbox

__all__ = ["ParseFailed", "Sandbox"]

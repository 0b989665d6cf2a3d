"""Say in one sentence what a bare machine lacks before `make` builds the environment."""

import importlib.util
import sys
from typing import Callable, Tuple  # noqa: UP035  an old Python must be able to read this page


def missing(version: Tuple[int, int], has_module: Callable[[str], bool]) -> str:  # noqa: UP006
    """Return the sentence, or an empty string when nothing is missing."""
    if version < (3, 11):
        return (
            "Haidang needs Python 3.11 or newer and found {}.{}: use Debian 12 or newer, "
            "or say where it is with 'make demo PYTHON=/path/to/python3.11'.".format(*version)
        )
    if not (has_module("venv") and has_module("ensurepip")):
        return "Python cannot make environments here: sudo apt-get install -y python3-venv"
    return ""


if __name__ == "__main__":
    sentence = missing(sys.version_info[:2], lambda name: importlib.util.find_spec(name) is not None)
    if sentence:
        print(sentence)
        sys.exit(2)

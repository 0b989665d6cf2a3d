"""A stranger checks our evidence without Django: these modules load without it."""

import subprocess
import sys

SCRIPT = """
import sys
from haidang.base import calendar, keys, record, vault
from haidang.base.record import acts, canonical, merkle, notes
from haidang.base.vault import store, warc
loaded = {name.partition('.')[0] for name in sys.modules}
assert 'django' not in loaded, 'Django was loaded'
"""


def test_what_checks_evidence_loads_without_django() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)

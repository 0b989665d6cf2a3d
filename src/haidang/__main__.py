"""`python -m haidang VERB`, the same as `haidang VERB`."""

import sys

from haidang.commands import main

sys.exit(main())

"""``python -m assistant.cli``: the command line without an installed script."""

from __future__ import annotations

import sys

from assistant.cli.program import main

sys.exit(main())

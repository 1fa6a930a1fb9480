"""The command line of the evaluation. Run: python -m evals --help"""

from __future__ import annotations

import sys

from evals.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

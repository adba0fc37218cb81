"""`verbatim serve` for make: Ctrl-C is how it is meant to end, so make has no error to report then."""

from __future__ import annotations

import sys

from verbatim.cli import main

_INTERRUPTED = 130

if __name__ == "__main__":
    sys.argv = ["verbatim", "serve"]
    try:
        main()
    except SystemExit as end:
        sys.exit(0 if end.code == _INTERRUPTED else end.code)

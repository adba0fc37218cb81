"""`verbatim serve` for make: with a test licence to try everything out, and Ctrl-C is how it is meant to end."""

from __future__ import annotations

import os
import sys

from verbatim.cli import main

_INTERRUPTED = 130
_MODE, _KEY = "VERBATIM_LICENSE_MODE", "VERBATIM_LICENSE_KEY"


def use_test_license() -> None:
    """Give a server for organisations the bundled test licence, unless something was said about its licence."""
    if os.environ.get("VERBATIM_MODE") != "enterprise" or os.environ.get(_MODE, "test") != "test" or _KEY in os.environ:
        return
    # Only there when the plugin is.
    from verbatim_enterprise.license.keys import bundled_test_license  # noqa: PLC0415

    os.environ |= {_MODE: "test", _KEY: bundled_test_license()}


if __name__ == "__main__":
    sys.argv = ["verbatim", "serve"]
    use_test_license()
    try:
        main()
    except SystemExit as end:
        # make has no error to report when somebody pressed Ctrl-C.
        sys.exit(0 if end.code == _INTERRUPTED else end.code)

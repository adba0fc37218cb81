"""Install what is missing into this checkout: `install.py [runtime] [dev] [web]`; `web` builds both front ends.

`install.py npm ARGUMENTS...` installs the npm packages and becomes npm.

Each part does nothing when the files it depends on have not changed since the last time.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import python_env
import stamps
import web_app
from steps import LOG, StepError, fail

_PARTS: dict[str, Callable[[], None]] = {
    "runtime": lambda: python_env.ensure(dev=False),
    "dev": lambda: python_env.ensure(dev=True),
    "web": web_app.ensure_built,
}


def main(arguments: list[str]) -> int:
    unknown = set(arguments) - set(_PARTS)
    if arguments[:1] != ["npm"] and (unknown or not arguments):
        print("usage: install.py [runtime] [dev] [web] | npm ARGUMENTS...", file=sys.stderr)
        return 2
    try:
        with stamps.one_at_a_time():
            LOG.unlink(missing_ok=True)
            if arguments[0] == "npm":
                web_app.ensure_packages()
            else:
                for part in arguments:
                    _PARTS[part]()
        if arguments[0] == "npm":
            web_app.exec_npm(*arguments[1:])
    except (StepError, OSError) as error:
        return fail(error)
    except KeyboardInterrupt:
        print("\nInterrupted: the next run takes up from here.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

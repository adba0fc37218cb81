"""Whether the server or the worker of this container is well, for its health check: exit status 0 or 1, and one line.

`health.py server` asks the server whether it is ready; `health.py worker` looks when the worker last touched the file
of VERBATIM_ALIVE_PATH. Nothing is imported that is not Python's own: it runs every few seconds.
"""

from __future__ import annotations

import http.client
import os
import sys
import time
from pathlib import Path

PORT = "52780"
ANSWER_SECONDS = 8.0
SILENT_SECONDS = 30.0
"""The worker touches its file every 5 seconds, as long as it works."""


def server() -> str | None:
    """Return what is wrong with the server, if anything is."""
    connection = http.client.HTTPConnection(
        "127.0.0.1", int(os.environ.get("VERBATIM_API_PORT") or PORT), timeout=ANSWER_SECONDS
    )
    try:
        connection.request("GET", "/health/ready")
        answer = connection.getresponse()
        said = answer.read(4096).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException) as error:
        return f"The server does not answer: {error}"
    finally:
        connection.close()
    return None if answer.status == http.HTTPStatus.OK else said


def worker() -> str | None:
    """Return what is wrong with the worker, if anything is."""
    path = os.environ.get("VERBATIM_ALIVE_PATH")
    if not path:
        return "VERBATIM_ALIVE_PATH is not set, so that nobody knows whether the worker works."
    try:
        silent = time.time() - Path(path).stat().st_mtime
    except OSError as error:
        return f"The worker has not begun: {error}"
    return None if silent < SILENT_SECONDS else f"The worker has not worked for {silent:.0f} seconds."


def main(arguments: list[str]) -> int:
    checks = {"server": server, "worker": worker}
    if len(arguments) != 1 or arguments[0] not in checks:
        print("usage: health.py server | worker", file=sys.stderr)
        return 2
    wrong = checks[arguments[0]]()
    print(wrong or "ok")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

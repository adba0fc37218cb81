"""This process: its name, by which it holds something, whether one of that name is gone, and its memory."""

from __future__ import annotations

import gc
import os
import socket

from verbatim.core.clock import new_id

PROCESS_ID = f"{socket.gethostname()}:{os.getpid()}:{new_id()}"


def settle() -> None:
    """Call once everything is loaded: it lives as long as the process, and the garbage collector need not look through
    it again. Each look would stop every request for a tenth of a second.
    """
    gc.collect()
    gc.freeze()


def is_dead(process_id: str) -> bool:
    """Return whether the process called `process_id` has certainly ended. Unknown for other hosts: False."""
    host, pid, _ = process_id.rsplit(":", 2)
    if host != socket.gethostname() or process_id == PROCESS_ID:
        return False
    if int(pid) == os.getpid():
        return True  # an earlier process with our number, as the first one in every container has
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False

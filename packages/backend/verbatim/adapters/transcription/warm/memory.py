"""How much memory there is, and how much a process holds."""

from __future__ import annotations

import os
from pathlib import Path

_LIMITS = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")
_SHARE = 0.75


def memory_of(pid: int) -> int:
    """Return the bytes that a process holds in memory; 0 when that cannot be known here."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def most_memory() -> int:
    """Return the bytes that one engine may take when nothing else was said: three quarters of the memory of the machine
    or of its container.
    """
    whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    for place in _LIMITS:
        try:
            limit = int(Path(place).read_text(encoding="ascii"))
        except (OSError, ValueError):  # not there, or "max"
            continue
        whole = min(whole, limit)
    return int(whole * _SHARE)

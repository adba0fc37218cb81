"""What a process in the cage may use, and how it is held to that."""

from __future__ import annotations

import contextlib
import os
import resource
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024
_OPEN_FILES = 16
_OOM_SCORE = "800"


@dataclass(frozen=True, slots=True)
class Limits:
    """``memory_bytes`` comes on top of what the interpreter and its libraries take; ``wall_seconds`` counts from the
    start of the process, waiting for a free one not included.
    """

    memory_bytes: int
    cpu_seconds: int
    wall_seconds: float
    output_bytes: int = 4 * MIB
    niceness: int = 0


def hold_to(limits: Limits) -> None:
    """Hold this process to its limits for the rest of its life."""
    _limit(resource.RLIMIT_AS, _address_space() + limits.memory_bytes)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 1)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
    _limit(resource.RLIMIT_FSIZE, 0)  # pipes are not files
    _limit(resource.RLIMIT_CORE, 0)
    with contextlib.suppress(OSError):
        os.nice(max(0, limits.niceness))


def give_way() -> None:
    """When the machine runs out of memory, this process goes first. Called before the walls are up."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_OOM_SCORE, encoding="ascii")


def _limit(kind: int, soft: int, hard: int | None = None) -> None:
    hard = soft if hard is None else hard
    with contextlib.suppress(ValueError, OSError):  # a lower hard limit of the whole server stays as it is
        resource.setrlimit(kind, (soft, hard))


def _address_space() -> int:
    """Bytes of address space in use. Libraries reserve much that they never touch, so the limit starts from here."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:  # not Linux, where this limit means little
        return 1024 * MIB
    return pages * resource.getpagesize()

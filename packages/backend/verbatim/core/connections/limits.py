"""How much a connection may take before somebody has said who they are."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Final

import structlog

log = structlog.get_logger(__name__)

MOST_DESCRIPTORS: Final = 65_536
MOST_CONNECTIONS: Final = 8_192


@dataclass(frozen=True)
class Limits:
    """Times in seconds, sizes in bytes."""

    head_seconds: float = 10
    """Until the head of a request has to be there, from the connection or the request's first byte on."""
    head_bytes: int = 64 * 1024
    head_fields: int = 100
    idle_seconds: int = 10
    """How long a connection is kept for a next request."""
    least_rate: int = 1_000
    """Bytes a second below which a body uses up its patience."""
    stranger_patience: float = 10
    patience: float = 60
    """How long the body of somebody who is signed in may stay away."""
    closing_seconds: float = 2
    """How long a refused connection is kept, so that the refusal is read before the line goes dead."""
    connections: int = 512
    strangers: int = 384
    """Connections of strangers; the difference is a reserve of those who are signed in."""
    per_address: int = 128


def limits_for(descriptors: int) -> Limits:
    """Return the limits of a process that may open so many files: half of them for connections."""
    total = max(32, min(MOST_CONNECTIONS, descriptors // 2))
    return Limits(connections=total, strangers=total * 3 // 4, per_address=max(16, total // 4))


def raise_descriptors() -> int:
    """Let this process open as many files as it is allowed to; returns how many that is."""
    if sys.platform == "win32":  # which has no such limit for sockets
        return MOST_DESCRIPTORS
    import resource  # noqa: PLC0415 - there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, MOST_DESCRIPTORS)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (OSError, ValueError) as error:  # macOS allows less than it says
            log.warning("descriptors_not_raised", reason=str(error))
            return soft
    return wanted

"""The one source of time and of identifiers, so that tests can replace both."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from uuid import UUID


def utcnow() -> datetime:
    """Return the current time, timezone-aware, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """Return a UUIDv7 (RFC 9562, section 5.7) as 36 characters.

    Version 7 starts with the time in milliseconds, so that new rows land at the end of an index instead of all over it.
    """
    value = time.time_ns() // 1_000_000 << 80 | int.from_bytes(os.urandom(10), "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(UUID(int=value))

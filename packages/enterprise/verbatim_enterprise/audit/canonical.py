"""A row as bytes: what its MAC and its seal are made of, the same on every database and in every export."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from uuid import UUID

FIELDS: Final = (
    "id",
    "at",
    "action",
    "outcome",
    "actor_type",
    "actor_id",
    "actor_name",
    "team_id",
    "resource_type",
    "resource_id",
    "resource_name",
    "before",
    "after",
    "details",
    "address",
    "user_agent",
    "request_id",
    "session_id",
    "key_id",
    "words",
)
"""The columns in the order in which they are hashed; a new one is added at the end, under a new `VERSION`."""

VERSION: Final = 1
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
EMPTY: Final = "0" * 64
"""What stands for the hash before the first."""


def moment(value: datetime) -> str:
    """Return a time in UTC with microseconds, always written the same."""
    return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def row_bytes(row: Mapping[str, Any]) -> bytes:
    """Return the canonical form: a JSON array in ASCII with sorted keys and no spaces."""
    values = [moment(value) if isinstance(value := row[name], datetime) else value for name in FIELDS]
    return json.dumps([VERSION, *values], sort_keys=True, ensure_ascii=True, separators=(",", ":")).encode()


def bytes_of(row: Mapping[str, Any]) -> bytes:
    """Return a row's canonical form; nothing for one that no server can have written, and that was never sealed so."""
    try:
        return row_bytes(row)
    except (TypeError, ValueError):
        return b""


def next_hash(previous: str, seq: int, row: bytes) -> str:
    """Return the seal of a row: SHA-256 over the seal before, the number and the row."""
    return hashlib.sha256(f"{previous}\n{seq}\n".encode() + row).hexdigest()


def id_at(when: datetime, bits: int | None = None) -> str:
    """Return a UUIDv7 (RFC 9562, section 5.7) of a moment, with its microseconds in the first 12 bits after the
    milliseconds (section 6.2, method 3), so that rows of one process have the order in which they were written.

    ``bits`` stand for the 62 random ones.
    """
    microseconds = max(0, (when - _EPOCH) // timedelta(microseconds=1))
    milliseconds, rest = divmod(microseconds, 1000)
    bits = int.from_bytes(os.urandom(8), "big") if bits is None else bits
    value = milliseconds << 80 | 0x7 << 76 | (rest * 4096 // 1000) << 64 | 0x2 << 62 | bits & ((1 << 62) - 1)
    return str(UUID(int=value))


def first_id(when: datetime) -> str:
    """Return the smallest id of a moment, for ranges of time."""
    return id_at(when, 0)


def time_of(row_id: str) -> datetime:
    """Return the moment that an id begins with."""
    return datetime.fromtimestamp((UUID(row_id).int >> 80) / 1000, UTC)

"""Reads that matter: opening, playing and taking away content, and what administrators look at."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.types import Message

from verbatim_enterprise.audit.requests import route_of
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import OwnTallies, Tallies

READS: Final[Mapping[str, tuple[AuditTag, str | None]]] = {
    "/api/recordings/{recording_id}": (AuditTag.RECORDING_OPENED, "recording"),
    "/api/recordings/{recording_id}/audio": (AuditTag.RECORDING_PLAYED, "recording"),
    "/api/recordings/{recording_id}/transcripts": (AuditTag.TRANSCRIPT_OPENED, "recording"),
    "/api/recordings/{recording_id}/attempts": (AuditTag.TRANSCRIPT_OPENED, "recording"),
    "/api/recordings/{recording_id}/attempts/{job_id}/output": (AuditTag.TRANSCRIPT_EXPORTED, "recording"),
    "/api/transcripts/{transcript_id}": (AuditTag.TRANSCRIPT_OPENED, "transcript"),
    "/api/transcripts/by-recording/{recording_id}": (AuditTag.TRANSCRIPT_OPENED, "recording"),
    "/api/transcripts/{transcript_id}/segments": (AuditTag.TRANSCRIPT_OPENED, "transcript"),
    "/api/transcripts/{transcript_id}/export": (AuditTag.TRANSCRIPT_EXPORTED, "transcript"),
    "/api/documents/{document_id}": (AuditTag.DOCUMENT_OPENED, "document"),
    "/api/documents/{document_id}/file": (AuditTag.DOCUMENT_OPENED, "document"),
    "/api/users/export": (AuditTag.USERS_EXPORTED, "user"),
    "/api/admin/audit/export": (AuditTag.AUDIT_EXPORTED, "audit"),
}
"""By the path of the route, what was read and of which kind. Whatever else lies under `ADMIN` is `admin.read`."""

ADMIN: Final = ("/api/admin/", "/api/users", "/api/license")
FOR_ALL: Final = "/api/license/notices"
"""What every page of everybody asks for."""
AUDIT: Final = "/api/admin/audit"
REPEATED_SECONDS: Final = 60.0
"""Within this time the same reader opens the same thing once: a page asks for its parts, a player for ranges."""
_EVERY_TIME: Final = frozenset(
    {
        AuditTag.RECORDING_DOWNLOADED,
        AuditTag.TRANSCRIPT_EXPORTED,
        AuditTag.USERS_EXPORTED,
        AuditTag.AUDIT_EXPORTED,
    }
)
WITH_PARAMETERS: Final = _EVERY_TIME - {AuditTag.RECORDING_DOWNLOADED}
"""Of these the row says how the file was asked for: its format, and which part of the whole."""
_PARAMETERS: Final = frozenset(
    {"format", "include_speakers", "include_timestamps", "doubtful"}
    | {"about", "action", "actor", "address", "end", "last_hours", "outcome", "resource_id", "resource_type", "start"}
    | {"role", "status", "team_id"}
)
"""Of a search by words only that there was one: they may be those of a title."""
_WHOLE: Final = re.compile(r"bytes 0-(?P<last>\d+)/(?P<size>\d+)")
_TRUTH: Final = TypeAdapter(bool)
"""What the route of the audio takes `download` for: the same words in the same spelling."""


def read_of(scope: Mapping[str, Any]) -> tuple[AuditTag, str | None] | None:
    """Return what a GET request that was answered reads, if that is to be written down."""
    route = route_of(scope)
    if scope["method"] != "GET" or route is None:
        return None
    found = READS.get(route)
    if found is None and route.startswith(AUDIT):
        return (AuditTag.AUDIT_READ, "audit")
    if found is None:
        return (AuditTag.ADMIN_READ, None) if route.startswith(ADMIN) and route != FOR_ALL else None
    if found[0] is AuditTag.RECORDING_PLAYED and _is_true(HTTPConnection(dict(scope)).query_params.get("download")):
        return (AuditTag.RECORDING_DOWNLOADED, "recording")
    return found


def _is_true(value: str | None) -> bool:
    try:
        return _TRUTH.validate_python(value)
    except ValidationError:
        return False


def parameters_of(scope: Mapping[str, Any]) -> dict[str, str]:
    """Return how a file was asked for, as far as that says nothing of content."""
    given = HTTPConnection(dict(scope)).query_params
    found = {name: value for name, value in given.items() if name in _PARAMETERS}
    return {**found, "search": "…"} if given.get("search") else found


def is_part(message: Message) -> bool:
    """Say whether an answer, of which this is the start, holds a part of a file and not all of it. What the request
    asked for does not tell: a range may be the whole file, or not count.
    """
    if message["status"] != HTTPStatus.PARTIAL_CONTENT:
        return False
    given = Headers(raw=message["headers"]).get("content-range", "")
    whole = _WHOLE.fullmatch(given)
    return whole is None or int(whole["last"]) + 1 < int(whole["size"])


@dataclass
class Recent:
    """Who has opened what just now, so that it is written down once, whichever process was asked."""

    tallies: Tallies = field(default_factory=OwnTallies)

    def is_new(self, tag: AuditTag, *key: Any, is_part: bool = False) -> bool:
        """Say whether this is to be written. Of a download in parts each part is the same one."""
        if tag in _EVERY_TIME and not is_part:
            return True
        return self.tallies.read(_name(tag, key))[1] <= time.monotonic()

    def remember(self, tag: AuditTag, *key: Any) -> None:
        """Note that this has been written: not before, or a read that failed to be would be answered unwritten."""
        name = _name(tag, key)
        with self.tallies.alone(name):
            self.tallies.write(name, 1, time.monotonic() + REPEATED_SECONDS)


def _name(tag: AuditTag, key: tuple[Any, ...]) -> str:
    return f"read {tag} {key!r}"


@dataclass(frozen=True)
class Sender:
    """Whose refusals of one kind are counted together. ``is_stranger``: nobody knows who it is."""

    name: str | None
    status: int
    is_stranger: bool = False


@dataclass
class Flood:
    """Refusals within a minute: so many of one sender are written down, and so many of all strangers, who may come from
    any number of addresses. The others are counted, and a later row tells how many.
    """

    limit: int = 100
    strangers: int = 1_000
    tallies: Tallies = field(default_factory=OwnTallies)

    def lets_in(self, sender: Sender) -> int | None:
        """Return how many were left out before this one; None when this one is left out as well."""
        own = self._passes(sender, self.limit)
        if own is None or not sender.is_stranger:
            return own
        together = self._passes(None, self.strangers)
        return None if together is None else own + together

    def _passes(self, sender: Sender | None, limit: int) -> int | None:
        now, left_out, name = time.monotonic(), 0, f"refused {sender!r}"
        with self.tallies.alone(name):
            # Kept for another minute, to tell afterwards how many were left out.
            count, ends = self.tallies.read(name)
            began = ends - 2 * REPEATED_SECONDS
            if now - began >= REPEATED_SECONDS:
                left_out, count, began = max(0, count - limit), 0, now
            count += 1
            self.tallies.write(name, count, began + 2 * REPEATED_SECONDS)
        return None if count > limit else left_out

"""Reads that matter: opening, playing and taking away content, as routes declare it (`AuditedRead`), and what
administrators look at, by the permission that it needs.
"""

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

from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import ADMINISTRATIVE, AuditedRead, Declared, OwnTallies, Permission, Sent, Tallies


@dataclass(frozen=True)
class Read:
    """What was read, as the log calls it, and of which kind. ``with_parameters``: the row says how the file was asked
    for, its format and which part of the whole. ``each_time``: it is no repetition when it is done again at once.
    """

    action: str
    of: str | None
    each_time: bool = False
    with_parameters: bool = False


REPEATED_SECONDS: Final = 60.0
"""Within this time the same reader opens the same thing once: a page asks for its parts, a player for ranges."""
_PARAMETERS: Final = frozenset(
    {"format", "include_speakers", "include_timestamps", "doubtful"}
    | {"about", "action", "actor", "address", "end", "last_hours", "outcome", "resource_id", "resource_type", "start"}
    | {"role", "status", "team_id"}
)
"""Of a search by words only that there was one: they may be those of a title."""
_KEPT: Final = "verbatim_audited"
_WHOLE: Final = re.compile(r"bytes 0-(?P<last>\d+)/(?P<size>\d+)")
_TRUTH: Final = TypeAdapter(bool)
"""What the route of the audio takes `download` for: the same words in the same spelling."""


def read_of(scope: Mapping[str, Any]) -> Read | None:
    """Return what a GET request that was answered reads, if that is to be written down."""
    route = scope.get("route")
    if scope.get("method") != "GET" or route is None:
        return None
    declared, look = _kept_of(route)
    if declared is not None:
        if declared.download and _is_true(HTTPConnection(dict(scope)).query_params.get("download")):
            return Read(declared.download, declared.of, each_time=True)
        return Read(declared.action, declared.of, each_time=declared.as_file, with_parameters=declared.as_file)
    return look


def _kept_of(route: Any) -> tuple[AuditedRead | None, Read | None]:
    """Return what a route says of its GET requests, and what they are as looks that need an administrator's permission;
    found out once for each route.
    """
    known: tuple[AuditedRead | None, Read | None] | None = route.__dict__.get(_KEPT)
    if known is None:
        dependencies = getattr(route, "dependencies", None) or ()
        permissions = {getattr(one.dependency, "permission", None) for one in dependencies}
        look = Read(AuditTag.ADMIN_READ, None) if permissions & ADMINISTRATIVE else None
        if Permission.AUDIT_READ in permissions:
            look = Read(AuditTag.AUDIT_READ, "audit")
        known = route.__dict__[_KEPT] = (Declared.by(dependencies, "GET").audited, look)
    return known


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


def is_part(message: Message, sent: Sent | None) -> bool:
    """Say whether an answer, of which this is the start, holds a part of a file and not all of it, or leads to a part.
    What the request asked for does not tell: a range may be the whole file, or not count.
    """
    if sent is not None and sent.is_part:
        return True
    if message["status"] != HTTPStatus.PARTIAL_CONTENT:
        return False
    given = Headers(raw=message["headers"]).get("content-range", "")
    whole = _WHOLE.fullmatch(given)
    return whole is None or int(whole["last"]) + 1 < int(whole["size"])


@dataclass
class Recent:
    """Who has opened what just now, so that it is written down once, whichever process was asked."""

    tallies: Tallies = field(default_factory=OwnTallies)

    def is_new(self, tag: str, *key: Any, each_time: bool = False) -> bool:
        """Say whether this is to be written."""
        return each_time or self.tallies.read(_name(tag, key))[1] <= time.monotonic()

    def remember(self, tag: str, *key: Any) -> None:
        """Note that this has been written: not before, or a read that failed to be would be answered unwritten."""
        name = _name(tag, key)
        with self.tallies.alone(name):
            self.tallies.write(name, 1, time.monotonic() + REPEATED_SECONDS)


def _name(tag: str, key: tuple[Any, ...]) -> str:
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

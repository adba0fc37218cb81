"""What the server remembers of sessions for two seconds, so that a request costs no database access.

A session, its account and its memberships are read together. Whatever changes one of them forgets everything here at
once (see `feature`); other processes notice within `TTL_SECONDS`.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from verbatim_enterprise.host import Role
from verbatim_enterprise.teams.models import TeamRole
from verbatim_enterprise.teams.sight import Sight

TTL_SECONDS: Final = 2.0
_LIMIT: Final = 50_000


@dataclass(frozen=True)
class LiveSession:
    """A session that may be used now. ``teams`` are its account's memberships, the oldest first."""

    id: str
    user_id: str
    username: str
    display_name: str | None
    role: Role
    ends: float
    team_id: str | None
    default_team_id: str | None
    teams: Mapping[str, TeamRole]
    sights: Mapping[str, Sight] = field(default_factory=dict)
    """By team, the workspaces that the account sees there."""
    workspace_id: str | None = None
    """To which one it has narrowed its work."""
    principals: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    """What requests make of it, by team and workspace, so that they make it once."""

    def active_team(self, wished: str | None) -> str | None:
        """Return the first of these that is a membership: what a token wishes, the default team, the oldest one."""
        for team_id in (wished, self.default_team_id):
            if team_id is not None and team_id in self.teams:
                return team_id
        return next(iter(self.teams), None)


T = TypeVar("T")
Load = Callable[[str], Awaitable[T | None]]


class LiveCache(Generic[T]):
    """What was read, by key. Also remembers what is not there."""

    def __init__(self, load: Load[T], ttl: float = TTL_SECONDS) -> None:
        self._load = load
        self._ttl = ttl
        self._known: dict[str, tuple[float, T | None]] = {}
        self._loading: dict[str, asyncio.Task[T | None]] = {}
        self._epoch = 0

    def peek(self, key: str) -> tuple[float, T | None] | None:
        """Return what is known without a look into the database: until when, and what; None when nothing is."""
        known = self._known.get(key)
        return known if known is not None and known[0] > time.monotonic() else None

    async def get(self, key: str) -> T | None:
        """Return what is known, or read it."""
        known = self._known.get(key)
        if known is not None and known[0] > time.monotonic():
            return known[1]
        return await self._fetch(key)

    async def _fetch(self, key: str) -> T | None:
        # Requests that come together share one read; one of them going away does not stop it for the others.
        task = self._loading.get(key)
        if task is None:
            task = asyncio.create_task(self._read(key, self._epoch))
            self._loading[key] = task
            task.add_done_callback(lambda done: self._done(key, done))
        return await asyncio.shield(task)

    async def _read(self, key: str, epoch: int) -> T | None:
        read_at = time.monotonic()
        found = await self._load(key)
        if epoch == self._epoch:  # else it may have been read just before a change
            if len(self._known) >= _LIMIT:
                self._known.clear()
            self._known[key] = (read_at + self._ttl, found)
        return found

    def _done(self, key: str, task: asyncio.Task[T | None]) -> None:
        if self._loading.get(key) is task:
            del self._loading[key]

    def forget(self) -> None:
        """Read everything anew at its next use. Called when a change has been committed."""
        self._epoch += 1
        self._known.clear()
        self._loading.clear()


class SessionCache(LiveCache[LiveSession]):
    """Sessions by id. Also remembers which are over."""

    async def get(self, key: str) -> LiveSession | None:
        """Return a session that may be used, or None."""
        found = await super().get(key)
        return found if found is not None and found.ends > time.time() else None

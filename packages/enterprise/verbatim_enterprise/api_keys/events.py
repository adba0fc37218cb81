"""What happens to API keys. Never with the key itself; ``team_id`` is the team a key is limited to, if it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.api_keys.resource import API_KEY
from verbatim_enterprise.host import Event, Resource, emit
from verbatim_enterprise.teams.events import tell


@dataclass(frozen=True, kw_only=True)
class ApiKeyCreated(Event):
    """Somebody made a key."""

    event_name: ClassVar[str] = "api_key.created"
    subject: ClassVar[Resource | None] = API_KEY
    announced: ClassVar[bool] = False
    api_key_id: str
    name: str
    user_id: str
    team_id: str | None
    scopes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ApiKeyUpdated(Event):
    """A key got another name or rate."""

    event_name: ClassVar[str] = "api_key.updated"
    subject: ClassVar[Resource | None] = API_KEY
    announced: ClassVar[bool] = False
    api_key_id: str
    name: str
    user_id: str
    team_id: str | None


@dataclass(frozen=True, kw_only=True)
class ApiKeyRotated(Event):
    """A key got a new secret; the old one works for ``overlap_seconds`` more."""

    event_name: ClassVar[str] = "api_key.rotated"
    subject: ClassVar[Resource | None] = API_KEY
    announced: ClassVar[bool] = False
    api_key_id: str
    name: str
    user_id: str
    team_id: str | None
    overlap_seconds: int


@dataclass(frozen=True, kw_only=True)
class ApiKeyRevoked(Event):
    """A key was ended, by its owner or by somebody who looks after its team or the server."""

    event_name: ClassVar[str] = "api_key.revoked"
    subject: ClassVar[Resource | None] = API_KEY
    announced: ClassVar[bool] = False
    api_key_id: str
    name: str
    user_id: str
    team_id: str | None
    revoked_by: str


async def tell_key(session: AsyncSession, event: ApiKeyCreated | ApiKeyUpdated | ApiKeyRotated | ApiKeyRevoked) -> None:
    """Emit an event of a key; in the name of its team when it is limited to one."""
    if event.team_id is None:
        await emit(session, event)
    else:
        await tell(session, event.team_id, event)

"""What happens to accounts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Event, Resource, as_system, emit
from verbatim_enterprise.users.resource import USER


@dataclass(frozen=True, kw_only=True)
class UserCreated(Event):
    """An account was made; it waits for approval unless it is active."""

    event_name: ClassVar[str] = "user.created"
    subject: ClassVar[Resource | None] = USER
    user_id: str
    username: str
    role: str
    is_active: bool


@dataclass(frozen=True, kw_only=True)
class UserUpdated(Event):
    """An administrator changed an account's e-mail address or display name."""

    event_name: ClassVar[str] = "user.updated"
    subject: ClassVar[Resource | None] = USER
    user_id: str
    username: str


@dataclass(frozen=True, kw_only=True)
class UserApproved(Event):
    """An account that waited may sign in now."""

    event_name: ClassVar[str] = "user.approved"
    subject: ClassVar[Resource | None] = USER
    user_id: str
    username: str


@dataclass(frozen=True, kw_only=True)
class UserDeactivated(Event):
    """An account may not sign in any more, and its sessions have ended."""

    event_name: ClassVar[str] = "user.deactivated"
    subject: ClassVar[Resource | None] = USER
    user_id: str
    username: str


@dataclass(frozen=True, kw_only=True)
class UserReactivated(Event):
    """An account may sign in again."""

    event_name: ClassVar[str] = "user.reactivated"
    subject: ClassVar[Resource | None] = USER
    user_id: str
    username: str


@dataclass(frozen=True, kw_only=True)
class UserRoleChanged(Event):
    """Somebody's role in the installation changed."""

    event_name: ClassVar[str] = "user.role_changed"
    subject: ClassVar[Resource | None] = USER
    user_id: str
    username: str
    role: str
    previous_role: str


@dataclass(frozen=True, kw_only=True)
class UserDeleted(Event):
    """An account is being deleted; its row still exists while handlers run. What it was responsible for goes to
    ``transfer_to``, or a handler refuses.
    """

    event_name: ClassVar[str] = "user.deleted"
    subject: ClassVar[Resource | None] = USER
    user_id: str
    username: str
    transfer_to: str | None


async def tell(session: AsyncSession, event: Event) -> None:
    """Emit an event about an account. It concerns the installation, so no team's pages hear of it."""
    with as_system("accounts"):
        await emit(session, event)

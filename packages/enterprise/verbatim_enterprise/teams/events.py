"""What happens to teams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Event, Resource, Scope, as_system, emit, tell_pages, use_scope
from verbatim_enterprise.teams.resource import TEAM, WORKSPACE


@dataclass(frozen=True, kw_only=True)
class TeamCreated(Event):
    """A team was made."""

    event_name: ClassVar[str] = "team.created"
    subject: ClassVar[Resource | None] = TEAM
    team_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class TeamUpdated(Event):
    """A team got another name."""

    event_name: ClassVar[str] = "team.updated"
    subject: ClassVar[Resource | None] = TEAM
    team_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class TeamDeleted(Event):
    """A team is gone, with everything that belonged to it."""

    event_name: ClassVar[str] = "team.deleted"
    subject: ClassVar[Resource | None] = TEAM
    team_id: str
    name: str
    with_content: bool


@dataclass(frozen=True, kw_only=True)
class TeamMemberAdded(Event):
    """Somebody joined a team and sees its content from now on."""

    event_name: ClassVar[str] = "team.member_added"
    subject: ClassVar[Resource | None] = TEAM
    team_id: str
    user_id: str
    role: str


@dataclass(frozen=True, kw_only=True)
class TeamMemberRemoved(Event):
    """Somebody left a team or was removed from it."""

    event_name: ClassVar[str] = "team.member_removed"
    subject: ClassVar[Resource | None] = TEAM
    team_id: str
    user_id: str


@dataclass(frozen=True, kw_only=True)
class TeamMemberRoleChanged(Event):
    """A member got another role."""

    event_name: ClassVar[str] = "team.member_role_changed"
    subject: ClassVar[Resource | None] = TEAM
    team_id: str
    user_id: str
    role: str
    previous_role: str


@dataclass(frozen=True, kw_only=True)
class TeamInviteCreated(Event):
    """Somebody was invited."""

    event_name: ClassVar[str] = "team.invite_created"
    subject: ClassVar[Resource | None] = TEAM
    announced: ClassVar[bool] = False
    team_id: str
    invite_id: str
    email: str | None
    role: str


@dataclass(frozen=True, kw_only=True)
class TeamInviteRevoked(Event):
    """An invitation was withdrawn."""

    event_name: ClassVar[str] = "team.invite_revoked"
    subject: ClassVar[Resource | None] = TEAM
    announced: ClassVar[bool] = False
    team_id: str
    invite_id: str


@dataclass(frozen=True, kw_only=True)
class TeamWorkspaceChanged(Event):
    """A workspace was made, changed or deleted, or other people see it now. ``change`` says which: created, updated,
    deleted, member_added or member_removed; ``user_id`` who sees it now or no more, ``moved_to`` the workspace that
    what lay in a deleted one went to.
    """

    event_name: ClassVar[str] = "team.workspace_changed"
    subject: ClassVar[Resource | None] = WORKSPACE
    announced: ClassVar[bool] = False
    team_id: str
    workspace_id: str
    change: str = "updated"
    user_id: str | None = None
    moved_to: str | None = None


async def tell(session: AsyncSession, team_id: str, event: Event) -> None:
    """Emit an event of a team; the team's open pages hear of it."""
    with use_scope(Scope(frozenset({team_id}), team_id)):
        await emit(session, event)


async def tell_end(session: AsyncSession, event: TeamDeleted) -> None:
    """Emit the end of a team. Nothing that handlers write may belong to it any more."""
    with as_system("teams"):
        await emit(session, event)
    with use_scope(Scope(frozenset({event.team_id}), event.team_id)):
        tell_pages(session, event)

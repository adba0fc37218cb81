"""Which workspaces somebody sees, and the scope that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from verbatim_enterprise.host import Scope, header_of
from verbatim_enterprise.teams.errors import WorkspaceNotFoundError
from verbatim_enterprise.teams.models import Workspace, WorkspaceMember

WORKSPACE_HEADER: Final = "x-workspace-id"
_HEADER: Final = WORKSPACE_HEADER.encode()
WHOLE_TEAM: Final = "*"
"""In the header: all workspaces that the caller sees, whatever they chose to work in."""


@dataclass(frozen=True)
class Sight:
    """What somebody sees of a team: its shared workspaces and the private ones they are listed for."""

    default: str | None = None
    seen: frozenset[str] = frozenset()


async def sights_of(session: AsyncSession, user_id: str, team_ids: Iterable[str]) -> dict[str, Sight]:
    """Return what somebody sees of each of these teams, which they are in."""
    listed = select(WorkspaceMember.workspace_id).where(WorkspaceMember.user_id == user_id)
    teams = list(team_ids)
    rows = await session.execute(
        select(Workspace.team_id, Workspace.id, Workspace.is_default).where(
            Workspace.team_id.in_(teams), or_(Workspace.is_private.is_(False), Workspace.id.in_(listed))
        )
    )
    seen: dict[str, set[str]] = {team_id: set() for team_id in teams}
    defaults: dict[str, str] = {}
    for team_id, workspace_id, is_default in rows:
        seen[team_id].add(workspace_id)
        if is_default:
            defaults[team_id] = workspace_id
    return {team_id: Sight(defaults.get(team_id), frozenset(found)) for team_id, found in seen.items()}


async def any_private(session: AsyncSession, workspace_ids: Iterable[str]) -> bool:
    """Say whether one of these workspaces is private, so that not all of the team may learn what is in it."""
    private = select(Workspace.id).where(Workspace.id.in_(list(workspace_ids)), Workspace.is_private).limit(1)
    return await session.scalar(private) is not None


def wished_workspace(connection: HTTPConnection, sight: Sight, chosen: str | None) -> str | None:
    """Return the one workspace that a request is about: the one it names, else the one chosen before; None: all.

    Raises:
        WorkspaceNotFoundError: the request names one that the caller does not see.
    """
    wished = header_of(connection.scope, _HEADER)
    if wished == WHOLE_TEAM:
        return None
    if wished and wished not in sight.seen:
        raise WorkspaceNotFoundError
    return wished or (chosen if chosen in sight.seen else None)


def scope_of_team(team_id: str | None, sight: Sight, workspace_id: str | None) -> Scope:
    """Return what is visible to whoever works in a team, or in one workspace of it; without a team nothing is."""
    if team_id is None:
        return Scope(frozenset(), None, workspaces=frozenset())
    return Scope(
        frozenset({team_id}),
        team_id,
        f"teams/{team_id}/",
        workspaces=sight.seen if workspace_id is None else frozenset({workspace_id}),
        workspace=workspace_id or sight.default,
        reach=sight.seen,
    )


def sight_of(sights: Mapping[str, Sight], team_id: str | None) -> Sight:
    """Return what is seen of a team; of none, nothing."""
    return sights.get(team_id or "", Sight())

"""Roles become permissions: one function, two tables.

What a request may do with content is what the role in the installation *and* the role in the active team allow.
Managing the installation follows from the installation role alone; it opens no team's content.
"""

from __future__ import annotations

from functools import cache

from verbatim_enterprise.host import ROLE_PERMISSIONS, Permission, Role
from verbatim_enterprise.teams.models import TeamRole

CONTENT_PERMISSIONS: frozenset[Permission] = frozenset(
    permission
    for permission in Permission
    if permission.split(":")[0] in {"recording", "transcript", "project", "document", "conversation", "llm"}
)
"""What concerns the content of a team."""

_READ = frozenset(permission for permission in CONTENT_PERMISSIONS if permission.endswith(":read"))

TEAM_ROLE_PERMISSIONS: dict[TeamRole, frozenset[Permission]] = {
    TeamRole.OWNER: CONTENT_PERMISSIONS,
    TeamRole.ADMIN: CONTENT_PERMISSIONS,
    TeamRole.MEMBER: CONTENT_PERMISSIONS,
    TeamRole.VIEWER: _READ,
}
"""What each role allows with the team's content. Who manages the team itself is in `teams.policy`."""

TEAM_PERMISSIONS: frozenset[Permission] = frozenset({Permission.WEBHOOK_MANAGE})
"""What somebody who runs a team may do in it, whatever they are to the installation, unless they may only read."""

_RUN_TEAMS = frozenset({TeamRole.OWNER, TeamRole.ADMIN})


@cache
def effective_permissions(installation_role: Role, team_role: TeamRole | None) -> frozenset[Permission]:
    """Return what somebody may do now. Without a team there is no content."""
    mine = ROLE_PERMISSIONS[installation_role]
    shared = TEAM_ROLE_PERMISSIONS[team_role] if team_role is not None else frozenset()
    run = TEAM_PERMISSIONS if team_role in _RUN_TEAMS and installation_role is not Role.VIEWER else frozenset()
    return (mine - CONTENT_PERMISSIONS - TEAM_PERMISSIONS) | (mine & shared) | run

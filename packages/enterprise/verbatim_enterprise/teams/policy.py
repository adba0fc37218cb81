"""Who may do what within a team: one table, read by every route.

Roles of a team say nothing about its content; that is `TEAM_ROLE_PERMISSIONS` of the sign-in.
"""

from __future__ import annotations

from enum import StrEnum

from verbatim_enterprise.caller import Caller
from verbatim_enterprise.config import TeamCreation, enterprise_settings
from verbatim_enterprise.teams.models import TeamRole


class TeamAction(StrEnum):
    """Something that can be done with a team."""

    SEE = "see"
    """Its name, its members, its workspaces."""
    RENAME = "rename"
    DELETE = "delete"
    MANAGE_MEMBERS = "manage_members"
    """Add, remove and change members up to the role of admin."""
    MANAGE_OWNERS = "manage_owners"
    """Make and unmake owners."""
    INVITE = "invite"
    """Make, see, resend and revoke invitations."""
    MANAGE_WORKSPACES = "manage_workspaces"
    """Make, change and delete the workspaces that one sees, and say who sees a private one."""
    MANAGE_KEYS = "manage_keys"
    """See and revoke the API keys that are limited to it."""
    MANAGE_HOLDS = "manage_holds"
    """Place and lift legal holds, and read why they were placed."""
    MANAGE_RETENTION = "manage_retention"
    """Say how long content is kept before it is deleted."""
    SEE_PRIVATE_WORKSPACES = "see_private_workspaces"
    """See that private workspaces of others exist, so that none is lost when its people leave. Not their content."""


ALLOWED: dict[TeamRole, frozenset[TeamAction]] = {
    TeamRole.OWNER: frozenset(TeamAction),
    TeamRole.ADMIN: frozenset(
        {
            TeamAction.SEE,
            TeamAction.RENAME,
            TeamAction.MANAGE_MEMBERS,
            TeamAction.INVITE,
            TeamAction.MANAGE_WORKSPACES,
            TeamAction.MANAGE_KEYS,
            TeamAction.MANAGE_HOLDS,
            TeamAction.MANAGE_RETENTION,
        }
    ),
    TeamRole.MEMBER: frozenset({TeamAction.SEE}),
    TeamRole.VIEWER: frozenset({TeamAction.SEE}),
}

ALLOWED_FROM_OUTSIDE: frozenset[TeamAction] = frozenset(TeamAction) - {
    TeamAction.MANAGE_HOLDS,
    TeamAction.SEE_PRIVATE_WORKSPACES,
}
"""What an administrator of the installation may do with any team, without being a member and without its content. What
is held, and why, is for those who answer for the content.
"""


def allowed(role: TeamRole | None, *, manages_teams: bool) -> frozenset[TeamAction]:
    """Return what somebody may do: by their role in the team, and as one who manages all teams."""
    inside = ALLOWED[role] if role is not None else frozenset[TeamAction]()
    return inside | ALLOWED_FROM_OUTSIDE if manages_teams else inside


def needed_for(role: TeamRole) -> TeamAction:
    """Return what it takes to give `role` to somebody, or to take it away."""
    return TeamAction.MANAGE_OWNERS if role is TeamRole.OWNER else TeamAction.MANAGE_MEMBERS


def may_create_teams(caller: Caller) -> bool:
    """Return whether the settings let `caller` make a team."""
    return caller.manages_teams or enterprise_settings().teams.teams_creation is TeamCreation.EVERYONE

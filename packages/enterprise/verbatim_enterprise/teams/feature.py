"""What the teams feature contributes."""

from __future__ import annotations

from verbatim_enterprise.host import Feature
from verbatim_enterprise.teams.backup import part
from verbatim_enterprise.teams.handlers import user_deactivated, user_deleted
from verbatim_enterprise.teams.invite_routes import invitee_router, invites_router
from verbatim_enterprise.teams.member_routes import members_router
from verbatim_enterprise.teams.models import Invite, Team, TeamMember, Workspace, WorkspaceMember
from verbatim_enterprise.teams.resource import TEAM, WORKSPACE
from verbatim_enterprise.teams.routes import teams_router
from verbatim_enterprise.teams.workspace_routes import workspaces_router
from verbatim_enterprise.users.events import UserDeactivated, UserDeleted

for _router in (members_router, workspaces_router, invites_router):
    teams_router.include_router(_router)

feature = Feature(
    name="teams",
    routers={"/api/teams": teams_router, "/api/invites": invitee_router},
    resources=(TEAM, WORKSPACE),
    models=(Team, TeamMember, Workspace, WorkspaceMember, Invite),
    backup=part,
    on={UserDeactivated.event_name: user_deactivated, UserDeleted.event_name: user_deleted},
)

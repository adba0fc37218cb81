"""What teams and workspaces are to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.host import Resource
from verbatim_enterprise.teams.models import Team, Workspace

TEAM = Resource(name="team", model=Team, title="name", audited=("name",))
WORKSPACE = Resource(name="workspace", model=Workspace, title="name", audited=("name", "is_private"))

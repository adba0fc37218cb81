"""What the projects feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.projects.models import Project, ProjectRecording
from verbatim.projects.resource import PROJECT, PROJECT_RECORDING
from verbatim.projects.routes import bulk_router, router

feature = Feature(
    name="projects",
    routers={"/api/projects": router, "/api/recordings": bulk_router},
    models=(Project, ProjectRecording),
    resources=(PROJECT, PROJECT_RECORDING),
)

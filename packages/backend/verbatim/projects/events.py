"""What happens to projects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ProjectCreated(Event):
    """A project was made. ``name`` of the event's arguments is the project's name."""

    event_name: ClassVar[str] = "project.created"
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"project": "/api/projects/{project_id}"})
    project_id: str
    name: str

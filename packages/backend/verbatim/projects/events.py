"""What happens to projects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ProjectCreated(Event):
    """A project was made. ``name`` of the event's arguments is the project's name."""

    event_name: ClassVar[str] = "project.created"
    project_id: str
    name: str

"""What happens to projects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.core.resources import Resource
from verbatim.projects.resource import PROJECT
from verbatim.recordings.events import RECORDING_LINK

_LINK = "/api/projects/{project_id}"
_LINKS: Mapping[str, str] = MappingProxyType({"project": _LINK})
_MEMBER_LINKS: Mapping[str, str] = MappingProxyType({"project": _LINK, "recording": RECORDING_LINK})


@dataclass(frozen=True, kw_only=True)
class ProjectCreated(Event):
    """A project was made. ``name`` of the event's arguments is the project's name."""

    event_name: ClassVar[str] = "project.created"
    subject: ClassVar[Resource | None] = PROJECT
    links: ClassVar[Mapping[str, str]] = _LINKS
    project_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class ProjectUpdated(Event):
    """A project's name, description or metadata was changed."""

    event_name: ClassVar[str] = "project.updated"
    subject: ClassVar[Resource | None] = PROJECT
    links: ClassVar[Mapping[str, str]] = _LINKS
    project_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class ProjectRecordingAdded(Event):
    """A recording was put into a project."""

    event_name: ClassVar[str] = "project.recording_added"
    subject: ClassVar[Resource | None] = PROJECT
    announced: ClassVar[bool] = False
    links: ClassVar[Mapping[str, str]] = _MEMBER_LINKS
    project_id: str
    recording_id: str


@dataclass(frozen=True, kw_only=True)
class ProjectRecordingRemoved(Event):
    """A recording was taken out of a project; both are still there."""

    event_name: ClassVar[str] = "project.recording_removed"
    subject: ClassVar[Resource | None] = PROJECT
    announced: ClassVar[bool] = False
    links: ClassVar[Mapping[str, str]] = _MEMBER_LINKS
    project_id: str
    recording_id: str


@dataclass(frozen=True, kw_only=True)
class ProjectMoved(Event):
    """A project went to another workspace, with its recordings."""

    event_name: ClassVar[str] = "project.moved"
    subject: ClassVar[Resource | None] = PROJECT
    links: ClassVar[Mapping[str, str]] = _LINKS
    project_id: str
    workspace_id: str
    previous_workspace_id: str | None


@dataclass(frozen=True, kw_only=True)
class ProjectDeleted(Event):
    """A project is gone; its recordings stay, unless they have events of their own."""

    event_name: ClassVar[str] = "project.deleted"
    subject: ClassVar[Resource | None] = PROJECT
    project_id: str
    name: str

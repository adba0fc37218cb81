"""What a project is to those who treat all kinds of things alike."""

from __future__ import annotations

from types import MappingProxyType

from verbatim.core.resources import Resource
from verbatim.projects.models import Project, ProjectRecording
from verbatim.recordings.resource import RECORDING

PROJECT = Resource(
    name="project",
    model=Project,
    title="name",
    changed="project.changed",
    audited=("name", "description", "details", "transcription"),
    shown_as=MappingProxyType({"details": "metadata"}),
    choices=("transcription",),
    frozen=("name", "description", "details"),
)

PROJECT_RECORDING = Resource(
    name="project_recording",
    model=ProjectRecording,
    parent=PROJECT,
    collects=RECORDING,
    frozen=("project_id", "recording_id"),
    locked_with_parent=True,
)
"""That a recording is in a project: a hold on the project keeps it there."""

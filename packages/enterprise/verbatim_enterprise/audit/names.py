"""What is read or changed, by the name that people know: an id alone helps nobody who asks later who heard what."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.sight import workspace_of
from verbatim_enterprise.host import content_class


def _recording(resource_id: str) -> Select[Any]:
    recording = content_class("recordings")
    return select(recording.title, recording.workspace_id, recording.id).where(recording.id == resource_id)


def _transcript(resource_id: str) -> Select[Any]:
    recording, transcript = content_class("recordings"), content_class("transcripts")
    heard = select(transcript.recording_id).where(transcript.id == resource_id).scalar_subquery()
    return select(recording.title, recording.workspace_id, recording.id).where(recording.id == heard)


def _project(resource_id: str) -> Select[Any]:
    project = content_class("projects")
    return select(project.name, project.workspace_id, project.id).where(project.id == resource_id)


_FIND = {"project": _project, "recording": _recording, "transcript": _transcript}


async def named(session: AsyncSession, columns: dict[str, Any]) -> dict[str, Any]:
    """Return the columns of a row about something that is there, with what it is called and where it lies."""
    find = _FIND.get(columns["resource_type"] or "")
    found = None
    if find is not None and columns["resource_id"] is not None:
        found = (await session.execute(find(columns["resource_id"]))).one_or_none()
    if found is None:
        return columns
    name, place, recording_id = found
    details = {**columns["details"], **workspace_of([place])}
    if recording_id != columns["resource_id"]:
        details["recording_id"] = recording_id
    return {**columns, "resource_name": name, "details": details}

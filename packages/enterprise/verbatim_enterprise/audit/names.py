"""What is read, by the name that people know: whoever looks at the log later has no use for an id alone."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import content_class


def _recording(resource_id: str) -> Select[Any]:
    recording = content_class("recordings")
    return select(recording.title).where(recording.id == resource_id)


def _transcript(resource_id: str) -> Select[Any]:
    recording, transcript = content_class("recordings"), content_class("transcripts")
    heard = select(transcript.recording_id).where(transcript.id == resource_id).scalar_subquery()
    return select(recording.title).where(recording.id == heard)


def _project(resource_id: str) -> Select[Any]:
    project = content_class("projects")
    return select(project.name).where(project.id == resource_id)


_NAMES = {"recording": _recording, "transcript": _transcript, "project": _project}


async def name_of(session: AsyncSession, resource_type: str | None, resource_id: str | None) -> str | None:
    """Return what a thing is called; None where it has no name, or is gone already."""
    find = _NAMES.get(resource_type or "")
    return None if find is None or resource_id is None else await session.scalar(find(resource_id))

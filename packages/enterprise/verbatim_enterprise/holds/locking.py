"""Taking hold of what is to be held: whoever is deleting or correcting it is waited for, whoever comes later waits.

The order is that of everybody else who locks these rows: recordings by id, their transcripts, projects.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.holds.errors import TargetNotFoundError
from verbatim_enterprise.host import content_class


async def lock_recording(session: AsyncSession, recording_id: str) -> None:
    """Lock a recording and its transcripts.

    Raises:
        TargetNotFoundError: there is none, or the caller does not see it.
    """
    if not await _lock_recordings(session, [recording_id]):
        raise TargetNotFoundError


async def lock_project(session: AsyncSession, project_id: str) -> None:
    """Lock a project and what is in it.

    Raises:
        TargetNotFoundError: there is none, or the caller does not see it.
    """
    project, inside = content_class("projects"), content_class("project_recordings")
    members = select(inside.recording_id).where(inside.project_id == project_id)
    locked: set[str] = set()
    while True:
        locked |= await _lock_recordings(session, members)
        if not await _lock(session, project, project.id == project_id):
            raise TargetNotFoundError
        # From here on nothing more can be put into it; what was since we looked is locked in another round.
        if set(await session.scalars(members)) <= locked:
            return


async def _lock_recordings(session: AsyncSession, ids: Any) -> set[str]:
    recording, transcript = content_class("recordings"), content_class("transcripts")
    locked = await _lock(session, recording, recording.id.in_(ids))
    await _lock(session, transcript, transcript.recording_id.in_(ids))
    return locked


async def _lock(session: AsyncSession, model: Any, wanted: ColumnElement[bool]) -> set[str]:
    return set(await session.scalars(select(model.id).where(wanted).order_by(model.id).with_for_update()))

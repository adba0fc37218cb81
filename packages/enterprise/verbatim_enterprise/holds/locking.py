"""Taking hold of what is to be held: whoever is deleting or correcting it is waited for, whoever comes later waits.

The order is that of everybody else who locks these rows: recordings by id, what hangs under them, projects.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.holds.coverage import covered, root_id
from verbatim_enterprise.holds.errors import TargetNotFoundError
from verbatim_enterprise.host import Resource, content_class, resources_of


async def lock_recording(session: AsyncSession, recording_id: str) -> None:
    """Lock a recording and what hangs under it.

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
    resources = resources_of(session)
    recording = resources.named("recording")
    assert recording is not None  # noqa: S101 - the core's own
    locked = await _lock(session, recording.model, _is_under(recording, ids))
    for resource in covered(resources):
        if resource.root is recording and resource is not recording and not resource.locked_with_parent:
            await _lock(session, resource.model, _is_under(resource, ids))
    return locked


def _is_under(resource: Resource, ids: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = root_id(resource).in_(ids)
    return found


async def _lock(session: AsyncSession, model: Any, wanted: ColumnElement[bool]) -> set[str]:
    return set(await session.scalars(select(model.id).where(wanted).order_by(model.id).with_for_update()))

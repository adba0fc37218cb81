"""Moving recordings to another workspace, with everything that hangs under them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, true
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.events import emit, tell_changed
from verbatim.core.jobs.models import IS_ACTIVE, Job
from verbatim.core.placement import BusyError, move_rows, refuse_unseen, rows_under
from verbatim.projects.events import ProjectMoved
from verbatim.projects.models import Project, ProjectRecording
from verbatim.projects.resource import PROJECT
from verbatim.projects.service import take_out
from verbatim.recordings.events import RecordingMoved
from verbatim.recordings.models import Recording
from verbatim.recordings.repository import lock_recordings
from verbatim.recordings.resource import RECORDING


async def move_recordings(
    session: AsyncSession, recordings: Sequence[Recording], workspace_id: str, *, project: Project | None = None
) -> None:
    """Move recordings to a workspace. They leave their projects, which stay behind, but for ``project``.

    Raises:
        NoSuchWorkspaceError: the caller does not see it.
        BusyError: one of them is being worked on.
    """
    refuse_unseen(workspace_id)
    from_where = {recording.id: recording.workspace_id for recording in recordings}
    left = set(from_where.values()) - {None}
    ids = [recording.id for recording in recordings]
    of_them = Job.payload["recording_id"].as_string().in_(ids)
    if await session.scalar(select(Job.id).where(of_them, IS_ACTIVE).limit(1)) is not None:
        raise BusyError
    await take_out(session, ids, true() if project is None else ProjectRecording.project_id != project.id)
    moving = rows_under(session, Recording, ids)
    await move_rows(session, workspace_id, [*moving, (Job, of_them), (Recording, Recording.id.in_(ids))])
    for place in sorted({*(one for one in left if one), workspace_id}):
        for recording_id in ids:
            tell_changed(session, RECORDING, recording_id, at=frozenset({place}))
    for key, before in from_where.items():
        await emit(session, RecordingMoved(recording_id=key, workspace_id=workspace_id, previous_workspace_id=before))


async def move_project(session: AsyncSession, project: Project, workspace_id: str) -> int:
    """Move a project with all its recordings. Returns how many there are.

    Raises:
        NoSuchWorkspaceError, BusyError: see `move_recordings`.
    """
    project_id, left = project.id, project.workspace_id
    inside = select(ProjectRecording.recording_id).where(ProjectRecording.project_id == project_id)
    recordings = await lock_recordings(session, inside)
    await move_recordings(session, recordings, workspace_id, project=project)
    around = rows_under(session, Project, [project_id])
    await move_rows(session, workspace_id, [*around, (Project, Project.id == project_id)])
    await emit(session, ProjectMoved(project_id=project_id, workspace_id=workspace_id, previous_workspace_id=left))
    for place in sorted({left or workspace_id, workspace_id}):
        tell_changed(session, PROJECT, project_id, at=frozenset({place}))
    return len(recordings)

"""`/api/projects`, and putting several recordings into one."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from sqlalchemy import func, select

from verbatim.core.db import SessionDep, WideSessionDep
from verbatim.core.pagination import MAX_PAGE, MAX_PAGE_SIZE, ListResponse, MessageResponse, Page
from verbatim.core.routing import Router
from verbatim.core.trash.moving import discard
from verbatim.favourites.narrowing import ONLY_STARRED
from verbatim.permissions import Permission, demand, requires, signed_in
from verbatim.projects import service
from verbatim.projects.models import ProjectRecording
from verbatim.projects.schemas import (
    BulkAssignRequest,
    ProjectCreate,
    ProjectMove,
    ProjectRecordingResponse,
    ProjectRecordingsResponse,
    ProjectResponse,
    ProjectUpdate,
)
from verbatim.recordings import moving
from verbatim.recordings.models import Recording
from verbatim.recordings.repository import get_recording, lock_recordings
from verbatim.recordings.resource import RECORDING
from verbatim.recordings.service import check_metadata
from verbatim.trash.sessions import TrashSession

router = Router()
bulk_router = Router()

READ = [requires(Permission.PROJECT_READ)]
UPDATE = [requires(Permission.PROJECT_UPDATE)]
NEWEST = 500


@router.get("", dependencies=READ)
async def list_projects(
    request: Request,
    session: SessionDep,
    *,
    search: Annotated[str | None, Query(max_length=200)] = None,
    page: Annotated[int, Query(ge=1, le=MAX_PAGE)] = 1,
    page_size: Annotated[int, Query(ge=1, le=MAX_PAGE_SIZE)] = 50,
    workspace_id: Annotated[str | None, Query(max_length=36)] = None,
    favourites: Annotated[bool, Query(description=ONLY_STARRED)] = False,
) -> ListResponse[ProjectResponse]:
    """List projects, the last changed first."""
    wanted = Page(page=page, page_size=page_size)
    starred = signed_in(request).id if favourites else None
    items, total = await service.list_projects(session, wanted, search, workspace_id, starred)
    return ListResponse.of(items, total, wanted)


@router.post("", status_code=201, dependencies=[requires(Permission.PROJECT_CREATE)])
async def create_project(session: SessionDep, body: ProjectCreate) -> ProjectResponse:
    """Make a project."""
    check_metadata(body.metadata or {})
    project = await service.create_project(
        session, name=body.name, description=body.description, metadata=body.metadata or {}
    )
    return (await service.responses(session, [project]))[0]


@router.get("/{project_id}", dependencies=READ)
async def get_project(session: SessionDep, project_id: str) -> ProjectResponse:
    """Get one project."""
    return (await service.responses(session, [await service.get_project(session, project_id)]))[0]


@router.patch("/{project_id}", dependencies=UPDATE)
async def update_project(session: SessionDep, project_id: str, body: ProjectUpdate) -> ProjectResponse:
    """Change a project's name, description or metadata."""
    project = await service.get_project(session, project_id)
    check_metadata(body.metadata or {})
    given = {"description": body.description} if "description" in body.model_fields_set else {}
    await service.update_project(session, project, name=body.name, metadata=body.metadata, **given)
    return (await service.responses(session, [project]))[0]


@router.delete("/{project_id}", dependencies=[requires(Permission.PROJECT_DELETE)])
async def delete_project(
    request: Request, session: TrashSession, project_id: str, *, delete_files: bool = False
) -> MessageResponse:
    """Delete a project. Its recordings and documents stay unless ``delete_files``: then they go to the trash."""
    project = await service.get_project(session, project_id)
    if delete_files:
        demand(request, Permission.RECORDING_DELETE)
        inside = select(ProjectRecording.recording_id).where(ProjectRecording.project_id == project_id)
        days = request.app.state.settings.trash_days
        others = await service.others_inside(session, project_id)
        await discard(session, RECORDING, await lock_recordings(session, inside, with_jobs=True), days=days)
        for kind, ids in others:
            demand(request, Permission(f"{kind.name}:delete"))
            await service.delete_things(session, kind, ids, days=days)
        project = await service.get_project(session, project_id)
    await service.delete_project(session, project)
    return MessageResponse(message="The project was deleted.", id=project_id)


@router.post("/{project_id}/move", dependencies=UPDATE)
async def move_project(
    request: Request, session: WideSessionDep, project_id: str, body: ProjectMove
) -> MessageResponse:
    """Move a project with its recordings to another workspace; the recordings leave their other projects."""
    project = await service.get_project(session, project_id)
    demand(request, Permission.RECORDING_UPDATE)
    count = await moving.move_project(session, project, body.workspace_id)
    return MessageResponse(message=f"The project was moved with {count} recordings.", id=project_id)


@router.get("/{project_id}/recordings", dependencies=READ)
async def project_recordings(session: SessionDep, project_id: str) -> ProjectRecordingsResponse:
    """List a project's newest recordings."""
    await service.get_project(session, project_id)
    inside = select(ProjectRecording.recording_id).where(ProjectRecording.project_id == project_id)
    total = await session.scalar(select(func.count()).select_from(inside.subquery())) or 0
    rows = await session.scalars(
        select(Recording)
        .where(Recording.id.in_(inside))
        .order_by(Recording.created_at.desc(), Recording.id.desc())
        .limit(NEWEST)
    )
    items = [ProjectRecordingResponse.model_validate(row, from_attributes=True) for row in rows]
    return ProjectRecordingsResponse(items=items, total=total)


@router.post("/{project_id}/recordings/{recording_id}", dependencies=UPDATE)
async def add_recording(session: SessionDep, project_id: str, recording_id: str) -> MessageResponse:
    """Put a recording into a project."""
    project = await service.get_project(session, project_id)
    recording = await get_recording(session, recording_id, lock=True)
    await service.add_recording(session, project, recording)
    return MessageResponse(message="The recording is in the project.", id=recording_id)


@router.delete("/{project_id}/recordings/{recording_id}", dependencies=UPDATE)
async def remove_recording(session: SessionDep, project_id: str, recording_id: str) -> MessageResponse:
    """Take a recording out of a project; the recording itself stays."""
    project = await service.get_project(session, project_id)
    await service.remove_recording(session, project, (await get_recording(session, recording_id, lock=True)).id)
    return MessageResponse(message="The recording is no longer in the project.", id=recording_id)


@bulk_router.post("/bulk-assign", dependencies=UPDATE)
async def bulk_assign(session: SessionDep, body: BulkAssignRequest) -> MessageResponse:
    """Put several recordings into a project, or take them out of every project."""
    count = await service.assign_recordings(session, body.ids, body.project_id)
    return MessageResponse(message=f"{count} recordings assigned.")

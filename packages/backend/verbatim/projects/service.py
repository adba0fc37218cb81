"""Making, changing and deleting projects, and what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.errors import ConflictError, NotFoundError
from verbatim.core.events import emit, tell_changed
from verbatim.core.pagination import Page
from verbatim.core.resources import Resource, resources_of
from verbatim.core.trash.moving import discard
from verbatim.core.words import every_word
from verbatim.favourites.models import Favourite
from verbatim.favourites.narrowing import starred_by
from verbatim.projects.events import (
    ProjectCreated,
    ProjectDeleted,
    ProjectRecordingAdded,
    ProjectRecordingRemoved,
    ProjectUpdated,
)
from verbatim.projects.models import Project, ProjectRecording
from verbatim.projects.resource import PROJECT
from verbatim.projects.schemas import InheritedTag, ProjectResponse
from verbatim.recordings.models import Recording
from verbatim.recordings.repository import lock_recordings
from verbatim.recordings.resource import RECORDING
from verbatim.tags.models import RecordingTag, Tag


class ProjectNotFoundError(NotFoundError):
    """There is no such project."""

    code = "project_not_found"


class OtherWorkspaceError(ConflictError):
    """The recording and the project lie in different workspaces; move one of them first."""

    code = "other_workspace"


async def get_project(session: AsyncSession, project_id: str) -> Project:
    """Return a project.

    Raises:
        ProjectNotFoundError: it does not exist, or belongs to somebody else.
    """
    found: Project | None = await session.scalar(select(Project).where(Project.id == project_id))
    if found is None:
        raise ProjectNotFoundError
    return found


async def list_projects(
    session: AsyncSession, page: Page, search: str | None, workspace_id: str | None = None, starred: str | None = None
) -> tuple[list[ProjectResponse], int]:
    """Return one page of projects, the last changed first, and the number of all matches; ``starred``: only those that
    this person has starred.
    """
    matching = [every_word(search, Project.name)] if search else []
    if workspace_id is not None:
        matching.append(Project.workspace_id == workspace_id)
    if starred is not None:
        matching.append(starred_by(starred, Favourite.project_id, Project.id))
    total = await session.scalar(select(func.count(Project.id)).where(*matching)) or 0
    ids = (
        select(Project.id)
        .where(*matching)
        .order_by(Project.updated_at.desc(), Project.id.desc())
        .offset(page.offset)
        .limit(page.page_size)
        .subquery()
    )
    rows = await session.scalars(
        select(Project).join(ids, ids.c.id == Project.id).order_by(Project.updated_at.desc(), Project.id.desc())
    )
    return await responses(session, list(rows)), total


async def responses(session: AsyncSession, projects: Sequence[Project]) -> list[ProjectResponse]:
    """Return projects as the API shows them, with their number of recordings and the tags found on those."""
    ids = [project.id for project in projects]
    counted = await session.execute(
        select(ProjectRecording.project_id, func.count())
        .where(ProjectRecording.project_id.in_(ids))
        .group_by(ProjectRecording.project_id)
    )
    counts = dict(iter(counted))
    tagged = await session.execute(
        select(ProjectRecording.project_id, Tag.id, Tag.name, Tag.color, func.count())
        .join(RecordingTag, RecordingTag.recording_id == ProjectRecording.recording_id)
        .join(Tag, Tag.id == RecordingTag.tag_id)
        .where(ProjectRecording.project_id.in_(ids))
        .group_by(ProjectRecording.project_id, Tag.id, Tag.name, Tag.color)
        .order_by(func.count().desc(), Tag.name)
    )
    tags: dict[str, list[InheritedTag]] = {}
    for project_id, tag_id, name, color, count in tagged:
        tags.setdefault(project_id, []).append(InheritedTag(id=tag_id, name=name, color=color, recording_count=count))
    return [
        ProjectResponse(
            id=project.id,
            name=project.name,
            description=project.description,
            project_type=None,
            metadata=project.details,
            workspace_id=project.workspace_id,
            recording_count=counts.get(project.id, 0),
            inherited_tags=tags.get(project.id, []),
            created_at=project.created_at,
            updated_at=project.updated_at,
        )
        for project in projects
    ]


async def create_project(
    session: AsyncSession, *, name: str, description: str | None, metadata: dict[str, Any]
) -> Project:
    """Make a project."""
    project = Project(name=name, description=description, details=metadata)
    session.add(project)
    await session.flush()
    await emit(session, ProjectCreated(project_id=project.id, name=name))
    tell_changed(session, PROJECT, project.id)
    return project


async def update_project(
    session: AsyncSession, project: Project, *, name: str | None, metadata: dict[str, Any] | None, **given: str | None
) -> None:
    """Change what is given, leave the rest; of ``given`` a ``description`` may also be taken away with None."""
    if name is not None:
        project.name = name
    if "description" in given:
        project.description = given["description"]
    if metadata is not None:
        project.details = metadata
    await touch(session, project)
    await emit(session, ProjectUpdated(project_id=project.id, name=project.name))


async def delete_project(session: AsyncSession, project: Project) -> None:
    """Delete a project; its recordings stay."""
    project_id, name = project.id, project.name
    await session.delete(project)
    await session.flush()
    await emit(session, ProjectDeleted(project_id=project_id, name=name))
    tell_changed(session, PROJECT, project_id)


async def others_inside(session: AsyncSession, project_id: str) -> list[tuple[Resource, list[str]]]:
    """Return the things in a project that are no recordings, by their kind: their ids."""
    found = []
    for link in resources_of(session):
        if (
            link.collects is None
            or link.model is ProjectRecording
            or link.above is not resources_of(session).named("project")
        ):
            continue
        inside: Any = link.model
        ids = select(getattr(inside, link.collects.id_name)).where(getattr(inside, link.key_of_parent) == project_id)
        if there := list(await session.scalars(ids)):
            found.append((link.collects, there))
    return found


async def delete_things(session: AsyncSession, kind: Resource, ids: Sequence[str], *, days: float) -> None:
    """Delete things of a kind as people do, in the order of their ids."""
    model: Any = kind.model
    rows = await session.scalars(select(model).where(model.id.in_(ids)).order_by(model.id).with_for_update())
    await discard(session, kind, list(rows), days=days)


async def touch(session: AsyncSession, project: Project) -> None:
    """Note that a project or its contents changed."""
    project.updated_at = utcnow()
    await session.flush()
    tell_changed(session, PROJECT, project.id)


async def add_recording(session: AsyncSession, project: Project, recording: Recording) -> None:
    """Put a recording into a project; doing it twice changes nothing.

    Raises:
        OtherWorkspaceError: they lie in different workspaces.
    """
    recording_id = recording.id
    if project.workspace_id != recording.workspace_id:
        raise OtherWorkspaceError
    here = select(ProjectRecording.recording_id).where(
        ProjectRecording.project_id == project.id, ProjectRecording.recording_id == recording_id
    )
    if await session.scalar(here) is None:
        session.add(ProjectRecording(project_id=project.id, recording_id=recording_id))
        await session.flush()
        await emit(session, ProjectRecordingAdded(project_id=project.id, recording_id=recording_id))
        await touch(session, project)
    tell_changed(session, RECORDING, recording_id)


async def remove_recording(session: AsyncSession, project: Project, recording_id: str) -> None:
    """Take a recording out of a project; doing it twice changes nothing."""
    if await take_out(session, [recording_id], ProjectRecording.project_id == project.id):
        await touch(session, project)
    tell_changed(session, RECORDING, recording_id)


async def take_out(session: AsyncSession, recording_ids: Sequence[str], *which: ColumnElement[bool]) -> int:
    """Take recordings out of their projects, or out of ``which`` of them. Returns how many places that were."""
    inside = (ProjectRecording.recording_id.in_(recording_ids), *which)
    found = select(ProjectRecording.project_id, ProjectRecording.recording_id).where(*inside)
    pairs = (await session.execute(found.order_by(ProjectRecording.recording_id))).all()
    if pairs:
        await session.execute(delete(ProjectRecording).where(*inside).execution_options(synchronize_session=False))
    for project_id, recording_id in pairs:
        await emit(session, ProjectRecordingRemoved(project_id=project_id, recording_id=recording_id))
    return len(pairs)


async def assign_recordings(session: AsyncSession, recording_ids: Sequence[str], project_id: str | None) -> int:
    """Put recordings into one project, or with None out of every project. Returns how many there were."""
    found = await lock_recordings(session, recording_ids)
    ids = [recording.id for recording in found]
    if project_id is None:
        await take_out(session, ids)
        tell_changed(session, PROJECT, None)
    else:
        project = await get_project(session, project_id)
        for recording in found:
            await add_recording(session, project, recording)
    for recording_id in ids:
        tell_changed(session, RECORDING, recording_id)
    return len(found)

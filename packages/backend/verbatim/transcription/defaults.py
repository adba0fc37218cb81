"""What is chosen for a transcription where nobody says otherwise: by the project, then by the owner."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.errors import InvalidInputError
from verbatim.projects.models import Project, ProjectRecording
from verbatim.projects.service import get_project, touch
from verbatim.transcription.options import MOST_TERMS, TranscriptionOptions
from verbatim.transcription.tables import TranscriptionDefaults


async def defaults_of(session: AsyncSession, project_id: str | None) -> TranscriptionOptions:
    """Return what a project, or without one the owner, chose for itself.

    Raises:
        ProjectNotFoundError: there is no such project.
    """
    if project_id is not None:
        return _read((await get_project(session, project_id)).transcription)
    row = await _row(session)
    return _read(None if row is None else row.options)


async def set_defaults(session: AsyncSession, project_id: str | None, options: TranscriptionOptions) -> None:
    """Choose anew for a project or for the owner.

    Raises:
        ProjectNotFoundError: there is no such project.
    """
    chosen = options.chosen()
    if project_id is not None:
        project = await get_project(session, project_id)
        project.transcription = chosen or None
        await touch(session, project)
        return
    row = await _row(session)
    if row is None:
        row = TranscriptionDefaults()
        session.add(row)
    row.options, row.updated_at = chosen, utcnow()
    await session.flush()


async def with_defaults(
    session: AsyncSession, recording_id: str, options: TranscriptionOptions
) -> TranscriptionOptions:
    """Complete choices for a recording by those of its project (the first it was put into) and of its owner."""
    found = await session.execute(
        select(Project.transcription)
        .join(ProjectRecording, ProjectRecording.project_id == Project.id)
        .where(ProjectRecording.recording_id == recording_id, Project.transcription.is_not(None))
        .order_by(Project.created_at, Project.id)
        .limit(1)
    )
    of_project = _read(found.scalar())
    return options.over(of_project).over(await defaults_of(session, None))


async def add_terms(session: AsyncSession, project_id: str | None, terms: Sequence[str]) -> TranscriptionOptions:
    """Listen for further names and terms from now on.

    Raises:
        InvalidInputError: they would be too many.
    """
    options = await defaults_of(session, project_id)
    vocabulary = list(dict.fromkeys([*(options.vocabulary or []), *terms]))
    if len(vocabulary) > MOST_TERMS:
        raise InvalidInputError(f"A vocabulary has room for {MOST_TERMS} terms.", code="too_many_terms")
    changed = options.model_copy(update={"vocabulary": vocabulary})
    await set_defaults(session, project_id, changed)
    return changed


async def remove_term(session: AsyncSession, project_id: str | None, term: str) -> TranscriptionOptions:
    """Listen no longer for a term; doing it twice changes nothing."""
    options = await defaults_of(session, project_id)
    left = [other for other in options.vocabulary or [] if other != term]
    changed = options.model_copy(update={"vocabulary": left or None})
    await set_defaults(session, project_id, changed)
    return changed


async def _row(session: AsyncSession) -> TranscriptionDefaults | None:
    found: TranscriptionDefaults | None = await session.scalar(select(TranscriptionDefaults))
    return found


def _read(chosen: object) -> TranscriptionOptions:
    return TranscriptionOptions.model_validate(chosen or {})

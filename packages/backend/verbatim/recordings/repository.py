"""Reading recordings: at most four statements for a page, whatever its size, and never a transcript's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.jobs.models import Job
from verbatim.core.pagination import Page
from verbatim.projects.models import Project, ProjectRecording
from verbatim.recordings.errors import RecordingNotFoundError
from verbatim.recordings.models import Recording, RecordingCount, RecordingStatus
from verbatim.recordings.schemas import JobRef, NamedRef, RecordingResponse, TagRef
from verbatim.tags.models import RecordingTag, Tag
from verbatim.transcripts.models import Speaker, Transcript

SORTABLE = {
    "created_at": Recording.created_at,
    "title": Recording.title,
    "duration_seconds": Recording.duration_seconds,
    "file_size": Recording.file_size,
}


@dataclass(frozen=True)
class RecordingFilter:
    """Which recordings a list shows. Everything that is set must hold; all of ``tag_ids`` must be on a recording."""

    project_id: str | None = None
    status: RecordingStatus | None = None
    search: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    tag_ids: tuple[str, ...] = ()
    speaker: str | None = None

    @property
    def only_status(self) -> bool:
        return self == RecordingFilter(status=self.status)

    def conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.status is not None:
            found.append(Recording.status == self.status)
        if self.search:
            found.append(or_(*(column.icontains(self.search, autoescape=True) for column in _SEARCHED)))
        if self.date_from is not None:
            found.append(Recording.created_at >= self.date_from)
        if self.date_to is not None:
            found.append(Recording.created_at <= self.date_to)
        if self.project_id is not None:
            found.append(_in(ProjectRecording.recording_id, ProjectRecording.project_id == self.project_id))
        found.extend(_in(RecordingTag.recording_id, RecordingTag.tag_id == tag_id) for tag_id in self.tag_ids)
        if self.speaker is not None:
            heard = select(Speaker.transcript_id).where(
                func.coalesce(Speaker.speaker_name, Speaker.speaker_label) == self.speaker
            )
            found.append(Recording.transcript_id.in_(heard))
        return found


_SEARCHED = (Recording.title, Recording.file_name)


def _in(column: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return Recording.id.in_(select(column).where(condition))


async def list_recordings(
    session: AsyncSession, wanted: RecordingFilter, page: Page, *, sort_by: str, descending: bool
) -> tuple[list[RecordingResponse], int]:
    """Return one page and the number of all matches."""
    total = await _count(session, wanted)
    column = SORTABLE[sort_by]
    order = (column.desc(), Recording.id.desc()) if descending else (column.asc(), Recording.id.asc())
    # The page is found in an index first; only its own rows are then read whole.
    ids = select(Recording.id).where(*wanted.conditions()).order_by(*order).offset(page.offset).limit(page.page_size)
    items = await _load(session, ids, order)
    return items, total


async def get_response(session: AsyncSession, recording_id: str) -> RecordingResponse:
    """Return one recording as the API shows it.

    Raises:
        RecordingNotFoundError: it does not exist, or belongs to somebody else.
    """
    items = await _load(session, select(Recording.id).where(Recording.id == recording_id), ())
    if not items:
        raise RecordingNotFoundError
    return items[0]


async def get_recording(session: AsyncSession, recording_id: str, *, lock: bool = False) -> Recording:
    """Return the row, locked against other writers when asked.

    Raises:
        RecordingNotFoundError: it does not exist, or belongs to somebody else.
    """
    statement = select(Recording).where(Recording.id == recording_id)
    found: Recording | None = await session.scalar(statement.with_for_update() if lock else statement)
    if found is None:
        raise RecordingNotFoundError
    return found


async def _count(session: AsyncSession, wanted: RecordingFilter) -> int:
    if wanted.only_status:
        counted: Select[Any] = select(func.coalesce(func.sum(RecordingCount.recordings), 0))
        if wanted.status is not None:
            counted = counted.where(RecordingCount.status == wanted.status)
        return int(await session.scalar(counted) or 0)
    return await session.scalar(select(func.count(Recording.id)).where(*wanted.conditions())) or 0


async def _load(session: AsyncSession, ids: Select[str], order: Sequence[Any]) -> list[RecordingResponse]:
    page = ids.subquery()
    rows = await session.execute(
        select(Recording, Job, Transcript.language, Transcript.engine, Transcript.word_count)
        .join(page, page.c.id == Recording.id)
        .outerjoin(Job, Job.id == Recording.job_id)
        .outerjoin(Transcript, Transcript.id == Recording.transcript_id)
        .order_by(*order)
    )
    found = rows.all()
    if not found:
        return []
    tags = await _tags(session, ids)
    projects = await _projects(session, ids)
    return [
        to_response(row[0], row[1], (row[2], row[3], row[4]), tags.get(row[0].id, []), projects.get(row[0].id, []))
        for row in found
    ]


async def _tags(session: AsyncSession, ids: Select[str]) -> dict[str, list[TagRef]]:
    page = ids.subquery()
    rows = await session.execute(
        select(RecordingTag.recording_id, Tag.id, Tag.name, Tag.color)
        .join(page, page.c.id == RecordingTag.recording_id)
        .join(Tag, Tag.id == RecordingTag.tag_id)
        .order_by(Tag.name_key)
    )
    found: dict[str, list[TagRef]] = {}
    for recording_id, tag_id, name, color in rows:
        found.setdefault(recording_id, []).append(TagRef(id=tag_id, name=name, color=color))
    return found


async def _projects(session: AsyncSession, ids: Select[str]) -> dict[str, list[NamedRef]]:
    page = ids.subquery()
    rows = await session.execute(
        select(ProjectRecording.recording_id, Project.id, Project.name)
        .join(page, page.c.id == ProjectRecording.recording_id)
        .join(Project, Project.id == ProjectRecording.project_id)
        .order_by(Project.name)
    )
    found: dict[str, list[NamedRef]] = {}
    for recording_id, project_id, name in rows:
        found.setdefault(recording_id, []).append(NamedRef(id=project_id, name=name))
    return found


def to_response(
    recording: Recording,
    job: Job | None,
    heard: tuple[str | None, str | None, int | None],
    tags: list[TagRef],
    projects: list[NamedRef],
) -> RecordingResponse:
    """Return a recording as the API shows it; ``heard`` is its transcript's language, engine and word count."""
    language, engine, word_count = heard
    return RecordingResponse(
        id=recording.id,
        title=recording.title,
        file_name=recording.file_name,
        file_path=recording.storage_key,
        file_size=recording.file_size,
        mime_type=recording.mime_type,
        duration_seconds=recording.duration_seconds,
        sha256=recording.sha256,
        status=recording.status,
        metadata=recording.details,
        template_id=None,
        template=None,
        project_ids=[project.id for project in projects],
        projects=projects,
        tag_ids=[tag.id for tag in tags],
        tags=tags,
        transcript_id=recording.transcript_id,
        language=language or recording.language,
        engine=engine,
        word_count=word_count,
        job=None
        if job is None
        else JobRef(id=job.id, status=job.status, progress=job.progress, stage=job.stage, error=job.error),
        created_at=recording.created_at,
        updated_at=recording.updated_at,
    )

"""Reading recordings: one statement for a page and one for its total, and never a transcript's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ColumnElement, Select, String, column, func, literal, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.database.api import TextLookups
from verbatim.core.again import note_lost_race
from verbatim.core.jobs.models import Job
from verbatim.core.pagination import Page
from verbatim.projects.models import Project, ProjectRecording
from verbatim.recordings.errors import OvertakenError, RecordingNotFoundError
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
    workspace_id: str | None = None

    @property
    def is_counted(self) -> bool:
        """Whether counters know the number of matches."""
        return self == RecordingFilter(status=self.status, workspace_id=self.workspace_id)

    def conditions(self, session: AsyncSession) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.status is not None:
            found.append(Recording.status == self.status)
        if self.workspace_id is not None:
            found.append(Recording.workspace_id == self.workspace_id)
        if self.search:
            found.append(or_(*(written.icontains(self.search, autoescape=True) for written in _SEARCHED)))
            found.extend(_parts_known(session, self.search))
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


PART_LENGTH = 3
"""Letters of the parts in the index; what is shorter is looked for in every title."""

_SEARCHED = (Recording.title, Recording.file_name)


def _parts_known(session: AsyncSession, search: str) -> list[ColumnElement[bool]]:
    """Say nothing new, but what an index of PostgreSQL knows: see migration 0004."""
    if session.get_bind().dialect.name != "postgresql" or len(search) < PART_LENGTH:
        return []
    lookups: TextLookups | None = session.info.get("lookups")
    if lookups is not None:
        found = getattr(func, lookups.title_parts)(search).table_valued(column("id", String))
        return [Recording.id.in_(select(found.c.id))]
    title_and_file = Recording.title + literal_column("' '") + Recording.file_name
    return [func.verbatim_parts(title_and_file).bool_op("@>")(func.verbatim_parts(search))]


def _in(column: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return Recording.id.in_(select(column).where(condition))


async def list_recordings(
    session: AsyncSession, wanted: RecordingFilter, page: Page, *, sort_by: str, descending: bool
) -> tuple[list[RecordingResponse], int]:
    """Return one page and the number of all matches."""
    column = SORTABLE[sort_by]
    conditions = wanted.conditions(session)
    order = (column.desc(), Recording.id.desc()) if descending else (column.asc(), Recording.id.asc())
    # The page is found in an index first; only its own rows are then read whole.
    ids = select(Recording.id).where(*conditions).order_by(*order).offset(page.offset).limit(page.page_size)
    if wanted.is_counted:
        return [item for item, _ in await _load(session, ids, order)], await _counted(session, wanted)
    # Matches have to be counted, which means finding them all; the page is cut from them rather than found again.
    found = await _load(session, ids.add_columns(func.count().over().label("total")), order)
    if not found and page.offset:
        return [], await session.scalar(select(func.count(Recording.id)).where(*conditions)) or 0
    return [item for item, _ in found], found[0][1] if found else 0


async def get_response(session: AsyncSession, recording_id: str) -> RecordingResponse:
    """Return one recording as the API shows it.

    Raises:
        RecordingNotFoundError: it does not exist, or belongs to somebody else.
    """
    items = await _load(session, select(Recording.id).where(Recording.id == recording_id), ())
    if not items:
        raise RecordingNotFoundError
    return items[0][0]


async def get_recording(
    session: AsyncSession, recording_id: str, *, lock: bool = False, with_job: bool = False
) -> Recording:
    """Return the row, locked against other writers when asked; ``with_job`` as in `lock_recordings`.

    Raises:
        RecordingNotFoundError: it does not exist, or belongs to somebody else.
    """
    if with_job:
        locked = await lock_recordings(session, [recording_id], with_jobs=True)
        found = locked[0] if locked else None
    else:
        statement = select(Recording).where(Recording.id == recording_id)
        found = await session.scalar(statement.with_for_update() if lock else statement)
    if found is None:
        raise RecordingNotFoundError
    return found


async def lock_recordings(
    session: AsyncSession, ids: Sequence[str] | Select[str], *, with_jobs: bool = False
) -> list[Recording]:
    """Return those of these recordings that there are, locked against other writers.

    In the order of their ids: so must everybody who locks several, or two of them wait for each other. ``with_jobs``:
    their transcriptions are locked as well, and before them, as a job's own transactions do (docs/decisions/0012).

    Raises:
        OvertakenError: a recording got another job at this very moment; the request is run again.
    """
    jobs = await _lock_jobs(session, ids) if with_jobs else frozenset()
    wanted = select(Recording).where(Recording.id.in_(ids)).order_by(Recording.id)
    found = list(await session.scalars(wanted.with_for_update()))
    if with_jobs and not jobs.issuperset(one.job_id for one in found if one.job_id is not None):
        note_lost_race()
        raise OvertakenError
    return found


async def _lock_jobs(session: AsyncSession, ids: Sequence[str] | Select[str]) -> frozenset[str]:
    """Lock the jobs of recordings in the order of their ids, and return all ids that the recordings name."""
    named = select(Recording.job_id).where(Recording.id.in_(ids), Recording.job_id.is_not(None))
    jobs = frozenset(job_id for job_id in await session.scalars(named) if job_id is not None)
    if jobs:
        await session.scalars(select(Job.id).where(Job.id.in_(jobs)).order_by(Job.id).with_for_update())
    return jobs


async def _counted(session: AsyncSession, wanted: RecordingFilter) -> int:
    counted: Select[Any] = select(func.coalesce(func.sum(RecordingCount.recordings), 0))
    if wanted.status is not None:
        counted = counted.where(RecordingCount.status == wanted.status)
    if wanted.workspace_id is not None:
        counted = counted.where(RecordingCount.workspace_id == wanted.workspace_id)
    return int(await session.scalar(counted) or 0)


async def _load(session: AsyncSession, ids: Select[Any], order: Sequence[Any]) -> list[tuple[RecordingResponse, int]]:
    """Return the recordings that `ids` selects, each with the ``total`` that stands beside its id, or 0."""
    page = ids.subquery()
    dialect = session.get_bind().dialect.name
    tags = _gathered(dialect, id=Tag.id, name=Tag.name, color=Tag.color).where(
        RecordingTag.recording_id == Recording.id, RecordingTag.tag_id == Tag.id
    )
    projects = _gathered(dialect, id=Project.id, name=Project.name).where(
        ProjectRecording.recording_id == Recording.id, ProjectRecording.project_id == Project.id
    )
    rows = await session.execute(
        select(
            Recording,
            page.c.total if "total" in page.c else literal(0),
            *(getattr(Job, name) for name in _JOB),
            *(getattr(Transcript, name) for name in _HEARD),
            tags.correlate(Recording).scalar_subquery(),
            projects.correlate(Recording).scalar_subquery(),
        )
        .join(page, page.c.id == Recording.id)
        .outerjoin(Job, Job.id == Recording.job_id)
        .outerjoin(Transcript, Transcript.id == Recording.transcript_id)
        .order_by(*order)
    )
    return [(_to_response(row), row[1]) for row in rows]


_JOB = ("id", "status", "progress", "stage", "error")
_HEARD = ("language", "engine", "word_count")


def _gathered(dialect: str, **columns: Any) -> Select[Any]:
    """Select what belongs to a row as one JSON list of objects, so that it comes with the row."""
    postgresql = dialect == "postgresql"
    pairs: list[Any] = []
    for name, value in columns.items():
        pairs += [literal_column(f"'{name}'"), value]
    made = (func.json_build_object if postgresql else func.json_object)(*pairs)
    return select((func.json_agg if postgresql else func.json_group_array)(made, type_=JSON))


def _by_name(found: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    return sorted(found or [], key=lambda item: str(item["name"]).casefold())


def _to_response(row: Any) -> RecordingResponse:
    recording: Recording = row[0]
    job = dict(zip(_JOB, row[2:7], strict=True))
    language, engine, word_count = row[7:10]
    tags = [TagRef(**tag) for tag in _by_name(row[10])]
    projects = [NamedRef(**project) for project in _by_name(row[11])]
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
        workspace_id=recording.workspace_id,
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
        job=None if job["id"] is None else JobRef(**job),
        created_at=recording.created_at,
        updated_at=recording.updated_at,
    )

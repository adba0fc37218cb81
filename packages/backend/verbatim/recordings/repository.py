"""Reading recordings: one statement for a page and one for its total, and never a transcript's text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Integer, Select, bindparam, func, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.again import note_lost_race
from verbatim.core.columns import gathered, objects, plain, stored
from verbatim.core.guards import Standing, standing_on
from verbatim.core.jobs.models import Job
from verbatim.core.pagination import Page
from verbatim.core.reading import rows_of
from verbatim.core.scoping import kept
from verbatim.core.shown import shown
from verbatim.projects.models import Project, ProjectRecording
from verbatim.recordings.errors import OvertakenError, RecordingNotFoundError
from verbatim.recordings.filters import RecordingFilter
from verbatim.recordings.models import Recording, RecordingCount
from verbatim.recordings.schemas import RecordingResponse
from verbatim.tags.models import RecordingTag, Tag
from verbatim.transcripts.models import Transcript

SORTABLE = {
    "created_at": Recording.created_at,
    "title": Recording.title,
    "duration_seconds": Recording.duration_seconds,
    "file_size": Recording.file_size,
}


async def list_recordings(
    session: AsyncSession, wanted: RecordingFilter, page: Page, *, sort_by: str, descending: bool
) -> tuple[list[RecordingResponse], int]:
    """Return one page and the number of all matches."""
    if wanted.is_counted:
        return await _counted_page(session, wanted, page, sort_by=sort_by, descending=descending)
    conditions = wanted.conditions(session)
    order = _order(sort_by, descending=descending)
    ids = select(Recording.id).where(*conditions).order_by(*order).offset(page.offset).limit(page.page_size)
    # Matches have to be counted, which means finding them all; the page is cut from them rather than found again.
    ids = ids.add_columns(func.count().over().label("total"))
    dialect = session.get_bind().dialect.name
    shown = await session.execute(_shown(dialect, ids, order, _holders(session)))
    found = [dict(row) for row in shown.mappings()]
    if not found and page.offset:
        return [], await session.scalar(select(func.count(Recording.id)).where(*conditions)) or 0
    return _responses(dialect, found), found[0]["total"] if found else 0


async def _counted_page(
    session: AsyncSession, wanted: RecordingFilter, page: Page, *, sort_by: str, descending: bool
) -> tuple[list[RecordingResponse], int]:
    """Return one page of a list whose length counters know."""
    narrowed = {"status": wanted.status, "workspace_id": wanted.workspace_id}
    values: dict[str, Any] = {name: value for name, value in narrowed.items() if value is not None}
    by = tuple(values)
    dialect = session.get_bind().dialect.name
    statement = _page_by(dialect, sort_by, descending, by, _holders(session))
    values_of_page = values | {"limit": page.page_size, "offset": page.offset}
    found = await rows_of(session, statement, values_of_page)
    if not found and page.offset:
        return [], int(await session.scalar(_count_by(by), values) or 0)
    return _responses(dialect, found), int(found[0]["total"]) if found else 0


async def get_response(session: AsyncSession, recording_id: str) -> RecordingResponse:
    """Return one recording as the API shows it.

    Raises:
        RecordingNotFoundError: it does not exist, or belongs to somebody else.
    """
    dialect = session.get_bind().dialect.name
    found = await rows_of(session, _one(dialect, _holders(session)), {"id": recording_id})
    if not found:
        raise RecordingNotFoundError
    return _responses(dialect, found)[0]


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


def _order(sort_by: str, *, descending: bool) -> tuple[Any, Any]:
    column = SORTABLE[sort_by]
    return (column.desc(), Recording.id.desc()) if descending else (column.asc(), Recording.id.asc())


@kept
def _page_by(
    dialect: str,
    sort_by: str,
    descending: bool,  # noqa: FBT001 - a key
    by: tuple[str, ...],
    holders: tuple[Standing, ...],
) -> Select[Any]:
    order = _order(sort_by, descending=descending)
    # The page is found in an index first; only its own rows are then read whole.
    ids = select(Recording.id).where(*(getattr(Recording, name) == bindparam(name) for name in by)).order_by(*order)
    ids = ids.limit(bindparam("limit", type_=Integer)).offset(bindparam("offset", type_=Integer))
    return _shown(dialect, ids, order, holders, total=_count_by(by).scalar_subquery())


@kept
def _count_by(by: tuple[str, ...]) -> Select[Any]:
    counted = select(func.coalesce(func.sum(RecordingCount.recordings), literal_column("0")))
    return counted.where(*(getattr(RecordingCount, name) == bindparam(name) for name in by))


@kept
def _one(dialect: str, holders: tuple[Standing, ...]) -> Select[Any]:
    return _shown(dialect, select(Recording.id).where(Recording.id == bindparam("id")), (), holders)


def _holders(session: AsyncSession) -> tuple[Standing, ...]:
    return standing_on(session.info, "recordings")


def _shown(
    dialect: str, ids: Select[Any], order: Sequence[Any], holders: tuple[Standing, ...], *, total: Any = None
) -> Select[Any]:
    """Select what the API shows of the recordings that `ids` selects, as plain columns, each with a ``total``: the one
    given, or the one that stands beside its id, or 0.
    """
    held = or_(*(holder(Recording) for holder in holders)) if holders else literal_column("0")
    page = ids.subquery()
    tags = gathered(dialect, by="name", id=Tag.id, name=Tag.name, color=Tag.color).where(
        RecordingTag.recording_id == Recording.id, RecordingTag.tag_id == Tag.id
    )
    projects = gathered(dialect, by="name", id=Project.id, name=Project.name).where(
        ProjectRecording.recording_id == Recording.id, ProjectRecording.project_id == Project.id
    )
    if total is None:
        total = page.c.total if "total" in page.c else literal_column("0")
    return (
        select(
            *(plain(dialect, getattr(Recording, name)).label(shown) for name, shown in _OWN.items()),
            *(getattr(Job, name).label(f"job_{name}") for name in _JOB),
            func.coalesce(Transcript.language, Recording.language).label("language"),
            Transcript.engine.label("engine"),
            Transcript.word_count.label("word_count"),
            tags.correlate(Recording).scalar_subquery().label("tags"),
            projects.correlate(Recording).scalar_subquery().label("projects"),
            held.label("held"),
            total.label("total"),
        )
        .join(page, page.c.id == Recording.id)
        .outerjoin(Job, Job.id == Recording.job_id)
        .outerjoin(Transcript, Transcript.id == Recording.transcript_id)
        .order_by(*order)
    )


_AS_IS = """id title file_name file_size mime_type duration_seconds sha256 status workspace_id transcript_id created_at
updated_at"""
_OWN = {name: name for name in _AS_IS.split()} | {"storage_key": "file_path", "details": "metadata"}
"""Columns of a recording, and what the API calls them."""
_JOB = ("id", "status", "progress", "stage", "error")


def _responses(dialect: str, rows: Sequence[dict[str, Any]]) -> list[RecordingResponse]:
    found = [_shown_row(dialect, row) for row in rows]
    try:
        return _RESPONSES.validate_python(found)
    except ValidationError:  # one of them cannot be read
        return [shown(RecordingResponse, row) for row in found]


_RESPONSES = TypeAdapter(list[RecordingResponse])


def _shown_row(dialect: str, row: dict[str, Any]) -> dict[str, Any]:
    row["tags"] = tags = objects(dialect, row["tags"], by="name")
    row["projects"] = projects = objects(dialect, row["projects"], by="name")
    row["tag_ids"] = [tag["id"] for tag in tags] if tags else []
    row["project_ids"] = [project["id"] for project in projects] if projects else []
    row["metadata"] = {} if row["metadata"] == "{}" else stored(row["metadata"])
    row["job"] = None if row["job_id"] is None else {name: row[f"job_{name}"] for name in _JOB}
    row["template_id"] = row["template"] = None
    return row

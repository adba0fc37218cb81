"""Wishes for many recordings: taken down, stopped, taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.bulk.acts import RESTORE
from verbatim.bulk.errors import (
    NothingMatchesError,
    NotUndoableError,
    RunNotFoundError,
    TooManyMatchError,
    TooManyRunsError,
)
from verbatim.bulk.models import UNDER_WAY, BulkDone, BulkRun
from verbatim.bulk.schemas import Action, BulkRequest, BulkRunResponse, LeftResponse
from verbatim.core.auth import Principal
from verbatim.core.clock import utcnow
from verbatim.core.jobs.models import Job
from verbatim.core.jobs.queue import enqueue, request_cancel
from verbatim.core.shown import shown as readable
from verbatim.recordings.models import Recording

JOB: Final = "bulk"
MOST: Final = 20_000
"""Recordings of one run."""
MOST_FILES: Final = 2_000
"""Files in one ZIP."""
MOST_RUNS: Final = 5
"""Of one person at a time."""
MOST_BYTES: Final = 1024**3
"""Of one ZIP: what is not begun by then is left out."""
MOST_ZIPS: Final = 5
"""Of one person: the oldest goes for another one."""
KEPT: Final = timedelta(days=1)
"""For how long a run, and its file, are there after it ended."""
_LISTED: Final = 20


def conditions(session: AsyncSession, body: BulkRequest, run: BulkRun) -> list[ColumnElement[bool]]:
    """Return which recordings a run is about. What came after it began is left alone."""
    found = [*body.wanted.filter(run.person_id).conditions(session), Recording.created_at <= run.created_at]
    if body.ids is not None:
        found.append(Recording.id.in_(body.ids))
    return found


async def start(session: AsyncSession, caller: Principal, body: BulkRequest, *, trash_days: float) -> BulkRun:
    """Take a wish down and queue its job. What is deleted lies in the trash for ``trash_days``.

    Raises:
        NothingMatchesError, TooManyMatchError, TooManyRunsError: it will not be done.
    """
    run = await _new(session, caller, body.action, body)
    run.total = await session.scalar(select(func.count(Recording.id)).where(*conditions(session, body, run))) or 0
    most = MOST_FILES if body.action is Action.EXPORT else MOST
    if run.total == 0:
        raise NothingMatchesError
    if run.total > most:
        raise TooManyMatchError(f"{run.total} recordings match; {most} can be done at once. Narrow the list first.")
    run.undoable = body.action is Action.DELETE and trash_days > 0
    return await _queue(session, run)


async def undo(session: AsyncSession, caller: Principal, run_id: str) -> BulkRun:
    """Bring back what a run has deleted and still lies in the trash.

    Raises:
        RunNotFoundError: it is none of the caller's.
        NotUndoableError: it deleted nothing, or is still at it.
    """
    earlier = await get_run(session, caller, run_id, lock=True)
    if not _undoable(earlier):
        raise NotUndoableError
    run = await _new(session, caller, RESTORE, BulkRequest(action=Action.DELETE))
    run.undoes, run.total = earlier.id, earlier.done
    earlier.undoable = False
    return await _queue(session, run)


async def stop(session: AsyncSession, caller: Principal, run_id: str) -> BulkRun:
    """Stop a run; what is done stays done. One that has ended stays as it is."""
    run, asked = await get_run(session, caller, run_id), None
    while run.state in UNDER_WAY and run.job_id is not None and run.job_id != asked:
        asked = run.job_id
        job = await session.get(Job, asked)
        if job is not None and await request_cancel(session, job):
            await session.flush()
            break
        await session.refresh(run)  # that job has handed it on to another at this very moment
    return run


async def get_run(session: AsyncSession, caller: Principal, run_id: str, *, lock: bool = False) -> BulkRun:
    """Return somebody's own run, locked against other writers when asked.

    Raises:
        RunNotFoundError: there is none of that id, or it is another's.
    """
    statement = _own(caller).where(BulkRun.id == run_id)
    found: BulkRun | None = await session.scalar(statement.with_for_update() if lock else statement)
    if found is None:
        raise RunNotFoundError
    return found


async def list_runs(session: AsyncSession, caller: Principal) -> list[BulkRun]:
    """Return somebody's own runs that are under way or ended lately, the newest first."""
    lately = _own(caller).where(BulkRun.created_at > utcnow() - KEPT - KEPT)
    return list(await session.scalars(lately.order_by(BulkRun.created_at.desc(), BulkRun.id.desc()).limit(_LISTED)))


def _own(caller: Principal) -> Select[BulkRun]:
    mine = select(BulkRun).where(BulkRun.person_id == caller.id)
    if caller.is_delegate:
        # Others were lent other permissions and places, and their owner has all of them.
        known = ((BulkRun.known_by[name].as_string(), value) for name, value in caller.known_by.items())
        mine = mine.where(*(field.is_(None) if value is None else field == value for field, value in known))
    return mine


async def _new(session: AsyncSession, caller: Principal, action: str, body: BulkRequest) -> BulkRun:
    mine = select(func.count(BulkRun.id)).where(BulkRun.person_id == caller.id, BulkRun.state.in_(UNDER_WAY))
    if (await session.scalar(mine) or 0) >= MOST_RUNS:
        raise TooManyRunsError
    wish = body.model_dump(mode="json")
    return BulkRun(
        person_id=caller.id, known_by=dict(caller.known_by), action=action, wish=wish, created_at=utcnow(), left={}
    )


async def _queue(session: AsyncSession, run: BulkRun) -> BulkRun:
    session.add(run)
    await session.flush()
    return await queue(session, run)


async def queue(session: AsyncSession, run: BulkRun) -> BulkRun:
    """Let a run wait for its turn, after all others that wait."""
    run.job_id = (await enqueue(session, JOB, {"run_id": run.id})).id
    await session.flush()
    return run


def _undoable(run: BulkRun) -> bool:
    return run.undoable and run.done > 0 and run.state not in UNDER_WAY


def shown(run: BulkRun) -> BulkRunResponse:
    """Return a run as the API shows it."""
    left = [LeftResponse(code=code, **about) for code, about in sorted(run.left.items())]
    fresh = run.ended_at is not None and run.ended_at > utcnow() - KEPT
    had = run.done + sum(one.count for one in left)
    known = {
        name: getattr(run, name)
        for name in ["id", "action", "state", "reason", "done", "undoes", "created_at", "ended_at"]
    }
    told = {
        "total": max(run.total, had),  # some may have come to match since
        "left": left,
        "undoable": _undoable(run),
        "has_file": run.storage_key is not None and fresh,
    }
    return readable(BulkRunResponse, known | told)


def done_in(run_id: str) -> Select[str]:
    """Select the ids of the recordings that a run has done."""
    return select(BulkDone.recording_id).where(BulkDone.run_id == run_id)

"""The job ``bulk``: one recording after the other, each in a transaction of its own."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.bulk.acts import ACTS, RESTORE, Act, Wish
from verbatim.bulk.export import export_all
from verbatim.bulk.models import UNDER_WAY, BulkRun, RunState
from verbatim.bulk.schemas import Action, BulkRequest
from verbatim.bulk.service import conditions, done_in
from verbatim.bulk.turns import StoppedError, Turn, reach, refusal_in
from verbatim.core.auth import Principal
from verbatim.core.clock import utcnow
from verbatim.core.errors import ConflictError
from verbatim.core.jobs.context import JobContext
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import use_scope
from verbatim.core.trash.models import TrashedItem
from verbatim.core.trash.moving import NotInTrashError
from verbatim.recordings.models import Recording

PAUSE_SECONDS: Final = 0.01
"""Between two recordings: where one writes at a time, such as with SQLite, others shall have their turn."""
STINT_SECONDS: Final = 20.0
"""After which the others that wait for such a worker have their turn: mails, webhooks, summaries."""
LOOKED_UP: Final = 100
"""Recordings that are looked up together; each is looked at again when its turn comes."""


class NoLongerMatchesError(ConflictError):
    """It was changed in the meantime and no longer matches."""

    code = "no_longer_matches"


async def run_bulk(job: JobContext) -> dict[str, Any] | None:
    """Do what the run in the payload is about, from where an earlier attempt stopped."""
    async with job.transaction() as session:
        run = await session.get(BulkRun, job.payload["run_id"])
        if run is None or run.state not in UNDER_WAY:
            return None
        run.state = RunState.RUNNING
        await session.flush()
        session.expunge(run)
    turn, body = Turn(job, run.id, run.action, run.known_by), BulkRequest.model_validate(run.wish)
    unseen = NotInTrashError() if run.action == RESTORE else NoLongerMatchesError()
    try:
        if run.action == Action.EXPORT:
            await export_all(turn, run, body)
        elif not await _do_some(turn, run, Wish(body, job.app_state.settings.trash_days)):
            await turn.hand_on()
            return None
    except StoppedError as stopped:
        await turn.end(RunState.STOPPED, str(stopped))
    else:
        await turn.end(RunState.DONE, unseen=unseen)
    return None


async def _do_some(turn: Turn, run: BulkRun, wish: Wish) -> bool:
    """Do what a stint has time for. Returns whether nothing is left to do."""
    act, after, began = ACTS[run.action], run.after, time.monotonic()
    while True:
        caller = await turn.caller()
        async with turn.transaction(caller, act) as session:
            # What was deleted comes back wherever its person works by now.
            with use_scope(reach(caller, act) if run.action == RESTORE else caller.scope):
                coming = await matching(session, run, wish.body, after)
        if not coming:
            return True
        for recording_id in coming:
            await _do_one(turn, run, recording_id, (act, wish))
            if time.monotonic() - began > STINT_SECONDS:
                return False
            await asyncio.sleep(PAUSE_SECONDS)
        after = coming[-1]


async def matching(session: AsyncSession, run: BulkRun, body: BulkRequest, after: str) -> list[str]:
    """Return the next recordings of a run, in the order of their ids."""
    if run.action == RESTORE:
        theirs = select(TrashedItem.id).where(TrashedItem.trashed_by == run.person_id)
        ids = done_in(run.undoes or "").subquery()
        wanted = select(ids.c.recording_id).where(ids.c.recording_id.in_(theirs), ids.c.recording_id > after)
        return list(await session.scalars(wanted.order_by(ids.c.recording_id).limit(LOOKED_UP)))
    found = select(Recording.id).where(*conditions(session, body, run), Recording.id > after)
    return list(await session.scalars(found.order_by(Recording.id).limit(LOOKED_UP)))


async def _do_one(turn: Turn, run: BulkRun, recording_id: str, what: tuple[Act, Wish]) -> None:
    tried = 0
    while True:
        tried += 1
        try:
            await _try_one(turn, run, recording_id, what)
        except Exception as error:  # noqa: BLE001 - one that refuses does not stop the others
            if (refusal := refusal_in(error, tried)) is not None:
                await turn.left(recording_id, refusal)
                return
        else:
            return


async def _try_one(turn: Turn, run: BulkRun, recording_id: str, what: tuple[Act, Wish]) -> None:
    act, wish = what
    caller: Principal = await turn.caller()
    async with turn.transaction(caller, act) as session:
        if run.action != RESTORE:
            again = select(Recording.id).where(*conditions(session, wish.body, run), Recording.id == recording_id)
            if await session.scalar(again) is None:
                raise NoLongerMatchesError
        if await turn.done(session, recording_id, kept=run.action == Action.DELETE):
            with use_scope(reach(caller, act)):
                await act.do(session, recording_id, wish)


async def bulk_ended(session: AsyncSession, job: Job) -> None:
    """Follow a job that failed for good, or that somebody stopped."""
    run = await session.get(BulkRun, job.payload["run_id"])
    if run is None or run.state not in UNDER_WAY:
        return
    stopped = job.status == JobStatus.CANCELLED
    run.state = RunState.STOPPED if stopped else RunState.FAILED
    run.reason = None if stopped else (job.error or "")[:500]
    run.ended_at = utcnow()

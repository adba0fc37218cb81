"""One recording of a run: with the rights that whoever asked has at that moment, in a transaction of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.bulk.acts import Act, permission_of
from verbatim.bulk.models import BulkDone, BulkRun, RunState
from verbatim.bulk.schemas import Action
from verbatim.bulk.service import queue
from verbatim.core.again import TRIES
from verbatim.core.auth import AuthProvider, Principal, acting_for
from verbatim.core.clock import utcnow
from verbatim.core.db import CALLER, rows_affected
from verbatim.core.errors import VerbatimError
from verbatim.core.failures import judge
from verbatim.core.jobs.context import JobContext, LeaseLostError
from verbatim.core.jobs.models import Job
from verbatim.core.ownership import AnyScope, Scope, System, use_scope
from verbatim.permissions import refusal_of
from verbatim.recordings.errors import OvertakenError

MOST_REASONS: Final = 20
_OTHER: Final = "other"
_ALWAYS: Final = frozenset({Action.DELETE, Action.EXPORT})
"""What may go on where nothing may be changed: see `verbatim.core.effects`."""


class StoppedError(Exception):
    """The rest of a run is not to be done; the text is for people."""


@dataclass(frozen=True)
class Turn:
    """A run in the hands of its job."""

    job: JobContext
    run_id: str
    action: str
    known_by: dict[str, str | None]

    async def caller(self) -> Principal:
        """Return whoever asked for this, as they are now, and note that what follows is done for them.

        Raises:
            StoppedError: they would not be let in, or may not do this any more.
        """
        auth: AuthProvider = self.job.app_state.auth
        try:
            found = await auth.recall(self.job.database, self.known_by, changes=self.action not in _ALWAYS)
        except VerbatimError as error:
            if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise
            raise StoppedError(error.detail) from error
        if found is None:
            raise StoppedError("Whoever asked for this has no way in here any more.")
        needed = permission_of(self.action)
        if needed not in found.permissions:
            raise StoppedError(refusal_of(found, needed).detail)
        acting_for.set(found)
        return found

    @asynccontextmanager
    async def transaction(self, caller: Principal, act: Act | None = None) -> AsyncIterator[AsyncSession]:
        """Open a transaction of the caller's that commits only while this run holds its job."""
        scope = caller.scope if act is None else reach(caller, act)
        told = scope if act is None or not act.trash or isinstance(scope, System) else replace(scope, trash=True)
        with use_scope(told):
            async with self.job.transaction() as session:
                session.info[CALLER] = caller
                # What is looked for is what the caller saw when they asked; only what is done may reach further.
                with use_scope(caller.scope):
                    yield session

    async def done(self, session: AsyncSession, recording_id: str, *, kept: bool = False) -> bool:
        """Count a recording as done, in the transaction that does it. Returns False when its turn has been before."""
        row = update(BulkRun).where(BulkRun.id == self.run_id, BulkRun.after < recording_id)
        counted = row.values(done=BulkRun.done + 1, after=recording_id).execution_options(synchronize_session=False)
        if not rows_affected(await session.execute(counted)):
            return False
        if kept:
            session.add(BulkDone(run_id=self.run_id, recording_id=recording_id))
        await session.flush()
        return True

    async def left(self, recording_id: str, error: VerbatimError) -> None:
        """Count a recording that stays as it is, with the reason."""
        async with self.job.transaction() as session:
            run = await session.get_one(BulkRun, self.run_id, with_for_update=True)
            if run.after >= recording_id:
                return
            run.left = counted(run.left, error, 1)
            run.after = recording_id

    async def end(self, state: RunState, reason: str | None = None, *, unseen: VerbatimError | None = None) -> None:
        """Write down that the run is over, together with the end of its job. ``unseen``: why those that matched at the
        beginning had no turn.
        """
        async with self.job.transaction() as session:
            run = await session.get_one(BulkRun, self.run_id, with_for_update=True)
            missing = run.total - run.done - sum(one["count"] for one in run.left.values())
            if unseen is not None and missing > 0:
                run.left = counted(run.left, unseen, missing)
            await self._end(session, run, state, reason)

    async def hand_on(self) -> None:
        """Let the rest of a run wait behind what others have waiting, together with the end of its job."""
        async with self.job.transaction() as session:
            run = await session.get_one(BulkRun, self.run_id, with_for_update=True)
            if await session.scalar(select(Job.cancel_requested).where(Job.id == self.job.id)):
                await self._end(session, run, RunState.STOPPED)
            else:
                await queue(session, run)
                await self.job.finish(session)

    async def _end(self, session: AsyncSession, run: BulkRun, state: RunState, reason: str | None = None) -> None:
        run.state, run.reason, run.ended_at = state, reason, utcnow()
        await session.flush()
        await self.job.finish(session)


def counted(left: Mapping[str, Any], error: VerbatimError, more: int) -> dict[str, Any]:
    """Return how many are left for which reason, with some more."""
    code = error.code if error.code in left or len(left) < MOST_REASONS else _OTHER
    before = left.get(code, {"detail": error.detail[:500], "count": 0})
    return {**left, code: {**before, "count": before["count"] + more}}


def reach(caller: Principal, act: Act) -> AnyScope:
    """Return the scope in which something is done: with a wide act all that the caller could choose."""
    scope = caller.scope
    return scope.widened() if act.wide and isinstance(scope, Scope) else scope


def refusal_in(error: Exception, tried: int) -> VerbatimError | None:
    """Return why a recording stays as it is; None when the same is worth another try.

    Raises:
        Exception: it is nothing about this recording, such as a database that is away.
    """
    if isinstance(error, LeaseLostError | StoppedError):
        raise error
    found = error if isinstance(error, VerbatimError) else judge(error)
    passing = isinstance(found, OvertakenError) or (
        found is not None and found.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
    )
    if passing and tried < TRIES:
        return None
    if found is None or found.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        raise error
    return found

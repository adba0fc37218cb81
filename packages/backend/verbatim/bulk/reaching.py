"""The file of a task is as far within reach as what it was made of."""

from __future__ import annotations

from sqlalchemy import func, select

from verbatim.bulk.errors import FileBeyondReachError
from verbatim.bulk.service import done_in
from verbatim.core.auth import Principal
from verbatim.core.db import Database
from verbatim.core.ownership import AnyScope, Scope, System, use_scope
from verbatim.recordings.models import Recording

_ALL = System("what the file of a task was made of", trash=False)
"""What was deleted since is out of everybody's reach, and takes the file from nobody."""


async def refuse_beyond_reach(database: Database, caller: Principal, run_id: str) -> None:
    """Insist that somebody could still see each recording of a file, whichever part of their place they work in.

    Raises:
        FileBeyondReachError: they could not.
    """
    scope = caller.scope.widened() if isinstance(caller.scope, Scope) else caller.scope
    if await _count(database, scope, run_id) < await _count(database, _ALL, run_id):
        raise FileBeyondReachError


async def _count(database: Database, scope: AnyScope, run_id: str) -> int:
    made_of = select(func.count(Recording.id)).where(Recording.id.in_(done_in(run_id)))
    with use_scope(scope):
        async with database.transaction(read_only=True) as session:
            return await session.scalar(made_of) or 0

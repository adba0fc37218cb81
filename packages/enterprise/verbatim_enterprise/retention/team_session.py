"""The transaction of routes about one team's content as a whole, whichever team their caller works in.

It is in the scope of the team in the address from its first statement on, so that the database's own walls stand
around that team. Whoever uses it asks `enter_team` before anything else.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Database, Scope, use_scope


def whole_team(team_id: str) -> Scope:
    """Return the scope of a team with all its workspaces."""
    return Scope(frozenset({team_id}), team_id)


async def _session(request: Request, team_id: str) -> AsyncIterator[AsyncSession]:
    database: Database = request.app.state.database
    with use_scope(whole_team(team_id)):
        async with database.transaction(read_only=request.method in {"GET", "HEAD"}) as session:
            yield session


# scope="function": the commit happens before the response leaves.
TeamSession = Annotated[AsyncSession, Depends(_session, scope="function")]

"""The transaction of routes about people and teams.

Accounts, teams and memberships belong to no team; they decide who belongs to one. Their routes therefore work in the
server's own scope, from the first statement on, and check by themselves what their caller may see.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Database, as_system


@asynccontextmanager
async def system_transaction(database: Database, *, read_only: bool = False) -> AsyncIterator[AsyncSession]:
    """Open a transaction in the server's own scope."""
    with as_system("accounts and teams"):
        async with database.transaction(read_only=read_only) as session:
            yield session


async def _session(request: Request) -> AsyncIterator[AsyncSession]:
    database: Database = request.app.state.database
    async with system_transaction(database, read_only=request.method in {"GET", "HEAD"}) as session:
        yield session


# scope="function": the commit happens before the response leaves.
SystemSession = Annotated[AsyncSession, Depends(_session, scope="function")]

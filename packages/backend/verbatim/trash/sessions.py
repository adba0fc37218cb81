"""Transactions that can put things where nobody sees them, for routes that delete, restore and purge."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.db import CALLER, Database
from verbatim.core.ownership import including_trash


async def _session(request: Request) -> AsyncIterator[AsyncSession]:
    """The walls of the database are told at the first statement what this transaction may write to; its statements
    themselves see the trash only where they say so.
    """
    database: Database = request.app.state.database
    async with database.transaction(read_only=request.method in {"GET", "HEAD"}) as session:
        session.info[CALLER] = request.scope.get("verbatim.principal")
        with including_trash():
            await session.connection()
        yield session


# scope="function": the commit happens before the response leaves.
TrashSession = Annotated[AsyncSession, Depends(_session, scope="function")]

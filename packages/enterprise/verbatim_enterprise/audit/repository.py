"""Reading the log page by page: each page costs the same, however many rows there are."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import RowMapping, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.canonical import first_id
from verbatim_enterprise.audit.errors import AuditRowNotFoundError
from verbatim_enterprise.audit.query import AuditQuery
from verbatim_enterprise.audit.store import LOG, SEALS
from verbatim_enterprise.host import Database, utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

NEWEST: Final = 5_000
"""Among so many of the newest rows a word is looked for first: a common one is found there at once, and then the text
index has few rows to give.
"""
_EXPORT: Final = 1_000


def page_statement(query: AuditQuery, before: str | None, most: int) -> Select[Any]:
    """Return the statement of a page without a search."""
    return select(LOG).where(*query.conditions(before)).order_by(LOG.c.id.desc()).limit(most)


def newest_statement(query: AuditQuery, before: str | None, most: int) -> Select[Any]:
    """Return the statement that looks for words among the newest rows."""
    newest = select(LOG).where(*query.conditions(before)).order_by(LOG.c.id.desc()).limit(NEWEST).subquery()
    return select(newest).where(*query.contains(newest.c.words)).order_by(newest.c.id.desc()).limit(most)


def indexed_statement(query: AuditQuery, before: str | None, most: int) -> Select[Any]:
    """Return the statement that looks for words in the text index. The offset keeps the planner from guessing that it
    were quicker to read all rows from the end on.
    """
    found = select(LOG).where(query.matches(), *query.conditions(before)).offset(0).subquery()
    return select(found).order_by(found.c.id.desc()).limit(most)


async def find(session: AsyncSession, query: AuditQuery, before: str | None, most: int) -> Sequence[RowMapping]:
    """Return up to ``most`` rows, the newest first."""
    if not query.words:
        return (await session.execute(page_statement(query, before, most))).mappings().all()
    if session.get_bind().dialect.name != "postgresql":
        plain = page_statement(query, before, most).where(*query.contains(LOG.c.words))
        return (await session.execute(plain)).mappings().all()
    rows = (await session.execute(newest_statement(query, before, most))).mappings().all()
    if len(rows) == most:
        return rows
    return (await session.execute(indexed_statement(query, before, most))).mappings().all()


async def get_row(session: AsyncSession, row_id: str) -> RowMapping:
    """Return a row with its seal.

    Raises:
        AuditRowNotFoundError: there is none.
    """
    joined = LOG.outerjoin(SEALS, SEALS.c.audit_id == LOG.c.id)
    statement = select(*LOG.c, SEALS.c.seq, SEALS.c.hash.label("seal")).select_from(joined).where(LOG.c.id == row_id)
    found = (await session.execute(statement)).mappings().first()
    if found is None:
        raise AuditRowNotFoundError
    return found


async def all_rows(database: Database, query: AuditQuery) -> AsyncIterator[Sequence[RowMapping]]:
    """Return every row that is meant, the newest first, in pieces. Each piece has a transaction of its own."""
    before = None
    while True:
        async with system_transaction(database, read_only=True) as session:
            rows = await find(session, query, before, _EXPORT)
        if rows:
            yield rows
        if len(rows) < _EXPORT:
            return
        before = str(rows[-1]["id"])


async def actor_id_of(session: AsyncSession, actor: str) -> str:
    """Return whose rows are meant by the name of an account or its id; people who are gone have only their id."""
    found = await session.scalar(select(User.id).where(User.username_key == actor.casefold()).limit(1))
    return found or actor


async def activity(session: AsyncSession, hours: int) -> list[tuple[datetime, int, int]]:
    """Return for each of the last hours when it began, how many rows it has, and how many of them did not succeed."""
    start = utcnow().replace(minute=0, second=0, microsecond=0) - timedelta(hours=hours - 1)
    found = []
    for number in range(hours):
        began = start + timedelta(hours=number)
        inside = (LOG.c.id >= first_id(began), LOG.c.id < first_id(began + timedelta(hours=1)))
        total = await session.scalar(select(func.count()).select_from(LOG).where(*inside)) or 0
        bad = select(func.count()).select_from(LOG).where(*inside, LOG.c.outcome != "success")
        found.append((began, total, (await session.scalar(bad) or 0) if total else 0))
    return found

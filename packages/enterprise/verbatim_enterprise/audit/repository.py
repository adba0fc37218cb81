"""Reading the log page by page: each page costs the same, however many rows there are."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, func, literal, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.canonical import first_id
from verbatim_enterprise.audit.chain.store import SEALS
from verbatim_enterprise.audit.errors import AuditRowNotFoundError
from verbatim_enterprise.audit.query import AuditQuery, Term
from verbatim_enterprise.audit.rows import LOG, Row, rows_of
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import Database, utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

FEW: Final = 3_000
"""A word of which the planner expects no more rows than this is looked up alone, and the rows are looked at for the
rest: to gather for another index what somebody did, or what was done in a team, is more work.
"""
RARE: Final = 25_000
"""A word of which the planner expects no more rows than this is asked of the text index at once."""
NEWEST: Final = 10_000
"""A more common one is looked for among so many of the first rows first, where it is found sooner."""
COMMON: Final = 250_000
"""Of even more common ones the text index would have to gather too many rows; then rows are read in their order."""
_EXPORT: Final = 1_000


def page_statement(query: AuditQuery, last: str | None, most: int) -> Select[Any]:
    """Return the statement of a page without a search."""
    return select(LOG).where(*query.conditions(last)).order_by(query.order()).limit(most)


def newest_statement(query: AuditQuery, last: str | None, most: int) -> Select[Any]:
    """Return the statement that looks for words among the first rows."""
    newest = select(LOG).where(*query.conditions(last)).order_by(query.order()).limit(NEWEST).subquery()
    return select(newest).where(*query.contains(newest.c.words)).order_by(query.order(newest.c)).limit(most)


def indexed_statement(query: AuditQuery, term: Term, count: int, last: str | None, most: int) -> Select[Any]:
    """Return the statement that asks the text index for one term, of which so many rows are expected, and looks at the
    rows for the rest. The offset keeps the planner from taking both steps for one, in which it reads all rows from the
    end on, or gathers everything that an action has.
    """
    found = select(LOG).where(term.indexed()).offset(0)
    if count > FEW:
        found = found.where(*query.contains(LOG.c.words), *query.conditions(last))
    rows = found.subquery()
    rest = (*query.contains(rows.c.words), *query.conditions(last, rows.c))
    return select(rows).where(*rest).order_by(query.order(rows.c)).limit(most)


async def expected(session: AsyncSession, term: Term) -> int:
    """Return how many rows PostgreSQL expects a term to have, from its statistics: nothing is read."""
    plain = select(literal(1)).select_from(LOG).where(term.indexed())
    compiled = plain.compile(dialect=session.get_bind().dialect, compile_kwargs={"literal_binds": True})
    plan = await session.scalar(text(f"EXPLAIN (FORMAT JSON) {str(compiled).replace(':', chr(92) + ':')}"))
    plans = json.loads(plan) if isinstance(plan, str) else plan
    return int(plans[0]["Plan"]["Plan Rows"])


async def find(session: AsyncSession, query: AuditQuery, last: str | None, most: int) -> Sequence[Row]:
    """Return up to ``most`` rows in the order that is asked for."""
    plain = page_statement(query, last, most)
    terms = query.terms
    if terms:
        plain = plain.where(*query.contains(LOG.c.words))
    if not terms or session.get_bind().dialect.name != "postgresql":
        return rows_of(await session.execute(plain))
    counts = {term: await expected(session, term) for term in terms}
    rarest = min(counts, key=lambda term: counts[term])
    if counts[rarest] > RARE:
        rows = rows_of(await session.execute(newest_statement(query, last, most)))
        if len(rows) == most:
            return rows
    if counts[rarest] <= COMMON:
        plain = indexed_statement(query, rarest, counts[rarest], last, most)
    return rows_of(await session.execute(plain))


async def get_row(session: AsyncSession, row_id: str) -> Row:
    """Return a row with its seal.

    Raises:
        AuditRowNotFoundError: there is none.
    """
    joined = LOG.outerjoin(SEALS, SEALS.c.audit_id == LOG.c.id)
    statement = select(*LOG.c, SEALS.c.seq, SEALS.c.hash.label("seal")).select_from(joined).where(LOG.c.id == row_id)
    found = rows_of(await session.execute(statement))
    if not found:
        raise AuditRowNotFoundError
    return found[0]


async def all_rows(database: Database, query: AuditQuery) -> AsyncIterator[Sequence[Row]]:
    """Return every row that is meant, in the order that is asked for. Each piece has its own transaction."""
    last = None
    while True:
        async with system_transaction(database, read_only=True) as session:
            rows = await find(session, query, last, _EXPORT)
        if rows:
            yield rows
        if len(rows) < _EXPORT:
            return
        last = str(rows[-1]["id"])


async def actor_id_of(session: AsyncSession, actor: str) -> str:
    """Return whose rows are meant by the name of an account or its id. Who is gone is known by the row of being
    deleted; whoever has the name now goes before.
    """
    name = actor.casefold()
    found = await session.scalar(select(User.id).where(User.username_key == name).limit(1))
    if found is None:
        deleted = (LOG.c.action == AuditTag.USER_DELETED, func.lower(LOG.c.resource_name) == name)
        found = await session.scalar(select(LOG.c.resource_id).where(*deleted).order_by(LOG.c.id.desc()).limit(1))
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

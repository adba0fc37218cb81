"""Removing old rows so that the chain stays provable: a signed head first says up to where, and only that may go."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.canonical import first_id
from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.sealer import add_head
from verbatim_enterprise.audit.rows import LOG
from verbatim_enterprise.audit.service import AuditWriter, log_event
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import Database, utcnow
from verbatim_enterprise.system_session import system_transaction

AT_ONCE: Final = 1_000
"""Rows removed in one transaction."""


def limit_of(days: int) -> datetime:
    """Return the moment before which rows are too old."""
    return utcnow() - timedelta(days=days)


async def last_old_head(session: AsyncSession, before: datetime) -> tuple[int, str] | None:
    """Return the end of the last batch of which every row, and every row before it, is older; None when there is none.

    Only whole batches go. A row that committed late, above older ones, keeps what is sealed after it.
    """
    newer = select(func.min(store.SEALS.c.seq)).where(store.SEALS.c.audit_id >= first_id(before))
    bound = await session.scalar(newer)
    heads = select(store.HEADS.c.last_seq, store.HEADS.c.chain).where(store.HEADS.c.kind == "seal")
    if bound is not None:
        heads = heads.where(store.HEADS.c.last_seq < bound)
    found = (await session.execute(heads.order_by(store.HEADS.c.last_seq.desc()).limit(1))).first()
    if found is None or found.last_seq <= await store.purged_to(session):
        return None
    return found.last_seq, found.chain


async def count_old(session: AsyncSession, before: datetime) -> int:
    """Return how many rows would be removed."""
    found = await last_old_head(session, before)
    return 0 if found is None else found[0] - await store.purged_to(session)


async def purge(database: Database, writer: AuditWriter, days: int) -> int:
    """Remove what is older. Returns how many rows; after a crash the next call goes on where this one was."""
    before = limit_of(days)
    async with system_transaction(database) as session:
        found = await last_old_head(session, before)
        last = await store.last_head(session)
        # A head vouches for the one before it: none is made after one that this server did not sign.
        if found is not None and last is not None and PublicKeys.of(writer.keys).holds(last):
            count = found[0] - await store.purged_to(session)
            await add_head(session, writer, last, kind="purge", last_seq=found[0], chain=found[1], marks="")
            details = {"days": days, "before": before, "rows": count}
            await log_event(session, tag=AuditTag.AUDIT_PURGED, resource_type="audit", details=details)
    gone = 0
    while removed := await _remove_some(database):
        gone += removed
    return gone


async def _remove_some(database: Database) -> int:
    async with system_transaction(database) as session:
        if database.dialect == "postgresql":
            return await session.scalar(text("SELECT verbatim_forget_audit(:most)"), {"most": AT_ONCE}) or 0
        upto = await store.purged_to(session)
        wanted = select(store.SEALS.c.seq, store.SEALS.c.audit_id).where(store.SEALS.c.seq <= upto)
        rows = (await session.execute(wanted.order_by(store.SEALS.c.seq).limit(AT_ONCE))).all()
        await session.execute(delete(LOG).where(LOG.c.id.in_([row.audit_id for row in rows])))
        await session.execute(delete(store.SEALS).where(store.SEALS.c.seq.in_([row.seq for row in rows])))
        boundary = select(store.HEADS.c.number).where(store.HEADS.c.kind == "seal", store.HEADS.c.last_seq == upto)
        first = await session.scalar(boundary)
        await session.execute(delete(store.HEADS).where(store.HEADS.c.number < (first or 0)))
        return len(rows)

"""Reading seals, heads and rows for those who make the chain and those who check it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

from sqlalchemy import ColumnElement, Result, Table, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.audit.canonical import FIELDS, bytes_of
from verbatim_enterprise.audit.models import AuditHead, AuditSeal
from verbatim_enterprise.audit.rows import LOG, Row, rows_of

SEALS: Final = cast("Table", AuditSeal.__table__)
HEADS: Final = cast("Table", AuditHead.__table__)
_AT_ONCE: Final = 50
_NOTHING: Final = dict.fromkeys((*FIELDS, "mac"), "")


def _first(result: Result[Any]) -> Row | None:
    found = rows_of(result)
    return found[0] if found else None


@dataclass(frozen=True)
class Entry:
    """A seal with the row it is of; None when that is gone."""

    seq: int
    audit_id: str
    hash: str
    row: Mapping[str, Any] | None

    @cached_property
    def data(self) -> bytes:
        """The row's canonical form, made once for all that is checked by it."""
        return b"" if self.row is None else bytes_of(self.row)


async def last_head(session: AsyncSession) -> Row | None:
    """Return the newest head."""
    return _first(await session.execute(select(HEADS).order_by(HEADS.c.number.desc()).limit(1)))


async def last_sealed(session: AsyncSession) -> int:
    """Return the number of the newest sealed row; 0 when there is none."""
    return await session.scalar(select(func.max(SEALS.c.seq))) or 0


async def head_at(session: AsyncSession, number: int) -> Row | None:
    """Return one head."""
    return _first(await session.execute(select(HEADS).where(HEADS.c.number == number)))


async def last_purge(session: AsyncSession) -> Row | None:
    """Return the head that says up to where rows may be gone."""
    purges = select(HEADS).where(HEADS.c.kind == "purge").order_by(HEADS.c.last_seq.desc(), HEADS.c.number).limit(1)
    return _first(await session.execute(purges))


async def purged_to(session: AsyncSession) -> int:
    """Return the number up to which rows may be gone."""
    return await session.scalar(select(func.max(HEADS.c.last_seq)).where(HEADS.c.kind == "purge")) or 0


async def heads(session: AsyncSession, *, last: int) -> AsyncIterator[Row]:
    """Return every head up to a number, in order."""
    after = -1
    while True:
        some = select(HEADS).where(HEADS.c.number > after, HEADS.c.number <= last).order_by(HEADS.c.number)
        found = rows_of(await session.execute(some.limit(_AT_ONCE)))
        for head in found:
            yield head
        if len(found) < _AT_ONCE:
            return
        after = found[-1]["number"]


async def entries(session: AsyncSession, *, after: int, last: int) -> list[Entry]:
    """Return the seals of a range of numbers with their rows."""
    joined = SEALS.outerjoin(LOG, LOG.c.id == SEALS.c.audit_id)
    wanted = select(SEALS.c.seq, SEALS.c.audit_id, SEALS.c.hash.label("seal_hash"), *LOG.c).select_from(joined)
    rows = rows_of(await session.execute(wanted.where(SEALS.c.seq > after, SEALS.c.seq <= last).order_by(SEALS.c.seq)))
    return [
        Entry(one["seq"], one["audit_id"], one["seal_hash"], one if one["id"] is not None else None) for one in rows
    ]


async def unreadable(session: AsyncSession, seq: int) -> list[Entry]:
    """Return the seal of a row whose columns cannot be read, with a row that has none of them."""
    found = _first(await session.execute(select(SEALS).where(SEALS.c.seq == seq)))
    if found is None:
        return []
    return [Entry(seq, found["audit_id"], found["hash"], {**_NOTHING, "id": found["audit_id"]})]


async def unsealed(session: AsyncSession, *, first: str | None, after: str | None, most: int) -> Sequence[Row]:
    """Return rows without a seal in the order of their ids, from ``first`` on and beyond ``after``."""
    sealed = select(SEALS.c.seq).where(SEALS.c.audit_id == LOG.c.id).exists()
    wanted = select(LOG).where(~sealed)
    if first is not None:
        wanted = wanted.where(LOG.c.id >= first)
    if after is not None:
        wanted = wanted.where(LOG.c.id > after)
    return rows_of(await session.execute(wanted.order_by(LOG.c.id).limit(most)))


async def sealed_id(session: AsyncSession, seq: int) -> str | None:
    """Return the id of the row with a number."""
    return await session.scalar(select(SEALS.c.audit_id).where(SEALS.c.seq == seq))


async def last_seal_head(session: AsyncSession, before: int) -> Row | None:
    """Return the newest head of the kind seal below a number."""
    seals = select(HEADS).where(HEADS.c.kind == "seal", HEADS.c.number < before).order_by(HEADS.c.number.desc())
    return _first(await session.execute(seals.limit(1)))


def newest_head() -> ColumnElement[Any]:
    """Return the number of the newest head, to be asked for."""
    return select(func.max(HEADS.c.number)).scalar_subquery()


def count_from(first: Callable[[], str]) -> ColumnElement[Any]:
    """Return how many rows there are from an id on, to be asked for; which id, is said at each time."""
    return (
        select(func.count())
        .where(LOG.c.id >= bindparam(None, callable_=first, type_=LOG.c.id.type, unique=True))
        .scalar_subquery()
    )

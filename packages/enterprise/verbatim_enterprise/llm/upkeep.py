"""Calls whose process was killed are settled by others, with what was written down of them last: nothing stays put by
for ever.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from verbatim_enterprise.host import Database, Usage, is_dead, utcnow
from verbatim_enterprise.llm.calls import LOCAL, Outcome, close
from verbatim_enterprise.llm.mails import mail_of_budgets
from verbatim_enterprise.llm.models import LlmUsage
from verbatim_enterprise.llm.prices import FREE, price_of
from verbatim_enterprise.system_session import system_transaction

SECONDS: Final = 30.0
_SILENT: Final = timedelta(minutes=20)
"""Longer than any call may take: of a process on another machine nobody knows more."""
_AT_ONCE: Final = 200


async def look_after(database: Database) -> None:
    """Settle what was lost, and tell of budgets that are nearly or wholly used."""
    await settle_lost_calls(database)
    await mail_of_budgets(database)


async def settle_lost_calls(database: Database) -> int:
    """Settle calls that nobody goes on with. Returns how many."""
    async with system_transaction(database, read_only=True) as session:
        wanted = select(LlmUsage.id, LlmUsage.holder, LlmUsage.seen_at).where(LlmUsage.finished_at.is_(None))
        rows = (await session.execute(wanted.order_by(LlmUsage.started_at).limit(_AT_ONCE))).all()
    limit, settled = utcnow() - _SILENT, 0
    for usage_id, holder, seen_at in rows:
        if not is_dead(holder) and seen_at > limit:
            continue
        settled += await _settle(database, usage_id)
    return settled


async def _settle(database: Database, usage_id: str) -> int:
    async with system_transaction(database, read_only=True) as session:
        row: LlmUsage | None = await session.get(LlmUsage, usage_id)
        if row is None:
            return 0
        price = FREE if row.provider == LOCAL else await price_of(session, row.endpoint_id, row.model, row.started_at)
    usage = Usage(row.tokens_in, row.tokens_out, row.tokens_cached, estimated=True)
    cost = None if price is None else price.of_usage(usage)
    return int(await close(database, usage_id, row.started_at, Outcome(usage, cost, "lost")))

"""What calls like this one have used before: how long an answer of a model usually is, for what it is asked.

Little is put by for short answers although long ones are allowed, so that a budget lets in what it can pay for. An
answer that grows longer has more put by for it while it comes; where nothing is left for that, it ends there.

Each budget learns from its own calls alone, and from those only that read about as much: nobody can make what is put by
for others smaller, or by many small questions what is put by for large ones. Until enough is known, the longest counts.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, case, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Database, utcnow
from verbatim_enterprise.llm.calls import Call
from verbatim_enterprise.llm.models import LlmUsage
from verbatim_enterprise.llm.spending import Payer, budgets_of
from verbatim_enterprise.system_session import system_transaction

_FRESH_SECONDS: Final = 60.0
_FEWEST: Final = 20
"""Calls below which nothing is learned from them."""
_LATEST: Final = 500
_DAYS: Final = 30
_MOST_KINDS: Final = 10_000
_OF_ALL: Final = 0.99
_SAFETY: Final = 1.25
_LEAST: Final = 64

Kind = tuple[Payer, str, str, str, int]


class Habits:
    """Remembers for each kind of call how many tokens its answers have, for a minute."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[Kind, tuple[float, int | None]] = {}

    async def usual(self, call: Call, tokens_in: int) -> int | None:
        """Return how many tokens almost every answer to whoever pays has at most; None where too little is known."""
        kind = (call.payer, call.endpoint_id, call.model, call.feature, _fewest_read(tokens_in))
        found = self._known.get(kind)
        if found is None or time.monotonic() - found[0] > _FRESH_SECONDS:
            while len(self._known) >= _MOST_KINDS:
                del self._known[next(iter(self._known))]
            # One looks; what was known before holds for the others meanwhile.
            self._known[kind] = (time.monotonic(), None if found is None else found[1])
            found = self._known[kind] = (time.monotonic(), await self._look(kind))
        return found[1]

    async def _look(self, kind: Kind) -> int | None:
        async with system_transaction(self._database, read_only=True) as session:
            scopes = {one.scope for one in await budgets_of(session, kind[0])}
            known = [learned(await _lengths(session, kind, whose)) for whose in _payers(kind[0], scopes)]
        return None if not known or None in known else max(one for one in known if one is not None)


def _payers(payer: Payer, scopes: Iterable[str]) -> list[list[ColumnElement[bool]]]:
    """Return for each budget whose calls it may learn from: the one of everybody from those of the same team."""
    found = []
    for scope in set(scopes):
        if scope == "key":
            found.append([LlmUsage.user_id == payer.user_id, LlmUsage.key_id == payer.key_id])
        elif scope == "user" or payer.team_id is None:
            found.append([LlmUsage.user_id == payer.user_id])
        else:
            found.append([LlmUsage.team_id == payer.team_id])
    return found


async def _lengths(session: AsyncSession, kind: Kind, whose: Sequence[ColumnElement[bool]]) -> Sequence[int]:
    _, endpoint_id, model, feature, fewest_read = kind
    # An answer that was cut would have been longer: the longest that was allowed counts.
    length: Any = case((LlmUsage.outcome == "cut", LlmUsage.worst_tokens - LlmUsage.tokens_in), else_=0)
    wanted = (
        select(LlmUsage.tokens_out, length)
        .where(LlmUsage.endpoint_id == endpoint_id, LlmUsage.model == model, LlmUsage.feature == feature)
        .where(LlmUsage.started_at > utcnow() - timedelta(days=_DAYS), LlmUsage.outcome.in_(("ok", "cut")))
        .where(LlmUsage.tokens_in >= fewest_read, *whose)
        .order_by(LlmUsage.started_at.desc())
        .limit(_LATEST)
    )
    return [max(row) for row in await session.execute(wanted)]


def _fewest_read(tokens_in: int) -> int:
    """Return how much a call has to have read to be like one that reads so much, in steps of four."""
    return 4 ** ((tokens_in.bit_length() - 1) // 2) // 4 if tokens_in > 0 else 0


def learned(lengths: Sequence[int]) -> int | None:
    """Return what almost all of these are within, and a quarter more."""
    if len(lengths) < _FEWEST:
        return None
    place = min(len(lengths) - 1, int(_OF_ALL * len(lengths)))
    return max(_LEAST, int(_SAFETY * sorted(lengths)[place]) + 1)

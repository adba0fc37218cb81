"""What calls like this one have used before: how long an answer of a model usually is, for what it is asked.

Little is put by for short answers although long ones are allowed, so that a budget lets in what it can pay for. An
answer that grows longer has more put by for it while it comes; where nothing is left for that, it ends there.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import select

from verbatim_enterprise.host import Database, utcnow
from verbatim_enterprise.llm.calls import Call
from verbatim_enterprise.llm.models import LlmUsage
from verbatim_enterprise.system_session import system_transaction

_FRESH_SECONDS: Final = 60.0
_FEWEST: Final = 20
"""Calls below which nothing is learned from them."""
_LATEST: Final = 500
_DAYS: Final = 30
_MOST_KINDS: Final = 1_000
_OF_ALL: Final = 0.99
_SAFETY: Final = 1.25
_LEAST: Final = 64

Kind = tuple[str, str, str]


class Habits:
    """Remembers for each kind of call how many tokens its answers have, for a minute."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[Kind, tuple[float, int | None]] = {}

    async def usual(self, call: Call) -> int | None:
        """Return how many tokens almost every answer has at most; None where too little is known."""
        kind = (call.endpoint_id, call.model, call.feature)
        found = self._known.get(kind)
        if found is None or time.monotonic() - found[0] > _FRESH_SECONDS:
            if len(self._known) >= _MOST_KINDS:
                self._known.clear()
            # One looks; what was known before holds for the others meanwhile.
            self._known[kind] = (time.monotonic(), None if found is None else found[1])
            found = self._known[kind] = (time.monotonic(), learned(await self._lengths(kind)))
        return found[1]

    async def _lengths(self, kind: Kind) -> Sequence[int]:
        endpoint_id, model, feature = kind
        wanted = (
            select(LlmUsage.tokens_out)
            .where(LlmUsage.endpoint_id == endpoint_id, LlmUsage.model == model, LlmUsage.feature == feature)
            .where(LlmUsage.started_at > utcnow() - timedelta(days=_DAYS), LlmUsage.outcome.in_(("ok", "cut")))
            .order_by(LlmUsage.started_at.desc())
            .limit(_LATEST)
        )
        async with system_transaction(self._database, read_only=True) as session:
            return list(await session.scalars(wanted))


def learned(lengths: Sequence[int]) -> int | None:
    """Return what almost all of these are within, and a quarter more."""
    if len(lengths) < _FEWEST:
        return None
    place = min(len(lengths) - 1, int(_OF_ALL * len(lengths)))
    return max(_LEAST, int(_SAFETY * sorted(lengths)[place]) + 1)

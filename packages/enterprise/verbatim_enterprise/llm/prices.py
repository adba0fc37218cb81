"""What a call costs. Integers only: a price is in millionths of a unit of money for a million tokens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.host import Usage
from verbatim_enterprise.llm.models import LlmPrice

_MILLION: Final = 1_000_000


@dataclass(frozen=True)
class Price:
    """What a million tokens cost, in millionths."""

    input_micros: int
    output_micros: int
    cached_micros: int

    def of(self, tokens_in: int, tokens_out: int, tokens_cached: int = 0) -> int:
        """Return what these tokens cost, rounded up: nothing that costs something is free."""
        cached = min(tokens_cached, tokens_in)
        total = (tokens_in - cached) * self.input_micros + cached * self.cached_micros + tokens_out * self.output_micros
        return -(-total // _MILLION)

    def of_usage(self, usage: Usage) -> int:
        return self.of(usage.tokens_in, usage.tokens_out, usage.tokens_cached)

    def affordable(self, micros: int, tokens_in: int) -> int:
        """Return how many tokens can be written for so much, after so many were read."""
        left = micros * _MILLION - tokens_in * max(self.input_micros, self.cached_micros)
        return left // self.output_micros if self.output_micros else (_MILLION if left >= 0 else -1)


FREE: Final = Price(0, 0, 0)
"""What runs on this machine."""


async def price_of(session: AsyncSession, endpoint_id: str, model: str, at: datetime) -> Price | None:
    """Return what a model costs at a moment; None when nobody has said it."""
    wanted = (
        select(LlmPrice)
        .where(LlmPrice.endpoint_id == endpoint_id, LlmPrice.model == model, LlmPrice.valid_from <= at)
        .order_by(LlmPrice.valid_from.desc())
        .limit(1)
    )
    row: LlmPrice | None = await session.scalar(wanted)
    return None if row is None else Price(row.input_micros, row.output_micros, row.cached_micros)

"""Models that answer in the place of one that fails, in the order that administrators named.

They are tried only while nothing of an answer has come, each is metered as every call is, and none is dearer than
administrators allow. What runs on this machine has no stand-ins: nobody who chose it wants what is said to leave.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any, Final, cast

import structlog

from verbatim_enterprise.host import (
    USUAL,
    ByChat,
    ChatMessage,
    ChatOptions,
    Database,
    Ending,
    LanguageModelError,
    ModelFailure,
    ModelInfo,
    Piece,
    VerbatimError,
    utcnow,
)
from verbatim_enterprise.llm.metering import MeteredService
from verbatim_enterprise.llm.prices import FREE, Price, price_of
from verbatim_enterprise.system_session import system_transaction

log = structlog.get_logger(__name__)

MOST: Final = 3
"""How many are tried for one answer, once each."""
_NO_HELP: Final = frozenset(
    {ModelFailure.REFUSED, ModelFailure.TOO_LONG, ModelFailure.NOT_A_MODEL, ModelFailure.MALFORMED}
)
"""Failures that lie in what is asked and not in whom."""


@dataclass(frozen=True)
class Candidate:
    """A model that may be asked, behind the meter."""

    info: ModelInfo
    endpoint_id: str
    model: str
    service: MeteredService


class WithStandIns(ByChat):
    """Interface ``llm``: a metered model, and others for when it fails."""

    def __init__(self, first: Candidate, others: Callable[[], Awaitable[Sequence[Candidate]]]) -> None:
        self._first = first
        self._others = others
        self.context_tokens = first.info.context_tokens

    async def chat_stream(
        self, messages: Sequence[ChatMessage], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Piece | Ending]:
        """Answer the last message, piece by piece; the ending says which model did.

        Raises:
            BudgetExhaustedError, UnpricedError: it is not asked at all.
            LanguageModelError: none of them gives an answer; it is the failure of the one that was asked for.
        """
        del model
        failure: LanguageModelError | None = None
        async for candidate in self._in_order():
            begun = False
            try:
                said = cast("Any", candidate.service.chat_stream(messages, options))
                async with aclosing(said) as pieces:
                    async for one in pieces:
                        begun = True
                        yield replace(one, answered_by=candidate.info) if isinstance(one, Ending) else one
            except (LanguageModelError, VerbatimError) as error:
                if begun or (failure is None and not _others_may_help(error)):
                    raise
                failure = failure or cast("LanguageModelError", error)
                log.warning("model_failed", model=candidate.info.id, reason=str(error))
            else:
                return
        assert failure is not None  # noqa: S101 - the first one fails or answers
        raise failure

    async def _in_order(self) -> AsyncIterator[Candidate]:
        yield self._first
        for one in (await self._others())[:MOST]:
            yield one

    async def get_available_models(self) -> list[ModelInfo]:
        """Return the one that was chosen."""
        return [self._first.info]

    async def is_available(self) -> bool:
        """Say whether the one that was chosen answers."""
        return await self._first.service.is_available()

    async def close(self) -> None:
        """Leave them to whoever made them."""


def _others_may_help(error: Exception) -> bool:
    return isinstance(error, LanguageModelError) and error.failure not in _NO_HELP


async def within_ceiling(
    database: Database, asked: Candidate, candidates: Sequence[Candidate], ceiling: int
) -> list[Candidate]:
    """Return those that cost no more than a ceiling, in millionths for a million tokens; 0: than the one asked for.

    What has no price never stands in, unless it runs on this machine.
    """
    async with system_transaction(database, read_only=True) as session:
        now = utcnow()
        most = (
            Price(ceiling, ceiling, ceiling)
            if ceiling
            else await price_of(session, asked.endpoint_id, asked.model, now)
        )
        found = []
        for one in candidates:
            price = FREE if one.info.is_local else await price_of(session, one.endpoint_id, one.model, now)
            if price is not None and _is_within(price, most or FREE):
                found.append(one)
    return found


def _is_within(price: Price, most: Price) -> bool:
    return (
        price.input_micros <= most.input_micros
        and price.output_micros <= most.output_micros
        and price.cached_micros <= max(most.input_micros, most.cached_micros)
    )

"""The meter: the one way to a model of a provider. What is asked is written down before and after it is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any, Final, cast
from weakref import WeakValueDictionary

from sqlalchemy import update

from verbatim_enterprise.host import (
    USUAL,
    ByChat,
    ChatMessage,
    ChatOptions,
    Database,
    Ending,
    IAIService,
    LanguageModelError,
    ModelFailure,
    ModelInfo,
    Piece,
    Usage,
    to_the_end,
    tokens_of_messages,
    utcnow,
)
from verbatim_enterprise.llm.calls import (
    Call,
    Outcome,
    Running,
    Size,
    close,
    put_by_more,
    reserve,
    reserve_at_once,
)
from verbatim_enterprise.llm.counting import counted, is_endless, note_piece
from verbatim_enterprise.llm.errors import BudgetExhaustedError
from verbatim_enterprise.llm.habits import Habits
from verbatim_enterprise.llm.models import LlmUsage
from verbatim_enterprise.llm.periods import end_of
from verbatim_enterprise.llm.settings import LlmSettings
from verbatim_enterprise.llm.spending import FullError
from verbatim_enterprise.system_session import system_transaction

_SEEN_SECONDS: Final = 2.0
"""How often a call that goes on writes down how far it is, for the case that its process is killed."""
_SHORTEST: Final = 64
"""Tokens of an answer below which it is not worth asking."""
_LOOK_SECONDS: Final = 0.25


class Meter:
    """Writes down calls. Calls that wait for others to settle wait in turn, one of each budget looking at a time."""

    def __init__(self, database: Database, settings: LlmSettings) -> None:
        self._database = database
        self._settings = settings
        self._habits = Habits(database)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._settled = asyncio.Event()

    async def begin(self, call: Call, messages: Sequence[ChatMessage], options: ChatOptions) -> Running:
        """Put by what a call may cost and write it down.

        Raises:
            BudgetExhaustedError: too little is left, also after waiting for calls that go on.
            UnpricedError: nobody knows what it costs.
        """
        tokens_in = tokens_of_messages(messages)
        deadline = time.monotonic() + self._settings.llm_wait_seconds
        try:
            return await self._try(call, tokens_in, options.max_tokens)
        except FullError as full:
            if not full.left.is_open:
                raise _exhausted(full) from full
            turn = self._turns.setdefault(full.budget_id, asyncio.Lock())
        async with turn:
            while True:
                self._settled.clear()
                try:
                    return await self._try(call, tokens_in, options.max_tokens)
                except FullError as full:
                    if not full.left.is_open or time.monotonic() >= deadline:
                        raise _exhausted(full) from full
                try:
                    async with asyncio.timeout(_LOOK_SECONDS):
                        await self._settled.wait()
                except TimeoutError:
                    continue

    async def _try(self, call: Call, tokens_in: int, longest: int) -> Running:
        while True:
            usual = None if call.info.is_local else await self._habits.usual(call, tokens_in)
            size = Size(tokens_in, longest, longest if usual is None else min(usual, longest))
            try:
                return await self._reserve(call, size)
            except FullError as full:
                shorter = _as_long_as_paid(full, tokens_in)
                if shorter is None or not _SHORTEST <= shorter < size.put_by:
                    raise
                longest = shorter

    async def _reserve(self, call: Call, size: Size) -> Running:
        """Reserve to the end: what is put by for somebody who has left meanwhile is given back."""
        reserving = asyncio.ensure_future(self._put_by(call, size))
        try:
            return await asyncio.shield(reserving)
        except asyncio.CancelledError:
            await to_the_end(self._give_back(reserving))  # also when it is cancelled again meanwhile
            raise

    async def _give_back(self, reserving: asyncio.Future[Running]) -> None:
        await asyncio.wait([reserving])
        if not reserving.cancelled() and reserving.exception() is None:
            await self.end(reserving.result(), Usage(), "stopped")

    async def _put_by(self, call: Call, size: Size) -> Running:
        blocks = self._settings.llm_unpriced == "block"
        if self._database.runs_alone:
            running = await reserve_at_once(self._database, call, size, blocks_unpriced=blocks)
            if running is not None:
                return running
        # A budget has too little left or has not begun its period, or a price is missing: this says which.
        async with system_transaction(self._database) as session:
            return await reserve(session, call, size, blocks_unpriced=blocks)

    async def end(self, running: Running, usage: Usage, outcome: str) -> None:
        """Settle a call, once."""
        latency = round((time.monotonic() - running.began) * 1000)
        ended = Outcome(usage, running.cost_of(usage), outcome, latency, running.first_byte_ms)
        await close(self._database, running.id, running.started_at, ended)
        self._settled.set()

    async def has_more_for(self, running: Running) -> bool:
        """Put by for the rest of an answer that is longer than such answers usually are, or for as much as is left.
        Says whether it may go on.
        """
        more = running.longest - running.put_by
        while more > 0:
            try:
                await put_by_more(self._database, running, more)
            except FullError as full:
                full.price = running.price
                paid = _as_long_as_paid(full, 0)
                if paid is None or not _SHORTEST <= paid < more:
                    return False
                more = paid
            else:
                return True
        return False

    async def seen(self, running: Running) -> None:
        """Write down how far a call is."""
        async with system_transaction(self._database) as session:
            there = (LlmUsage.id == running.id, LlmUsage.finished_at.is_(None))
            changed = update(LlmUsage).where(*there).values(tokens_out=running.written, seen_at=utcnow())
            await session.execute(changed.execution_options(synchronize_session=False))


def _as_long_as_paid(full: FullError, tokens_in: int) -> int | None:
    """Return how long an answer is paid for by what is left."""
    found = []
    if full.left.tokens is not None:
        found.append(full.left.tokens - tokens_in)
    if full.left.micros is not None and full.price is not None:
        found.append(full.price.affordable(full.left.micros, tokens_in))
    return min(found, default=None)


def _exhausted(full: FullError) -> BudgetExhaustedError:
    return BudgetExhaustedError(full.scope, end_of(full.period, utcnow()))


class MeteredService(ByChat):
    """Interface ``llm``: another one, with every call of it written down and held within the budgets."""

    def __init__(self, meter: Meter, inner: IAIService, call: Call) -> None:
        self._meter = meter
        self._inner = inner
        self._call = call
        self.context_tokens = call.info.context_tokens

    async def chat_stream(
        self, messages: Sequence[ChatMessage], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Piece | Ending]:
        """Answer the last message, piece by piece.

        Raises:
            BudgetExhaustedError, UnpricedError: it is not asked at all.
            LanguageModelError: it gives no answer.
        """
        del model
        running = await self._meter.begin(self._call, messages, options)
        usage, outcome = None, "stopped"
        settling: asyncio.Future[None] | None = None
        try:
            asked = replace(options, max_tokens=min(options.max_tokens, running.longest))
            seen = time.monotonic()
            async with aclosing(cast("Any", self._inner.chat_stream(messages, asked, model=self._call.model))) as said:
                async for one in said:
                    if isinstance(one, Ending):
                        usage, outcome = one.usage, "cut" if one.cut else "ok"
                        continue
                    note_piece(running, one.text)
                    if running.first_byte_ms is None:
                        running.first_byte_ms = round((time.monotonic() - running.began) * 1000)
                    if time.monotonic() - seen > _SEEN_SECONDS:
                        seen = time.monotonic()
                        await self._meter.seen(running)
                    yield one
                    if is_endless(running) or (running.needs_more and not await self._meter.has_more_for(running)):
                        outcome = "cut"
                        break
            used = counted(running, usage, outcome)
            settling = asyncio.ensure_future(self._meter.end(running, used, outcome))
            # What it cost is known before it is written down: the last words do not wait for that.
            told = replace(used, cost_micros=running.cost_of(used))
            yield Ending(self._call.model, told, cut=outcome == "cut")
        except LanguageModelError as error:
            usage, outcome = usage or error.usage, error.failure.value
            raise
        except Exception:
            outcome = ModelFailure.FAILED.value
            raise
        finally:
            await to_the_end(settling or self._meter.end(running, counted(running, usage, outcome), outcome))

    async def get_available_models(self) -> list[ModelInfo]:
        """Return the one that was chosen."""
        return [self._call.info]

    async def is_available(self) -> bool:
        """Say what the other says."""
        return await self._inner.is_available()

    async def close(self) -> None:
        """Leave the other to whoever made it."""

"""Answers that come in pieces, as server-sent events. What makes them runs in a task of its own: when the client leaves
or stops it, that task is cancelled, which reaches the model, and it can still write down how far it came.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass
from typing import Final

import structlog
from pydantic import BaseModel
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from verbatim.adapters.llm.api import LanguageModelError
from verbatim.ai.errors import told
from verbatim.core.errors import VerbatimError

log = structlog.get_logger(__name__)

_FIRST_SECONDS: Final = 5.0
"""What fails within this time is refused with a status, as other requests are."""
_HEARTBEAT_SECONDS: Final = 10.0
_HEADERS: Final = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@dataclass(frozen=True)
class Told:
    """One event of a stream."""

    event: str
    data: BaseModel


class Failure(BaseModel):
    """Why a stream ends early."""

    detail: str
    code: str


Work = AsyncGenerator[Told]
_running: set[asyncio.Task[None]] = set()


async def _run(work: Work, queue: asyncio.Queue[Told | None]) -> None:
    try:
        async with contextlib.aclosing(work) as all_of_it:
            async for one in all_of_it:
                queue.put_nowait(one)
    finally:
        queue.put_nowait(None)


async def stream(work: Work) -> StreamingResponse:
    """Return the answer that sends what `work` gives.

    Raises:
        VerbatimError: it failed before anything was sent.
    """
    queue: asyncio.Queue[Told | None] = asyncio.Queue()
    task = asyncio.create_task(_run(work, queue))
    _running.add(task)
    task.add_done_callback(_ended)
    try:
        async with asyncio.timeout(_FIRST_SECONDS):
            first = await queue.get()
    except TimeoutError:
        return _Stream(task, _lines(task, queue))
    except asyncio.CancelledError:
        task.cancel()
        raise
    if first is None:
        await _refuse(task)
    return _Stream(task, _lines(task, queue, first))


class _Stream(StreamingResponse):
    """Whose end, whatever it is, ends the task that makes it: lines nobody reads any more would not."""

    def __init__(self, task: asyncio.Task[None], lines: AsyncIterator[str]) -> None:
        super().__init__(lines, media_type="text/event-stream", headers=_HEADERS)
        self._task = task

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._task.cancel()


def _ended(task: asyncio.Task[None]) -> None:
    _running.discard(task)
    if not task.cancelled():
        task.exception()  # told to the client; nobody else asks for it


async def _refuse(task: asyncio.Task[None]) -> None:
    try:
        await task
    except LanguageModelError as error:
        raise told(error) from error


async def _lines(
    task: asyncio.Task[None], queue: asyncio.Queue[Told | None], one: Told | None = None
) -> AsyncGenerator[str]:
    while True:
        if one is not None:
            # JSON has no raw line breaks, so one data line is enough.
            yield f"event: {one.event}\ndata: {one.data.model_dump_json()}\n\n"
        try:
            async with asyncio.timeout(_HEARTBEAT_SECONDS):
                one = await queue.get()
        except TimeoutError:
            yield ": still here\n\n"
            one = None
            continue
        if one is None:
            break
    failure = await _failure(task)
    if failure is not None:
        yield f"event: error\ndata: {failure.model_dump_json()}\n\n"


async def _failure(task: asyncio.Task[None]) -> Failure | None:
    try:
        await task
    except LanguageModelError as error:
        return Failure(detail=str(error), code=error.failure.value)
    except VerbatimError as error:
        return Failure(detail=error.detail, code=error.code)
    except Exception:
        log.exception("stream_failed")
        return Failure(detail=VerbatimError.__doc__ or "", code=VerbatimError.code)
    return None


async def last_of(work: Work) -> BaseModel:
    """Return the last that `work` gives, for whoever wants no stream.

    Raises:
        VerbatimError: it fails.
    """
    last: Told | None = None
    try:
        async with contextlib.aclosing(work) as all_of_it:
            async for one in all_of_it:
                last = one
    except LanguageModelError as error:
        raise told(error) from error
    assert last is not None  # noqa: S101 - work that does not fail tells how it ended
    return last.data

"""A server of language models for tests: it speaks both wire formats, answers what it is told, and fails on demand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

GOOD_KEY = "sk-good-key-for-tests"
FAULTS: dict[str, tuple[int, dict[str, Any]]] = {
    "wrong key": (401, {"message": f"Incorrect API key provided: {GOOD_KEY}", "code": "invalid_api_key"}),
    "no credit": (429, {"message": "You exceeded your current quota.", "code": "insufficient_quota"}),
    "too long": (400, {"message": "maximum context length is 8 tokens", "code": "context_length_exceeded"}),
    "overloaded": (529, {"message": "Overloaded", "type": "overloaded_error"}),
    "refused": (400, {"message": "The response was filtered.", "code": "content_filter"}),
    "broken": (500, {"message": "boom"}),
    "elsewhere": (302, {}),
}


@dataclass(frozen=True)
class Raw:
    """An answer byte for byte. ``endless``: the last piece again and again, without a pause."""

    pieces: Sequence[bytes]
    status: int = 200
    kind: str = "text/event-stream"
    headers: Mapping[str, str] = field(default_factory=dict)
    endless: bool = False


@dataclass
class ModelServer:
    """What it does next: ``answer`` piece by piece, or a ``fault`` by name. ``requests`` are what it was asked.

    ``replies`` are the answers to the next requests, each once, before ``answer`` is said again.
    """

    url: str = ""
    answer: Sequence[str] = ("It was about the garden. [1]\n",)
    replies: list[Sequence[str]] = field(default_factory=list)
    raw: Raw | None = None
    fault: str | None = None
    failures_left: int | None = None
    pause: float = 0.0
    counts: bool = True
    cached: int = 0
    tokens: tuple[int, int] = (120, 30)
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    stopped: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    finished: int = 0

    def _failing(self) -> bool:
        if self.fault not in FAULTS:
            return False
        if self.failures_left is None:
            return True
        self.failures_left -= 1
        return self.failures_left >= 0

    async def chat(self, request: web.Request) -> web.StreamResponse:
        """Answer as OpenAI does."""
        return await self._answer(request, self._openai_events)

    async def messages(self, request: web.Request) -> web.StreamResponse:
        """Answer as Anthropic does."""
        return await self._answer(request, self._anthropic_events)

    async def _answer(self, request: web.Request, events: Any) -> web.StreamResponse:
        self.requests.append(await request.json())
        said = self.replies.pop(0) if self.replies else self.answer
        self.asked.set()
        key = request.headers.get("x-api-key") or request.headers.get("Authorization", "").removeprefix("Bearer ")
        self.keys.append(key)
        if self._failing():
            status, error = FAULTS[self.fault or ""]
            headers = {"Location": "http://127.0.0.1:9/"} if status == 302 else {}
            return web.json_response({"error": error}, status=status, headers=headers)
        if self.fault == "silent":
            await asyncio.sleep(30)
        if self.raw is not None:
            return await self._say_raw(request, self.raw)
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        try:
            async for line in events(said):
                await response.write(line.encode())
            self.finished += 1
        except (ConnectionError, asyncio.CancelledError):
            self.stopped.set()
            raise
        return response

    async def _say_raw(self, request: web.Request, raw: Raw) -> web.StreamResponse:
        response = web.StreamResponse(status=raw.status, headers={"Content-Type": raw.kind, **raw.headers})
        await response.prepare(request)
        try:
            for one in raw.pieces:
                await response.write(one)
            while raw.endless:
                await response.write(raw.pieces[-1])
        except (ConnectionError, asyncio.CancelledError):
            self.stopped.set()
            raise
        return response

    async def _openai_events(self, said: Sequence[str]) -> AsyncIterator[str]:
        for place, text in enumerate(said):
            if place and self.pause:
                await asyncio.sleep(self.pause)
            if self.fault == "breaks off" and place:
                raise ConnectionResetError
            yield _event({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]})
        yield _event({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        if self.counts:
            told = {"prompt_tokens": self.tokens[0], "completion_tokens": self.tokens[1]}
            yield _event({"choices": [], "usage": told | {"prompt_tokens_details": {"cached_tokens": self.cached}}})
        yield "data: [DONE]\n\n"

    async def _anthropic_events(self, said: Sequence[str]) -> AsyncIterator[str]:
        calls_tool = bool(self.requests[-1].get("tools"))
        fresh = {"input_tokens": self.tokens[0] - self.cached, "cache_read_input_tokens": self.cached}
        yield _named({"type": "message_start", "message": {"usage": fresh | {"output_tokens": 1}}})
        for place, text in enumerate(said):
            if place and self.pause:
                await asyncio.sleep(self.pause)
            plain = {"type": "text_delta", "text": text}
            delta = {"type": "input_json_delta", "partial_json": text} if calls_tool else plain
            yield _named({"type": "content_block_delta", "index": 0, "delta": delta})
        usage, reason = {"output_tokens": self.tokens[1]}, "tool_use" if calls_tool else "end_turn"
        yield _named({"type": "message_delta", "delta": {"stop_reason": reason}, "usage": usage})
        yield _named({"type": "message_stop"})

    async def models(self, request: web.Request) -> web.Response:
        """List two models, for whoever has the key."""
        if self.fault == "wrong key":
            status, error = FAULTS[self.fault]
            return web.json_response({"error": error}, status=status)
        return web.json_response({"data": [{"id": "garden-1"}, {"id": "garden-2"}]})


def _named(data: dict[str, Any]) -> str:
    return f"event: {data['type']}\n{_event(data)}"


def _event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data)}\n\n"


@asynccontextmanager
async def model_server() -> AsyncIterator[ModelServer]:
    """Run one on a free port."""
    server = ModelServer()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", server.chat)
    app.router.add_post("/v1/messages", server.messages)
    app.router.add_get("/v1/models", server.models)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield server
    finally:
        await runner.cleanup()

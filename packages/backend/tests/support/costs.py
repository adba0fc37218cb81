"""What a request costs, counted: calls, and questions to PostgreSQL. A busy machine blurs neither."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

import asyncpg
from asyncpg.prepared_stmt import PreparedStatement
from fastapi import FastAPI
from verbatim.adapters.database.driver import DriverConnection

_asked: ContextVar[tuple[list[str], Any] | None] = ContextVar("asked", default=None)


@dataclass
class Answer:
    """What came back."""

    status: int = 0
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


async def ask(
    app: FastAPI, method: str, path: str, headers: Mapping[str, str], body: bytes = b"", query: str = ""
) -> Answer:
    """Call an application without a client, whose calls would be counted too."""
    named = {"host": "127.0.0.1", **{name.lower(): value for name, value in headers.items()}}
    if body:
        named |= {"content-type": "application/json", "content-length": str(len(body))}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "http",
        "root_path": "",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "state": {},
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 80),
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }
    sent = [{"type": "http.request", "body": body, "more_body": False}]
    answer = Answer()

    async def receive() -> Any:
        if not sent:
            await asyncio.Event().wait()
        return sent.pop()

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers = {name.decode(): value.decode() for name, value in message["headers"]}
        answer.body += message.get("body", b"")

    await app(scope, receive, send)
    return answer


async def calls(app: FastAPI, *request: Any, runs: int = 10, **more: Any) -> int:
    """Return how many functions are called for a request, those of Python and those written in C. The least of some
    runs: now and then a worker in the background has its turn in between.
    """
    counted = []
    for _ in range(runs):
        number = 0

        def count(_frame: Any, event: str, _argument: Any) -> None:
            nonlocal number
            number += event in {"call", "c_call"}

        sys.setprofile(count)
        try:
            answer = await ask(app, *request, **more)
        finally:
            sys.setprofile(None)
        assert answer.status == 200, answer.body
        counted.append(number)
    return min(counted)


@contextmanager
def questions() -> Iterator[list[str]]:
    """Collect what this task asks PostgreSQL, one text for each round trip, with the COMMIT of its reads."""
    asked: list[str] = []
    token = _asked.set((asked, asyncio.current_task()))
    with (
        _noted(asyncpg.Connection, "execute", lambda _, query, *__: query),
        _noted(asyncpg.Connection, "fetch", lambda _, query, *__: query),
        _noted(asyncpg.Connection, "executemany", lambda _, query, *__: query),
        _noted(DriverConnection, "prepare", lambda _, query, *__: None if query.startswith("BEGIN") else f"? {query}"),
        _noted(PreparedStatement, "fetch", lambda statement, *_: statement.get_query()),
    ):
        yield asked
    _asked.reset(token)


def _noted(cls: Any, name: str, text: Any) -> Any:
    original = getattr(cls, name)

    async def noted(self: Any, *args: Any, **options: Any) -> Any:
        said, current = text(self, *args), _asked.get()
        if current is not None and said is not None:
            asked, task = current
            reads = bool(asked) and asked[0].startswith("BEGIN READ ONLY") and said == "COMMIT;"
            if reads or asyncio.current_task() is task:
                asked.append(said)
        return await original(self, *args, **options)

    return patch.object(cls, name, noted)

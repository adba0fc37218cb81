"""The benchmarks' plugin: it tells how many SQL statements a request took, and signs callers in as BENCH_OWNERS."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from sqlalchemy import event
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Send
from starlette.types import Scope as ASGIScope
from verbatim.plugins.api import AuthDescription, Database, Permission, PluginRegistry, Principal, Scope

_statements: ContextVar[list[str] | None] = ContextVar("statements", default=None)


def _note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
    noted = _statements.get()
    if noted is not None:
        noted.append(statement)


class CountMiddleware:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: ASGIScope, receive: Receive, send: Send) -> None:
        noted: list[str] = []
        _statements.set(noted)

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["X-Statements"] = str(len(noted))
            await send(message)

        await self.app(scope, receive, counted)


class OwnersAuth:
    """Everybody may read what the owners in BENCH_OWNERS have."""

    def __init__(self, _settings: Any) -> None:
        owners = os.environ["BENCH_OWNERS"].split(",")
        scope = Scope(frozenset(owners), owners[0])
        self._principal = Principal(id="bench", name="Bench", permissions=frozenset(Permission), scope=scope)

    def describe(self) -> AuthDescription:
        return AuthDescription(required=True)

    async def authenticate(self, connection: HTTPConnection) -> Principal | None:  # noqa: ARG002 - interface
        return self._principal

    async def recall(
        self,
        database: Database,  # noqa: ARG002 - interface
        known_by: Mapping[str, str | None],  # noqa: ARG002 - interface
        *,
        changes: bool = False,  # noqa: ARG002 - interface
    ) -> Principal | None:
        return self._principal


class BenchPlugin:
    name = "bench"
    version = "1"

    def register(self, registry: PluginRegistry) -> None:
        if os.environ.get("BENCH_COUNT"):
            registry.add_middleware(CountMiddleware)
            registry.add_startup_hook(_listen)
        if os.environ.get("BENCH_OWNERS"):
            registry.add_adapter("auth", "bench", OwnersAuth)


async def _listen(app: Any) -> None:
    event.listen(app.state.database.engine.sync_engine, "before_cursor_execute", _note)

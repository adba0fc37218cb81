"""Which route answers a request: found by the table, and by FastAPI's own walk."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.routing import Route
from starlette.types import ASGIApp
from verbatim.declared_access import access_rules

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
ENDINGS = ("", "/", "/more", "//", "\n", "/ö", "/..", "%0A")
Found = tuple[Any, ...]


def addresses(app: FastAPI) -> list[str]:
    """Return an address for each route, and others that look like it."""
    paths = sorted({path for _, path in access_rules(app)} | {"/openapi.json"})
    made = [path.replace("{", "").replace("}", "") for path in paths]
    return [*(one + ending for one in made for ending in ENDINGS), *(one.upper() for one in made), "", "/", "//", "/x"]


@contextmanager
def recorded(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Found]]:
    """Give what is reached instead of being handled."""
    reached: list[Found] = []

    async def handle(self: Route, scope: Any, _receive: Any, _send: Any) -> None:
        answers = scope["method"] in (self.methods or ())
        reached.append((self.path, self.name, sorted(self.methods or ()), answers, scope.get("path_params")))

    with monkeypatch.context() as patch:
        patch.setattr(APIRoute, "handle", handle)
        patch.setattr(Route, "handle", handle)
        yield reached


async def reached_by(asked: ASGIApp, router: APIRouter, reached: list[Found], method: str, path: str) -> Found:
    """Return what `asked` gives a request to; the router's default is told apart."""

    async def default(scope: Any, *_: Any) -> None:
        reached.append(("default", scope.get("route")))

    async def nothing(*_: Any) -> Any:
        raise AssertionError("nothing is read or sent")

    router.default = default
    reached.clear()
    await asked({"type": "http", "method": method, "path": path, "headers": []}, nothing, nothing)
    (one,) = reached
    return one


async def assert_found_like_the_walk(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every address and method reach through the table what they reach without it."""
    table = app.router.middleware_stack
    tried = 0
    with recorded(monkeypatch) as reached:
        for path in addresses(app):
            for method in METHODS:
                found = await reached_by(table, app.router, reached, method, path)
                assert found == await reached_by(app.router.app, app.router, reached, method, path), (method, path)
                tried += found[0] != "default"
    assert tried > 2 * len(access_rules(app))


async def most_tried(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Return how many routes are tried for the request that needs most, and which it is."""
    worst, tried = (0, ""), 0
    with recorded(monkeypatch) as reached, monkeypatch.context() as patch:
        original = Route.matches

        def matches(self: Route, scope: Any) -> Any:
            nonlocal tried
            tried += 1
            return original(self, scope)

        table = app.router.middleware_stack
        patch.setattr(Route, "matches", matches)
        for method, path in [
            *access_rules(app),
            ("GET", "/"),
            ("GET", "/assets/x.js"),
            ("POST", "/api/nothing/at/all"),
        ]:
            tried = 0
            await reached_by(table, app.router, reached, method, path.replace("{", "").replace("}", ""))
            worst = max(worst, (tried, f"{method} {path}"))
    return worst


def in_threads(app: FastAPI) -> set[str]:
    """Return what routes call in a thread of their own, because it cannot be awaited."""
    called = [call for route in app.routes if isinstance(route, APIRoute) for call in _calls(route.dependant)]
    return {f"{call.__module__}.{call.__qualname__}" for call in called if not _is_awaited(call)}


def _calls(dependant: Any) -> Iterator[Any]:
    yield dependant.call
    for one in dependant.dependencies:
        yield from _calls(one)


def _is_awaited(call: Any) -> bool:
    call = inspect.unwrap(call)
    function = call if inspect.isroutine(call) else type(call).__call__
    return inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function)

"""The table of routes: a request is given to the one route that answers it, without trying all the others.

What answers is always what FastAPI's own walk through the routes would have found: the first route, in the order in
which they were added, that matches address and method; else the first that matches the address, which then says which
methods it knows. The table only leaves out routes that cannot match, by the parts of their addresses. Where it cannot
be sure of that, the walk is made.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from fastapi import APIRouter
from fastapi.routing import APIRoute, APIWebSocketRoute
from starlette.routing import BaseRoute, Match, Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from verbatim.core.routing.kept import KeptRoute

_OWN_WAYS = {cls.matches for cls in (APIRoute, APIWebSocketRoute, Route, WebSocketRoute)}
_WITHIN_A_PART = frozenset({"str", "int", "float", "uuid"})
_CONVERTOR = re.compile(r"{\w+:(\w+)}")


@dataclass(slots=True)
class _Entry:
    order: int
    route: BaseRoute
    methods: frozenset[str] | None
    """Without any, only the route itself can tell."""


@dataclass(slots=True)
class _Node:
    """Where the addresses of some routes part from those of others."""

    named: dict[str, _Node] = field(default_factory=dict)
    any: _Node | None = None
    entries: list[_Entry] = field(default_factory=list)


class RouteTable:
    """An ASGI application that stands before a router's own."""

    def __init__(self, router: APIRouter) -> None:
        self._router = router
        self._walk = router.middleware_stack
        self._build()

    def _build(self) -> None:
        """Lay the table. It is laid anew when somebody adds a route to the running application."""
        self._root = _Node()
        self._anywhere: list[_Entry] = []
        self._routes = list(self._router.routes)
        for order, route in enumerate(self._routes):
            methods = frozenset(getattr(route, "methods", None) or ())
            path = _telling_path(route)
            if path is None:
                self._anywhere.append(_Entry(order, route, None))
                continue
            node = self._root
            for part in path.split("/"):
                if "{" in part:
                    node.any = node = node.any or _Node()
                else:
                    node = node.named.setdefault(part, _Node())
            node.entries.append(_Entry(order, route, methods or None))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" or self._unsure(scope):
            await self._walk(scope, receive, send)
            return
        route, told = self._find(scope)
        if route is None and self._anywhere:
            await self._walk(scope, receive, send)
            return
        scope.setdefault("router", self._router)
        scope.update(told)
        await (route.handle if route else self._router.default)(scope, receive, send)

    def plain(self, scope: Scope) -> ASGIApp | None:
        """Return what answers a request past all that FastAPI lays around its routes, if the route is a plain one; the
        request's scope then names the route.
        """
        if self._unsure(scope):
            return None
        route, told = self._find(scope)
        if not isinstance(route, KeptRoute) or scope["method"] not in (route.methods or ()) or not route.answers_itself:
            return None
        scope.setdefault("router", self._router)
        scope.update(told)
        return route.app

    def _unsure(self, scope: Scope) -> bool:
        """Tell what only FastAPI can answer: below a proxy's prefix, with telemetry, with pages below all routes, and
        where an address holds a line break, which patterns overlook at its end.
        """
        router = self._router
        if len(router.routes) != len(self._routes) or router.routes[-1:] != self._routes[-1:]:
            self._build()
        return bool(
            scope.get("root_path")
            or scope.get("fastapi.telemetry")
            or router.redirect_slashes
            or router.form_limits
            or getattr(router, "_low_priority_routes", ())
            or "\n" in scope["path"]
        )

    def _find(self, scope: Scope) -> tuple[BaseRoute | None, Scope]:
        """Return the route that answers and what it read in the address."""
        method = scope.get("method")
        candidates = self._candidates(scope["path"])
        # Those that know the method come first: one of them that matches wins against all that do not.
        knowing = [entry for entry in candidates if method is None or not entry.methods or method in entry.methods]
        second: tuple[int, BaseRoute | None, Scope] = (len(self._routes), None, {})
        for entry in knowing:
            match, told = entry.route.matches(scope)
            if match is Match.FULL:
                return entry.route, told
            if match is Match.PARTIAL and entry.order < second[0]:
                second = (entry.order, entry.route, told)
        for entry in candidates if len(knowing) < len(candidates) else ():
            if entry.order >= second[0]:
                break
            if entry not in knowing:
                match, told = entry.route.matches(scope)
                if match is not Match.NONE:
                    return entry.route, told
        return second[1], second[2]

    def _candidates(self, path: str) -> list[_Entry]:
        """Return the routes that may match an address, in their order."""
        nodes = [self._root]
        for part in path.split("/"):
            reached = []
            for node in nodes:
                if (named := node.named.get(part)) is not None:
                    reached.append(named)
                if node.any is not None:
                    reached.append(node.any)
            nodes = reached
        found = [entry for node in nodes for entry in node.entries]
        found += self._anywhere
        found.sort(key=_ORDER)
        return found


class PlainFirst:
    """The innermost layer of an application: requests for plain routes go straight to them, all others through what
    FastAPI lays around its routes. ``handlers`` are those of errors, by class and by status.
    """

    def __init__(self, table: RouteTable, otherwise: ASGIApp, handlers: tuple[Any, Any]) -> None:
        self._table, self._otherwise, self._handlers = table, otherwise, handlers

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        answer = self._table.plain(scope) if scope["type"] == "http" else None
        if answer is None:
            return self._otherwise(scope, receive, send)
        scope["starlette.exception_handlers"] = self._handlers
        return answer(scope, receive, send)


_ORDER = attrgetter("order")


def _telling_path(route: BaseRoute) -> str | None:
    """Return a route's path when its parts tell which addresses it may match."""
    if type(route).matches not in _OWN_WAYS:
        return None
    path: str | None = getattr(route, "path", None)
    if path is None or not _WITHIN_A_PART.issuperset(_CONVERTOR.findall(path)):
        return None
    return path

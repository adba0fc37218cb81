"""What a request does, by the declaration of the route that it is for; also before that route has been found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from fastapi.routing import iter_route_contexts
from starlette._utils import get_route_path
from starlette.routing import compile_path
from starlette.types import ASGIApp, Scope

from verbatim.core.effects import Declared


@dataclass(frozen=True)
class _Route:
    path: str
    pattern: re.Pattern[str]
    methods: frozenset[str]
    """None of them is a websocket's."""
    dependencies: tuple[Any, ...]


_known: WeakKeyDictionary[Any, tuple[int, list[_Route]]] = WeakKeyDictionary()


def declared_by(scope: Scope) -> Declared:
    """Return what the route of a request or a websocket says of itself; where there is none, what the method says."""
    method = scope.get("method")
    route = scope.get("route")
    if route is not None:
        return Declared.by(getattr(route, "dependencies", None) or (), method)
    path = get_route_path(scope)
    for known in _routes_of(scope["app"]):
        fits = method in known.methods if method is not None else not known.methods
        if fits and known.pattern.match(path):
            return Declared.by(known.dependencies, method)
    return Declared.by((), method)


def declarations(app: ASGIApp) -> list[tuple[str, str, Declared]]:
    """Return what every route says of itself, by method and path, in the order in which they were added."""
    return [
        (method, known.path, Declared.by(known.dependencies, method))
        for known in _routes_of(app)
        for method in sorted(known.methods)
    ]


def _routes_of(app: ASGIApp) -> list[_Route]:
    routes = getattr(app, "routes", [])
    count, found = _known.get(app, (-1, []))
    if count != len(routes):
        found = [
            _Route(
                str(context.path),
                compile_path(str(context.path))[0],
                frozenset(context.methods or ()),
                tuple(getattr(context, "dependencies", None) or ()),
            )
            for context in iter_route_contexts(routes)
        ]
        _known[app] = (len(routes), found)
    return found

"""Routes as features declare them, without the work that nobody may ever need.

FastAPI reads the signature of each route, and makes a validator for each parameter and answer, when the route is
declared. The routes that requests reach are made of these under their prefix (see `kept`), each when the first request
for it comes; what is done at the declaration would never be used.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, Final

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.routing import get_name

_OPTIONS: Final = {
    name: parameter.default
    for name, parameter in inspect.signature(APIRoute.__init__).parameters.items()
    if parameter.kind is parameter.KEYWORD_ONLY
}


class DeferredRoute(APIRoute):
    """A route that knows what was said about it; the rest comes when somebody asks for it."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        # Without the parent's __init__, which does the work that is to wait.
        self.__dict__.update(_OPTIONS | options)
        self.path, self.endpoint = path, endpoint
        self.name = options.get("name") or get_name(endpoint)
        self.methods = {method.upper() for method in options.get("methods") or ("GET",)}
        self.tags, self.dependencies = list(options.get("tags") or ()), list(options.get("dependencies") or ())
        self.responses = options.get("responses") or {}
        self.stream_item_type = None
        self._options = options
        if inspect.isgeneratorfunction(endpoint) or inspect.isasyncgenfunction(endpoint):
            super().__init__(path, endpoint, **options)

    def __getattr__(self, name: str) -> Any:
        # Only called for what is not there yet.
        if name.startswith("__") or "_options" not in self.__dict__:
            raise AttributeError(name)
        options = self.__dict__.pop("_options")
        super().__init__(self.path, self.endpoint, **options)
        return getattr(self, name)


class Router(APIRouter):
    """A router of such routes."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"route_class": DeferredRoute, **options})

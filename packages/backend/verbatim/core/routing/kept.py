"""Routes under their prefix, made when they are first needed and once for each process.

FastAPI makes a route anew for each application that includes its router: it reads the signature, and makes a validator
for each parameter and answer. That is the same work with the same result for every application, a third of a second
for all routes. Here an application gets routes that say at once who may call them and where they are; the rest comes
with the first request, from what an earlier application had made where there was one. Only the handler is always the
application's own, because it knows the application's `dependency_overrides`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from inspect import unwrap
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.datastructures import DefaultPlaceholder
from fastapi.params import Depends
from fastapi.routing import APIRoute, request_response

from verbatim.core.routing.deferred import DeferredRoute, Router
from verbatim.core.routing.plain import is_plain, plain_app

_PLAIN = {APIRoute, DeferredRoute}
_OPTIONS = frozenset({"prefix", "tags", "dependencies"})
_STORE = "verbatim_kept"


@dataclass(frozen=True)
class _Place:
    """Where and how a router is included, which its routes take over."""

    prefix: str = ""
    tags: tuple[Any, ...] = ()
    dependencies: tuple[Depends, ...] = ()

    def inside(self, outer: _Place) -> _Place:
        return _Place(outer.prefix + self.prefix, outer.tags + self.tags, outer.dependencies + self.dependencies)


class KeptRoute(APIRoute):
    """A route of a router under a prefix."""

    def __init__(self, given: APIRoute, place: _Place, app: FastAPI) -> None:
        # Without the parent's __init__, which does the work that is to wait.
        self.path = place.prefix + given.path
        self.endpoint = given.endpoint
        self.methods = set(given.methods or ())
        self.name = given.name
        self.include_in_schema = given.include_in_schema
        self.tags = [*place.tags, *given.tags]
        self.dependencies = [*place.dependencies, *given.dependencies]
        self.dependency_overrides_provider = app
        self._given, self._place = given, place

    def __getattr__(self, name: str) -> Any:
        # Only called for what is not there yet.
        if name.startswith("__") or "app" in self.__dict__:
            raise AttributeError(name)
        provider = self.__dict__["dependency_overrides_provider"]
        named = provider.router.generate_unique_id_function
        made = _made(self._given, self._place, named.value if isinstance(named, DefaultPlaceholder) else named)
        self.__dict__.update({key: _own(value) for key, value in made.__dict__.items() if key not in self.__dict__})
        self.dependency_overrides_provider = provider
        self.app = plain_app(self, request_response(self.get_route_handler()))
        self.answers_itself = is_plain(self)
        return self.__dict__[name] if name in self.__dict__ else super().__getattribute__(name)


def _own(value: Any) -> Any:
    """Return what an application may change without changing another's."""
    return copy.copy(value) if isinstance(value, (list, dict, set)) else value


def _made(given: APIRoute, place: _Place, operation_id: Callable[[APIRoute], str]) -> APIRoute:
    """Return the route that FastAPI would make of `given` at this place."""
    # Kept with the route that it was made of, and gone with it. A dependency is what it is by identity.
    store: dict[Any, APIRoute] = given.__dict__.setdefault(_STORE, {})
    key = (place.prefix, place.tags, tuple(map(id, place.dependencies)), operation_id)
    if key not in store:
        own_id = given.generate_unique_id_function
        store[key] = APIRoute(
            place.prefix + given.path,
            given.endpoint,
            response_model=given.response_model,
            status_code=given.status_code,
            tags=[*place.tags, *given.tags],
            dependencies=[*place.dependencies, *given.dependencies],
            summary=given.summary,
            description=given.description,
            response_description=given.response_description,
            responses=given.responses,
            deprecated=given.deprecated,
            name=given.name,
            methods=given.methods,
            operation_id=given.operation_id,
            response_model_include=given.response_model_include,
            response_model_exclude=given.response_model_exclude,
            response_model_by_alias=given.response_model_by_alias,
            response_model_exclude_unset=given.response_model_exclude_unset,
            response_model_exclude_defaults=given.response_model_exclude_defaults,
            response_model_exclude_none=given.response_model_exclude_none,
            include_in_schema=given.include_in_schema,
            response_class=given.response_class,
            callbacks=given.callbacks,
            openapi_extra=given.openapi_extra,
            generate_unique_id_function=operation_id if isinstance(own_id, DefaultPlaceholder) else own_id,
            strict_content_type=given.strict_content_type,
            form_limits=given.form_limits,
        )
    return store[key]


def include_kept(app: FastAPI, router: APIRouter, **options: Any) -> None:
    """Include a router, of which everything is known now, like ``app.include_router``.

    A router that holds or asks for something else than plain routes is left to FastAPI.
    """
    found = _flat(router) if options.keys() <= _OPTIONS else None
    if found is None:
        app.include_router(router, **options)
        return
    outer = _Place(
        app.router.prefix + options.get("prefix", ""),
        (*app.router.tags, *(options.get("tags") or ())),
        (*app.router.dependencies, *(options.get("dependencies") or ())),
    )
    app.router.routes.extend(KeptRoute(route, place.inside(outer), app) for route, place in found)


def _flat(router: APIRouter) -> list[tuple[APIRoute, _Place]] | None:
    """Return the routes of a router and of those inside it; nothing when one needs FastAPI's own way."""
    try:
        return list(_walk(router, _Place()))
    except _NotPlainError:
        return None


class _NotPlainError(Exception):
    """Something that is not a plain route."""


_EMPTY = APIRouter()
_HOLDER = APIRouter()
_HOLDER.include_router(_EMPTY)
_INCLUDED: Any = _HOLDER.routes[0]
"""What FastAPI notes of a router inside another, here with nothing said about it."""


def _walk(router: APIRouter, place: _Place) -> Iterator[tuple[APIRoute, _Place]]:
    if not _is_plain(router):
        raise _NotPlainError
    for route in router.routes:
        if (
            isinstance(route, APIRoute)
            and type(route) in _PLAIN
            and route.stream_item_type is None
            and route.max_body_size is None
        ):
            yield route, place
        elif type(route) is type(_INCLUDED):
            yield from _walk_inner(route, place)
        else:
            raise _NotPlainError


def _says_no_more(route: APIRoute) -> bool:
    return type(route) in _PLAIN and route.stream_item_type is None and route.max_body_size is None


def _is_plain(router: APIRouter) -> bool:
    return (
        type(router) in {APIRouter, Router}
        and not (router.on_startup or router.on_shutdown or router.form_limits)
        and _is_idle(router.lifespan_context)
        and router.max_body_size is None
        and not getattr(router, "_low_priority_routes", ())
    )


def _is_idle(lifespan: Any) -> bool:
    """Tell whether nothing happens at start and stop. Two lifespans are made one when a router takes in another."""
    function, joined = unwrap(lifespan), unwrap(_HOLDER.lifespan_context)
    if getattr(function, "__code__", None) is getattr(joined, "__code__", function):
        return all(_is_idle(cell.cell_contents) for cell in function.__closure__ or ())
    return type(lifespan) is type(_EMPTY.lifespan_context)


def _walk_inner(route: Any, place: _Place) -> Iterator[tuple[APIRoute, _Place]]:
    """Walk through a router inside another, unless that says more than where it is and who may call it."""
    said, nothing = route.include_context, _INCLUDED.include_context
    rest = replace(said, included_router=nothing.included_router, prefix="", tags=[], dependencies=[])
    if rest != nothing:
        raise _NotPlainError
    inner = _Place(said.prefix, tuple(said.tags), tuple(said.dependencies))
    yield from _walk(route.original_router, inner.inside(place))

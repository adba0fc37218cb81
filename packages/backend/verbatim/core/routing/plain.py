"""Answering on a plain route: what FastAPI finds out about it for each request is found out once.

A route is plain when it takes nothing but the request, parts of its address and single query parameters, asks for what
is `async`, and answers with a model or a finished response. All others, and all whose dependencies a test replaces, are
answered by FastAPI; so is every request that somebody traces. The answer is the same, and so is the order: a dependency
is entered before the next one is looked at, and left, its transaction committed, before the answer leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from types import NoneType
from typing import Any, Final

from fastapi import params
from fastapi._compat import ModelField, field_annotation_is_sequence
from fastapi._compat.v2 import get_missing_field_error
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies.models import (
    Dependant,
    _get_cache_key,
    _is_async_gen_callable,
    _is_coroutine_callable,
    _uses_scopes,
)
from fastapi.dependencies.utils import (
    _get_param_aliases,
    _get_param_model,
    _is_json_field,
)
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute, serialize_response
from fastapi.utils import is_body_allowed_for_status_code
from starlette._exception_handler import wrap_app_handling_exceptions
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_NEVER_CHANGE: Final = (NoneType, bool, int, float, str, bytes)
_UNTOUCHED: Final = object()


@dataclass(frozen=True, slots=True)
class _Parameter:
    """A single value out of the address or the query."""

    name: str
    alias: str
    loc: tuple[str, str]
    field: ModelField
    is_required: bool
    default: Any
    """`_UNTOUCHED`: it may change, or has to be checked, and is made anew each time."""

    def read(self, given: Mapping[str, Any], values: dict[str, Any], errors: list[Any]) -> None:
        value = given.get(self.alias)
        if value is None:
            if self.is_required:
                errors.append(get_missing_field_error(loc=self.loc))
                return
            if self.default is not _UNTOUCHED:
                values[self.name] = self.default
                return
            value = deepcopy(self.field.default)
            if not self.field.field_info.validate_default:
                values[self.name] = value
                return
        found, wrong = self.field.validate(value, values, loc=self.loc)
        if wrong:
            errors += wrong
        else:
            values[self.name] = found


@dataclass(frozen=True, slots=True)
class _Step:
    """A function and what it asks for: the endpoint itself, or something that it depends on."""

    name: str | None
    call: Callable[..., Any]
    is_entered: bool
    """Whether it is a generator, which is left when the endpoint has ended."""
    kept_as: Any
    use_kept: bool
    needs: tuple[_Step, ...]
    in_path: tuple[_Parameter, ...]
    in_query: tuple[_Parameter, ...]
    request_names: tuple[str, ...]
    """What it calls the request, which is the connection too."""


class _NotPlainError(Exception):
    """Only FastAPI can answer on this route."""


@asynccontextmanager
def _leaving(entered: Any) -> Any:
    """Return what leaves a generator that has been entered, whatever happens meanwhile."""
    return entered


@dataclass(slots=True)
class _Solving:
    request: Request
    kept: dict[Any, Any] = field(default_factory=dict)
    entered: list[Any] = field(default_factory=list)

    async def answer(self, endpoint: _Step, serializing: Mapping[str, Any]) -> Any:
        """Return what an endpoint answers, as JSON if it is no response; what it depends on has been left then."""
        try:
            answer = await endpoint.call(**await self._valid(endpoint))
            if not isinstance(answer, Response):
                answer = await serialize_response(response_content=answer, **serializing)
            await self._leave()
        except BaseException:
            async with AsyncExitStack() as stack:
                for entered in self.entered:
                    stack.push_async_exit(_leaving(entered))
                raise
        return answer

    async def _valid(self, endpoint: _Step) -> dict[str, Any]:
        values, errors = await self.values_of(endpoint)
        if errors:
            raise RequestValidationError(errors)
        return values

    async def _leave(self) -> None:
        """Go on after the ``yield`` of what was entered, the last one first."""
        while self.entered:
            entered = self.entered.pop()
            try:
                await anext(entered)
            except StopAsyncIteration:
                continue
            raise RuntimeError(f"{entered.__qualname__} yields more than once")

    async def values_of(self, step: _Step) -> tuple[dict[str, Any], list[Any]]:
        """Return what a step is called with, and what is wrong with it; then it must not be called."""
        values: dict[str, Any] = {}
        errors: list[Any] = []
        for need in step.needs:
            inner, wrong = await self.values_of(need)
            if wrong:
                errors += wrong
                continue
            if need.use_kept and need.kept_as in self.kept:
                solved = self.kept[need.kept_as]
            elif need.is_entered:
                entered = need.call(**inner)
                solved = await anext(entered)
                self.entered.append(entered)
            else:
                solved = await need.call(**inner)
            if need.name is not None:
                values[need.name] = solved
            self.kept.setdefault(need.kept_as, solved)
        for parameter in step.in_path:
            parameter.read(self.request.path_params, values, errors)
        for parameter in step.in_query:
            parameter.read(self.request.query_params, values, errors)
        for name in step.request_names:
            values[name] = self.request
        return values, errors


def plain_app(route: APIRoute, otherwise: ASGIApp) -> ASGIApp:
    """Return what answers on a route; ``otherwise`` is FastAPI's own, for what this one cannot do."""
    try:
        _insist(_is_plain(route))
        endpoint = _step(route.dependant)
    except _NotPlainError:
        return otherwise
    serializing: dict[str, Any] = {
        "field": route.response_field,
        "include": route.response_model_include,
        "exclude": route.response_model_exclude,
        "by_alias": route.response_model_by_alias,
        "exclude_unset": route.response_model_exclude_unset,
        "exclude_defaults": route.response_model_exclude_defaults,
        "exclude_none": route.response_model_exclude_none,
        "dump_json": True,
    }
    status_code = route.status_code or 200
    provider: Any = route.dependency_overrides_provider

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        if provider.dependency_overrides or scope.get("fastapi.telemetry") is not None:
            await otherwise(scope, receive, send)
            return
        request = Request(scope, receive, send)
        try:
            answer = await _Solving(request).answer(endpoint, serializing)
        except Exception as error:  # noqa: BLE001 - the application's handlers know what it means
            await _handled(request, error, send)
            return
        if isinstance(answer, Response):
            await wrap_app_handling_exceptions(answer, request)(scope, receive, send)
        else:
            await Response(answer, status_code, media_type="application/json")(scope, receive, send)

    return app


def is_plain(route: APIRoute) -> bool:
    """Return whether a route is answered here, not by FastAPI, which needs twice the time."""
    return getattr(route.app, "__module__", "") == __name__


async def _handled(request: Request, error: Exception, send: Send) -> None:
    """Answer what went wrong as the application's handlers say."""

    async def fail(*_: Any) -> None:
        raise error

    await wrap_app_handling_exceptions(fail, request)(request.scope, request.receive, send)


def _insist(fact: object) -> None:
    if not fact:
        raise _NotPlainError


def _is_plain(route: APIRoute) -> bool:
    return (
        route.body_field is None
        and route.response_field is not None
        and isinstance(route.response_class, DefaultPlaceholder)
        and route.stream_item_field is None
        and not route.is_json_stream
        and is_body_allowed_for_status_code(route.status_code)
        and _is_coroutine_callable(route.dependant.call)
    )


def _step(dependant: Dependant) -> _Step:
    call: Any = dependant.call
    entered = _is_async_gen_callable(call)
    _insist(entered or _is_coroutine_callable(call))
    _insist(not entered or dependant.scope == "function")
    _insist(not (dependant.header_params or dependant.cookie_params or dependant.body_params))
    _insist(dependant.concurrency is None and not _uses_scopes(dependant=dependant))
    more = ("websocket", "background_tasks", "response", "security_scopes")
    _insist(all(getattr(dependant, f"{one}_param_name") is None for one in more))
    return _Step(
        name=dependant.name,
        call=call,
        is_entered=entered,
        kept_as=_get_cache_key(dependant=dependant),
        use_kept=dependant.use_cache,
        needs=tuple(map(_step, dependant.dependencies)),
        in_path=tuple(map(_parameter, dependant.path_params)),
        in_query=tuple(map(_parameter, dependant.query_params)),
        request_names=tuple(filter(None, (dependant.request_param_name, dependant.http_connection_param_name))),
    )


def _parameter(field: ModelField) -> _Parameter:
    info: Any = field.field_info
    aliases = _get_param_aliases(field)
    _insist(isinstance(info, params.Param) and info.default_factory is None and len(aliases) == 1)
    _insist(_get_param_model(field) is None and not _is_json_field(field))
    _insist(not field_annotation_is_sequence(info.annotation))
    required = info.is_required()
    stays = not required and isinstance(field.default, _NEVER_CHANGE) and not info.validate_default
    return _Parameter(
        name=field.name,
        alias=aliases[0][1],
        loc=(info.in_.value, aliases[0][1]),
        field=field,
        is_required=required,
        default=field.default if stays else _UNTOUCHED,
    )

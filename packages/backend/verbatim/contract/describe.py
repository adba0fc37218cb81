"""Adds to FastAPI's description: how to sign in, what each route needs, and its errors with their codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, iter_route_contexts

from verbatim.contract.answers import SCHEMAS, Answers, component_name, response_of
from verbatim.contract.reach import Documented, Reach, documented
from verbatim.core.connections import refusals
from verbatim.core.errors import VerbatimError
from verbatim.permissions import AccessRule

_SAFE = frozenset({"get", "head"})
_FASTAPIS_OWN = ("HTTPValidationError", "ValidationError")

_MALFORMED = Documented(
    422, "validation_error", "Something is missing, unknown or not as it should be; detail lists it."
)
_RACE = "conflict"


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description of `app`."""
    description = FastAPI.openapi(app)
    components = description.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for name in _FASTAPIS_OWN:
        schemas.pop(name, None)
    schemas |= SCHEMAS
    schemes = app.state.runtime.auth.describe().schemes
    if schemes:
        components["securitySchemes"] = dict(schemes)
    described = _Described(app)
    answers: list[Answers] = []
    for path, method, operation, route in _operations(app, description):
        rule = next((one for one in _rules(route) if isinstance(one, AccessRule)), None)
        if rule is not None and schemes:
            operation["security"] = [] if rule.anonymous else _needed(rule, schemes)
        answers.append(described.answers(path, method, route))
        responses = operation["responses"]
        responses.pop("422", None)
        for status, errors in answers[-1].items():
            responses.setdefault(str(status), (status, errors))
    _fill(description, answers)
    return description


def _operations(app: FastAPI, description: Mapping[str, Any]) -> Iterable[tuple[str, str, dict[str, Any], APIRoute]]:
    """Return path, method and description of every route that is described, with the route."""
    for context in iter_route_contexts(app.routes):
        route: Any = getattr(context, "original_route", None) or context
        for method in sorted(context.methods or ()):
            path = str(context.path)
            operation = description["paths"].get(path, {}).get(method.lower())
            if operation is not None and getattr(context, "include_in_schema", True):
                yield path, method.lower(), operation, route


def _rules(route: Any) -> list[Any]:
    return [depends.dependency for depends in getattr(route, "dependencies", ())]


def _needed(rule: AccessRule, schemes: Mapping[str, Any]) -> list[dict[str, list[str]]]:
    """Return the ways to sign in, any of which opens a route; a bearer needs the permission, as the scope of a key."""
    scope = [str(permission)] if (permission := rule.permission or rule.delegates) is not None else []
    return [{name: scope} for name in schemes]


class _Described:
    """What the routes of one application answer."""

    def __init__(self, app: FastAPI) -> None:
        given = app.state.registry.contributions
        self.reach = Reach(given)
        around: list[Any] = [middleware.cls for middleware in app.user_middleware]
        self.restated = [cls.status_told for cls in around if hasattr(cls, "status_told")]
        self.everywhere = self.reach.errors([*around, app.state.runtime.auth, *app.exception_handlers.values()])
        self.everywhere |= {documented(cls) for cls in vars(refusals).values() if _is_own_error(cls, refusals.__name__)}
        self.everywhere.add(_MALFORMED)
        self.objections = self.reach.errors([guard.object for guard in given.all_guards()])

    def answers(self, path: str, method: str, route: Any) -> Answers:
        """Return every error of a route by the status that leaves the server. What only changes can meet is left out of
        those that read.
        """
        rules = [rule for rule in _rules(route) if not (isinstance(rule, AccessRule) and rule.anonymous)]
        found = self.reach.errors([route.endpoint, *rules, *_dependencies(route.dependant)]) | self.everywhere
        if method in _SAFE:
            found -= self.objections
            found = {error for error in found if error.code != _RACE}
        by_status: dict[int, set[Documented]] = {}
        for error in found:
            status = reduce(lambda told, restated: restated(path, told), self.restated, error.status)
            by_status.setdefault(status, set()).add(error)
        return {status: tuple(sorted(errors)) for status, errors in sorted(by_status.items())}


def _is_own_error(value: Any, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, VerbatimError) and value.__module__ == module


def _dependencies(dependant: Dependant) -> Iterable[Any]:
    for inner in dependant.dependencies:
        if inner.call is not None and not isinstance(inner.call, AccessRule):
            yield inner.call
        yield from _dependencies(inner)


def _fill(description: dict[str, Any], answers: list[Answers]) -> None:
    """Put the responses in: what many routes say alike stands among the components once."""
    told = Counter((status, errors) for one in answers for status, errors in one.items())
    shared: dict[Any, str] = {}
    for (status, errors), count in told.most_common():
        name = component_name(status)
        if count > 1 and name not in shared.values():
            shared[status, errors] = name
    components = description["components"].setdefault("responses", {})
    for key, name in sorted(shared.items(), key=lambda item: item[1]):
        components[name] = response_of(*key)
    for item in description["paths"].values():
        for operation in item.values():
            for status, said in operation["responses"].items():
                if isinstance(said, tuple):
                    name = shared.get(said, "")
                    ref = {"$ref": f"#/components/responses/{name}"}
                    operation["responses"][status] = ref if name else response_of(*said)

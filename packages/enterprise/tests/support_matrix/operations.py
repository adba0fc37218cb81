"""The routes of the live application: where each takes an id, and how to call it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from fastapi import FastAPI
from verbatim.declared_access import access_rules
from verbatim.permissions import AccessRule

from support_matrix.tables import EXAMPLES, IN_PATHS, KINDS, NOT_OF_A_TEAM

_ID = re.compile(r"(?:^|_)(?:ids?|token)$")
_PATH = re.compile(r"\{(\w+)\}")
ENDLESS = "GET /api/events"
_UPLOAD = "multipart/form-data"
_JSON = "application/json"
_METHODS_SHARED = {"HEAD": "get"}


class UnknownIdError(AssertionError):
    """A route takes an id of which the matrix does not know what it is."""


@dataclass(frozen=True)
class Position:
    """A place where a route takes an id: ``path``, ``query`` or ``body``. ``many`` says that it takes a list."""

    place: str
    name: str
    kind: str
    many: bool = False

    def __str__(self) -> str:
        return f"{self.place} {self.name}"


@dataclass(frozen=True)
class Operation:
    """One route and how it is called."""

    method: str
    path: str
    rule: AccessRule
    positions: tuple[Position, ...]
    body: Mapping[str, Any] | None
    query: Mapping[str, Any]
    form: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    """Those that are needed, as the description has them for example."""

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    async def call(self, client: httpx.AsyncClient, ids: Mapping[Position, str], **fields: str) -> httpx.Response:
        """Call the route with these ids; ``fields`` fill what examples leave open."""
        path = {position.name: value for position, value in ids.items() if position.place == "path"}
        path |= {name: IN_PATHS.get(name, "made-up") for name in _PATH.findall(self.path) if name not in path}
        query = {**self.query, **_values(ids, "query")}
        query = {name: value.format(**fields) if isinstance(value, str) else value for name, value in query.items()}
        body = None if self.body is None else {**self.body, **_values(ids, "body")}
        url = self.path.format(**path)
        if self.form:
            files = {"file": ("a.wav", b"RIFF")}
            return await client.request(self.method, url, params=query, data=body, files=files)
        return await client.request(self.method, url, params=query, json=body, headers=dict(self.headers))


def _values(ids: Mapping[Position, str], place: str) -> dict[str, Any]:
    return {
        position.name: [value] if position.many and place == "body" else value
        for position, value in ids.items()
        if position.place == place
    }


def operations_of(app: FastAPI) -> list[Operation]:
    """Return every route of `app`; documentation pages, which are the same for everybody, take no ids either."""
    rules = access_rules(app)
    described = _described(app, frozenset(rules))
    return [_operation(described, method, path, rule) for (method, path), (rule,) in rules.items()]


_DESCRIPTIONS: dict[frozenset[tuple[str, str]], Mapping[str, Any]] = {}


def _described(app: FastAPI, routes: frozenset[tuple[str, str]]) -> Mapping[str, Any]:
    """Return what is said of these routes: what they take, which is the same in every server that has them."""
    if routes not in _DESCRIPTIONS:
        _DESCRIPTIONS[routes] = app.openapi()
    return _DESCRIPTIONS[routes]


def _operation(described: Mapping[str, Any], method: str, path: str, rule: AccessRule) -> Operation:
    name = f"{method} {path}"
    item = described["paths"].get(path, {})
    operation = item.get(_METHODS_SHARED.get(method, method.lower()), {})
    example = EXAMPLES.get(name, {})
    positions = [_position(name, "path", one) for one in _PATH.findall(path)]
    query: dict[str, Any] = {}
    for parameter in operation.get("parameters", ()):
        if parameter["in"] != "query":
            continue
        if _is_id(name, parameter["name"]):
            positions.append(_position(name, "query", parameter["name"], parameter["schema"]))
        elif parameter["name"] in example:
            query[parameter["name"]] = example[parameter["name"]]
        elif parameter.get("required"):
            query[parameter["name"]] = _made_up(described, parameter["schema"])
    body, form = None, False
    for kind, content in operation.get("requestBody", {}).get("content", {}).items():
        schema = _resolve(described, content["schema"])
        form = kind == _UPLOAD
        if kind not in {_JSON, _UPLOAD}:
            continue
        body = _body(described, schema, example)
        positions += [
            _position(name, "body", one, field)
            for one, field in schema.get("properties", {}).items()
            if _is_id(name, one)
        ]
    found = tuple(one for one in positions if one is not None)
    return Operation(method, path, rule, found, body, query, form, headers=_headers(operation))


def _headers(operation: Mapping[str, Any]) -> dict[str, str]:
    given = [one for one in operation.get("parameters", ()) if one["in"] == "header" and one.get("required")]
    found = {one["name"]: one["example"] for one in given if "example" in one}
    raw = [kind for kind in operation.get("requestBody", {}).get("content", ()) if kind not in {_JSON, _UPLOAD}]
    return found | ({"Content-Type": raw[0]} if raw else {})


def _is_id(route: str, name: str) -> bool:
    return bool(_ID.search(name)) or name in KINDS or f"{route} {name}" in KINDS


def _position(route: str, place: str, name: str, schema: Mapping[str, Any] | None = None) -> Position | None:
    if name in NOT_OF_A_TEAM or f"{route} {name}" in NOT_OF_A_TEAM:
        return None
    kind = KINDS.get(f"{route} {name}", KINDS.get(name, name.removesuffix("s") if name.endswith("_ids") else name))
    return Position(place, name, kind, any(one.get("type") == "array" for one in _variants(schema or {})))


def _variants(schema: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield schema
    yield from schema.get("anyOf", ())


def _resolve(described: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references, and take the first of several choices."""
    while "$ref" in schema or "anyOf" in schema:
        if "anyOf" in schema:
            schema = schema["anyOf"][0]
        else:
            schema = described["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def _body(described: Mapping[str, Any], schema: Mapping[str, Any], example: Mapping[str, Any]) -> dict[str, Any]:
    properties = schema.get("properties", {})
    required = {name: properties[name] for name in schema.get("required", ()) if name != "file"}
    made_up = {name: _made_up(described, field) for name, field in required.items()}
    return {**made_up, **{name: value for name, value in example.items() if name in properties}}


def _made_up(described: Mapping[str, Any], schema: Mapping[str, Any]) -> Any:
    schema = _resolve(described, schema)
    if "enum" in schema:
        return schema["enum"][0]
    made: dict[str, Any] = {
        "integer": schema.get("minimum", 1),
        "number": schema.get("minimum", 1),
        "boolean": False,
        "array": [_made_up(described, schema["items"])] if schema.get("minItems") else [],
        "object": _body(described, schema, {}),
    }
    return made.get(schema.get("type", ""), "changed")

"""A campaign over the whole API: whoever knocks, no answer may be one that the description does not have."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
from fastapi import FastAPI
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from support_matrix.callers import client_of
from support_matrix.worlds import World, join, make_person, make_world, sign_in
from verbatim_enterprise.host import Role, new_id
from verbatim_enterprise.teams.models import TeamRole

from support_fuzz.cases import content_of, header_of, name_of, requests_for, routes_of

ROLES: Final = ("administrator", "member", "key", "stranger")
CHECKS: Final = [
    not_a_server_error,  # the first, see ANOTHER_FAILED
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ANOTHER_FAILED: Final = 502
"""What is said, with a code, when a server that is not ours fails: some requests make up the address of one."""
ENDLESS: Final = frozenset({"GET /api/events"})
"""A stream without an end; it has tests of its own."""
_ROUTES_OF_A_WORLD: Final = 16
"""So many routes are tried with one team: what they delete and rename is then made anew."""


@dataclass
class Outcome:
    """What was sent and what was wrong with the answers, each kind once with how often."""

    sent: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def note(self, kind: str, example: str) -> None:
        self.wrong[kind] += 1
        self.examples.setdefault(kind, example)

    def told(self) -> str:
        """Return all that was wrong, for a person."""
        return "\n".join(
            f"{count} times: {kind}\n    {self.examples[kind]}" for kind, count in self.wrong.most_common()
        )


@dataclass(frozen=True)
class Knocker:
    """Somebody who sends requests, and the ids of what they may meet."""

    token: str
    world: World


async def knocker(app: FastAPI, role: str) -> Knocker:
    """Make somebody in this role, in a new team with one of everything."""
    name = f"{role}-{new_id()[-8:]}"
    person = await make_person(app, name, Role.ADMIN if role == "administrator" else Role.USER)
    world = await make_world(app, f"{name} content", f"{name}-people", person.id if role == "administrator" else None)
    if role == "stranger":
        return Knocker("", world)
    if role != "administrator":
        await join(world, person.id, TeamRole.MEMBER if role == "member" else TeamRole.ADMIN)
    token = (await sign_in(app, person.id)).access_token
    return Knocker(await _key(app, token) if role == "key" else token, world)


async def _key(app: FastAPI, token: str) -> str:
    async with client_of(app, token) as client:
        scopes = (await client.get("/api/keys/grantable")).json()["scopes"]
        made = await client.post("/api/keys", json={"name": "everything", "scopes": scopes})
        assert made.status_code == 201, made.text
        secret: str = made.json()["key"]
        return secret


async def knock(app: FastAPI, role: str, count: int, *, seed: int) -> Outcome:
    """Send about so many requests, spread over all routes (or some of them, when there are more routes than that)."""
    chance = random.Random(seed)  # noqa: S311 - of tests
    found = routes_of(app.openapi(), with_credentials=role == "stranger")
    routes = [route for route in found if name_of(route) not in ENDLESS]
    chance.shuffle(routes)
    each, rest = divmod(count, len(routes))
    outcome = Outcome()
    plan = [(route, each + (number < rest)) for number, route in enumerate(routes)]
    plan = [(route, wanted) for route, wanted in plan if wanted]
    for start in range(0, len(plan), _ROUTES_OF_A_WORLD):
        await _with_one_world(app, role, plan[start : start + _ROUTES_OF_A_WORLD], seed, outcome)
    return outcome


async def _with_one_world(
    app: FastAPI, role: str, plan: Sequence[tuple[Any, int]], seed: int, outcome: Outcome
) -> None:
    who = await knocker(app, role)
    async with client_of(app, who.token) as client:
        if not who.token:
            del client.headers["Authorization"]
        client._transport.raise_app_exceptions = False  # type: ignore[attr-defined]
        for route, wanted in plan:
            for case, prepared in requests_for(route, wanted, who.world.ids, seed=seed):
                request = client.build_request(
                    prepared.method or "GET",
                    prepared.url or "",
                    content=content_of(prepared),
                    headers=header_of(prepared),
                )
                answer = await client.send(request)
                client.cookies.clear()
                outcome.sent += 1
                outcome.statuses[answer.status_code] += 1
                check(case, route, answer, outcome)
                if who.token and answer.status_code == 401 and not await _works(client):
                    who = await knocker(app, role)
                    client.headers["Authorization"] = f"Bearer {who.token}"


async def _works(client: httpx.AsyncClient) -> bool:
    return (await client.get("/api/info")).status_code != 401 and (await client.get("/api/auth/me")).status_code == 200


def check(case: Any, route: Any, answer: httpx.Response, outcome: Outcome) -> None:
    """Note what of an answer the description does not have."""
    checks = CHECKS if answer.status_code != ANOTHER_FAILED else CHECKS[1:]
    try:
        case.validate_response(answer, checks=checks)
    except FailureGroup as group:
        for failure in group.exceptions:
            title = failure.title if isinstance(failure, Failure) else type(failure).__name__
            says = " ".join(str(failure).split())[:160]
            kind = f"{name_of(route)} {answer.status_code}: {title}: {says}"
            outcome.note(kind, f"{answer.request.url} {answer.request.content[:200]!r} -> {answer.text[:300]}")
    if (code := _code_of(answer)) is not None and code not in _codes(route, answer.status_code):
        outcome.note(f"{name_of(route)} {answer.status_code}: the code {code} is not documented", answer.text[:300])


def _code_of(answer: httpx.Response) -> str | None:
    is_json = answer.headers.get("content-type", "").startswith("application/json")
    if answer.status_code < 400 or not is_json or not answer.content:  # HEAD has no body
        return None
    found = answer.json()
    return found.get("code") if isinstance(found, dict) else None


def _codes(route: Any, status: int) -> list[str]:
    description = route.schema.raw_schema
    told = description["paths"][route.path][route.method.lower()]["responses"].get(str(status), {})
    if reference := told.get("$ref"):
        told = description["components"]["responses"][reference.rpartition("/")[2]]
    codes: list[str] = told.get("x-codes", [])
    return codes

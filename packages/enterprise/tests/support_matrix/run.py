"""The walk over the matrix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx
from fastapi import FastAPI
from support_enterprise import Person
from verbatim_enterprise.teams.sight import WORKSPACE_HEADER

from support_matrix.callers import Caller, Cast, client_of
from support_matrix.cells import TEAM_HEADER, cells_of, ids_for, ids_of, may, objection, told
from support_matrix.operations import ENDLESS, Operation, operations_of
from support_matrix.tables import OWN_ANSWERS
from support_matrix.worlds import World, make_world

_LAST = ("POST /api/teams", "DELETE /api/auth/sessions", "POST /api/auth/logout")
"""Routes that change what their caller is."""


@dataclass
class Walk:
    """What was tried and what was wrong."""

    tried: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def note(self, operation: Operation, what: str, objection: str | None) -> None:
        self.tried[operation.name] = self.tried.get(operation.name, 0) + 1
        if objection is not None:
            self.wrong.append(f"{what}: {objection}")


def in_order(app: FastAPI) -> list[Operation]:
    """Return the routes, those last that change what their caller is."""
    return sorted(operations_of(app), key=lambda one: _LAST.index(one.name) if one.name in _LAST else -1)


async def walk_outside(
    app: FastAPI, cast: Cast, *, only: str | None = None, kinds: frozenset[str] | None = None
) -> Walk:
    """Let everybody call every route (of one method) with the ids (of some kinds) of what they must not reach."""
    walk = Walk()
    operations = [operation for operation in in_order(app) if only in {None, operation.method}]
    for caller in cast.callers:
        name, value = (
            (TEAM_HEADER, cast.victim.team_id) if kinds is None else (WORKSPACE_HEADER, cast.victim.workspace_id)
        )
        if caller.kind == "outsider":
            await _by_header(app, walk, cast, {"Authorization": f"Bearer {caller.token}", name: value}, operations)
        async with client_of(app, caller.token) as client:
            for operation in operations:
                for cell in cells_of(caller, operation, kinds):
                    if may(cell) and operation.method != "GET":
                        walk.note(operation, str(cell), None)
                        continue
                    ids = ids_of(cell, cast.victim)
                    answer = await operation.call(client, ids, team=cast.victim.team_name, room="made-up")
                    wrong = objection(cell, answer, cast.victim)
                    if wrong is None and caller.kind == "outsider" and ids and not may(cell):
                        nowhere = ids_of(cell, None)
                        missing = await operation.call(client, nowhere, team="made-up", room="made-up")
                        heard, expected = told(answer, ids.values()), told(missing, nowhere.values())
                        wrong = None if heard == expected else f"{heard} tells it from what is missing: {expected}"
                    walk.note(operation, str(cell), wrong)
    return walk


async def _by_header(
    app: FastAPI, walk: Walk, cast: Cast, headers: dict[str, str], operations: Sequence[Operation]
) -> None:
    async with client_of(app, "", **headers) as client:
        for operation in operations:
            answer = await operation.call(
                client, ids_for(operation, cast.victim), team=cast.victim.team_name, room="made-up"
            )
            wrong = None if answer.status_code == 404 else f"{answer.status_code} {answer.text[:200]}"
            walk.note(operation, f"{operation.name} with {list(headers)}", wrong)


async def walk_inside(app: FastAPI, admin: Person) -> Walk:
    """Let the rightful caller, who is administrator and owner, make the same requests: they reach their routes.

    A route that does not succeed in a world that others have changed is judged in a new one: making one for each takes
    longer than all the rest.
    """
    walk = Walk()
    world = await _own_world(app, admin)
    for operation in in_order(app):
        if operation.name == ENDLESS:
            walk.note(operation, operation.name, None)
            continue
        answer = await _ask(admin, operation, world)
        if not answer.is_success:
            world = await _own_world(app, admin)
            answer = await _ask(admin, operation, world)
        also, _ = OWN_ANSWERS.get(operation.name, (frozenset(), ""))
        reached = answer.status_code < 500 and answer.status_code not in {401, 403, 404, 405, 422}
        wrong = None if reached or answer.status_code in also else f"{answer.status_code} {answer.text[:300]}"
        walk.note(operation, operation.name, wrong)
    return walk


async def _ask(admin: Person, operation: Operation, world: World) -> httpx.Response:
    admin.headers[TEAM_HEADER] = world.team_id
    return await operation.call(admin, ids_for(operation, world), team=world.team_name, room=world.room_name)


async def _own_world(app: FastAPI, admin: Person) -> World:
    world = await make_world(app, "wombatcontent", "kookaburrapeople", admin.id)
    app.state.auth_services.cache.forget()
    return world


_OF_THE_MOMENT = ("/api/auth/", "/docs", "/health", "/api/health")


async def read_everything(app: FastAPI, caller: Caller) -> dict[str, tuple[int, bytes]]:
    """Return what somebody is told about their own team by every route that can be read."""
    found: dict[str, tuple[int, bytes]] = {}
    async with client_of(app, caller.token) as client:
        for operation in operations_of(app):
            passing = operation.name == ENDLESS or operation.path.startswith(_OF_THE_MOMENT)
            if operation.method == "GET" and not passing:
                answer = await operation.call(client, ids_for(operation, caller.own))
                found[operation.name] = (answer.status_code, answer.content)
    return found

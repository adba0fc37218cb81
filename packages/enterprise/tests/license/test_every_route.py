"""Every route of the server in every state of the licence, judged by the table alone."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest
import structlog
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from support_enterprise import Person
from support_license import UNLICENSED, make_license
from support_matrix.callers import client_of
from support_matrix.operations import ENDLESS, Operation, operations_of
from support_matrix.worlds import join, make_person, make_world, sign_in
from support_teams import ok
from verbatim.core.routing import declarations
from verbatim_enterprise.host import Effect, Role
from verbatim_enterprise.license.allowed import SAFE
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import EntitlementRule
from verbatim_enterprise.license.states import STATES, Changes, LicenseState
from verbatim_enterprise.teams.models import TeamRole

DAYS = {LicenseState.VALID: 400, LicenseState.WARNING: 20, LicenseState.GRACE: -3, LicenseState.READ_ONLY: -30}
CODES = {LicenseState.READ_ONLY: "license_read_only", LicenseState.UNLICENSED: "license_needed"}
ROUTES = 116
UPLOAD = "POST /api/license"
BY_THEMSELVES = {"PATCH /api/users/{user_id}", "POST /api/auth/register", "POST /api/invites/{token}/accept"}
"""Routes of the table that let only a part of what they do through, and answer 402 by themselves to the rest."""

ALWAYS = SAFE | {"DELETE"}
STAYS = (
    ("POST", "/api/auth/login"),
    ("POST", "/api/auth/logout"),
    ("POST", "/api/auth/refresh"),
    ("POST", "/api/auth/mfa"),
    ("POST", "/api/auth/mfa/setup"),
    ("POST", "/api/auth/register"),
    ("POST", "/api/auth/setup"),
    ("POST", "/api/auth/reset"),
    ("POST", "/api/auth/reset/confirm"),
    ("POST", "/api/auth/password"),
    ("POST", "/api/auth/mfa/enable"),
    ("POST", "/api/auth/mfa/disable"),
    ("POST", "/api/auth/mfa/recovery-codes"),
    ("POST", "/api/auth/team"),
    ("POST", "/api/auth/workspace"),
    ("PATCH", "/api/users/{user_id}"),
    ("POST", "/api/users/{user_id}/unlock"),
    ("POST", "/api/users/{user_id}/reset-link"),
    ("POST", "/api/invites/{token}/accept"),
    ("POST", "/api/teams/{team_id}/leave"),
    ("POST", "/api/teams/{team_id}/transfer"),
    ("POST", "/api/documents/bulk-delete"),
    ("POST", "/api/recordings/bulk-delete"),
    ("POST", "/api/trash/purge"),
    ("POST", "/api/transcripts/{transcript_id}/segments/bulk-delete"),
    ("POST", "/api/bulk/{run_id}/stop"),
    ("POST", "/api/jobs/clear-completed"),
    ("POST", "/api/jobs/{job_id}/cancel"),
    ("POST", "/api/documents/{document_id}/cancel"),
    ("POST", "/api/recordings/{recording_id}/cancel"),
    ("POST", "/api/webhooks/{webhook_id}/pause"),
    ("PATCH", "/api/admin/alerts/mine"),
    ("POST", "/api/admin/settings/try"),
    ("POST", "/api/admin/jobs/{job_id}/cancel"),
    ("POST", "/api/admin/jobs/types/{job_type}/pause"),
    ("POST", "/api/admin/jobs/machines/{host}/drain"),
    ("POST", "/api/llm/endpoints/{llm_endpoint_id}/test"),
    ("POST", "/api/transcripts/{transcript_id}/find"),
    ("POST", "/api/transcripts/{transcript_id}/presence"),
    ("POST", "/mcp"),
    ("POST", "/api/teams/{team_id}/retention/rules/{rule_id}/pause"),
    ("POST", "/api/holds/{hold_id}/lift"),
    ("POST", "/api/admin/audit/retention"),
    ("POST", "/api/admin/audit/verify"),
    ("POST", "/api/storage-locations/test"),
    ("POST", "/api/storage-locations/{location_id}/test"),
    ("POST", "/api/storage-locations/check"),
    ("POST", "/api/storage-locations/transfer/cancel"),
    ("POST", "/api/license"),
    ("POST", "/api/license/validate"),
)
"""Kept here by hand, so that a declaration that opens a route is seen."""

pytestmark = [
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
    pytest.mark.parametrize("environment", [UNLICENSED], ids=["begins-unlicensed"]),
    pytest.mark.slow,
    pytest.mark.timeout(600),
]


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.reset_defaults()


def allowed_in(app: FastAPI) -> set[str]:
    """Return the routes that say that a call of them changes nothing that a licence is needed for."""
    found = [one for one in declarations(app) if one[0] not in ALWAYS and one[2].effect is not Effect.CHANGE]
    return {f"{method} {path}" for method, path, _ in found}


def gates_of(app: FastAPI) -> dict[str, Entitlement]:
    """Return which entitlement each route asks for."""
    found: dict[str, Entitlement] = {}
    for context in iter_route_contexts(app.routes):
        for one in getattr(context, "dependencies", None) or ():
            if isinstance(one.dependency, EntitlementRule):
                found |= {f"{method} {context.path}": one.dependency.entitlement for method in context.methods or ()}
    return found


class Signed:
    """Somebody who calls routes with made-up ids, and signs in again when one of them has ended the session."""

    def __init__(self, app: FastAPI, user_id: str) -> None:
        self._app, self._user_id = app, user_id
        self._token = ""

    async def call(self, operation: Operation) -> httpx.Response:
        if operation.name == UPLOAD:  # with one that counts, the state would be another
            operation = replace(operation, body={"license_key": "made-up"})
        answer = await self._try(operation) if self._token else None
        if answer is None or answer.status_code == httpx.codes.UNAUTHORIZED:
            self._token = (await sign_in(self._app, self._user_id)).access_token
            answer = await self._try(operation)
        return answer

    async def _try(self, operation: Operation) -> httpx.Response:
        async with client_of(self._app, self._token) as client:
            ids = dict.fromkeys(operation.positions, "made-up")
            return await operation.call(client, ids, team="made-up", room="made-up")


def wrong(
    operation: Operation,
    state: LicenseState,
    gates: dict[str, Entitlement],
    status: int,
    code: str | None,
    *,
    alone: bool,
    allowed: bool,
) -> str | None:
    """Return what the answer should have been, or None when it is right."""
    row, changes = STATES[state], operation.method not in ALWAYS
    closed = row.changes is not Changes.EVERYBODY and not alone
    if changes and closed and not allowed:
        return None if code == CODES[state] else CODES[state]
    if status in {401, 403}:
        return None if code is None else "nothing about the licence"
    way_out = operation.method == "DELETE" or (changes and allowed)
    if not row.entitlements and not way_out and operation.name in gates:
        return None if code == "entitlement_missing" else f"entitlement_missing {gates[operation.name]}"
    if operation.name in BY_THEMSELVES:
        return None if code in {*CODES.values(), "seats_exceeded", None} else "one of its own"
    return None if code is None else "nothing about the licence"


async def walk(app: FastAPI, state: LicenseState, user_id: str, *, alone: bool = False) -> list[str]:
    gates, complaints, allowed, caller = gates_of(app), [], allowed_in(app), Signed(app, user_id)
    for operation in operations_of(app):
        if operation.name == ENDLESS:
            continue
        response = await caller.call(operation)
        code = response.json().get("code") if response.status_code == 402 else None
        if operation.name == "POST /api/users" and code == "seats_exceeded":
            continue  # the made-up account found no seat, which is right without a licence
        if (
            expected := wrong(
                operation, state, gates, response.status_code, code, alone=alone, allowed=operation.name in allowed
            )
        ) is not None:
            complaints.append(f"{state} {operation.name}: {response.status_code} {code}, expected {expected}")
    return complaints


async def test_every_route_in_every_state(app: FastAPI, admin: Person) -> None:
    other = await make_person(app, "other", Role.ADMIN)
    await join((await make_world(app, "emucontent", "lyrebirdpeople")), other.id, TeamRole.OWNER)
    assert await walk(app, LicenseState.UNLICENSED, admin.id, alone=True) == []
    assert await walk(app, LicenseState.UNLICENSED, other.id) == []
    for state, days in DAYS.items():
        async with client_of(app, (await sign_in(app, admin.id)).access_token) as client:
            ok(await client.post("/api/license", json={"license_key": make_license(days=days, seats=500)}))
        assert await walk(app, state, other.id) == []


async def test_what_stays_possible_is_what_routes_declare(app: FastAPI) -> None:
    assert len(operations_of(app)) >= ROUTES
    assert allowed_in(app) == {f"{method} {path}" for method, path in STAYS}
    assert {"GET /api/webhooks", "POST /api/keys", "POST /api/teams"} <= set(gates_of(app))

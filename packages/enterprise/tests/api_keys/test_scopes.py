"""A key does what it was lent, on every route of the live application, and nothing else."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from support_enterprise import Person
from support_keys import make_key, program
from support_teams import MakeUser
from verbatim.declared_access import access_rules
from verbatim_enterprise.host import Permission, new_id

ENDLESS = ("GET", "/api/events")

# A key that walks over all routes at once would otherwise be too fast.
pytestmark = pytest.mark.parametrize("environment", [{"VERBATIM_RATE_KEY_PER_MINUTE": "0"}])


@pytest.fixture
def database_url(migrated_file: Path, tmp_path: Path) -> str:
    """Give one kind of database: who may call a route is decided before it is reached."""
    return f"sqlite+aiosqlite:///{shutil.copy(migrated_file, tmp_path / 'verbatim.db')}"


async def _answer(client: Person, route: tuple[str, str]) -> httpx.Response:
    """Call a route about things that do not exist."""
    method, template = route
    address = re.sub(r"{[^}]+}", lambda _: new_id(), template)
    return await client.request(method, address)


async def _status(client: Person, route: tuple[str, str]) -> int:
    return (await _answer(client, route)).status_code


@pytest.mark.parametrize("scope", [Permission.RECORDING_READ, Permission.USER_MANAGE, Permission.APIKEY_MANAGE])
async def test_a_key_with_one_scope_opens_exactly_its_routes(app: FastAPI, admin: Person, scope: Permission) -> None:
    key = program(app, (await make_key(admin, scope))["key"])
    tried, opened = 0, []
    for route, (rule,) in access_rules(app).items():
        if rule.anonymous or route == ENDLESS:
            continue
        tried += 1
        answer = await _answer(key, route)
        status = answer.status_code
        if scope in {rule.permission, rule.delegates}:
            opened.append(route)
            if not _is_for_people_only(route):
                assert status not in {401, 403}, route
                continue
        assert status == 403, route
        lacking = rule.permission or rule.delegates
        told = [
            f"This API key lacks the scope {lacking}.",
            "This is for people who sign in; no API key may do it.",
            "This needs a person who has signed in; a key is not enough.",
        ]
        assert route[0] == "HEAD" or answer.json()["detail"] in told, (route, answer.text)
    assert tried >= 90
    assert opened
    await key.aclose()


def _is_for_people_only(route: tuple[str, str]) -> bool:
    """Say whether a route would let a program sign in as somebody."""
    return route[1].startswith("/api/users/{user_id}/") and route[1].split("/")[4] in {
        "sessions",
        "mfa",
        "unlock",
        "reset-link",
    }


async def test_no_key_reaches_what_is_about_signing_in(app: FastAPI, admin: Person) -> None:
    key = program(app, (await make_key(admin, *Permission))["key"])
    routes = [route for route, (rule,) in access_rules(app).items() if not rule.anonymous]
    about_sign_in = [route for route in routes if route[1].startswith("/api/auth/") or _is_for_people_only(route)]
    assert len(about_sign_in) >= 18
    for route in about_sign_in:
        assert await _status(key, route) == 403, route
    await key.aclose()


async def test_public_routes_give_a_key_no_more_than_a_stranger(app: FastAPI, admin: Person, visitor: object) -> None:
    assert callable(visitor)
    key, stranger = program(app, (await make_key(admin, "recording:read"))["key"]), visitor()
    for route, (rule,) in access_rules(app).items():
        if rule.anonymous and not route[1].startswith("/docs"):
            assert await _status(key, route) in {await _status(stranger, route), 403}, route
    await key.aclose()


async def test_everything_the_creator_may_do_and_no_more(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    viewer = await make_user("vera", role="viewer")
    refused = await viewer.post("/api/keys", json={"name": "x", "scopes": ["recording:read", "recording:delete"]})
    assert (refused.status_code, refused.json()["code"]) == (403, "scopes_exceeded")
    assert refused.json()["scopes"] == ["recording:delete", "recording:read"], "without a team there is no content"
    team = (await admin.me())["team_id"]
    await admin.post(f"/api/teams/{team}/members", json={"user_id": viewer.id, "role": "owner"})
    refused = await viewer.post("/api/keys", json={"name": "x", "scopes": ["recording:read", "recording:delete"]})
    assert refused.json()["scopes"] == ["recording:delete"]
    for scope in ("user:manage", "apikey:manage", "system:admin", "team:manage"):
        refused = await viewer.post("/api/keys", json={"name": "x", "scopes": [scope]})
        assert refused.json()["code"] == "scopes_exceeded"
    assert (await make_key(viewer, "recording:read"))["scopes"] == ["recording:read"]

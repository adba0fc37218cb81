"""Who may call which route, tried on every route of the live application."""

from __future__ import annotations

import httpx
import pytest
from fastapi import APIRouter, FastAPI, WebSocket
from starlette.responses import Response
from support.client import Client
from support.route_calls import ENDLESS, World, call, make_world
from support.sign_in import SignInPlugin, as_owner
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.declared_access import UndeclaredRouteError, access_rules
from verbatim.permissions import ROLE_PERMISSIONS, Permission, Role, any_user, public, requires
from verbatim.plugins.registry import PluginRegistry


async def test_strangers_are_asked_to_sign_in(app: FastAPI, client: Client) -> None:
    for route, (rule,) in access_rules(app).items():
        answer = await call(client, route, {}, World.nowhere())
        if rule.anonymous:
            assert answer.status_code not in {401, 403}, route
        else:
            assert answer.status_code == 401, route
            assert answer.headers["www-authenticate"] == "Bearer"
            if route[0] != "HEAD":
                told = answer.json()
                told.pop("error", None)  # what the clients of another service read, beside what all others do
                assert told == {"detail": "Sign in to continue.", "code": "not_signed_in"}


async def test_exactly_the_declared_permission_opens_a_route(app: FastAPI, client: Client) -> None:
    world = await make_world(app, "alice")
    tried = 0
    for route, (rule,) in access_rules(app).items():
        if rule.permission is None:
            continue
        others = ",".join(set(Permission) - {rule.permission})
        refused = await call(client, route, as_owner("alice", others), world)
        assert refused.status_code == 403, route
        if route[0] != "HEAD":
            assert refused.json()["code"] == "forbidden"
        if route != ENDLESS:
            allowed = await call(client, route, as_owner("alice", rule.permission), World.nowhere())
            assert allowed.status_code not in {401, 403}, route
        tried += 1
    assert tried >= 45


async def test_deleting_a_project_with_its_files_takes_both_permissions(app: FastAPI, client: Client) -> None:
    world = await make_world(app, "alice")
    address = f"/api/projects/{world.project_id}"
    half = as_owner("alice", Permission.PROJECT_DELETE)
    assert (await client.delete(address, params={"delete_files": "true"}, headers=half)).status_code == 403
    assert (await client.get(f"/api/recordings/{world.recording_id}", headers=as_owner("alice"))).status_code == 200
    assert (await client.delete(address, headers=half)).status_code == 200


def test_roles_are_steps_of_a_stair() -> None:
    viewer, user, admin = (ROLE_PERMISSIONS[role] for role in (Role.VIEWER, Role.USER, Role.ADMIN))
    assert set(ROLE_PERMISSIONS) == set(Role)
    assert viewer < user < admin == frozenset(Permission)
    assert {permission.split(":")[1] for permission in viewer} == {"read"}
    managing = {one for one in Permission if one.endswith((":manage", ":admin")) or one is Permission.AUDIT_READ}
    assert len(managing) == 8
    assert not managing & user


def test_permissions_are_named_like_what_they_allow() -> None:
    for permission in Permission:
        assert permission.name == permission.value.replace(":", "_").upper()


class OneRouter:
    """A plugin with the given routes."""

    name = "one-router"
    version = "1"

    def __init__(self, router: APIRouter) -> None:
        self.router = router

    def register(self, registry: PluginRegistry) -> None:
        registry.add_router(self.router, prefix="/api/more")


def _undeclared() -> APIRouter:
    router = APIRouter()
    router.add_api_route("/open", lambda: None)
    return router


def _twice() -> APIRouter:
    router = APIRouter(dependencies=[public()])
    router.add_api_route("/open", lambda: None, dependencies=[requires(Permission.AUDIT_READ)])
    return router


def _plain() -> APIRouter:
    router = APIRouter()
    router.add_route("/open", lambda _: Response())
    return router


def _mounted() -> APIRouter:
    router = APIRouter()
    router.mount("/open", FastAPI())
    return router


async def test_whoever_acts_for_somebody_passes_only_where_a_permission_says_so(settings: Settings) -> None:
    router = APIRouter()
    router.add_api_route("/person", lambda: "hello", dependencies=[any_user()])
    router.add_api_route("/both", lambda: "hello", dependencies=[any_user(delegates=Permission.TEAM_MANAGE)])
    app = create_app(settings, [SignInPlugin(), OneRouter(router)])
    delegate = {"X-Delegate": "yes"}

    async def statuses(headers: dict[str, str]) -> list[int]:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers=headers) as client:
            return [(await client.get(f"/api/more/{name}")).status_code for name in ("person", "both")]

    assert await statuses(as_owner("alice", "")) == [200, 200]
    assert await statuses({}) == [401, 401]
    assert await statuses(as_owner("alice", Permission.RECORDING_READ) | delegate) == [403, 403]
    assert await statuses(as_owner("alice", Permission.TEAM_MANAGE) | delegate) == [403, 200]


def _websocket() -> APIRouter:
    router = APIRouter()

    @router.websocket("/open")
    async def talk(websocket: WebSocket) -> None: ...

    return router


@pytest.mark.parametrize("make", [_undeclared, _twice, _plain, _mounted, _websocket])
def test_a_route_that_does_not_say_who_may_call_it_stops_the_start(settings: Settings, make: object) -> None:
    assert callable(make)
    with pytest.raises(UndeclaredRouteError, match="/api/more/open"):
        create_app(settings, [SignInPlugin(), OneRouter(make())])

"""The first administrator, and who may register after that."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from conftest_types import MakeApp, MakePerson
from fastapi import FastAPI
from sqlalchemy import func, select
from support_enterprise import PASSWORD, Clock, Person, ask_for_account, person
from verbatim_enterprise.auth import registration_routes
from verbatim_enterprise.auth.models import Setup
from verbatim_enterprise.auth.throttle import Rule
from verbatim_enterprise.host import Role
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Team, TeamMember
from verbatim_enterprise.users.models import User

FAR = "203.0.113.7"


def _body(name: str, **more: Any) -> dict[str, Any]:
    return {"username": name, "email": f"{name}@example.org", "password": PASSWORD, **more}


async def _register(client: Person, name: str, **more: Any) -> tuple[int, dict[str, Any]]:
    response = await client.post("/api/auth/register", json=_body(name, **more))
    return response.status_code, response.json()


class TestFirst:
    async def test_from_this_machine(self, client: Person) -> None:
        state = (await client.get("/api/auth/setup")).json()
        assert state == {
            "setup_required": True,
            "token_required": False,
            "registration": "approval",
            "registration_domains": [],
            "sends_mail": False,
        }
        status, body = await _register(client, "ada")
        assert (status, body["role"], body["is_active"]) == (201, "admin", True)
        assert set(body) == {"id", "username", "email", "display_name", "role", "is_active"}
        await client.sign_in("ada")
        me = await client.me()
        assert [team["role"] for team in me["teams"]] == ["owner"]
        assert me["team_id"] == me["teams"][0]["id"]
        assert (await client.get("/api/auth/setup")).json()["setup_required"] is False

    async def test_from_elsewhere_needs_the_token(self, visitor: MakePerson, app: FastAPI) -> None:
        far = visitor(FAR)
        assert (await far.get("/api/auth/setup")).json()["token_required"] is True
        assert (await _register(far, "mallory"))[1]["code"] == "setup_required"
        assert (await _register(far, "mallory", setup_token="guess"))[1]["code"] == "setup_required"
        token = app.state.auth_services.setup_token
        status, body = await _register(far, "ada", setup_token=token)
        assert (status, body["role"]) == (201, "admin")
        # Used up: it makes nobody else an administrator.
        assert (await _register(far, "eve", setup_token=token))[0] == 202
        response = await far.post("/api/auth/setup", json=_body("eve2", setup_token=token))
        assert response.json()["code"] == "setup_done"

    @pytest.mark.parametrize(
        "headers",
        [
            {"X-Forwarded-For": FAR},
            {"X-Real-IP": FAR},
            {"Forwarded": f"for={FAR}"},
            {"Host": "verbatim.example.org"},
            {"Via": "1.1 proxy"},
            {"X-Forwarded-Proto": "https"},
            {"X-Forwarded-Host": "localhost"},
            {"CF-Connecting-IP": FAR},
        ],
    )
    async def test_strangers_behind_a_proxy_are_not_local(self, client: Person, headers: dict[str, str]) -> None:
        response = await client.post("/api/auth/register", json=_body("mallory"), headers=headers)
        assert response.json()["code"] == "setup_required"

    async def test_race_makes_one(self, app: FastAPI, visitor: MakePerson) -> None:
        clients = [visitor() for _ in range(8)]
        answers = await asyncio.gather(*(_register(client, f"user{i}") for i, client in enumerate(clients)))
        assert sorted(status for status, _ in answers) == [201] + [202] * 7
        async with system_transaction(app.state.database) as session:
            assert await session.scalar(select(func.count()).where(User.role == Role.ADMIN)) == 1
            assert await session.scalar(select(func.count(Setup.id))) == 1
            assert await session.scalar(select(func.count(Team.id))) == 1
            assert await session.scalar(select(func.count()).select_from(TeamMember)) == 1

    async def test_race_of_two_servers_makes_one(self, app: FastAPI, make_app: MakeApp) -> None:
        other = make_app()
        async with other.router.lifespan_context(other):
            clients = [person(server) for server in (app, other) * 3]
            answers = await asyncio.gather(*(_register(client, f"user{i}") for i, client in enumerate(clients)))
            assert [body.get("role") for _, body in answers].count("admin") == 1
            for client in clients:
                await client.aclose()


class TestFromSettings:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return {
            "VERBATIM_ADMIN_USERNAME": "root",
            "VERBATIM_ADMIN_EMAIL": "root@example.org",
            "VERBATIM_ADMIN_PASSWORD": PASSWORD,
        }

    async def test_made_at_start(self, client: Person, make_app: MakeApp) -> None:
        assert (await client.get("/api/auth/setup")).json()["setup_required"] is False
        await client.sign_in("root")
        assert (await client.me())["role"] == "admin"
        assert (await _register(client, "eve"))[0] == 202
        again = make_app()  # a restart with the same settings changes nothing
        async with again.router.lifespan_context(again):
            pass


class TestLater:
    async def test_waits_for_approval(self, admin: Person, visitor: MakePerson) -> None:
        client = visitor(FAR)
        body = await ask_for_account(client, admin, "bob")
        assert (body["role"], body["is_active"]) == ("user", False)
        response = await client.login("bob")
        assert (response.status_code, response.json()["code"]) == (403, "account_pending")
        assert (await client.login("bob", "not it at all")).json()["code"] == "invalid_credentials"
        approved = await admin.patch(f"/api/users/{body['id']}", json={"is_active": True})
        assert approved.status_code == 200, approved.text
        await client.sign_in("bob")
        me = await client.me()
        assert (me["teams"], me["permissions"]) == ([], [])
        assert (await client.get("/api/recordings")).status_code == 403

    async def test_taken_names_and_addresses_are_not_told(self, admin: Person, visitor: MakePerson) -> None:
        client = visitor(FAR)
        await ask_for_account(client, admin, "waits")
        answers = [
            await client.post("/api/auth/register", json=_body(name, **more))
            for name, more in (
                ("free", {}),
                ("ADA", {"email": "somebody@example.org"}),
                ("other", {"email": "Ada@Example.org"}),
                ("other", {"email": "waits@example.org"}),
                ("ada", {}),
            )
        ]
        assert {(answer.status_code, answer.text) for answer in answers} == {(202, answers[0].text)}
        listed = (await admin.get("/api/users")).json()["items"]
        assert {(user["username"], user["email"]) for user in listed} == {
            ("ada", "ada@example.org"),
            ("waits", "waits@example.org"),
            ("free", "free@example.org"),
            ("ADA-2", "somebody@example.org"),
        }
        assert (await client.login("somebody@example.org")).json()["code"] == "account_pending"
        await client.sign_in("ada")  # as ever

    async def test_every_try_counts(self, admin: Person, visitor: MakePerson, monkeypatch: pytest.MonkeyPatch) -> None:
        Clock.stop(monkeypatch)
        monkeypatch.setattr(registration_routes, "REGISTRATIONS", Rule(free=3, longest=60.0))
        client = visitor(FAR)
        bodies = [{"email": "ada@example.org"}, {"password": "password"}, {"email": "ADA@example.org"}, {}]
        statuses = [(await _register(client, "ada", **more))[0] for more in bodies]
        assert statuses == [202, 422, 202, 429]
        assert (await _register(visitor("192.0.2.77"), "new"))[0] == 202

    @pytest.mark.parametrize("password", ["short", "x" * 129])
    async def test_length(self, client: Person, password: str) -> None:
        status, body = await _register(client, "ada", password=password)
        assert (status, body["code"]) == (422, "password_length")

    @pytest.mark.parametrize("password", ["Password1", "QWERTYUIOP", "iLoveYou123", "ada@example.org"])
    async def test_common(self, client: Person, password: str) -> None:
        status, body = await _register(client, "ada", password=password)
        assert (status, body["code"]) == (422, "password_too_common")

    @pytest.mark.parametrize("password", ["        ", "ññññññññ", "😀" * 8, "x" * 128, "nur Kleinbuchstaben"])
    async def test_no_other_rules(self, client: Person, password: str) -> None:
        assert (await _register(client, "ada", password=password))[0] == 201
        await client.sign_in("ada", password)


class TestClosed:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return {"VERBATIM_REGISTRATION": "closed"}

    async def test_only_the_first(self, admin: Person, visitor: MakePerson) -> None:
        assert (await _register(visitor(FAR), "bob"))[1]["code"] == "registration_closed"

"""The first administrator, and who may register after that."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from conftest_types import MakeApp, MakePerson
from fastapi import FastAPI
from sqlalchemy import func, select
from support_commands import verbatim
from support_enterprise import PASSWORD, Clock, Person, ask_for_account, person
from support_setup import KNOWN_TOKEN, app_of, token_of
from verbatim.config import Settings
from verbatim.core.settings.errors import SettingsError
from verbatim_enterprise.auth import registration_routes
from verbatim_enterprise.auth.models import Setup
from verbatim_enterprise.auth.settings import FirstAdminSettings
from verbatim_enterprise.auth.setup_token import token_of as token_of_keys
from verbatim_enterprise.auth.throttle import Rule
from verbatim_enterprise.config import read_settings
from verbatim_enterprise.host import Role
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Team, TeamMember
from verbatim_enterprise.users.models import User

FAR = "203.0.113.7"


def _body(name: str, **more: Any) -> dict[str, Any]:
    return {"username": name, "email": f"{name}@example.org", "password": PASSWORD, **more}


async def _register(client: Person, name: str, **more: Any) -> tuple[int, dict[str, Any]]:
    """Register with the set-up token, unless something is said about it."""
    body = {"setup_token": token_of(app_of(client)), **_body(name, **more)}
    response = await client.post("/api/auth/register", json={key: value for key, value in body.items() if value != ""})
    return response.status_code, response.json()


class TestFirst:
    async def test_with_the_token(self, client: Person) -> None:
        state = (await client.get("/api/auth/setup")).json()
        assert state == {
            "setup_required": True,
            "token_required": True,
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

    @pytest.mark.parametrize("address", ["127.0.0.1", "::1", FAR])
    async def test_nobody_without_it(self, visitor: MakePerson, address: str) -> None:
        client = visitor(address)
        for token in ("", "guess", "ÿ" * 24, " "):
            status, body = await _register(client, "mallory", setup_token=token)
            assert (status, body["code"]) == (403, "setup_required"), token
        response = await client.post("/api/auth/setup", json=_body("mallory"))
        assert (response.status_code, response.json()["code"]) == (403, "setup_required")
        assert (await client.get("/api/auth/setup")).json()["setup_required"] is True
        assert (await _register(client, "ada"))[1]["role"] == "admin"

    async def test_used_up_it_makes_nobody_else_an_administrator(self, client: Person) -> None:
        assert (await _register(client, "ada"))[0] == 201
        assert (await _register(client, "eve"))[0] == 202
        response = await client.post("/api/auth/setup", json=_body("eve2", setup_token=token_of(app_of(client))))
        assert response.json()["code"] == "setup_done"

    @pytest.mark.parametrize(
        "headers",
        [
            {"Host": "localhost"},
            {"Host": "localhost:52780"},
            {"Host": "[::1]"},
            {"Host": "127.0.0.1:52780"},
            {"Host": "intranet"},
            {"Host": "localhost", "X-Forwarded-For": "127.0.0.1"},
            {"Host": "localhost", "Forwarded": "for=127.0.0.1"},
            {"Host": "localhost", "Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
            {"Host": "verbatim.example.org"},
        ],
    )
    async def test_no_header_makes_anybody_local(self, client: Person, headers: dict[str, str]) -> None:
        for path in ("/api/auth/register", "/api/auth/setup"):
            response = await client.post(path, json=_body("mallory"), headers=headers)
            assert (response.status_code, response.json()["code"]) == (403, "setup_required")
        assert (await client.get("/api/auth/setup", headers=headers)).json()["token_required"] is True

    async def test_wrong_ones_are_counted(self, visitor: MakePerson, monkeypatch: pytest.MonkeyPatch) -> None:
        clock = Clock.stop(monkeypatch)
        client = visitor(FAR)
        answers = [await _register(client, "mallory", setup_token=f"guess {number}") for number in range(7)]
        assert [status for status, _ in answers] == [403] * 5 + [429] * 2
        clock.advance(2)
        many = await asyncio.gather(*(_register(client, "mallory", setup_token=f"{number}") for number in range(20)))
        assert sorted(status for status, _ in many) == [403] + [429] * 19
        assert (await _register(client, "ada"))[0] == 429  # whoever waits is not looked at
        assert (await _register(visitor("192.0.2.77"), "ada"))[1]["role"] == "admin"

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


class TestWhereTheTokenIs:
    async def test_a_file_for_the_servers_user_until_it_is_used(self, client: Person, settings: Settings) -> None:
        file = settings.data_dir / "setup-token"
        assert file.read_text().strip() == token_of(app_of(client))
        assert file.stat().st_mode & 0o777 == 0o600
        assert (await _register(client, "ada"))[0] == 201
        assert not file.exists()

    async def test_printed_once_with_the_page(self, make_app: MakeApp, capsys: pytest.CaptureFixture[str]) -> None:
        for _ in range(2):  # a restart shows the same
            app = make_app()
            async with app.router.lifespan_context(app):
                token = token_of(app)
            said = capsys.readouterr().out
            assert said.count(f"http://127.0.0.1:52780/setup#{token}\n") == 1
            assert said.count(f"set-up token: {token}\n") == 1
            assert f"?{token}" not in said

    async def test_a_command_shows_it_again(self, client: Person, settings: Settings) -> None:
        token = token_of(app_of(client))
        code, said = await verbatim(settings, "users", "setup-token")
        assert (code, said.splitlines()) == (0, [f"Open http://127.0.0.1:52780/setup#{token}", token])
        assert (await _register(client, "ada"))[0] == 201
        code, said = await verbatim(settings, "users", "setup-token")
        assert (code, said) == (1, "verbatim: This server has an administrator already.\n")

    async def test_other_servers_with_the_key_ask_for_the_same(self, app: FastAPI, make_app: MakeApp) -> None:
        other = make_app()
        async with other.router.lifespan_context(other):
            assert token_of(other) == token_of(app)


class TestTokenOfTheSettings:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return KNOWN_TOKEN

    async def test_it_is_the_only_one(
        self, client: Person, settings: Settings, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert not (settings.data_dir / "setup-token").exists()
        assert KNOWN_TOKEN["VERBATIM_SETUP_TOKEN"] not in capsys.readouterr().out
        made = app_of(client).state.auth_services
        other = token_of_keys(made.keys, FirstAdminSettings.model_construct(setup_token=None))
        assert (await _register(client, "mallory", setup_token=other))[1]["code"] == "setup_required"
        status, body = await _register(client, "ada", setup_token=KNOWN_TOKEN["VERBATIM_SETUP_TOKEN"])
        assert (status, body["role"]) == (201, "admin")


@pytest.mark.parametrize("token", ["short", "a" * 40, "abcabcabcabcabcabc", "x" * 300, "пароль для администратора"])
def test_a_token_that_can_be_guessed_is_refused(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("VERBATIM_SETUP_TOKEN", token)
    with pytest.raises(SettingsError, match="SETUP_TOKEN cannot be used: it needs 16 to 200 random"):
        read_settings()


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

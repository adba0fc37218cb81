"""Passwords: hashed as agreed, in a pool that cannot be flooded, changed and reset."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher as Argon2
from conftest_types import MakePerson, MakeUser
from fastapi import FastAPI
from sqlalchemy import select, update
from support_enterprise import ADMIN, PASSWORD, Clock, Person
from support_hashing import cost_of, record_questions
from verbatim_enterprise.auth import hash_process, hashing
from verbatim_enterprise.auth.errors import BusyError
from verbatim_enterprise.auth.models import PasswordReset
from verbatim_enterprise.auth.passwords import RESERVED, PasswordHasher, common_passwords, normalise
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

_OWASP = Argon2(time_cost=2, memory_cost=19 * 1024, parallelism=1).hash("x")
NEW = "another sturdy pass phrase"


async def _hash_of(app: FastAPI, name: str) -> str:
    async with system_transaction(app.state.database) as session:
        return str(await session.scalar(select(User.password_hash).where(User.username == name)))


def _runs(pid: int) -> bool:
    try:
        # A process that has ended and that nobody has asked about is a zombie.
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class TestHashing:
    def test_parameters(self) -> None:
        """Those of OWASP, as the product has them: 19 MiB, two passes, one lane. Tests hash more cheaply."""
        questions = "\n".join(json.dumps({"password": "x", **more}) for more in ({}, {"stored": _OWASP}))
        command = [sys.executable, "-P", hashing.__file__]
        done = subprocess.run(command, input=f"{questions}\n", capture_output=True, text=True, check=True)
        made, known = (json.loads(line) for line in done.stdout.splitlines())
        assert re.fullmatch(r"\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}", made)
        assert known is True

    def test_the_product_hashes_with_them(self) -> None:
        """Nothing but the tests' own change stands between a server and those parameters."""
        program = (
            "from verbatim_enterprise.auth import cli, hash_process, hashing, passwords;"
            "print(hash_process.PROGRAM, cli.ARGON2 is passwords.ARGON2 is hashing.ARGON2, passwords.NOBODY,"
            " hashing.ARGON2.memory_cost, hashing.ARGON2.time_cost, hashing.ARGON2.parallelism)"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        used, same, nobody, *parameters = done.stdout.split()
        assert (Path(used), same, parameters) == (Path(str(hashing.__file__)), "True", ["19456", "2", "1"])
        assert nobody.startswith("$argon2id$v=19$m=19456,t=2,p=1$")

    async def test_look_alikes_are_one(self) -> None:
        hasher = PasswordHasher()
        assert await hasher.verify(await hasher.hash("Ame\u0301lie12"), "Am\u00e9lie12")
        assert normalise("\uff50\uff41ss") == "pass"

    async def test_full_queue(self) -> None:
        hasher = PasswordHasher(processes=1, queue=3)
        at_once = 4 + RESERVED + 6
        answers = await asyncio.gather(*(hasher.verify(None, "x") for _ in range(at_once)), return_exceptions=True)
        assert [isinstance(answer, BusyError) for answer in answers].count(True) == 6
        assert not await hasher.verify(None, "x")

    async def test_known_browsers_have_places_of_their_own(self) -> None:
        hasher = PasswordHasher(processes=1, queue=1)
        async with hasher.admission("a"), hasher.admission("b"):
            with pytest.raises(BusyError):
                hasher.refuse_if_full("c")
            async with asyncio.timeout(10), hasher.admission("c", trusted=True):
                pass
        async with hasher.admission("a"):
            pass

    async def test_one_address_leaves_places_to_others(self) -> None:
        hasher = PasswordHasher(processes=2, queue=2)
        async with hasher.admission("a"), hasher.admission("a"), hasher.admission("a"):
            with pytest.raises(BusyError):
                hasher.refuse_if_full("a")
            hasher.refuse_if_full("b")
        hasher.refuse_if_full("a")

    async def test_few_are_served_at_a_time(self) -> None:
        hasher = PasswordHasher(processes=1, queue=10)
        most = inside = 0

        async def sign_in(number: int) -> None:
            nonlocal most, inside
            async with hasher.admission(f"address {number}"):
                inside += 1
                most = max(most, inside)
                await asyncio.sleep(0)
                inside -= 1

        await asyncio.gather(*(sign_in(number) for number in range(9)))
        assert (most, inside) == (2, 0)

    async def test_a_killed_process_is_replaced(self) -> None:
        hasher = PasswordHasher(processes=1)
        stored = await hasher.hash(PASSWORD)
        process = hash_process._idle.get_nowait()
        os.kill(process.pid, signal.SIGKILL)
        hash_process._idle.put(process)
        assert await hasher.verify(stored, PASSWORD)

    def test_processes_end_with_the_server(self) -> None:
        program = (
            "from verbatim_enterprise.auth.hash_process import HashProcess; import os, signal;"
            " process = HashProcess(); process.ask({'password': 'x'}); print(process.pid, flush=True);"
            " os.kill(os.getpid(), signal.SIGKILL)"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        pid = int(done.stdout)
        deadline = time.monotonic() + 20
        while _runs(pid) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not _runs(pid)

    async def test_nobody_costs_as_much_as_somebody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        hasher, asked = PasswordHasher(), record_questions(monkeypatch)
        stored = await hasher.hash(PASSWORD)
        asked.clear()
        for target in (stored, None):
            assert not await hasher.verify(target, "wrong")
        somebody, nobody = asked
        assert cost_of(somebody) == cost_of(nobody)

    async def test_list(self) -> None:
        assert len(common_passwords()) > 3000
        assert all(len(word) >= 8 and word == word.casefold() for word in common_passwords())

    async def test_renewed_when_parameters_change(self, admin: Person, app: FastAPI) -> None:
        weak = Argon2(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
        async with system_transaction(app.state.database) as session:
            await session.execute(update(User).values(password_hash=weak))
        assert (await admin.login(ADMIN, "wrong password")).status_code == 401
        assert await _hash_of(app, ADMIN) == weak
        assert (await admin.login(ADMIN)).status_code == 200
        assert "m=64,t=1,p=1" in await _hash_of(app, ADMIN)

    async def test_a_busy_server_says_so(self, admin: Person, app: FastAPI, visitor: MakePerson) -> None:
        services = app.state.auth_services
        services.hasher = PasswordHasher(processes=1, queue=1)
        clients = [visitor(f"192.0.2.{n}") for n in range(8)]
        answers = await asyncio.gather(*(client.login(f"user{n}") for n, client in enumerate(clients)))
        busy = [answer for answer in answers if answer.status_code == 503]
        assert busy
        assert {answer.json()["code"] for answer in busy} == {"busy"}
        assert all(int(answer.headers["Retry-After"]) >= 1 for answer in busy)

    async def test_a_full_server_does_not_read_attempts(self, admin: Person, app: FastAPI, visitor: MakePerson) -> None:
        services = app.state.auth_services
        async with contextlib.AsyncExitStack() as places:
            services.hasher = PasswordHasher(processes=1, queue=1)
            for number in range(2):
                await places.enter_async_context(services.hasher.admission(f"address {number}"))
            for path in ("login", "register"):
                response = await visitor("192.0.2.7").post(f"/api/auth/{path}", content=b"not even JSON")
                assert (response.status_code, response.json()["code"]) == (503, "busy")
            assert (await admin.get("/api/auth/me")).status_code == 200
        assert (await admin.login(ADMIN)).status_code == 200


class TestChange:
    async def test_ends_other_sessions(self, admin: Person, visitor: MakePerson) -> None:
        other = visitor()
        await other.sign_in(ADMIN)
        body = {"current_password": PASSWORD, "new_password": NEW}
        assert (await admin.post("/api/auth/password", json=body)).status_code == 200
        assert (await admin.get("/api/auth/me")).status_code == 200
        assert (await other.get("/api/auth/me")).status_code == 401
        assert (await other.login(ADMIN)).status_code == 401
        await other.sign_in(ADMIN, NEW)

    async def test_needs_the_old_one(self, admin: Person) -> None:
        for body in ({"new_password": NEW}, {"current_password": "wrong wrong", "new_password": NEW}):
            response = await admin.post("/api/auth/password", json=body)
            assert (response.status_code, response.json()["code"]) == (403, "wrong_password")

    async def test_not_a_common_one(self, admin: Person) -> None:
        body = {"current_password": PASSWORD, "new_password": "Password123"}
        assert (await admin.post("/api/auth/password", json=body)).json()["code"] == "password_too_common"

    async def test_guessing_the_old_one_is_slow(self, admin: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        Clock.stop(monkeypatch)
        body = {"current_password": "wrong wrong", "new_password": NEW}
        statuses = [(await admin.post("/api/auth/password", json=body)).status_code for _ in range(7)]
        assert statuses[-1] == 429

    async def test_anonymous(self, client: Person) -> None:
        assert (await client.post("/api/auth/password", json={"new_password": NEW})).status_code == 401


class TestReset:
    async def _link(self, admin: Person, user: Person) -> str:
        response = await admin.post(f"/api/users/{user.id}/reset-link")
        assert response.status_code == 201, response.text
        body = response.json()
        assert body["url"].endswith(f"/reset#{body['token']}")
        token: str = body["token"]
        return token

    @pytest.mark.parametrize(
        "headers",
        [
            {"Host": "evil.example"},
            {"Host": "evil.example:52780"},
            {"X-Forwarded-Host": "evil.example"},
            {"Forwarded": "host=evil.example"},
            {"X-Original-Host": "evil.example", "X-Host": "evil.example"},
        ],
    )
    async def test_no_link_leads_where_a_request_says(
        self, admin: Person, make_user: MakeUser, headers: dict[str, str]
    ) -> None:
        bob = await make_user("bob")
        made = await admin.post(f"/api/users/{bob.id}/reset-link", headers=headers)
        assert made.json()["url"] == f"/reset#{made.json()['token']}"
        team = (await admin.me())["team_id"]
        invited = await admin.post(f"/api/teams/{team}/invites", json={"email": "a@example.org"}, headers=headers)
        assert invited.status_code == 201
        for text in (made.text, invited.text):
            assert "evil" not in text

    async def test_works_once_and_ends_sessions(self, admin: Person, make_user: MakeUser, app: FastAPI) -> None:
        bob = await make_user("bob")
        token = await self._link(admin, bob)
        async with system_transaction(app.state.database) as session:
            assert token not in str([vars(row) for row in await session.scalars(select(PasswordReset))])
        body = {"token": token, "new_password": NEW}
        weak = await bob.post("/api/auth/reset/confirm", json={**body, "new_password": "password1"})
        assert weak.json()["code"] == "password_too_common"
        assert (await bob.post("/api/auth/reset/confirm", json=body)).status_code == 200
        assert (await bob.get("/api/auth/me")).status_code == 401
        again = await bob.post("/api/auth/reset/confirm", json=body)
        assert (again.status_code, again.json()["code"]) == (422, "invalid_reset_token")
        await bob.sign_in("bob", NEW)

    async def test_race_has_one_winner(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        token = await self._link(admin, bob)
        answers = await asyncio.gather(
            *(
                bob.post("/api/auth/reset/confirm", json={"token": token, "new_password": f"{NEW} {n}"})
                for n in range(6)
            )
        )
        assert [answer.status_code for answer in answers].count(200) == 1

    async def test_expires(self, admin: Person, make_user: MakeUser, app: FastAPI) -> None:
        bob = await make_user("bob")
        token = await self._link(admin, bob)
        async with system_transaction(app.state.database) as session:
            await session.execute(update(PasswordReset).values(expires_at=utcnow() - timedelta(seconds=1)))
        body = {"token": token, "new_password": NEW}
        assert (await bob.post("/api/auth/reset/confirm", json=body)).status_code == 422

    async def test_a_newer_link_or_password_ends_it(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        first, second = await self._link(admin, bob), await self._link(admin, bob)
        assert (
            await bob.post("/api/auth/reset/confirm", json={"token": first, "new_password": NEW})
        ).status_code == 422
        await bob.post("/api/auth/password", json={"current_password": PASSWORD, "new_password": NEW})
        response = await bob.post("/api/auth/reset/confirm", json={"token": second, "new_password": NEW})
        assert response.status_code == 422

    async def test_only_administrators_make_links(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        assert (await bob.post(f"/api/users/{admin.id}/reset-link")).status_code == 403
        assert (await admin.post("/api/users/nobody/reset-link")).status_code == 404

    @pytest.mark.parametrize("name", [ADMIN, "ada@example.org", "nobody"])
    async def test_asking_tells_nothing(self, admin: Person, client: Person, name: str) -> None:
        response = await client.post("/api/auth/reset", json={"username": name})
        assert response.status_code == 202
        assert response.json()["message"].startswith("If there is such an account")


class TestResetMail:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return {"VERBATIM_PUBLIC_URL": "http://127.0.0.1:52780"}

    async def test_link_is_made_in_the_background(self, admin: Person, client: Person, app: FastAPI) -> None:
        for name in ("nobody", "ADA@example.org"):
            assert (await client.post("/api/auth/reset", json={"username": name})).status_code == 202
        for _ in range(300):
            async with system_transaction(app.state.database) as session:
                if rows := (await session.scalars(select(PasswordReset))).all():
                    break
            await asyncio.sleep(0.1)
        assert [(row.user_id, row.created_by) for row in rows] == [(admin.id, None)]

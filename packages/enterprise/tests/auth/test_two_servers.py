"""Two server processes on one PostgreSQL: what ends on one has ended on the other within five seconds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

import httpx
import pytest
from support.postgres import PostgresServer
from support.server import running_server
from support_enterprise import ADMIN, PASSWORD
from support_processes import server_environment
from support_setup import first_account

WITHIN_SECONDS = 5.0
NEW = "another sturdy pass phrase"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def urls(
    postgres_server: PostgresServer, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    with ExitStack() as stack:
        database = stack.enter_context(postgres_server.temporary_database(migrated_template))
        env = server_environment(database)
        folders: list[Path] = [tmp_path_factory.mktemp(name) for name in ("here", "there")]
        here, there = (stack.enter_context(running_server(folder, env=env)) for folder in folders)
        httpx.post(f"{here.url}/api/auth/register", json=first_account(), timeout=60).raise_for_status()
        yield here.url, there.url


class Account:
    """Somebody with one session, used on both servers."""

    id: str = ""

    def __init__(self, here: httpx.AsyncClient, there: httpx.AsyncClient) -> None:
        self.here, self.there = here, there

    async def sign_in(self, name: str, password: str = PASSWORD) -> None:
        response = await self.here.post("/api/auth/login", json={"username": name, "password": password})
        assert response.status_code == 200, response.text
        for client in (self.here, self.there):
            client.cookies.clear()
            client.headers["Authorization"] = f"Bearer {response.json()['access_token']}"
            assert (await client.get("/api/auth/me")).status_code == 200

    async def until_there(self, status: int, path: str = "/api/auth/me") -> float:
        """Ask the other server until it answers so; give the seconds it took."""
        started = time.monotonic()
        while (await self.there.get(path)).status_code != status:
            assert time.monotonic() - started < 3 * WITHIN_SECONDS, "it never did"
            await asyncio.sleep(0.1)
        return time.monotonic() - started


@pytest.fixture
async def people(urls: tuple[str, str]) -> AsyncIterator[tuple[Account, Account]]:
    """Give the administrator and an account of the test's own."""
    async with AsyncExitStack() as stack:
        made = []
        for _ in range(2):
            clients = [httpx.AsyncClient(base_url=url, timeout=60) for url in urls]
            for client in clients:
                await stack.enter_async_context(client)
            made.append(Account(*clients))
        admin, other = made
        await admin.sign_in(ADMIN)
        name = f"bob{time.time_ns()}"
        body = {"username": name, "email": f"{name}@example.org", "password": PASSWORD}
        other.id = (await admin.here.post("/api/users", json=body)).json()["id"]
        await other.sign_in(name)
        yield admin, other


async def test_logging_out(people: tuple[Account, Account]) -> None:
    _, bob = people
    await bob.here.post("/api/auth/logout")
    assert await bob.until_there(401) < WITHIN_SECONDS


async def test_deactivation(people: tuple[Account, Account]) -> None:
    admin, bob = people
    await admin.here.patch(f"/api/users/{bob.id}", json={"is_active": False})
    assert await bob.until_there(401) < WITHIN_SECONDS


async def test_a_new_password(people: tuple[Account, Account]) -> None:
    admin, bob = people
    link = (await admin.here.post(f"/api/users/{bob.id}/reset-link")).json()
    body = {"token": link["token"], "new_password": NEW}
    assert (await bob.here.post("/api/auth/reset/confirm", json=body)).status_code == 200
    assert await bob.until_there(401) < WITHIN_SECONDS


async def test_another_role(people: tuple[Account, Account]) -> None:
    admin, bob = people
    for role, status in (("admin", 200), ("user", 403)):
        changed = await admin.here.patch(f"/api/users/{bob.id}", json={"role": role})
        assert changed.status_code == 200, changed.text
        assert await bob.until_there(status, "/api/users") < WITHIN_SECONDS

"""Two server processes on one database: a licence uploaded at one counts at the other within seconds."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from support.postgres import PostgresServer
from support.server import running_server
from support_enterprise import ADMIN, PASSWORD
from support_license import UNLICENSED, make_license
from support_setup import first_account

WITHIN_SECONDS = 5.0
SECRET_KEY = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_the_other_server_follows(
    postgres_server: PostgresServer, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with ExitStack() as stack:
        env = {
            "VERBATIM_MODE": "enterprise",
            "VERBATIM_DATABASE_URL": stack.enter_context(postgres_server.temporary_database(migrated_template)),
            "VERBATIM_SECRET_KEY": SECRET_KEY,
            "VERBATIM_LOG_LEVEL": "error",
            **UNLICENSED,
        }
        folders: list[Path] = [tmp_path_factory.mktemp(name) for name in ("here", "there")]
        servers = [stack.enter_context(running_server(folder, env=env)) for folder in folders]
        here, there = (stack.enter_context(httpx.Client(base_url=server.url, timeout=60)) for server in servers)
        account = {"username": ADMIN, "email": f"{ADMIN}@example.org", "password": PASSWORD}
        here.post("/api/auth/register", json=first_account(servers[0])).raise_for_status()
        token = here.post("/api/auth/login", json=account).json()["access_token"]
        here.cookies.clear()
        for client in (here, there):
            client.headers["Authorization"] = f"Bearer {token}"
        assert there.get("/api/webhooks").status_code == 402

        for days, path, status in (
            (100, "/api/webhooks", 200),
            (-30, "/api/projects", 402),
            (100, "/api/projects", 201),
        ):
            # Look just before, so that the other server has just made up its mind.
            there.get("/api/webhooks")
            here.post("/api/license", json={"license_key": make_license(days=days)}).raise_for_status()
            started = time.monotonic()
            while _ask(there, path) != status:
                assert time.monotonic() - started < WITHIN_SECONDS, f"{path} was not {status} in time"
                time.sleep(0.1)


def _ask(client: httpx.Client, path: str) -> int:
    if path == "/api/projects":
        return client.post(path, json={"name": f"Garden {time.time_ns()}"}).status_code
    return client.get(path).status_code

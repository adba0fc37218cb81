"""A server killed in the middle of registrations leaves whole accounts or none."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from support.moments import drawn
from support.processes import run_verbatim
from support.server import running_server
from support_enterprise import PASSWORD
from support_license import LICENSED
from support_setup import KNOWN_TOKEN, first_account

ROUNDS = 4
CONSISTENT = {
    "an administrator without the mark of the first one": "SELECT count(*) FROM users u WHERE u.role = 'admin'"
    " AND NOT EXISTS (SELECT 1 FROM auth_setup s WHERE s.user_id = u.id)",
    "a mark without its administrator": "SELECT count(*) FROM auth_setup WHERE user_id IS NULL",
    "a team without an owner": "SELECT count(*) FROM teams t WHERE NOT EXISTS"
    " (SELECT 1 FROM team_members m WHERE m.team_id = t.id AND m.role = 'owner')",
    "a team without its workspace": "SELECT count(*) FROM teams t WHERE NOT EXISTS"
    " (SELECT 1 FROM workspaces w WHERE w.team_id = t.id AND w.is_default)",
    "an administrator without a team": "SELECT count(*) FROM users u WHERE u.role = 'admin'"
    " AND NOT EXISTS (SELECT 1 FROM team_members m WHERE m.user_id = u.id)",
}


async def _register_until_killed(url: str, prefix: str) -> None:
    async with httpx.AsyncClient(base_url=url, timeout=30) as client:

        async def one(number: int) -> None:
            name = f"{prefix}-{number}"
            body = first_account(name=name)
            try:
                await client.post("/api/auth/register", json=body)
            except httpx.TransportError:
                return

        await asyncio.gather(*(one(number) for number in range(6)))


async def _wrong(database: str) -> dict[str, int]:
    engine = create_async_engine(database)
    try:
        async with engine.connect() as connection:
            counts = {what: (await connection.execute(text(sql))).scalar_one() for what, sql in CONSISTENT.items()}
    finally:
        await engine.dispose()
    return {what: count for what, count in counts.items() if count}


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_no_half_made_state(database_url: str, tmp_path: Path) -> None:
    env = {"VERBATIM_MODE": "enterprise", "VERBATIM_DATABASE_URL": database_url, **KNOWN_TOKEN, **LICENSED}
    for number in range(ROUNDS):
        with running_server(tmp_path, env=env) as server:
            sending = asyncio.create_task(_register_until_killed(server.url, f"round{number}"))
            await asyncio.sleep(drawn("the kill", 0.02, 0.6))
            os.killpg(server.process.pid, signal.SIGKILL)
            server.process.wait()
            await sending
        assert await _wrong(database_url) == {}
    # What was left is a working server.
    with running_server(tmp_path, env=env) as server:
        await _register_until_killed(server.url, "last")
        async with httpx.AsyncClient(base_url=server.url) as client:
            assert (await client.get("/api/auth/setup")).json()["setup_required"] is False
    assert await _wrong(database_url) == {}


def _verbatim(env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    return run_verbatim(*arguments, env={**inherited, **env})


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_create_admin(database_url: str, tmp_path: Path) -> None:
    env = {
        "VERBATIM_MODE": "enterprise",
        "VERBATIM_DATABASE_URL": database_url,
        "VERBATIM_DATA_DIR": str(tmp_path / "data"),
        "VERBATIM_ADMIN_PASSWORD": PASSWORD,
        **LICENSED,
    }
    make = ("users", "create-admin", "--username", "root", "--email", "root@example.org")
    done = _verbatim(env, *make)
    assert done.returncode == 0, done.stderr
    assert PASSWORD not in done.stdout + done.stderr
    again = _verbatim(env, *make)
    assert (again.returncode, again.stderr) == (1, "verbatim: This user name is taken; choose another.\n")
    weak = _verbatim({**env, "VERBATIM_ADMIN_PASSWORD": "password1"}, *make)
    assert "among the first" in weak.stderr
    with running_server(tmp_path, env={key: value for key, value in env.items() if "ADMIN" not in key}) as server:
        async with httpx.AsyncClient(base_url=server.url) as client:
            response = await client.post("/api/auth/login", json={"username": "root", "password": PASSWORD})
            assert response.status_code == 200


@pytest.mark.timeout(200)
def test_weak_key_stops_the_start(tmp_path: Path) -> None:
    env = {"VERBATIM_MODE": "enterprise", "VERBATIM_DATA_DIR": str(tmp_path), "VERBATIM_SECRET_KEY": "hunter2-hunter2"}
    stopped = _verbatim(env, "serve")
    assert stopped.returncode == 1
    assert "VERBATIM_SECRET_KEY cannot be used" in stopped.stderr
    assert "hunter2" not in stopped.stderr + stopped.stdout
    assert "Traceback" not in stopped.stderr

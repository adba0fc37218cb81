"""The server is killed while things change: no change without its row, no row without its change."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
from support.moments import drawn
from support.processes import run_verbatim
from support.server import RunningServer, running_server
from support_processes import server_environment, sign_in
from support_teams import ok

ROUNDS = 4
WORKERS = 6


@pytest.fixture
def environment(database_url: str) -> dict[str, str]:
    return {**server_environment(database_url), "VERBATIM_AUDIT_SEAL_SECONDS": "0.2"}


async def _change_until_killed(client: httpx.AsyncClient, worker: int, number: int) -> None:
    """Make projects and tags, rename and delete some: what has an event, and what is told by its route."""
    for step in range(10_000):
        try:
            project = ok(await client.post("/api/projects", json={"name": f"p{worker}x{number}x{step}"}), 201)
            await client.post("/api/tags", json={"name": f"t{worker}x{number}x{step}"})
            if step % 2:
                await client.delete(f"/api/projects/{project['id']}")
        except httpx.TransportError:
            return


async def _live_and_be_killed(server: RunningServer, number: int) -> None:
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
        await sign_in(client, first=number == 0)
        work = [asyncio.create_task(_change_until_killed(client, worker, number)) for worker in range(WORKERS)]
        await asyncio.sleep(drawn("the kill", 1.0, 2.0))
        os.kill(server.process.pid, signal.SIGKILL)
        await asyncio.gather(*work)


async def _look(url: str, statement: str) -> list[Any]:
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        rows = list((await connection.execute(text(statement))).scalars())
    await engine.dispose()
    return rows


async def _check(url: str) -> int:
    """Compare what is there with what the log says. Returns how many rows there are."""
    projects = set(await _look(url, "SELECT id FROM projects"))
    tags = sorted(await _look(url, "SELECT id FROM tags"))
    made = await _look(url, "SELECT resource_id FROM audit_log WHERE action = 'project.created'")
    gone = await _look(url, "SELECT resource_id FROM audit_log WHERE action = 'project.deleted'")
    told = await _look(url, "SELECT resource_id FROM audit_log WHERE action = 'request.changed'")
    assert len(made) == len(set(made))
    assert set(made) - set(gone) == projects
    assert set(gone) <= set(made)
    assert sorted(told) == tags
    return len(made) + len(gone) + len(told)


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_changes_and_rows_stand_and_fall_together(
    environment: dict[str, str], database_url: str, tmp_path: Path
) -> None:
    rows = 0
    for number in range(ROUNDS):
        with running_server(tmp_path, env=environment) as server:
            await _live_and_be_killed(server, number)
            server.process.wait(30)
        rows = await _check(database_url)
    assert rows > ROUNDS * WORKERS
    verified = await _verify(environment, tmp_path)
    assert verified[0] == 0, verified


async def _verify(environment: dict[str, str], folder: Path) -> tuple[int | None, str]:
    env = {**os.environ, **environment, "VERBATIM_DATA_DIR": str(folder / "data")}
    done = await asyncio.to_thread(run_verbatim, "audit", "verify", env=env, together=True)
    return done.returncode, done.stdout

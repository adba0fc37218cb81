"""The server is killed while people join and teams go: what happened happened whole, the rest not at all."""

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
from support.server import RunningServer, running_server
from support_enterprise import ADMIN, PASSWORD
from support_processes import server_environment, sign_in
from support_teams import ok

ROUNDS = 4
EACH = 6


@pytest.fixture
def environment(database_url: str) -> dict[str, str]:
    return server_environment(database_url)


async def _prepare(client: httpx.AsyncClient, number: int) -> list[dict[str, Any]]:
    """Make teams with content, each with an invitation."""
    made = []
    for index in range(EACH):
        name = f"team{number}x{index}"
        team = ok(await client.post("/api/teams", json={"name": name}), 201)
        scope = {"X-Team-Id": team["id"]}
        for project in range(3):
            ok(await client.post("/api/projects", json={"name": f"p{project}"}, headers=scope), 201)
        invite = ok(await client.post(f"/api/teams/{team['id']}/invites", json={}), 201)
        made.append({**team, "token": invite["token"], "guest": f"guest{number}x{index}"})
    return made


async def _joining_and_going(
    client: httpx.AsyncClient, teams: list[dict[str, Any]], server: RunningServer, *, after_first: bool
) -> None:
    async def join(team: dict[str, Any]) -> None:
        body = {"username": team["guest"], "email": f"{team['guest']}@example.org", "password": PASSWORD}
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as guest:
            await guest.post(f"/api/invites/{team['token']}/accept", json=body)

    async def go(team: dict[str, Any]) -> None:
        await client.delete(f"/api/teams/{team['id']}", params={"confirm": team["name"], "delete_content": True})

    work = [asyncio.create_task(join(team)) for team in teams[: EACH // 2]]
    work += [asyncio.create_task(go(team)) for team in teams[EACH // 2 :]]
    if after_first:
        await asyncio.wait(work, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.sleep(drawn("the kill", 0.0, 0.2))
    os.kill(server.process.pid, signal.SIGKILL)
    await asyncio.gather(*work, return_exceptions=True)


async def _look(url: str, statement: str) -> list[Any]:
    engine = create_async_engine(url)
    async with engine.connect() as connection:
        rows = list((await connection.execute(text(statement))).all())
    await engine.dispose()
    return rows


async def _check(url: str, teams: list[dict[str, Any]]) -> int:
    """Make sure that nothing is half made. Returns how many things were done."""
    users = {row[0]: row[1] for row in await _look(url, "SELECT username, id FROM users")}
    members = set(map(tuple, await _look(url, "SELECT team_id, user_id FROM team_members")))
    invites = {row[0]: row[1] for row in await _look(url, "SELECT team_id, accepted_by FROM team_invites")}
    projects = [row[0] for row in await _look(url, "SELECT owner_id FROM projects")]
    workspaces = [row[0] for row in await _look(url, "SELECT team_id FROM workspaces")]
    alive = {row[0] for row in await _look(url, "SELECT id FROM teams")}
    done = 0
    for team in teams:
        joined = team["guest"] in users
        if team["id"] not in alive:
            assert not joined
            assert team["id"] not in invites
            assert projects.count(team["id"]) == workspaces.count(team["id"]) == 0
            assert not [member for member in members if member[0] == team["id"]]
            done += 1
            continue
        assert (projects.count(team["id"]), workspaces.count(team["id"])) == (3, 1)
        assert (team["id"], users[ADMIN]) in members
        assert invites[team["id"]] == users.get(team["guest"])
        assert joined == ((team["id"], users.get(team["guest"])) in members)
        done += joined
    return done


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_nothing_is_half_made(environment: dict[str, str], database_url: str, tmp_path: Path) -> None:
    done = []
    for number in range(ROUNDS):
        with running_server(tmp_path, env=environment) as server:
            async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
                await sign_in(client, first=number == 0)
                teams = await _prepare(client, number)
                await _joining_and_going(client, teams, server, after_first=number % 2 == 0)
            server.process.wait(30)
        done.append(await _check(database_url, teams))
    assert sum(done) >= ROUNDS // 2

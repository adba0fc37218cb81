from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import asyncpg
import psutil
import pytest
from support import postgres
from support.postgres import PostgresError, PostgresServer

_TESTS = Path(__file__).parent

_OWNER = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background inherits that it is ignored
from support import postgres
from support.postgres import PostgresServer
server = PostgresServer.start()
print(server.url(), flush=True)
time.sleep(600)
"""


def _plain(url: str) -> str:
    return url.replace("postgresql+asyncpg://", "postgresql://")


def _data_folders(processes: list[psutil.Process]) -> list[Path]:
    arguments = [argument for process in processes for argument in process.cmdline()]
    return [Path(argument) for argument in arguments if argument.endswith("/data")]


async def _fetch(url: str, statement: str) -> object:
    connection = await asyncpg.connect(_plain(url))
    try:
        return await connection.fetchval(statement)
    finally:
        await connection.close()


async def test_server_answers(postgres_server: PostgresServer) -> None:
    version = await _fetch(postgres_server.url(), "SHOW server_version_num")

    assert int(str(version)) >= 150000


async def test_database_is_a_copy_of_its_template(postgres_server: PostgresServer) -> None:
    with postgres_server.temporary_database() as template:
        await _fetch(template, "CREATE TABLE word (text text)")
        await _fetch(template, "INSERT INTO word VALUES ('bücher')")
        with postgres_server.temporary_database(template.rpartition("/")[2]) as copy:
            assert await _fetch(copy, "SELECT upper(text) FROM word") == "BÜCHER"


async def test_dropping_a_database_throws_its_users_out(postgres_server: PostgresServer) -> None:
    with postgres_server.temporary_database() as url:
        connection = await asyncpg.connect(_plain(url))
        postgres_server.drop_database(url.rpartition("/")[2])

        with pytest.raises((asyncpg.PostgresConnectionError, asyncpg.InterfaceError, OSError)):
            await connection.fetchval("SELECT 1")
        with pytest.raises(asyncpg.InvalidCatalogNameError):
            await _fetch(url, "SELECT 1")


async def test_given_url_is_used_as_it_is(postgres_server: PostgresServer) -> None:
    attached = PostgresServer.attach(_plain(postgres_server.url()))

    with attached.temporary_database() as url:
        assert await _fetch(url, "SELECT 1") == 1
    attached.stop()

    assert await _fetch(postgres_server.url(), "SELECT 1") == 1


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_server_ends_with_its_owner(number: signal.Signals) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", _OWNER],
        env={**os.environ, "PYTHONPATH": str(_TESTS)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert owner.stdout is not None
    with owner:
        assert owner.stdout.readline().startswith("postgresql+asyncpg://postgres@127.0.0.1:")
        family = psutil.Process(owner.pid).children(recursive=True)
        folders = _data_folders(family)

        owner.send_signal(number)
        owner.wait(timeout=10)

    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []
    assert folders
    assert not any(folder.exists() for folder in folders)


def test_server_ends_when_its_guard_is_killed() -> None:
    server = PostgresServer.start()
    guard = psutil.Process(server._guard.pid) if server._guard else pytest.fail("no guard")
    family = guard.children(recursive=True)
    [folder] = _data_folders(family)

    guard.kill()

    _, alive = psutil.wait_procs(family, timeout=10)
    assert alive == []
    server.stop()
    shutil.rmtree(folder.parent)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root starts the server as somebody else")
async def test_checkout_closed_to_others_is_no_obstacle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    installation = postgres._installation()
    for folder in (installation.parent, installation.parent.with_suffix(".libs")):
        shutil.copytree(folder, closed / folder.name)
    hidden = closed / installation.relative_to(installation.parent.parent)
    monkeypatch.setattr(postgres, "_installation", lambda: hidden)

    server = PostgresServer.start()

    try:
        assert await _fetch(server.url(), "SELECT 1") == 1
    finally:
        server.stop()


def test_failure_to_start_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_SETTINGS", ("no_such_setting=1",))
    begun = time.monotonic()

    with pytest.raises(PostgresError, match="no_such_setting"):
        PostgresServer.start()
    assert time.monotonic() - begun < 30

"""Uploads that meet a full disk, a broken storage, a slow line, a cut cable or a killed server."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.orm import Session
from support.client import Client
from support.leftovers import assert_nothing_left, rows_left, stored_files
from support.recordings import REPORT
from support.server import RunningServer, running_server
from verbatim.config import Settings
from verbatim.core import db
from verbatim.recordings.models import Recording, StrayFile

URL = "/api/recordings/upload"
HEAD = b'--xyz\r\nContent-Disposition: form-data; name="file"; filename="a.flac"\r\n\r\n'
TAIL = b'\r\n--xyz\r\nContent-Disposition: form-data; name="transcribe"\r\n\r\nfalse\r\n--xyz--\r\n'
FORM = {"content-type": "multipart/form-data; boundary=xyz"}


async def upload(client: Client) -> httpx.Response:
    return await client.post(URL, content=HEAD + REPORT.read_bytes() + TAIL, headers=FORM)


def problem(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


class TestFullDisk:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"upload_reserve_bytes": 2**60})

    async def test_is_said_and_leaves_nothing(self, client: Client, app: FastAPI) -> None:
        assert problem(await upload(client)) == (507, "storage_full")
        await assert_nothing_left(app)


class TestUnwritableStorage:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        # A file where the folder should be stops even root, unlike permissions.
        settings.data_dir.mkdir()
        settings.storage_dir.write_bytes(b"in the way")
        return settings

    async def test_is_said_and_leaves_nothing(self, client: Client, app: FastAPI) -> None:
        assert problem(await upload(client)) == (503, "storage_failed")
        assert await rows_left(app) == {}
        await asyncio.to_thread(app.state.settings.storage_dir.unlink)
        assert (await upload(client)).status_code == 201


class TestSlowLine:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"database_pool_size": 1})

    async def test_slow_uploads_hold_no_connection_and_no_lock(self, client: Client, app: FastAPI) -> None:
        go_on, begun = asyncio.Event(), asyncio.Semaphore(0)

        async def slowly() -> AsyncIterator[bytes]:
            yield HEAD
            yield REPORT.read_bytes()[:5_000]
            begun.release()
            await go_on.wait()
            yield REPORT.read_bytes()[5_000:]
            yield TAIL

        slow = [asyncio.create_task(client.post(URL, content=slowly(), headers=FORM)) for _ in range(5)]
        for _ in slow:
            await begun.acquire()
        async with asyncio.timeout(15):
            assert (await client.get("/api/recordings")).json()["total"] == 0
            assert (await client.post("/api/projects", json={"name": "Meanwhile"})).status_code == 201
            assert (await upload(client)).status_code == 201
        go_on.set()
        assert [(await task).status_code for task in slow] == [201] * 5
        assert await rows_left(app, Recording, StrayFile) == {"recordings": 6}


class TestCancelled:
    async def test_while_bytes_arrive(self, client: Client, app: FastAPI) -> None:
        begun = asyncio.Event()

        async def stuck() -> AsyncIterator[bytes]:
            yield HEAD + b"fLaC"
            begun.set()
            await asyncio.Event().wait()

        task = asyncio.create_task(client.post(URL, content=stuck(), headers=FORM))
        await begun.wait()
        assert await rows_left(app, StrayFile) == {"stray_files": 1}
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await eventually(lambda: stored_files(app.state.settings.data_dir) == [])
        await assert_nothing_left(app)

    async def test_just_after_the_recording_was_made_keeps_its_file(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        commit = db._commit_and_close

        def commit_and_be_cancelled(session: Session) -> None:
            makes_recording = any(isinstance(row, Recording) for row in session)
            commit(session)
            if makes_recording:
                raise asyncio.CancelledError

        monkeypatch.setattr(db, "_commit_and_close", commit_and_be_cancelled)
        with pytest.raises(asyncio.CancelledError):
            await upload(client)
        monkeypatch.undo()
        listed = (await client.get("/api/recordings")).json()["items"]
        assert len(listed) == 1
        audio = await client.get(f"/api/recordings/{listed[0]['id']}/audio")
        assert audio.content == REPORT.read_bytes(), "a recording that exists has its file"


async def eventually(true: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


class TestRealServer:
    """SQLite only: what differs here is the network and the process, not the database."""

    @pytest.fixture
    def half_sent(self, tmp_path: Path) -> tuple[Path, bytes]:
        return tmp_path, HEAD + REPORT.read_bytes()[:40_000]

    def begin(self, server: RunningServer, body: bytes) -> socket.socket:
        """Send the half of an upload and wait until the server has seen it."""
        address = urlsplit(server.url)
        line = socket.create_connection((str(address.hostname), int(address.port or 0)))
        head = f"POST {URL} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {FORM['content-type']}\r\n"
        line.sendall(head.encode() + b"Content-Length: 999999\r\n\r\n" + body)
        self.wait(lambda: stored_files(server.data_dir) != [])
        return line

    @staticmethod
    def wait(true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + 30
        while not true():
            assert time.monotonic() < deadline
            time.sleep(0.05)

    @staticmethod
    def rows(server: RunningServer) -> dict[str, int]:
        with sqlite3.connect(server.data_dir / "verbatim.db") as database:
            tables = ("recordings", "stray_files", "jobs")
            return {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}  # noqa: S608 - names above

    NOTHING = {"recordings": 0, "stray_files": 0, "jobs": 0}  # noqa: RUF012 - a constant

    def test_a_line_cut_in_the_middle_leaves_nothing(self, half_sent: tuple[Path, bytes]) -> None:
        folder, body = half_sent
        with running_server(folder) as server:
            line = self.begin(server, body)
            assert self.rows(server)["stray_files"] == 1
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")  # a reset, as a dead line ends
            line.close()
            self.wait(lambda: self.rows(server) == self.NOTHING)
            assert stored_files(server.data_dir) == []
            assert httpx.get(f"{server.url}/api/recordings").json()["total"] == 0
        assert "Traceback" not in server.log.read_text(), "a cut line is nothing unusual"

    def test_a_server_killed_in_the_middle_cleans_up_at_its_next_start(self, half_sent: tuple[Path, bytes]) -> None:
        folder, body = half_sent
        with running_server(folder) as server:
            line = self.begin(server, body)
            os.kill(server.process.pid, signal.SIGKILL)
            server.process.wait()
            line.close()
            assert stored_files(server.data_dir) != [], "the situation is as meant"
        with running_server(folder) as server:
            self.wait(lambda: self.rows(server) == self.NOTHING)
            assert stored_files(server.data_dir) == []

    def test_a_refusal_in_the_middle_reaches_the_sender(self, tmp_path: Path) -> None:
        def endless() -> object:
            yield HEAD + b"fLaC"
            for _ in range(2_000):
                yield b"x" * 65_536

        with running_server(tmp_path, env={"VERBATIM_UPLOAD_MAX_BYTES": "1000000"}) as server:
            answer = httpx.post(f"{server.url}{URL}", content=endless(), headers=FORM)  # type: ignore[arg-type]
            assert problem(answer) == (413, "upload_too_large")
            self.wait(lambda: self.rows(server) == self.NOTHING)
            assert stored_files(server.data_dir) == []

"""A real server that is killed or stopped in the middle of its work."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import threading
import time
from pathlib import Path

import httpx
import psutil
import pytest
from support.recordings import GARDEN
from support.server import RunningServer, running_server

pytestmark = pytest.mark.timeout(900)  # starting a process takes seconds, on a busy machine a minute
ENV = {"VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx", "VERBATIM_JOBS_LEASE_SECONDS": "2"}


def upload(server: RunningServer) -> str:
    answer = httpx.post(
        f"{server.url}/api/recordings/upload", files={"file": ("garden.ogg", GARDEN.read_bytes())}, timeout=60
    )
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def listening_child(server: RunningServer) -> psutil.Process:
    """Return the process in which the engine listens, once there is one."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        for child in psutil.Process(server.process.pid).children(recursive=True):
            with contextlib.suppress(psutil.Error):
                if any("transcription.worker" in part for part in child.cmdline()):
                    return child
        time.sleep(0.01)
    pytest.fail("nothing listens")


def gone(process: psutil.Process) -> bool:
    with contextlib.suppress(psutil.TimeoutExpired):
        process.wait(30)
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def rows(server: RunningServer, query: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(server.data_dir / "verbatim.db")) as database:
        return database.execute(query).fetchall()


def test_a_killed_server_finishes_its_transcription_after_the_restart_once(tmp_path: Path) -> None:
    with running_server(tmp_path, env=ENV) as server:
        recording = upload(server)
        child = listening_child(server)
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()
        assert gone(child)
        assert rows(server, "SELECT status FROM jobs WHERE job_type = 'transcribe'") == [("running",)]
        assert rows(server, "SELECT count(*) FROM transcripts") == [(0,)]
    with running_server(tmp_path, env=ENV) as server:
        deadline = time.monotonic() + 200
        while (found := httpx.get(f"{server.url}/api/recordings/{recording}").json())["status"] != "completed":
            assert found["status"] in {"pending", "processing"}, found
            assert time.monotonic() < deadline, found
            time.sleep(0.2)
        assert rows(server, "SELECT count(*), count(DISTINCT job_id) FROM transcripts") == [(1, 1)]
        assert rows(server, "SELECT status, attempts FROM jobs WHERE job_type = 'transcribe'") == [("completed", 2)]
        assert httpx.get(f"{server.url}/api/recordings/{recording}/transcripts").json()["items"][0]["is_current"]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_server_ends_soon_with_its_children_and_open_pages(tmp_path: Path, how: signal.Signals) -> None:
    with running_server(tmp_path, env=ENV) as server:
        heard: list[str] = []
        opened = threading.Event()

        def follow() -> None:
            with httpx.stream("GET", f"{server.url}/api/events", timeout=300) as stream:
                for line in stream.iter_lines():
                    heard.append(line)
                    opened.set()
            heard.append("the end")

        page = threading.Thread(target=follow)
        page.start()
        assert opened.wait(60)
        upload(server)
        child = listening_child(server)
        started = time.monotonic()
        server.process.send_signal(how)
        assert server.process.wait(60) in {0, 130, -how}
        assert time.monotonic() - started < 30
        page.join(30)
        assert heard[-1] == "the end"
        assert "event: hello" in heard
        assert any('"recording.created"' in line for line in heard)
        assert gone(child)
        assert rows(server, "SELECT status, attempts FROM jobs WHERE job_type = 'transcribe'") == [("queued", 0)]
        assert "Traceback" not in server.log.read_text()

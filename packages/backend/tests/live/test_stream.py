"""`/api/events` over real connections to a real server: the heartbeat, and pages that cannot keep up."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from support.server import RunningServer, running_server
from verbatim.core.live import QUEUE_LIMIT

pytestmark = [pytest.mark.timeout(600), pytest.mark.slow]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder: Path = tmp_path_factory.mktemp("stream")
    with running_server(folder, env={"VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx"}) as running:
        yield running


def test_a_quiet_stream_shows_that_it_lives(server: RunningServer) -> None:
    started = time.monotonic()
    with httpx.stream("GET", f"{server.url}/api/events", timeout=60) as stream:
        assert ": still here" in stream.iter_lines()  # reads until it comes
        assert time.monotonic() - started > 10


def full_project(server: RunningServer, recordings: int) -> str:
    """Put so many recordings into a new project, past the API, which would take minutes for it."""
    project = str(httpx.post(f"{server.url}/api/projects", json={"name": "P"}, timeout=60).json()["id"])
    with contextlib.closing(sqlite3.connect(server.data_dir / "verbatim.db", timeout=60)) as database, database:
        for number in range(recordings):
            database.execute(
                "INSERT INTO recordings (id, title, file_name, file_size, mime_type, sha256, storage_location,"
                " storage_key, duration_seconds, media, metadata, status, created_at, updated_at) VALUES"
                " (?, 'R', 'r.wav', 1, 'audio/wav', '', 'local', ?, 1, '{}', '{}', 'completed',"
                " '2026-01-01 00:00:00.000000', '2026-01-01 00:00:00.000000')",
                (f"{project[:30]}{number:06}", f"recordings/{number}/original"),
            )
            database.execute(
                "INSERT INTO project_recordings (project_id, recording_id) VALUES (?, ?)",
                (project, f"{project[:30]}{number:06}"),
            )
    return project


@pytest.mark.parametrize(("recordings", "ended"), [(QUEUE_LIMIT - 100, False), (QUEUE_LIMIT + 100, True)])
def test_a_page_hears_everything_or_is_told_to_load_again(
    server: RunningServer, recordings: int, *, ended: bool
) -> None:
    project = full_project(server, recordings)
    with httpx.stream("GET", f"{server.url}/api/events", timeout=120) as stream:
        lines = stream.iter_lines()
        assert "event: hello" in lines
        gone = httpx.delete(f"{server.url}/api/projects/{project}?delete_files=true", timeout=300)
        assert gone.status_code == 200, gone.text
        last = httpx.post(f"{server.url}/api/projects", json={"name": "the last"}, timeout=60).json()["id"]
        heard = []
        for line in lines:  # until the server ends the stream
            if line.startswith('data: {"type"'):  # not the greeting
                heard.append(json.loads(line.removeprefix("data: ")))
                if heard[-1].get("project_id") == last:
                    break
    deleted = [message for message in heard if message["type"] == "recording.trashed"]
    if ended:
        assert deleted == []
        assert last not in {message.get("project_id") for message in heard}
    else:
        assert len(deleted) == recordings
        assert heard[-1]["project_id"] == last

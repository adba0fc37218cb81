"""The whole way: uploaded to a server, transcribed by a worker in another process, seen on a page as it happens."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest
from support.recordings import GARDEN
from support.server import running_server
from support_enterprise import ADMIN, PASSWORD
from support_license import LICENSED
from support_setup import KNOWN_TOKEN, first_account
from support_workers import running_worker

SECRET_KEY = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(400),
    pytest.mark.parametrize("database_url", ["postgresql"], indirect=True),
]


def follow(url: str, headers: dict[str, str], heard: list[dict[str, Any]], opened: threading.Event) -> None:
    """Be an open page until the server ends the stream."""
    with httpx.stream("GET", f"{url}/api/events", headers=headers, timeout=300) as stream:
        for line in stream.iter_lines():
            opened.set()
            if line.startswith("data: ") and "type" in (message := json.loads(line[6:])):
                heard.append(message)


@pytest.fixture
def env(database_url: str, tmp_path: Path) -> dict[str, str]:
    (tmp_path / "server").mkdir()
    return {
        "VERBATIM_MODE": "enterprise",
        **LICENSED,
        "VERBATIM_JOBS": "distributed",
        "VERBATIM_DATABASE_URL": database_url,
        **KNOWN_TOKEN,
        "VERBATIM_DATA_DIR": str(tmp_path / "data"),
        "VERBATIM_SECRET_KEY": SECRET_KEY,
        "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx",
    }


def test_a_page_sees_what_a_worker_elsewhere_does(env: dict[str, str], tmp_path: Path) -> None:
    heard: list[dict[str, Any]] = []
    opened = threading.Event()
    with running_server(tmp_path / "server", env=env) as server:
        account = {"username": ADMIN, "email": f"{ADMIN}@example.org", "password": PASSWORD}
        httpx.post(f"{server.url}/api/auth/register", json=first_account(), timeout=60).raise_for_status()
        token = httpx.post(f"{server.url}/api/auth/login", json=account, timeout=60).json()["access_token"]
        headers = {"Authorization": f"Bearer {token}"}
        page = threading.Thread(target=follow, args=(server.url, headers, heard, opened))
        page.start()
        assert opened.wait(60)
        with httpx.Client(base_url=server.url, headers=headers, timeout=60) as client:
            files = {"file": ("garden.ogg", GARDEN.read_bytes())}
            recording = client.post("/api/recordings/upload", files=files).raise_for_status().json()["id"]
            time.sleep(3)
            assert client.get(f"/api/recordings/{recording}").json()["status"] == "pending", (
                "it is not the server's work"
            )
            with running_worker(tmp_path / "worker", env):
                deadline = time.monotonic() + 200
                while (found := client.get(f"/api/recordings/{recording}").json())["status"] != "completed":
                    assert time.monotonic() < deadline, found
                    time.sleep(0.2)
                time.sleep(1)  # the last news is on its way
            transcript = client.get(f"/api/transcripts/{found['transcript_id']}").json()
        assert len(transcript["segments"]) >= 1
    page.join(30)
    progress = [
        message["progress"]
        for message in heard
        if message["type"] == "job.progress" and message["job_type"] == "transcribe" and message["status"] == "running"
    ]
    assert progress == sorted(progress)
    assert any(0 < percent < 100 for percent in progress), heard
    assert [
        message["status"]
        for message in heard
        if message["type"] == "recording.updated" and message["recording_id"] == recording
    ][-2:] == ["processing", "completed"]
    assert any(message["type"] == "transcription.complete" for message in heard)

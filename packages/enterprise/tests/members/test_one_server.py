"""Two processes are one server: what one of them knows, counts or tells is so for the other."""

from __future__ import annotations

import io
import json
import threading
import time
import wave
from collections import Counter
from typing import Any

import httpx
import pytest
from support_enterprise import ADMIN, PASSWORD
from support_members import Several, eventually

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


def sound(seconds: int = 1) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16_000)
        out.writeframes(b"\0\0" * 16_000 * seconds)
    return file.getvalue()


def upload(several: Several, pid: int, title: str) -> str:
    answer = several.ask(
        pid, "POST", "/api/recordings/upload", data={"title": title}, files={"file": (f"{title}.wav", sound())}
    )
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


def team_of(several: Several) -> None:
    """Give the administrator a team, in which recordings can be."""
    if not several.ask(None, "GET", "/api/teams").json()["items"]:
        several.ask(None, "POST", "/api/teams", json={"name": "Press"}).raise_for_status()


def test_who_signs_out_at_one_is_refused_by_the_other(several: Several) -> None:
    here, there = several.pids()
    account = {"username": ADMIN, "password": PASSWORD}
    token = several.ask(None, "POST", "/api/auth/login", json=account, headers={"Authorization": ""}).json()
    own = {"Authorization": f"Bearer {token['access_token']}"}
    for pid in (here, there):
        assert several.ask(pid, "GET", "/api/auth/me", headers=own).status_code == 200
    several.ask(here, "POST", "/api/auth/logout", headers=own).raise_for_status()
    assert eventually(lambda: several.ask(there, "GET", "/api/auth/me", headers=own).status_code == 401) < 5


def test_a_key_that_was_revoked_at_one_is_refused_by_the_other(several: Several) -> None:
    here, there = several.pids()
    team_of(several)
    made = several.ask(here, "POST", "/api/keys", json={"name": "k", "scopes": ["recording:read"]}).json()
    own = {"Authorization": f"Bearer {made['key']}"}
    for pid in (here, there):
        assert several.ask(pid, "GET", "/api/recordings", headers=own).status_code == 200
    several.ask(here, "DELETE", f"/api/keys/{made['id']}").raise_for_status()
    assert eventually(lambda: several.ask(there, "GET", "/api/recordings", headers=own).status_code == 401) < 5


def test_wrong_passwords_count_together(several: Several) -> None:
    here, there = several.pids()
    guess = {"username": "nobody-here", "password": "not that one"}
    answers = [several.ask((here, there)[number % 2], "POST", "/api/auth/login", json=guess) for number in range(8)]
    statuses = Counter(answer.status_code for answer in answers)
    assert statuses[401] <= 6, "five are free, whichever process is asked"
    assert statuses[429] >= 2


def test_what_was_opened_is_noted_once(several: Several) -> None:
    here, there = several.pids()
    team_of(several)
    recording = upload(several, here, "noted")
    for pid in (here, there, here, there):
        several.ask(pid, "GET", f"/api/recordings/{recording}").raise_for_status()
    found = several.ask(None, "GET", "/api/admin/audit", params={"page_size": "100"}).json()["items"]
    opened = [row for row in found if (row["action"], row["resource_id"]) == ("recording.opened", recording)]
    assert len(opened) == 1


@pytest.mark.parametrize("first", [0, 1])
def test_a_page_hears_what_happens_whichever_process_it_is_on(several: Several, first: int) -> None:
    page, other = several.pids()[first], several.pids()[1 - first]
    team_of(several)
    heard: list[dict[str, Any]] = []
    connected = threading.Event()

    def listen() -> None:
        headers = {"Authorization": f"Bearer {several.token}"}
        with (
            httpx.Client(timeout=30) as client,
            client.stream("GET", several.server.url + "/api/events", headers=headers) as stream,
        ):
            for line in stream.iter_lines():
                connected.set()
                if line.startswith("data:"):
                    heard.append(json.loads(line.removeprefix("data:")))
                if any("live " in json.dumps(message) for message in heard):
                    return

    thread = threading.Thread(target=listen, daemon=True)
    with several.only(page):
        thread.start()
        assert connected.wait(30)
    name = f"live {time.time_ns()}"
    several.ask(other, "POST", "/api/projects", json={"name": name}).raise_for_status()
    eventually(lambda: len(heard) > 1, 10)


def test_jobs_of_both_run_once_in_the_one_that_runs_them(several: Several) -> None:
    leader, other = several.pids()
    team_of(several)
    ids = [upload(several, pid, f"work {pid} {number}") for number in range(3) for pid in (leader, other)]

    def jobs() -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = several.ask(None, "GET", "/api/jobs", params={"limit": 500}).json()["items"]
        return [job for job in items if job["payload"].get("recording_id") in ids]

    eventually(lambda: len(jobs()) >= len(ids) and all(job["status"] in {"completed", "failed"} for job in jobs()), 120)
    counted = Counter((job["payload"]["recording_id"], job["job_type"]) for job in jobs())
    assert set(counted.values()) == {1}
    assert {job["attempts"] for job in jobs()} == {1}


def test_a_check_of_the_audit_log_is_told_by_both(several: Several) -> None:
    here, there = several.pids()
    checked = several.ask(here, "POST", "/api/admin/audit/verify").json()
    assert checked["state"] == "done"

    def told() -> bool:
        return bool(several.ask(there, "GET", "/api/admin/audit/verify").json() == checked)

    assert eventually(told) < 5


def test_readiness_names_both(several: Several) -> None:
    told = several.ask(None, "GET", "/health/ready").json()["checks"]["processes"]
    assert told["ok"]
    assert told["detail"].startswith("2 of 2 processes answer: ")
    assert all(str(pid) in told["detail"] for pid in several.pids())

"""Processes of one server that are killed, told to end, or left alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from support.processes import VERBATIM
from support_commands import SECRET_KEY
from support_members import Start, eventually
from support_processes import server_environment

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.parametrize("which", [0, 1])
def test_one_that_is_killed_under_load_is_replaced(start: Start, which: int) -> None:
    several = start()
    outcomes: Counter[str] = Counter()
    over = threading.Event()

    def load() -> None:
        while not over.is_set():
            try:
                answer = httpx.get(several.server.url + "/api/auth/me", timeout=10,
                                   headers={"Authorization": f"Bearer {several.token}"})  # fmt: skip
                outcomes[str(answer.status_code)] += 1
            except httpx.TransportError:
                outcomes["cut off"] += 1

    threads = [threading.Thread(target=load) for _ in range(3)]
    for thread in threads:
        thread.start()
    victim = several.pids()[which]
    eventually(lambda: outcomes["200"] > 5)
    os.kill(victim, signal.SIGKILL)
    eventually(lambda: len(several.pids()) == 2 and victim not in several.pids())
    before = outcomes["200"]
    eventually(lambda: outcomes["200"] > before + 5)
    over.set()
    for thread in threads:
        thread.join()
    several.all_answer()
    assert outcomes["cut off"] <= 3, "what the killed one had in hand, and nothing else"
    assert set(outcomes) <= {"200", "cut off"}


def test_when_all_are_killed_all_come_back(start: Start) -> None:
    several = start()
    before = several.pids()
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    eventually(lambda: not set(before) & set(several.pids()) and len(several.pids()) == 2)
    several.all_answer()
    assert several.ask(None, "GET", "/api/auth/me").status_code == 200
    assert several.server.process.poll() is None


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP], ids=lambda one: one.name)
def test_a_signal_lets_requests_end(start: Start, how: signal.Signals) -> None:
    several = start()
    pids = several.pids()
    asked = threading.Event()

    def slow() -> Iterator[bytes]:
        for number in range(6):
            yield b'{"name": "' if number == 0 else b"slow"
            asked.set()
            time.sleep(0.3)
        yield b'"}'

    answers: list[httpx.Response] = []

    def send() -> None:
        headers = {"Authorization": f"Bearer {several.token}", "Content-Type": "application/json"}
        answers.append(httpx.post(several.server.url + "/api/projects", content=slow(), headers=headers, timeout=30))

    thread = threading.Thread(target=send)
    thread.start()
    assert asked.wait(10)
    time.sleep(0.3)
    os.kill(several.server.process.pid, how)
    thread.join()
    assert answers
    assert answers[0].status_code in {201, 409}, answers[0].text
    assert several.server.process.wait(40) == 0
    assert not any(alive(pid) for pid in pids)
    with pytest.raises(httpx.ConnectError):
        httpx.get(several.server.url + "/api/health")


def test_one_in_the_background_of_a_script_ends_when_it_is_told_to(start: Start) -> None:
    hidden = ("sh", "-c", 'trap "" INT HUP; exec "$0" "$@"', VERBATIM)  # as `nohup verbatim serve &` does
    several = start(command=hidden)
    pids = several.pids()
    os.kill(several.server.process.pid, signal.SIGHUP)
    several.all_answer()
    assert several.pids() == pids
    os.kill(several.server.process.pid, signal.SIGINT)
    assert several.server.process.wait(40) == 0
    assert not any(alive(pid) for pid in pids)


def test_they_end_with_the_first_one_even_when_that_is_killed(start: Start) -> None:
    several = start()
    pids = several.pids()
    os.kill(several.server.process.pid, signal.SIGKILL)
    eventually(lambda: not any(alive(pid) for pid in pids), 40)


def test_a_limit_is_one_limit(start: Start) -> None:
    several = start(rate_user_per_minute="20", rate_user_burst="20")
    pids = several.pids()
    answers = [several.ask(pids[number % 2], "GET", "/api/auth/me") for number in range(30)]
    let_in = sum(answer.status_code == 200 for answer in answers)
    assert let_in <= 20
    assert let_in >= 15, "signing in took some"
    assert {answer.status_code for answer in answers[-5:]} == {429}


@pytest.mark.parametrize(
    "elsewhere", [{"VERBATIM_MODE": "basic"}, {"VERBATIM_DATABASE_URL": ""}], ids=["one user", "a file"]
)
def test_elsewhere_it_is_refused_in_a_sentence(tmp_path: Path, elsewhere: dict[str, str]) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    own = {**server_environment(""), "VERBATIM_SECRET_KEY": SECRET_KEY, "VERBATIM_DATA_DIR": str(tmp_path / "data")}
    done = subprocess.run(
        [str(Path(sys.executable).with_name("verbatim")), "serve", "--workers", "2"],
        env={**env, **own, **elsewhere, "VERBATIM_API_PORT": "0"},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "verbatim: Several processes need VERBATIM_MODE=enterprise and PostgreSQL" in done.stderr
    assert "Traceback" not in done.stderr

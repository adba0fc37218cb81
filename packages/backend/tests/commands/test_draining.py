"""A server that is told to stop: balancers hear of it first, streams are closed, and it is gone within 30 seconds."""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path

import httpx
import pytest
from support.server import RunningServer, running_server

pytestmark = [pytest.mark.slow, pytest.mark.timeout(150)]

DRAIN = {"VERBATIM_DRAIN_SECONDS": "2.5"}


def follow(server: RunningServer, ended: list[float]) -> threading.Thread:
    """Follow events until their stream is closed."""

    def read() -> None:
        with httpx.Client(timeout=60) as client, client.stream("GET", f"{server.url}/api/events") as answer:
            for _ in answer.iter_bytes():
                pass
        ended.append(time.monotonic())

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    time.sleep(0.5)
    return reader


def test_a_server_that_drains_answers_on_and_says_that_it_goes(tmp_path: Path) -> None:
    with running_server(tmp_path, env=DRAIN) as server:
        assert httpx.get(f"{server.url}/health/ready", timeout=30).status_code == 200
        ended: list[float] = []
        reader = follow(server, ended)
        server.process.send_signal(signal.SIGTERM)
        told = time.monotonic()
        time.sleep(0.3)
        ready = httpx.get(f"{server.url}/health/ready", timeout=30)
        assert ready.status_code == 503
        assert ready.json()["checks"]["stopping"] == {"ok": False} | {
            key: value for key, value in ready.json()["checks"]["stopping"].items() if key == "detail"
        }
        assert httpx.get(f"{server.url}/health", timeout=30).status_code == 200
        assert httpx.get(f"{server.url}/api/recordings", timeout=30).status_code == 200
        assert server.process.wait(30) == 0
        assert 2 < time.monotonic() - told < 30
        reader.join(10)
        assert ended


@pytest.mark.parametrize("also", [signal.SIGINT, signal.SIGTERM])
def test_whoever_says_it_twice_does_not_wait(tmp_path: Path, also: signal.Signals) -> None:
    with running_server(tmp_path, env={"VERBATIM_DRAIN_SECONDS": "60"}) as server:
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert server.process.poll() is None
        server.process.send_signal(also)
        assert server.process.wait(20) == 0


def test_without_a_balancer_it_goes_at_once(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        ended: list[float] = []
        reader = follow(server, ended)
        told = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(30) == 0
        assert time.monotonic() - told < 15
        reader.join(10)
        assert ended

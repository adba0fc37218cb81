"""What a monitor reads of a server of two processes, and of one."""

from __future__ import annotations

import os
import re
import signal

import httpx
import pytest
from support_members import Several, Start, eventually

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

TOKEN = "0f3a9c57d1e84b26"
LINE = re.compile(r'([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\]|\\.)*",?)*)\})? (\S+)')


@pytest.fixture
def several(start: Start) -> Several:
    return start(2, metrics_token=TOKEN)


def read(several: Several) -> dict[tuple[str, str], float]:
    answer = httpx.get(f"{several.server.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=30)
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    found = {}
    for line in answer.text.splitlines():
        if not line.startswith("#"):
            matched = LINE.fullmatch(line)
            assert matched, line
            found[matched[1], matched[2] or ""] = float(matched[3])
    return found


def of(name: str, figures: dict[tuple[str, str], float], *parts: str) -> float:
    return sum(
        value for (key, labels), value in figures.items() if key == name and all(part in labels for part in parts)
    )


def test_whichever_process_is_asked_counts_are_those_of_both(several: Several) -> None:
    route = 'route="/api/projects/{project_id}"'
    before = of("verbatim_http_requests_total", read(several), route)
    for number in range(20):
        assert several.ask(several.pids()[number % 2], "GET", f"/api/projects/none-{number}").status_code == 404
    for _ in range(4):
        figures = read(several)
        assert of("verbatim_http_requests_total", figures, route, 'status="404"') == before + 20
        assert of("verbatim_http_request_seconds_count", figures, route) == before + 20
    assert not [labels for _, labels in figures if "none-" in labels], "addresses are not told"

    here, there = several.pids()
    os.kill(there, signal.SIGKILL)
    assert eventually(lambda: there not in several.pids() and len(several.pids()) == 2) < 30
    for pid in several.pids():
        assert several.ask(pid, "GET", "/api/projects/none").status_code == 404
    figures = read(several)
    assert of("verbatim_http_requests_total", figures, route) == before + 22
    shown = {labels for name, labels in figures if name == "verbatim_process_resident_memory_bytes"}
    assert shown == {f'pid="{pid}"' for pid in several.pids()}, "who is dead is not shown"
    assert here in several.pids()


def test_it_tells_of_jobs_processes_and_room(several: Several) -> None:
    figures = read(several)
    assert figures["verbatim_database_up", ""] == 1
    assert figures["verbatim_server_processes", ""] == figures["verbatim_server_processes_wanted", ""] == 2
    assert of("verbatim_processes", figures, 'role="server"') == 1
    assert of("verbatim_processes", figures, 'role="worker"') == 0
    assert figures["verbatim_storage_free_bytes", ""] > 0
    assert of("verbatim_info", figures, 'mode="enterprise"') == 1
    assert of("verbatim_process_cpu_seconds_total", figures) > 0


@pytest.mark.parametrize(
    "given", ["", "Bearer", f"Bearer {TOKEN}x", f"Basic {TOKEN}", "Bearer \u00e9".encode().decode("latin-1")]
)
def test_nobody_else_is_told(several: Several, given: str) -> None:
    headers = {b"Authorization": given.encode("latin-1")} if given else {}
    answer = httpx.get(f"{several.server.url}/metrics", headers=headers, timeout=30)
    assert (answer.status_code, answer.json()["code"]) == (401, "metrics_token")
    signed_in = several.ask(None, "GET", "/metrics")
    assert signed_in.status_code == 401
    assert "verbatim_" not in answer.text + signed_in.text


def test_without_a_token_there_are_none(start: Start) -> None:
    several = start(2)
    for headers in ({}, {"Authorization": "Bearer"}, {"Authorization": f"Bearer {TOKEN}"}):
        answer = httpx.get(f"{several.server.url}/metrics", headers=headers, timeout=30)
        assert (answer.status_code, answer.json()["code"]) == (404, "metrics_off")

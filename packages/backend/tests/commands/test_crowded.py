"""A crowd of silent strangers in front of a real server."""

from __future__ import annotations

import contextlib
import socket
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from support.server import running_server

pytestmark = pytest.mark.timeout(300)
VERBATIM = str(Path(sys.executable).with_name("verbatim"))
FEW = ("sh", "-c", 'ulimit -n 256; exec "$0" "$@"', VERBATIM)


def test_silent_connections_beyond_what_the_process_may_open(tmp_path: Path) -> None:
    with running_server(tmp_path, command=FEW) as server, contextlib.ExitStack() as held:
        place = urlsplit(server.url)
        for _ in range(400):
            with contextlib.suppress(OSError):
                held.enter_context(socket.create_connection((place.hostname, place.port), timeout=5))
        for _ in range(5):
            assert httpx.get(f"{server.url}/api/recordings", timeout=10).status_code == 200
            time.sleep(0.2)
        lines = server.log.read_text().splitlines()
    assert len(lines) < 60
    assert not [line for line in lines if "Traceback" in line]


def test_a_server_raises_what_it_may_open(tmp_path: Path) -> None:
    command = ("sh", "-c", 'ulimit -S -n 200; exec "$0" "$@"', VERBATIM)
    with running_server(tmp_path, command=command) as server:
        limits = Path(f"/proc/{server.process.pid}/limits").read_text()
    (line,) = [line for line in limits.splitlines() if line.startswith("Max open files")]
    assert int(line.split()[3]) > 200

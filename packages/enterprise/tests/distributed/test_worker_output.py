"""What a worker says and shows of itself."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from pathlib import Path

import pytest
from support_license import LICENSED
from support_workers import running_worker

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(300),
    pytest.mark.parametrize("database_url", ["postgresql"], indirect=True),
]


def touched(path: Path, after: float, within: float) -> bool:
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if path.exists() and path.stat().st_mtime > after:
            return True
        time.sleep(0.1)
    return False


def visit(database_url: str, folder: Path) -> None:
    alive = folder / "alive"
    env = {
        "VERBATIM_MODE": "enterprise",
        "VERBATIM_JOBS": "distributed",
        "VERBATIM_DATABASE_URL": database_url,
        "VERBATIM_DATA_DIR": str(folder / "data"),
        "VERBATIM_ALIVE_PATH": str(alive),
        **LICENSED,
    }
    with running_worker(folder, env) as worker:
        assert touched(alive, 0, 15)
        long_ago = time.time() - 1000
        os.utime(alive, (long_ago, long_ago))
        assert touched(alive, long_ago + 1, 15), "again and again"
        worker.send(signal.SIGSTOP)
        time.sleep(0.2)
        os.utime(alive, (long_ago, long_ago))
        assert not touched(alive, long_ago + 1, 8), "one that hangs looks so"
        said = worker.log.read_text("utf-8")
    assert "administrator" not in said, "nobody signs in at a worker"
    assert "token" not in said
    assert not (folder / "data" / "setup-token").exists()


async def test_a_worker_shows_that_it_works_and_tells_no_set_up_token(database_url: str, tmp_path: Path) -> None:
    await asyncio.to_thread(visit, database_url, tmp_path)

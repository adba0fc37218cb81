"""Fixtures: a Redis server, and people on one kind of database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis_server as machine
from support_redis import RedisServer


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    """Give a Redis server that runs and is empty."""
    program = machine.find()
    if program is None:
        reason = "there is no Redis on this machine (apt-get install redis-server)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    server = RedisServer(program, tmp_path)
    server.start()
    yield server
    server.stop()

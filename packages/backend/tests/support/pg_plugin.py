"""pytest plugin: one PostgreSQL for the whole run, the fixture `postgres_server`.

The root pyproject.toml loads it (`-p support.pg_plugin`), so every test can ask for the fixture.
`TEST_DATABASE_URL` names a server to use instead. Under pytest-xdist the controller starts the server and its
workers attach to it; otherwise the first test that asks for it starts it.
"""

from __future__ import annotations

import os
from typing import Any

import pytest

from support.postgres import PostgresServer

# The tiny Whisper of the tests has rows of zeros, which only these 8-bit kernels take for what they are. Without
# the variable other makers' processors get other kernels.
os.environ.setdefault("CT2_USE_MKL", "1")

# The tests' own server speaks no TLS: without asking for it each connection takes half as long.
os.environ.setdefault("PGSSLMODE", "disable")

_INPUT = "verbatim_postgres_url"
_SERVER = pytest.StashKey[PostgresServer]()


def _server(config: pytest.Config) -> PostgresServer:
    server = config.stash.get(_SERVER, None)
    if server is None:
        inherited: str | None = getattr(config, "workerinput", {}).get(_INPUT)
        url = inherited or os.environ.get("TEST_DATABASE_URL")
        server = PostgresServer.attach(url) if url else PostgresServer.start()
        config.stash[_SERVER] = server
    return server


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of pytest-xdist where the server is."""
    node.workerinput[_INPUT] = _server(node.config).url()


def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(_SERVER, None)
    if server is not None:
        server.stop()


@pytest.fixture(scope="session")
def postgres_server(request: pytest.FixtureRequest) -> PostgresServer:
    """Give the running PostgreSQL; make databases with `temporary_database` or `create_database`."""
    return _server(request.config)

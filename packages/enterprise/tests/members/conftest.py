"""Servers of two processes on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from support.postgres import PostgresServer
from support.server import running_server
from support_members import Several, Start
from support_processes import server_environment


@pytest.fixture
def start(postgres_server: PostgresServer, migrated_template: str, tmp_path: Path) -> Iterator[Start]:
    """Give what starts one, with further settings."""
    with ExitStack() as stack:

        def begin(size: int = 2, *, command: Sequence[str] = (), **settings: str) -> Several:
            url = stack.enter_context(postgres_server.temporary_database(migrated_template))
            more = {f"VERBATIM_{name.upper()}": value for name, value in settings.items()}
            env = {**server_environment(url), "VERBATIM_WORKERS": str(size), **more}
            several = Several(stack.enter_context(running_server(tmp_path, command=command, env=env)), size)
            several.all_answer()
            several.sign_in()
            return several

        yield begin


@pytest.fixture(scope="module")
def several(
    postgres_server: PostgresServer, migrated_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Several]:
    """Give one that the tests of a file use in turn."""
    folder = tmp_path_factory.mktemp("several")
    with postgres_server.temporary_database(migrated_template) as url:
        env = {**server_environment(url), "VERBATIM_WORKERS": "2", "VERBATIM_RATE_USER_PER_MINUTE": "100000",
               "VERBATIM_RATE_USER_BURST": "100000"}  # fmt: skip
        with running_server(folder, env=env) as server:
            found = Several(server, 2)
            found.all_answer()
            found.sign_in()
            yield found

"""An empty database server becomes Verbatim's, with a role that is no superuser."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import make_url
from support.postgres import PostgresServer, _installation
from support.processes import run_verbatim
from support_license import LICENSED

DOCKER = Path(__file__).parents[2] / "docker"
PASSWORD = "5e0c7a9d2f4b6183"

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@dataclass(frozen=True)
class Cluster:
    """A database server of its own, made ready by the script of the containers."""

    server: PostgresServer

    @property
    def env(self) -> dict[str, str]:
        """Give the variables with which PostgreSQL's programs reach it as a superuser."""
        address = make_url(self.server.url())
        return {
            "PATH": f"{_installation() / 'bin'}:{os.environ['PATH']}",
            "PGHOST": str(address.host),
            "PGPORT": str(address.port),
            "PGUSER": str(address.username),
        }

    @property
    def url(self) -> str:
        own = make_url(self.server.url()).set(username="verbatim", password=PASSWORD, database="verbatim")
        return own.render_as_string(hide_password=False)

    def run(self, *command: str) -> None:
        done = subprocess.run(command, env=self.env, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")

    def verbatim(self, folder: Path, *words: str) -> str:
        variables = {
            "VERBATIM_MODE": "enterprise",
            "VERBATIM_DATABASE_URL": self.url,
            "VERBATIM_DATA_DIR": str(folder / "data"),
            **LICENSED,
        }
        done = run_verbatim(*words, env=variables, together=True)
        assert done.returncode == 0, done.stdout
        return done.stdout

    async def ask(self, question: str) -> Any:
        connection = await asyncpg.connect(self.url.replace("+asyncpg", ""))
        try:
            return await connection.fetchval(question)
        finally:
            await connection.close()


@pytest.fixture
def make_cluster(tmp_path: Path) -> Iterator[Callable[[], Cluster]]:
    (tmp_path / "database_password").write_text(PASSWORD + "\n")
    script = (DOCKER / "postgres-init.sh").read_text().replace("/run/verbatim-database", str(tmp_path))
    servers = []

    def make() -> Cluster:
        servers.append(PostgresServer.start())
        cluster = Cluster(servers[-1])
        cluster.run("/bin/sh", "-c", script)
        return cluster

    yield make
    for server in servers:
        server.stop()


async def test_the_servers_role_migrates_and_keeps_teams_apart(
    make_cluster: Callable[[], Cluster], tmp_path: Path
) -> None:
    cluster = make_cluster()
    assert "Migrated" in cluster.verbatim(tmp_path, "migrate")
    rights = "SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user"
    assert await cluster.ask(rights) is False
    assert await cluster.ask("SELECT relforcerowsecurity FROM pg_class WHERE relname = 'recordings'") is True


async def test_a_dump_is_put_back_as_the_guide_says(make_cluster: Callable[[], Cluster], tmp_path: Path) -> None:
    before, after = make_cluster(), make_cluster()
    before.verbatim(tmp_path, "migrate")
    row = "INSERT INTO teams (id, name, created_at, updated_at) VALUES ('one', 'One', now(), now())"
    before.run("psql", "--quiet", "--dbname=verbatim", "--command", row)
    dump = str(tmp_path / "verbatim.dump")
    before.run("pg_dump", "--format=custom", f"--file={dump}", "verbatim")
    after.run("pg_restore", "--exit-on-error", "--dbname=verbatim", dump)
    assert "up to date" in after.verbatim(tmp_path, "migrate")
    count = "SELECT count(*) FROM pg_policies"
    assert await after.ask(count) == await before.ask(count) > 0
    after.run("psql", "--quiet", "--dbname=verbatim", "--command", "DELETE FROM teams WHERE id = 'one'")
    owned = "SELECT string_agg(relname || relowner::regrole, ',' ORDER BY relname) FROM pg_class WHERE relkind = 'r'"
    assert await after.ask(owned) == await before.ask(owned)

"""An empty database server becomes Verbatim's, with a role that is no superuser."""

from __future__ import annotations

import json
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

    def verbatim(self, folder: Path, *words: str, code: int = 0) -> str:
        variables = {
            "VERBATIM_MODE": "enterprise",
            "VERBATIM_DATABASE_URL": self.url,
            "VERBATIM_DATA_DIR": str(folder / "data"),
            "VERBATIM_SECRET_KEY": "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5",
            **LICENSED,
        }
        done = run_verbatim(*words, env=variables, together=True)
        assert done.returncode == code, done.stdout
        return done.stdout

    def psql(self, statement: str) -> None:
        self.run("psql", "--quiet", "--dbname=verbatim", "--command", statement)

    async def ask(self, question: str) -> Any:
        return await _asked(self.url, question)


async def _asked(url: str, question: str) -> Any:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
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


TEAM = "INSERT INTO teams (id, name, created_at, updated_at) VALUES ('one', 'One', now(), now())"
TAGS = (
    "INSERT INTO tags (id, owner_id, name, name_key, created_at) "
    "SELECT 'p' || n, 'one', 'Tag ' || n, 'tag ' || n, now() FROM generate_series(1, 50) n"
)


async def test_a_backup_is_taken_proved_and_put_back_by_the_servers_own_role(
    make_cluster: Callable[[], Cluster], tmp_path: Path
) -> None:
    before, after = make_cluster(), make_cluster()
    before.verbatim(tmp_path, "migrate")
    for row in (TEAM, TAGS):
        before.psql(row)
    to, key = str(tmp_path / "backups"), str(tmp_path / "data" / "recovery.key")
    before.verbatim(tmp_path, "backup", "--to", to)
    said = before.verbatim(tmp_path, "backup", "prove", "--from", to, "--json", code=1)
    found = json.loads(said[said.index("{") :])
    assert found["counts"]["tables"] > 50
    assert all("no files" in one or "no account" in one or "no recording" in one for one in found["problems"]), found
    assert await before.ask("SELECT count(*) FROM pg_database WHERE datname LIKE 'verbatim_proof%'") == 0
    # Rows behind the walls are there, and the walls stand again.
    after.verbatim(tmp_path / "elsewhere", "restore", "--from", to, "--recovery-key-file", key)
    assert await after.ask("SELECT count(*) FROM tags") == 50
    walls = "SELECT count(*) FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
    assert await after.ask(walls) == await before.ask(walls) > 0
    policies = "SELECT count(*) FROM pg_policies"
    assert await after.ask(policies) == await before.ask(policies) > 0
    triggers = "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"
    assert await after.ask(triggers) == await before.ask(triggers) > 0
    keys = "SELECT count(*) FROM pg_constraint WHERE contype = 'f'"
    assert await after.ask(keys) == await before.ask(keys) > 0

    before.psql("ALTER ROLE verbatim NOCREATEDB")
    said = before.verbatim(tmp_path, "backup", "prove", "--from", to, code=1)
    assert 'ALTER ROLE "verbatim" CREATEDB' in said

"""A whole installation moves from SQLite to PostgreSQL, also when that is interrupted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from support.postgres import PostgresServer
from support.waiting import until
from support_commands import verbatim
from support_enterprise import ADMIN, Person, person
from support_teams import ok
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.database_move.move import move_database
from verbatim.registration import build_registry
from verbatim.runtime import build_runtime
from verbatim_enterprise.audit.chain.store import SEALS
from verbatim_enterprise.audit.rows import LOG
from verbatim_enterprise.plugin import EnterprisePlugin
from verbatim_enterprise.system_session import system_transaction

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class _CutOffError(Exception):
    """The move is killed."""


async def fill(admin: Person) -> dict[str, int]:
    """Make a bit of everything; returns how many of each."""
    ids = [(await admin.upload(transcribe="false"))["id"] for _ in range(3)]
    project = ok(await admin.post("/api/projects", json={"name": "Board meetings"}), 201)
    for one in ids:
        ok(await admin.patch(f"/api/recordings/{one}", json={"title": f"Überraschung 'n' \\ {one}"}))
    ok(await admin.post("/api/holds", json={"project_id": project["id"], "reason": "Somebody v. somebody"}), 201)
    ok(await admin.post("/api/keys", json={"name": "Nightly", "scopes": ["recording:read"]}), 201)
    hook = {"url": "https://example.org/hook", "events": ["*"]}
    ok(await admin.post("/api/webhooks", json=hook), 201)
    return await counted(admin)


async def counted(admin: Person) -> dict[str, int]:
    paths = ("recordings", "projects", "holds", "keys", "webhooks", "storage-locations")
    return {path: ok(await admin.get(f"/api/{path}"))["total"] for path in paths}


def copy_of(app: FastAPI, folder: Path) -> str:
    """Return the address of the database as a stopped server would leave it."""
    target = folder / "left.db"
    with sqlite3.connect(app.state.database.engine.url.database) as source, sqlite3.connect(target) as copied:
        source.backup(copied)
    return f"sqlite:///{target}"


async def _all_is_sealed(app: FastAPI) -> bool:
    async with system_transaction(app.state.database, read_only=True) as session:
        rows = await session.scalar(select(func.count()).select_from(LOG))
        return rows == await session.scalar(select(func.count()).select_from(SEALS))


async def interrupted(settings: Settings, source: str, target: str, after: int) -> None:
    """Begin to move, and be killed after so many tables."""
    told: list[str] = []

    def tell(line: str) -> None:
        told.append(line)
        if len(told) >= after:
            raise _CutOffError

    plugins = [EnterprisePlugin()]
    address = source.replace("sqlite:", "sqlite+aiosqlite:")
    old = settings.model_copy(update={"database_url": address})
    new = settings.model_copy(update={"database_url": target})
    runtimes = [build_runtime(one, build_registry(one, plugins)) for one in (old, new)]
    try:
        with pytest.raises(_CutOffError):
            await move_database(runtimes[0], runtimes[1], tell)
    finally:
        for runtime in runtimes:
            await runtime.database.close()


async def test_everything_is_there_afterwards(
    app: FastAPI, admin: Person, settings: Settings, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    before = await fill(admin)
    await until(lambda: _all_is_sealed(app))  # as a server does before it ends
    source = copy_of(app, tmp_path)
    with postgres_server.temporary_database() as target:
        for after in (3, 12, 25):
            await interrupted(settings, source, target, after)
        code, said = await verbatim(settings, "migrate", variables={"VERBATIM_DATABASE_URL": target})
        assert (code, "not complete" in said) == (1, True), said
        code, said = await verbatim(settings, "database", "move", "--from", source, "--to", target)
        assert code == 0, said
        assert "each table was compared" in said
        assert "complete and unchanged" in said
        code, said = await verbatim(settings, "database", "move", "--from", source, "--to", target)
        assert (code, "not empty" in said) == (1, True), said
        moved = create_app(settings.model_copy(update={"database_url": target}), [EnterprisePlugin()])
        async with moved.router.lifespan_context(moved):
            again = person(moved)
            await again.sign_in(ADMIN)
            assert await counted(again) == before
            assert ok(await again.get("/api/recordings", params={"search": "Überraschung"}))["total"] == 3
            await again.upload(transcribe="false")
            assert (await counted(again))["recordings"] == before["recordings"] + 1
            await again.aclose()


async def test_a_database_in_use_or_of_another_kind_is_refused(
    app: FastAPI, admin: Person, settings: Settings, postgres_server: PostgresServer, tmp_path: Path
) -> None:
    source = copy_of(app, tmp_path)
    with postgres_server.temporary_database() as target:
        with sqlite3.connect(source.removeprefix("sqlite:///"), isolation_level=None) as busy:
            busy.execute("BEGIN IMMEDIATE")
            code, said = await verbatim(settings, "database", "move", "--from", source, "--to", target)
            busy.execute("ROLLBACK")
        assert (code, "in use" in said) == (1, True), said
        code, said = await verbatim(settings, "database", "move", "--from", target, "--to", source)
        assert (code, "in this order" in said) == (1, True), said

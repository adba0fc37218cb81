"""Backups as whoever looks after a server takes, proves and restores them, while people work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import make_url
from support.postgres import PostgresServer
from support.recordings import GARDEN, REPORT
from support_commands import verbatim
from support_enterprise import ADMIN, person
from support_teams import Crew
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim_enterprise.plugin import EnterprisePlugin


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[Settings]:
    """Give the settings of another installation, of the same kind of database, where nothing is yet."""
    changes: dict[str, Any] = {"data_dir": tmp_path / "elsewhere"}
    if settings.database_url.startswith("sqlite"):
        changes["database_url"] = f"sqlite+aiosqlite:///{tmp_path / 'elsewhere' / 'verbatim.db'}"
        yield settings.model_copy(update=changes)
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = f"elsewhere_{make_url(settings.database_url).database}"
    server.drop_database(name)
    yield settings.model_copy(update={**changes, "database_url": server.create_database(name)})
    server.drop_database(name)


async def test_a_backup_is_taken_proved_and_restored(
    app: FastAPI, crew: Crew, settings: Settings, elsewhere: Settings, tmp_path: Path
) -> None:
    ids = [(await crew["owner"].upload(path, transcribe="false"))["id"] for path in (REPORT, GARDEN)]
    to = str(tmp_path / "backups")
    code, said = await verbatim(settings, "backup", "--to", to)
    assert code == 0, said
    assert "2 files" in said
    assert "recovery.key" in said
    late = (await crew["owner"].upload(REPORT, transcribe="false"))["id"]
    code, said = await verbatim(settings, "backup", "prove", "--from", to, "--json")
    assert code == 0, said
    proof = json.loads(said[said.index("{") :])
    assert proof["ok"], proof
    assert proof["counts"]["objects"] == 2
    assert proof["counts"]["signed in"] == 1
    assert proof["counts"]["played"] == 2
    assert proof["counts"]["audit rows"] > 5

    key = settings.data_dir / "recovery.key"
    code, said = await verbatim(elsewhere, "restore", "--from", to, "--recovery-key-file", str(key))
    assert code == 0, said
    await _look(elsewhere, crew, ids, late)
    code, said = await verbatim(elsewhere, "restore", "--from", to, "--recovery-key-file", str(key))
    assert code == 1
    assert "There is an installation here already." in said


async def _look(elsewhere: Settings, crew: Crew, ids: list[str], late: str) -> None:
    """Look at what was restored as the people of the crew."""
    application = create_app(elsewhere, [EnterprisePlugin()])
    async with application.router.lifespan_context(application):
        again = person(application)
        again.headers["Authorization"] = crew["owner"].headers["Authorization"]
        refused = await again.get("/api/recordings")
        assert refused.status_code == 401, refused.text
        del again.headers["Authorization"]
        await again.sign_in((await crew["owner"].me())["username"])
        for one in ids:
            mine = await again.get(f"/api/recordings/{one}/audio")
            theirs = await crew["owner"].get(f"/api/recordings/{one}/audio")
            assert (mine.status_code, mine.content) == (200, theirs.content)
        assert (await again.get(f"/api/recordings/{late}")).status_code == 404
        root = person(application)
        await root.sign_in(ADMIN)
        rows = (await root.get("/api/admin/audit", params={"action": "installation.restored"})).json()["items"]
        assert len(rows) == 1
        await root.aclose()
        await again.aclose()

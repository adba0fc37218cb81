"""Backups that the release before took: proved by this one, and restored into it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from fastapi import FastAPI
from sqlalchemy import make_url, text
from support.backing_up import BackedUp
from support.postgres import PostgresServer
from support.recordings import GARDEN
from verbatim.backups import take
from verbatim.commands.restore import _restore
from verbatim.config import Settings
from verbatim.core.migrate import migrate_to, pending_migrations
from verbatim.core.ownership import as_system
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime

BEFORE = "0031"
ROW = """
INSERT INTO recordings (id, title, file_name, file_size, mime_type, sha256, storage_location, storage_key,
                        duration_seconds, media, metadata, status, job_id, created_at, updated_at)
VALUES ('one', 'Zürich', 'Łódź.wav', :size, 'audio/x-wav', :sha256, 'local', 'recordings/one/original', 1, '{}', '{}',
        'untranscribed', NULL, '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00')
"""


@pytest.fixture
def places(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[list[Settings]]:
    """Give the settings of two installations, of the same kind of database, where nothing is yet."""
    found: list[Settings] = []
    made: list[str] = []
    sqlite = settings.database_url.startswith("sqlite")
    server: PostgresServer | None = None if sqlite else request.getfixturevalue("postgres_server")
    for name in ("older", "newer"):
        changes: dict[str, Any] = {"data_dir": tmp_path / name, "database_url": ""}
        changes["data_dir"].mkdir()
        if server is not None:
            made.append(f"{name}_{make_url(settings.database_url).database}")
            server.drop_database(made[-1])
            changes["database_url"] = server.create_database(made[-1])
        found.append(settings.model_copy(update=changes))
    yield found
    for one in made:
        assert server is not None
        server.drop_database(one)


def runtime_of(settings: Settings) -> Runtime:
    return build_runtime(settings, build_registry(settings, []))


async def fill(older: Runtime) -> None:
    """Make the tables as the release before had them, with a recording in them and in the storage."""
    await migrate_to(older.database.engine, older.database_adapter, [], {"verbatim": BEFORE})
    content = GARDEN.read_bytes()
    file = older.settings.storage_dir / "recordings" / "one" / "original"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    values = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    with as_system("a server of the release before"):
        async with older.database.engine.begin() as connection:
            await connection.execute(text(ROW), values)


@pytest.mark.timeout(200)
async def test_a_backup_of_the_release_before_is_proved_and_restored(
    places: list[Settings], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, newer = map(runtime_of, places)
    await fill(older)
    made = BackedUp(cast(FastAPI, SimpleNamespace(state=SimpleNamespace(runtime=older))), tmp_path / "backups")

    async def nothing_is_pending(*_: Any) -> list[str]:
        return []  # for the release before it was its own schema

    with monkeypatch.context() as earlier:
        earlier.setattr(take, "pending_migrations", nothing_is_pending)
        await made.take()
    manifest = await made.manifest()
    assert manifest.schemas["verbatim"] == BEFORE
    proof = await made.prove()
    assert (proof.problems, proof.counts["objects"], proof.counts["played"]) == ([], 1, 1)

    found, *_ = await _restore(newer, made.vault, manifest, {}, "")
    assert (found.objects, found.problems) == (1, [])
    assert await pending_migrations(newer.database.engine, newer.migrations) == []
    with as_system("test"):
        async with newer.database.engine.connect() as connection:
            kept = (
                await connection.execute(text("SELECT title, title_folded, file_name_folded FROM recordings"))
            ).all()
    assert [tuple(row) for row in kept] == [("Zürich", "zurich", "lodz.wav")]
    assert (newer.settings.storage_dir / "recordings" / "one" / "original").read_bytes() == GARDEN.read_bytes()

    # The same backup after somebody changed it, by as much as one bit.
    (place,) = (path for path in (made.folder / "objects").rglob("*") if path.is_file())
    content = bytearray(place.read_bytes())
    content[-1] ^= 1
    place.write_bytes(content)
    assert any("was changed" in one for one in (await made.prove()).problems)
    await older.database.close()
    await newer.database.close()

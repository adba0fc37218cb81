"""Restoring: identical files, an installation that is empty, another timeline; interrupted, and by schedule taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import make_url, select, update
from support.backing_up import BackedUp
from support.client import Client
from support.postgres import PostgresServer
from support.recordings import GARDEN, REPORT
from verbatim.app import create_app
from verbatim.backups.errors import BackupError
from verbatim.backups.models import BackupRun, Installation, RunKind, RunStatus
from verbatim.backups.restore import Restored, refuse_in_use
from verbatim.backups.settings import BackupSettings
from verbatim.backups.upkeep import BackupUpkeep
from verbatim.commands.restore import _restore
from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.jobs.models import Job, JobStatus
from verbatim.core.ownership import as_system
from verbatim.plugins.loader import PluginError
from verbatim.recordings.models import Recording
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime


@pytest.fixture
def elsewhere(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[Settings]:
    """Give the settings of another installation, of the same kind of database, where nothing is yet."""
    changes: dict[str, Any] = {"data_dir": tmp_path / "elsewhere"}
    changes["data_dir"].mkdir()
    if settings.database_url.startswith("sqlite"):
        yield settings.model_copy(update={**changes, "database_url": ""})
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = f"elsewhere_{make_url(settings.database_url).database}"
    server.drop_database(name)
    yield settings.model_copy(update={**changes, "database_url": server.create_database(name)})
    server.drop_database(name)


def runtime_of(settings: Settings) -> Runtime:
    return build_runtime(settings, build_registry(settings, []))


async def restored(made: BackedUp, settings: Settings, into: str = "") -> Restored:
    manifest = await made.manifest()
    # No feature knows of such files, whoever wrote them into the manifest.
    manifest = manifest.model_copy(update={"files": {"secret.key": "x", "../outside": "x"}})
    return (await _restore(runtime_of(settings), made.vault, manifest, {}, into))[0]


async def column(database: Database, *columns: Any) -> list[Any]:
    with as_system("test"):
        async with database.transaction(read_only=True) as session:
            return [tuple(row) for row in await session.execute(select(*columns))]


async def change(database: Database, statement: Any) -> None:
    with as_system("test"):
        async with database.transaction() as session:
            await session.execute(statement.execution_options(synchronize_session=False))


@pytest.mark.timeout(200)
async def test_what_was_there_is_there_again_and_what_was_valid_is_not(
    app: FastAPI, client: Client, elsewhere: Settings, tmp_path: Path
) -> None:
    for path in (REPORT, GARDEN):
        await client.upload(path, transcribe="false")
    for number in range(15):  # more than a sample has room for
        document = {"file": (f"{number}.txt", f"The minutes of meeting {number}.".encode())}
        assert (await client.post("/api/documents", files=document)).status_code == 201
    database = app.state.database
    running = {"status": JobStatus.RUNNING, "lease_token": 3}
    await change(database, update(Job).values(status=JobStatus.COMPLETED))
    with as_system("test"):
        async with database.transaction() as session:
            session.add(Job(job_type="none_such", **running))
    made = BackedUp(app, tmp_path / "backups")
    await made.take()
    proof = await made.prove()
    assert (proof.problems, proof.counts["objects"], proof.counts["played"]) == ([], 17, 2)
    epoch = await column(database, Installation.name, Installation.epoch)

    found = await restored(made, elsewhere)
    assert (found.objects, found.already, found.problems) == (17, 0, [])
    other = runtime_of(elsewhere)
    facts = (Recording.id, Recording.title, Recording.sha256, Recording.created_at)
    assert sorted(await column(other.database, *facts)) == sorted(await column(database, *facts))
    for mine in sorted(elsewhere.storage_dir.rglob("original")):
        theirs = app.state.settings.storage_dir / mine.relative_to(elsewhere.storage_dir)
        assert mine.read_bytes() == theirs.read_bytes()
    assert not (elsewhere.data_dir / "secret.key").exists()
    assert not (elsewhere.data_dir.parent / "outside").exists()
    ((name, now),) = await column(other.database, Installation.name, Installation.epoch)
    assert (name, now == epoch[0][1]) == (epoch[0][0], False)
    tokens = await column(other.database, Job.lease_token, Job.job_type)
    assert [token for token, kind in tokens if kind == "none_such"] == [1_000_003]
    with pytest.raises(BackupError, match="an installation here already"):
        await refuse_in_use(other, await made.manifest())
    await other.database.close()


@pytest.mark.timeout(200)
async def test_an_interrupted_restore_is_gone_on_with_and_no_server_starts_before(
    app: FastAPI, client: Client, elsewhere: Settings, tmp_path: Path
) -> None:
    for path in (REPORT, GARDEN):
        await client.upload(path, transcribe="false")
    made = BackedUp(app, tmp_path / "backups")
    await made.take()
    await restored(made, elsewhere)
    name = (await made.manifest()).name
    other = runtime_of(elsewhere)
    await change(other.database, update(Installation).values(restoring=name))
    await other.database.close()
    first = min(elsewhere.storage_dir.rglob("original"))
    first.write_bytes(b"half")
    early = create_app(elsewhere, [])
    with pytest.raises(PluginError, match="Run verbatim restore again"):
        async with early.router.lifespan_context(early):
            pass
    await early.state.database.close()
    found = await restored(made, elsewhere)
    assert (found.objects, found.already) == (1, 1)
    again = create_app(elsewhere, [])
    async with again.router.lifespan_context(again):
        assert again.state.runtime is not None


@pytest.mark.timeout(200)
async def test_a_migrated_installation_without_anything_in_it_is_empty(
    app: FastAPI, client: Client, elsewhere: Settings, tmp_path: Path
) -> None:
    await client.upload(REPORT, transcribe="false")
    made = BackedUp(app, tmp_path / "backups")
    await made.take()
    fresh = runtime_of(elsewhere)
    await fresh.migrate()
    await fresh.database.close()
    assert (await restored(made, elsewhere)).objects == 1


@pytest.mark.timeout(200)
async def test_a_backup_and_its_proof_are_begun_when_they_are_due(
    app: FastAPI, client: Client, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await client.upload(REPORT, transcribe="false")
    for name, value in {"DATA_DIR": settings.data_dir, "DATABASE_URL": settings.database_url}.items():
        monkeypatch.setenv(f"VERBATIM_{name}", str(value))
    monkeypatch.setenv("VERBATIM_BACKUP_TO", str(tmp_path / "backups"))
    upkeep = BackupUpkeep(app.state.database, BackupSettings())
    await upkeep.look()
    facts = (BackupRun.kind, BackupRun.status)
    assert set(await column(app.state.database, *facts)) == {
        (RunKind.BACKUP, RunStatus.GOOD),
        (RunKind.PROOF, RunStatus.GOOD),
    }
    await upkeep.look()
    assert len(await column(app.state.database, *facts)) == 2

"""Whatever can be wrong with a backup is found when it is taken or proved, and not when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from fastapi import FastAPI
from support.backing_up import BackedUp
from support.client import Client
from support.recordings import GARDEN, REPORT
from verbatim.adapters.storage.local import LocalStorage
from verbatim.backups.errors import BackupError
from verbatim.backups.models import BackupRun, RunKind, RunStatus
from verbatim.backups.runs import last_run
from verbatim.backups.take import take_backup
from verbatim.backups.vault import Vault
from verbatim.core.ownership import as_system
from verbatim.core.secrets import KeyRing
from verbatim.core.settings.models import SEALED, StoredSetting

ANOTHER_KEY: Final = KeyRing("another key of quite sufficient length, 0123456789")


@pytest.fixture
async def backed_up(app: FastAPI, client: Client, tmp_path: Path) -> BackedUp:
    """Give a server with two recordings, and a backup of it."""
    for path in (REPORT, GARDEN):
        await client.upload(path, transcribe="false")
    made = BackedUp(app, tmp_path / "backups")
    await made.take()
    return made


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def change(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def empty(path: Path) -> None:
    path.write_bytes(b"")


Spoil = Callable[[Path], None]


@pytest.mark.timeout(300)
async def test_every_fault_of_a_backup_is_found_by_its_proof(backed_up: BackedUp) -> None:
    faults: list[tuple[Callable[[], Path], Spoil, str]] = [
        (backed_up.database, cut, "cut off"),
        (backed_up.database, change, "changed"),
        (backed_up.database, empty, "cut off"),
        (backed_up.database, Path.unlink, "missing from the backup"),
        (lambda: backed_up.file("objects.gz"), cut, "cut off"),
        (lambda: backed_up.file("objects.gz"), Path.unlink, "missing from the backup"),
        (lambda: backed_up.file("manifest.json"), cut, "cannot be read"),
        (lambda: backed_up.file("manifest.json"), empty, "cannot be read"),
        (lambda: backed_up.file("manifest.json"), Path.unlink, "There is no backup"),
    ]
    for find, spoil, said in faults:
        path = find()
        whole = path.read_bytes()
        spoil(path)
        proof = await backed_up.prove()
        assert not proof.ok, (path, spoil)
        assert any(said in problem for problem in proof.problems), (path, spoil, proof.problems)
        path.write_bytes(whole)
    text = backed_up.file("manifest.json").read_text("utf-8")
    backed_up.file("manifest.json").write_text(text.replace('"object_count": 2', '"object_count": 1'), "utf-8")
    assert "its manifest was changed" in str((await backed_up.prove()).problems)
    backed_up.file("manifest.json").write_text(text, "utf-8")
    assert "The recovery key is not the one" in str((await backed_up.prove(ANOTHER_KEY)).problems)
    assert "There is no backup" in str((await backed_up.prove(name="../../x")).problems)


@pytest.mark.timeout(300)
async def test_files_that_are_missing_or_changed_are_named(backed_up: BackedUp) -> None:
    first, second = sorted(path for path in (backed_up.folder / "objects").rglob("*") if path.is_file())
    first.unlink()
    change(second)
    cut(backed_up.database())
    proof = await backed_up.prove()
    assert sum("missing from the backup" in problem for problem in proof.problems) >= 1
    assert any(problem.endswith("of the backup was changed.") for problem in proof.problems)
    assert proof.counts["objects"] == 0
    # What a proof has found is mended by copying everything anew.
    assert (await backed_up.take()).copied.new == 1
    assert (await backed_up.take(recheck=True)).copied.new == 2
    proof = await backed_up.prove()
    assert proof.ok, proof.problems
    assert (proof.counts["objects"], proof.counts["played"]) == (2, 2)


async def test_a_backup_of_nothing_is_not_proved(app: FastAPI, tmp_path: Path) -> None:
    made = BackedUp(app, tmp_path / "backups")
    assert not (await made.take()).manifest.problems
    proof = await made.prove()
    assert "nothing was checked" in str(proof.problems)


async def test_what_the_storage_has_lost_is_said_when_the_backup_is_taken(backed_up: BackedUp) -> None:
    first, second = backed_up.stored()
    first.unlink()
    change(second)
    for path in sorted(path for path in (backed_up.folder / "objects").rglob("*") if path.is_file()):
        path.unlink()
    taken = await backed_up.take()
    assert sum("is missing" in problem for problem in taken.manifest.problems) == 1
    assert sum("its SHA-256 is another" in problem for problem in taken.manifest.problems) == 1
    with as_system("test"):
        async with backed_up.runtime.database.transaction(read_only=True) as session:
            run = await last_run(session, RunKind.BACKUP)
    assert run is not None
    assert run.status == RunStatus.BAD
    assert len(await backed_up.vault.names()) == 2  # the good one stays


async def test_a_full_disk_is_said_and_leaves_nothing_behind(backed_up: BackedUp) -> None:
    full = Vault(LocalStorage(backed_up.folder, reserve_bytes=1 << 60), str(backed_up.folder))
    with pytest.raises(BackupError, match="There is no space left"):
        await take_backup(backed_up.runtime, full)
    assert await backed_up.vault.unfinished() == []
    assert len(await backed_up.vault.names()) == 1


async def test_without_the_servers_key_there_is_no_backup(backed_up: BackedUp) -> None:
    keys = backed_up.runtime.keys
    with as_system("test"):
        async with backed_up.runtime.database.transaction() as session:
            sealed = SEALED.seal(keys, "transcription_api_key", '"hush"')
            session.add(StoredSetting(name="transcription_api_key", sealed=sealed))
    assert not (await backed_up.take()).manifest.problems
    (backed_up.runtime.settings.data_dir / "secret.key").unlink()
    with pytest.raises(BackupError, match="secret key is missing"):
        await backed_up.take()
    with as_system("test"):
        async with backed_up.runtime.database.transaction(read_only=True) as session:
            run = await last_run(session, RunKind.BACKUP)
    assert isinstance(run, BackupRun)
    assert (run.status, "secret key is missing" in str(run.detail)) == (RunStatus.BAD, True)


async def test_a_folder_of_another_installation_is_refused(backed_up: BackedUp) -> None:
    manifest = await backed_up.manifest()
    other = manifest.model_copy(update={"installation": "another"})
    backed_up.file("manifest.json").write_text(other.model_dump_json(), "utf-8")
    with pytest.raises(BackupError, match="another installation"):
        await backed_up.take()

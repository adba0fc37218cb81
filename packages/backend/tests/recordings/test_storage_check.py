"""`verbatim storage check`: every missing, changed and unknown file is found, with the recording it belongs to."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.processes import run_verbatim
from verbatim.adapters.storage.local import LocalStorage
from verbatim.config import Settings
from verbatim.core.ownership import as_system
from verbatim.recordings.models import StrayFile
from verbatim.recordings.storage_check import StorageReport, check_storages


async def check(app: FastAPI, *, quick: bool = False) -> StorageReport:
    return await check_storages(app.state.database, app.state.storages, quick=quick)


def found(report: StorageReport) -> set[tuple[str, str | None]]:
    return {(finding.kind, finding.recording_id) for finding in report.findings}


async def uploads(client: Client, count: int) -> list[str]:
    return [(await client.upload(transcribe="false"))["id"] for _ in range(count)]


def original(app: FastAPI, recording_id: str) -> Path:
    return next(Path(app.state.settings.storage_dir).rglob(f"{recording_id}/original"))


async def test_what_is_well_is_said_to_be_well(app: FastAPI, client: Client) -> None:
    await uploads(client, 3)
    report = await check(app)
    assert report.ok
    assert (report.recordings, report.findings) == (3, [])
    assert report.files >= 3


async def test_nothing_to_check_is_not_well(app: FastAPI) -> None:
    report = await check(app)
    assert not report.ok
    assert report.recordings == 0


async def test_every_fault_is_found_with_its_recording(app: FastAPI, client: Client) -> None:
    ids = await uploads(client, 9)
    for one in ids[:2]:
        original(app, one).unlink()
    for one in ids[2:4]:
        path = original(app, one)
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    with original(app, ids[4]).open("ab") as longer:
        longer.write(b"x")
    original(app, ids[5]).write_bytes(b"")
    folder = original(app, ids[6]).parent
    for stranger in (folder / "stranger", folder.parent / "nobody" / "original", folder.parent / "nobody.txt"):
        stranger.parent.mkdir(exist_ok=True)
        stranger.write_bytes(b"x")
    report = await check(app)
    assert found(report) == {
        *(("missing", one) for one in ids[:2]),
        *(("changed", one) for one in ids[2:6]),
        ("unknown", None),
    }
    assert sum(finding.kind == "unknown" for finding in report.findings) == 3
    quick = await check(app, quick=True)
    assert ("changed", ids[2]) not in found(quick)
    assert {("changed", ids[4]), ("changed", ids[5]), ("missing", ids[0])} <= found(quick)


async def test_files_in_the_making_are_known(app: FastAPI, client: Client) -> None:
    await uploads(client, 1)
    storage = app.state.storages["local"]
    await storage.write_file("recordings/being-uploaded/original", b"x")
    with as_system("test"):
        async with app.state.database.transaction() as session:
            stray = {
                "storage_location": "local",
                "storage_key": "recordings/being-uploaded/original",
                "holder": "a:1:b",
            }
            session.add(StrayFile(**stray))
    assert (await check(app)).ok


async def test_a_recording_whose_storage_is_not_set_up_is_unreadable(
    app: FastAPI, client: Client, tmp_path: Path
) -> None:
    app.state.storages["elsewhere"] = LocalStorage(tmp_path / "elsewhere")
    app.state.storages.takes_new = "elsewhere"
    (one,) = await uploads(client, 1)
    assert (await check(app)).ok
    del app.state.storages["elsewhere"]
    report = await check(app)
    assert found(report) == {("unreadable", one)}
    assert "elsewhere" in report.findings[0].detail


async def test_a_recording_deleted_meanwhile_is_no_fault(
    app: FastAPI, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, goes = await uploads(client, 2)
    storage = app.state.storages["local"]
    look, waiting = storage.get_file_info, {goes}

    async def look_late(key: str) -> Any:
        if goes in key and waiting:
            waiting.clear()
            assert (await client.delete(f"/api/recordings/{goes}")).status_code == 200
            await storage.delete_file(key)
        return await look(key)

    monkeypatch.setattr(storage, "get_file_info", look_late)
    report = await check(app)
    assert found(report) == set()
    assert original(app, kept).exists()


async def verbatim(settings: Settings, *words: str, **variables: str) -> tuple[int | None, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("VERBATIM_")}
    env: Mapping[str, str] = {
        **inherited,
        "VERBATIM_DATABASE_URL": settings.database_url,
        "VERBATIM_DATA_DIR": str(settings.data_dir),
        **variables,
    }
    done = await asyncio.to_thread(run_verbatim, *words, env=env, together=True)
    return done.returncode, done.stdout


async def test_the_command_tells_and_its_exit_status_does_too(app: FastAPI, client: Client, settings: Settings) -> None:
    code, said = await verbatim(settings, "storage", "check")
    assert (code, "no recording to check" in said) == (1, True)
    first, second = await uploads(client, 2)
    code, said = await verbatim(settings, "storage", "check")
    assert (code, "Checked 2 recordings" in said, "all is well" in said) == (0, True, True)
    original(app, second).unlink()
    code, said = await verbatim(settings, "storage", "check", "--quick")
    assert (code, "MISSING" in said, second in said, first in said) == (1, True, True, False)
    code, said = await verbatim(settings, "storage", "check", "--json")
    told = json.loads(said)
    assert (code, told["ok"], told["recordings"]) == (1, False, 2)
    assert [(one["kind"], one["recording_id"]) for one in told["findings"]] == [("missing", second)]

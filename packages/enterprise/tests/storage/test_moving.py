"""Files move from one storage to another while people work."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from support.leftovers import rows_left
from support.recordings import REPORT
from support.waiting import until
from support_commands import verbatim
from support_enterprise import Person
from support_stores.locations import URL, add, where
from support_stores.servers import StoreServer
from support_teams import ok, refused
from verbatim.config import Settings
from verbatim.core.clock import utcnow
from verbatim.recordings.models import StrayFile
from verbatim_enterprise.storage_locations.source import LOCATIONS
from verbatim_enterprise.storage_locations.upkeep import look_after
from verbatim_enterprise.system_session import system_transaction

PRIVATE = {"VERBATIM_STORAGE_ALLOW_PRIVATE": "127.0.0.0/8,::1/128"}


@pytest.fixture
def environment() -> Mapping[str, str]:
    return PRIVATE


@pytest.fixture
def server(server_of: Any) -> StoreServer:
    found: StoreServer = server_of("moto")
    return found


async def transfer(admin: Person, source: str, target: str, **more: Any) -> dict[str, Any]:
    """Move files, and wait until that is over."""
    body = {"from_location_id": source, "to_location_id": target, **more}
    ok(await admin.post(f"{URL}/transfer", json=body), 202)

    async def over() -> bool:
        return ok(await admin.get(f"{URL}/transfer/status"))["status"] in {"completed", "failed", "cancelled"}

    await until(over, 60)
    return ok(await admin.get(f"{URL}/transfer/status"))


async def let_old_ones_go(app: FastAPI) -> None:
    """Let the time pass for which files stay at their old place."""
    async with system_transaction(app.state.database) as session:
        await session.execute(
            update(StrayFile).where(StrayFile.due_at.is_not(None)).values(due_at=utcnow() - timedelta(seconds=1))
        )
    app.state.runtime.sweeper.wake()

    async def gone() -> bool:
        return not await rows_left(app, StrayFile)

    await until(gone, 30)


def on_disk(app: FastAPI) -> list[Path]:
    return [one for one in Path(app.state.settings.storage_dir).rglob("*") if one.is_file()]


async def test_files_move_there_and_back(app: FastAPI, admin: Person, settings: Settings, server: StoreServer) -> None:
    content = REPORT.read_bytes()
    ids = [(await admin.upload(transcribe="false"))["id"] for _ in range(5)]
    ok(await admin.post("/api/holds", json={"recording_id": ids[0], "reason": "Somebody v. somebody"}), 201)
    added = await add(admin, server, name="Archive")
    damaged = next(one for one in on_disk(app) if ids[4] in one.parts)
    damaged.write_bytes(b"\0" + content[1:])
    done = await transfer(admin, "local", added["id"])
    assert (done["status"], done["moved"], done["failed"]) == ("completed", 4, 1), done
    assert [one["id"] for one in done["problems"]] == [ids[4]]
    assert "SHA-256" in done["problems"][0]["detail"]
    for one in ids[:4]:
        assert await where(admin, {"id": one}) == added["id"]
        assert (await admin.get(f"/api/recordings/{one}/audio", params={"download": True})).content == content
    assert await where(admin, {"id": ids[4]}) == "local"
    assert len(on_disk(app)) == 5, "who has just looked up the old place still finds it"
    await let_old_ones_go(app)
    assert on_disk(app) == [damaged]
    damaged.write_bytes(content)
    code, said = await verbatim(settings, "storage", "check", variables=PRIVATE)
    assert code == 0, said
    code, said = await verbatim(settings, "storage", "move", "--from", "Archive", "--to", "local", variables=PRIVATE)
    assert (code, "Moved 4 of 4" in said) == (0, True), said
    code, said = await verbatim(settings, "storage", "move", "--from", "Nowhere", "--to", "local", variables=PRIVATE)
    assert (code, "There is no storage Nowhere" in said) == (1, True), said
    LOCATIONS.of(app).forget()
    assert ok(await admin.get(f"{URL}/{added['id']}/file-count"))["count"] == 0
    await let_old_ones_go(app)
    assert len(on_disk(app)) == 5
    assert (await admin.delete(f"{URL}/{added['id']}")).status_code == 204
    rows = ok(await admin.get("/api/admin/audit", params={"page_size": 100}))["items"]
    assert {"storage_location.created", "storage_location.transfer_started", "storage_location.deleted"} <= {
        one["action"] for one in rows
    }


async def test_a_comparison_is_kept_and_shown_with_the_recordings(app: FastAPI, admin: Person) -> None:
    assert ok(await admin.get(f"{URL}/check")) == {"running": False, "stage": None, "last": None}
    await look_after(app.state.database)
    await look_after(app.state.database)
    recording = await admin.upload(transcribe="false")

    async def compared() -> bool:
        return not ok(await admin.get(f"{URL}/check"))["running"]

    await until(compared, 30)
    (changed,) = on_disk(app)
    changed.write_bytes(b"\0" + changed.read_bytes()[1:])
    (changed.parent / "stranger").write_bytes(b"x")
    ok(await admin.post(f"{URL}/check", json={"location_id": "local"}), 202)
    await until(compared, 30)
    last = ok(await admin.get(f"{URL}/check"))["last"]
    assert (last["ok"], last["recordings"], last["counts"]["changed"], last["counts"]["unknown"]) == (False, 1, 1, 1)
    assert {one["recording_id"] for one in last["findings"]} == {recording["id"], None}
    health = ok(await admin.get("/api/admin/health"))
    assert "1 changed" in next(one["detail"] for one in health["checks"] if one["name"] == "stored files")
    refused(await admin.post(f"{URL}/check", json={"location_id": "nowhere"}), 404, "storage_location_not_found")


async def test_only_a_teams_files_move_and_what_is_being_deleted_there_waits(
    app: FastAPI, admin: Person, server: StoreServer
) -> None:
    mine = await admin.upload(transcribe="false")
    team = ok(await admin.post("/api/teams", json={"name": "Radio"}), 201)
    admin.headers["X-Team-Id"] = team["id"]
    theirs = await admin.upload(transcribe="false")
    added = await add(admin, server)
    done = await transfer(admin, "local", added["id"], team_id=team["id"])
    assert (done["total"], done["moved"]) == (1, 1)
    assert await where(admin, theirs) == added["id"]
    ok(await admin.post(f"{URL}/transfer", json={"from_location_id": added["id"], "to_location_id": "local"}), 202)
    await asyncio.sleep(1)
    assert await where(admin, theirs) == added["id"], "its old file is still to be deleted there"
    refused(
        await admin.post(f"{URL}/transfer", json={"from_location_id": added["id"], "to_location_id": "local"}),
        409,
        "storage_transfer_running",
    )
    await let_old_ones_go(app)

    async def back() -> bool:
        return bool(ok(await admin.get(f"{URL}/transfer/status"))["status"] == "completed")

    await until(back, 30)
    assert await where(admin, theirs) == "local"
    del admin.headers["X-Team-Id"]
    assert await where(admin, mine) == "local"
    body = {"from_location_id": "local", "to_location_id": "local"}
    refused(await admin.post(f"{URL}/transfer", json=body), 422, "storage_same_location")
    refused(
        await admin.post(f"{URL}/transfer", json={**body, "to_location_id": "nowhere"}),
        404,
        "storage_location_not_found",
    )


async def test_a_move_can_be_stopped(admin: Person, app: FastAPI, server: StoreServer) -> None:
    recording = await admin.upload(transcribe="false")
    added = await add(admin, server)
    await transfer(admin, "local", added["id"])
    ok(await admin.post(f"{URL}/transfer", json={"from_location_id": added["id"], "to_location_id": "local"}), 202)
    ok(await admin.post(f"{URL}/transfer/cancel"))

    async def stopped() -> bool:
        return bool(ok(await admin.get(f"{URL}/transfer/status"))["status"] == "cancelled")

    await until(stopped, 30)
    assert await where(admin, recording) == added["id"]
    await let_old_ones_go(app)
    assert await where(admin, recording) == added["id"]

"""The whole product with its recordings in an object store."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support.leftovers import rows_left
from support.recordings import REPORT
from support.waiting import until
from support_commands import verbatim
from support_enterprise import Person
from support_stores.line import Line, line_to
from support_stores.made import own_folder
from support_stores.servers import BUCKET, StoreServer
from support_teams import ok
from verbatim.config import Settings
from verbatim.recordings.models import StrayFile

TYPES = {"moto": "s3", "swift": "s3", "azurite": "azure_blob"}


@pytest.fixture(params=["moto", "azurite"])
def server(request: pytest.FixtureRequest, server_of: Any) -> StoreServer:
    """Give the stores that are quick enough for journeys."""
    found: StoreServer = server_of(request.param)
    return found


@pytest.fixture
async def line(server: StoreServer) -> AsyncIterator[Line]:
    async with line_to(server.url) as found:
        yield found


@pytest.fixture
def environment(server: StoreServer, line: Line) -> Mapping[str, str]:
    """Set the product up as its guide says, with a line to the store that can be made to break."""
    return own_folder(server, server.through(line.url))


async def kept(app: FastAPI) -> set[str]:
    """Return what the store holds."""
    storage = app.state.storages[app.state.storages.takes_new]
    return {info.key async for info in storage.list_files()}


async def test_a_recording_lives_in_the_store_from_its_upload_to_its_end(
    app: FastAPI, admin: Person, server: StoreServer
) -> None:
    owner, content = admin, REPORT.read_bytes()
    transcript = await owner.transcribed(REPORT)
    assert transcript["segments"]
    identity = transcript["recording_id"]
    properties = ok(await owner.get(f"/api/recordings/{identity}/properties"))
    assert properties["storage_location"] == TYPES[server.kind]
    assert properties["file_exists"] is True
    assert properties["file_path"] in await kept(app)
    assert not on_disk(app)

    url = f"/api/recordings/{identity}/audio"
    whole = await owner.get(url, params={"download": True})
    assert (whole.status_code, whole.content) == (200, content)
    for span, expected in (("0-99", content[:100]), ("1000-1999", content[1000:2000]), ("-50", content[-50:])):
        part = await owner.get(url, params={"download": True}, headers={"Range": f"bytes={span}"})
        assert (part.status_code, part.content) == (206, expected)
    beyond = await owner.get(url, params={"download": True}, headers={"Range": f"bytes={len(content)}-"})
    assert beyond.status_code == 416
    same = await owner.get(url, params={"download": True}, headers={"If-None-Match": whole.headers["etag"]})
    assert same.status_code == 304
    head = await owner.head(url, params={"download": True})
    assert int(head.headers["content-length"]) == len(content)

    async def drawn() -> bool:
        return (await owner.get(f"/api/recordings/{identity}/waveform")).status_code == 200

    await until(drawn, 30)
    ok(await owner.delete(f"/api/recordings/{identity}"))

    async def gone() -> bool:
        return not await kept(app) and not await rows_left(app, StrayFile)

    await until(gone, 30)
    assert not on_disk(app)


async def test_a_store_that_is_away_loses_nothing(app: FastAPI, admin: Person, line: Line) -> None:
    owner = admin
    there = await owner.upload(transcribe="false")
    url, before = f"/api/recordings/{there['id']}", await kept(app)
    line.busy = 100_000
    forget_connections(app)
    for answer in (
        await owner.post("/api/recordings/upload", files={"file": ("a.flac", REPORT.read_bytes())}),
        await owner.get(f"{url}/audio"),
        await owner.get(f"{url}/properties"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (503, "storage_failed")
        assert "stored files" in answer.json()["detail"]
    assert ok(await owner.get("/api/recordings"))["total"] == 1
    line.busy = 0
    assert (await owner.get(f"{url}/audio")).status_code == 200
    app.state.runtime.sweeper.wake()

    async def swept() -> bool:
        return not await rows_left(app, StrayFile)

    await until(swept, 30)
    assert await kept(app) == before


async def test_a_transcription_waits_for_the_store_to_come_back(app: FastAPI, admin: Person, line: Line) -> None:
    owner = admin
    identity = (await owner.upload(transcribe="false"))["id"]
    line.busy = 100_000
    forget_connections(app)
    ok(await owner.post(f"/api/recordings/{identity}/transcribe"))
    await asyncio.sleep(4)
    line.busy = 0
    await owner.wait_for(identity, "completed")


async def test_a_recording_deleted_while_the_store_is_away_goes_later(app: FastAPI, admin: Person, line: Line) -> None:
    owner = admin
    identity = (await owner.upload(transcribe="false"))["id"]
    line.busy = 100_000
    forget_connections(app)
    ok(await owner.delete(f"/api/recordings/{identity}"))
    await asyncio.sleep(3)
    line.busy = 0
    assert len(await kept(app)) >= 1
    app.state.runtime.sweeper.wake()

    async def gone() -> bool:
        return not await kept(app) and not await rows_left(app, StrayFile)

    await until(gone, 30)


async def test_what_lies_on_the_disk_stays_there(app: FastAPI, admin: Person, server: StoreServer) -> None:
    owner = admin
    app.state.storages.takes_new = "local"
    before = await owner.upload(transcribe="false")
    app.state.storages.takes_new = TYPES[server.kind]
    after = await owner.upload(transcribe="false")
    for one, place in ((before, "local"), (after, TYPES[server.kind])):
        url = f"/api/recordings/{one['id']}"
        assert ok(await owner.get(f"{url}/properties"))["storage_location"] == place
        assert (await owner.get(f"{url}/audio", params={"download": True})).content == REPORT.read_bytes()


async def test_doctor_says_which_step_fails_and_shows_no_secret(
    settings: Settings, environment: Mapping[str, str], server: StoreServer
) -> None:
    name = "VERBATIM_STORAGE_AZURE_CONTAINER" if server.kind == "azurite" else "VERBATIM_STORAGE_S3_BUCKET"
    secret = next(value for variable, value in environment.items() if variable.endswith(("_KEY", "_SECRET")))
    for bucket, expected in ((BUCKET, "can be written"), ("no-such-bucket", "bucket: ")):
        _, said = await verbatim(settings, "doctor", variables={**environment, name: bucket})
        assert expected in said
        assert secret not in said


def on_disk(app: FastAPI) -> list[Path]:
    """Return the recordings, and the copies of any, that lie on this machine's disk."""
    folder = app.state.settings.data_dir
    return [*folder.rglob("original"), *(folder / "scratch").glob("*")]


def forget_connections(app: FastAPI) -> None:
    """Let the next request take a new connection: what the line does is told for connections."""
    clients = vars(app.state.storages[app.state.storages.takes_new])["_clients"]
    for name in ("asking", "reading", "writing"):
        vars(clients).pop(name, None)


async def test_the_check_looks_into_the_store(
    app: FastAPI, admin: Person, settings: Settings, environment: Mapping[str, str]
) -> None:
    await admin.upload(transcribe="false")
    code, said = await verbatim(settings, "storage", "check", variables=environment)
    assert (code, "Checked 1 recordings" in said) == (0, True), said
    storage = app.state.storages[app.state.storages.takes_new]
    (key,) = await kept(app)
    await storage.write_file("stranger", b"x")
    await storage.write_file(key, b"other")
    code, said = await verbatim(settings, "storage", "check", variables=environment)
    assert (code, "CHANGED" in said, "UNKNOWN" in said) == (1, True, True), said

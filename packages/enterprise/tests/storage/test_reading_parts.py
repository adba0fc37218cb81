"""How much of a recording is fetched from its store: counted on the line to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from support.recordings import REPORT, long_silent_wav
from support.waiting import until
from support_enterprise import Person
from support_stores.line import Line, line_to
from support_stores.made import own_folder
from support_stores.servers import StoreServer
from support_teams import ok

OVERHEAD = 200_000
"""Bytes of answers that are none of the original: headers, lists, what was heard."""


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
    return own_folder(server, server.through(line.url))


async def drawn(person: Person, identity: str) -> None:
    async def is_there() -> bool:
        return (await person.get(f"/api/recordings/{identity}/waveform")).status_code == 200

    await until(is_there, 60)


async def test_a_transcription_fetches_the_original_once(app: FastAPI, admin: Person, line: Line) -> None:
    made = await admin.upload(REPORT, transcribe="false")
    await drawn(admin, made["id"])
    before = line.down
    ok(await admin.post(f"/api/recordings/{made['id']}/transcribe"))
    await admin.wait_for(made["id"], "completed")
    assert line.down - before <= REPORT.stat().st_size + OVERHEAD
    assert not list((app.state.settings.data_dir / "scratch").glob("*"))


async def test_looking_and_drawing_fetch_a_large_original_once_together(
    app: FastAPI, admin: Person, line: Line, tmp_path: Path
) -> None:
    path = long_silent_wav(tmp_path / "long.wav", 600)
    made = await admin.upload(path, transcribe="false")
    await drawn(admin, made["id"])
    size = path.stat().st_size
    assert size <= line.down <= 1.1 * size + 2_000_000
    assert not list((app.state.settings.data_dir / "scratch").glob("*"))

"""The server is killed while a rule deletes: each recording is whole, or gone and told of, and the run goes on."""

from __future__ import annotations

import asyncio
import os
import signal
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Table, insert, select, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from support.recordings import long_silent_wav
from support.server import RunningServer, running_server
from support.waiting import until
from support_processes import server_environment, sign_in
from support_teams import Json, ok
from verbatim.core.jobs.models import Job
from verbatim.core.ownership import Scope, use_scope
from verbatim.recordings.models import Recording
from verbatim_enterprise.host import new_id, utcnow

OLD, YOUNG, KILLS = 200, 5, 3


class Site:
    """One database and the files beside it, looked at from outside."""

    def __init__(self, engine: AsyncEngine, data: Path) -> None:
        self.engine, self.data = engine, data

    async def column(self, statement: str) -> list[Any]:
        async with self.engine.connect() as connection:
            return list((await connection.execute(text(statement))).scalars())

    async def recordings(self) -> set[str]:
        return set(await self.column("SELECT id FROM recordings"))

    async def told(self) -> list[str]:
        return await self.column("SELECT resource_id FROM audit_log WHERE action = 'recording.deleted'")

    def files(self) -> set[str]:
        return {Path(folder).name for folder, _, names in os.walk(self.data) if "original" in names}

    async def multiply(self, recording_id: str) -> set[str]:
        """Make many of one recording, with their files: most are a year old. Returns the young ones."""
        table: Table = Recording.__table__  # type: ignore[assignment] # a declarative class has a table
        (original,) = self.data.rglob(f"{recording_id}/original")
        async with self.engine.begin() as connection:
            row = (await connection.execute(select(table))).mappings().one()
            made = [self._copy(row, original, age=1 if number < YOUNG else 365) for number in range(OLD + YOUNG)]
            await connection.execute(insert(table), made)
        return {recording_id, *(copy["id"] for copy in made[:YOUNG])}

    def _copy(self, row: Any, original: Path, *, age: int) -> Json:
        made = {**row, "id": new_id(), "status": "completed", "created_at": utcnow() - timedelta(days=age)}
        made["storage_key"] = row["storage_key"].replace(row["id"], made["id"])
        place = Path(str(original).replace(row["id"], made["id"]))
        place.parent.mkdir(parents=True)
        place.write_bytes(original.read_bytes())
        return made

    async def queue(self, owner: str) -> None:
        with use_scope(Scope(frozenset({owner}), owner)):
            async with self.engine.begin() as connection:
                await connection.execute(insert(Job).values(job_type="retention", max_attempts=KILLS + 3))


async def _prepare(server: RunningServer, site: Site) -> set[str]:
    async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
        await sign_in(client, first=True)
        team = ok(await client.get("/api/auth/me"))["team_id"]
        sound = long_silent_wav(site.data / "silence.wav", 1)
        files = {"file": (sound.name, sound.read_bytes())}
        uploaded = await client.post("/api/recordings/upload", files=files, data={"transcribe": "false"})
        young = await site.multiply(ok(uploaded, uploaded.status_code)["id"])
        rules = f"/api/teams/{team}/retention/rules"
        rule = ok(await client.post(rules, json={"keep_days": 30}), 201)
        ok(await client.post(f"{rules}/{rule['id']}/activate", json={"confirm": "My team"}))
        await site.queue(team)
    return young


async def _kill_while_it_deletes(server: RunningServer, site: Site) -> None:
    before = len(await site.told())

    async def has_begun() -> bool:
        return len(await site.told()) > before

    await until(has_begun, 60)
    os.kill(server.process.pid, signal.SIGKILL)
    await asyncio.to_thread(server.process.wait, 30)


@pytest.mark.slow
@pytest.mark.timeout(400)
async def test_what_goes_goes_whole_and_is_told_once(database_url: str, tmp_path: Path) -> None:
    environment = {**server_environment(database_url), "VERBATIM_RETENTION_GRACE_DAYS": "0"}
    engine = create_async_engine(database_url)
    site = Site(engine, tmp_path)
    everything, young = set[str](), set[str]()
    for number in range(KILLS):
        with running_server(tmp_path, env=environment) as server:
            if not number:
                young = await _prepare(server, site)
                everything = await site.recordings()
            await _kill_while_it_deletes(server, site)
        left, told = await site.recordings(), await site.told()
        assert young < left
        assert len(told) == len(set(told))
        assert set(told) == everything - left
        assert left <= site.files()
        assert await site.column("SELECT deleted_recordings FROM retention_rules") == [len(told)]

    async def has_ended() -> bool:
        return await site.column("SELECT status FROM jobs WHERE job_type = 'retention'") == ["completed"]

    async def files_are_gone() -> bool:
        return site.files() == young

    with running_server(tmp_path, env=environment):
        await until(has_ended, 60)
        await until(files_are_gone, 60)
    assert await site.recordings() == young
    assert sorted(await site.told()) == sorted(everything - young)
    await engine.dispose()

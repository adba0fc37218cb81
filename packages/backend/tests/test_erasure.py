"""When an owner ends: every row and every file of that owner goes, and nothing of anybody else."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from verbatim.core.db import Database
from verbatim.core.erasure import erase_owner, owns_content
from verbatim.core.jobs.models import Job
from verbatim.core.ownership import Scope, System, owned_classes, use_scope
from verbatim.projects.models import Project
from verbatim.recordings.models import Recording, RecordingCount, StrayFile
from verbatim.transcripts.models import Segment, Transcript


async def _recording(database: Database, files: Path, owner: str) -> None:
    key = f"{owner}/recordings/one/original"
    (files / key).parent.mkdir(parents=True)
    (files / key).write_bytes(b"sound")
    (files / key).with_name(f"outcome-{owner}.json").write_text("{}")
    with use_scope(Scope(frozenset({owner}), owner)):
        async with database.transaction() as session:
            session.add(Job(id=owner, job_type="transcribe", status="completed"))
            session.add(Project(name="Board"))
            session.add(
                Recording(
                    id=f"r-{owner}",
                    title="One",
                    file_name="one.wav",
                    file_size=5,
                    mime_type="audio/wav",
                    sha256="0" * 64,
                    storage_key=key,
                    duration_seconds=1.0,
                    job_id=owner,
                )
            )
            await session.flush()
            session.add(Transcript(id=f"t-{owner}", recording_id=f"r-{owner}", engine="none"))
            await session.flush()
            session.add(
                Segment(
                    transcript_id=f"t-{owner}",
                    recording_id=f"r-{owner}",
                    segment_index=0,
                    start_time=0,
                    end_time=1,
                    text="Words",
                )
            )


async def _rows(database: Database, owner: str) -> dict[str, int]:
    found = {}
    with use_scope(System("test")):
        async with database.transaction(read_only=True) as session:
            for model in (model for model in owned_classes() if model in database.info["models"]):
                rows = (await session.scalars(select(model).where(model.owner_id == owner))).all()
                found[model.__name__] = len(rows)
    return {name: count for name, count in found.items() if count}


async def test_everything_of_one_owner_goes(app: FastAPI) -> None:
    database: Database = app.state.database
    files = Path(app.state.settings.storage_dir)
    for owner in ("alpha", "beta"):
        await _recording(database, files, owner)
    async with database.transaction() as session:
        assert await owns_content(session, "alpha")
        assert not await owns_content(session, "gamma")
        await erase_owner(session, "alpha")
        assert not await owns_content(session, "alpha")
    assert await _rows(database, "alpha") == {}
    expected = {"Job": 1, "Project": 1, "Recording": 1, "Transcript": 1, "Segment": 1, RecordingCount.__name__: 1}
    assert await _rows(database, "beta") == expected
    deadline = time.monotonic() + 10
    while await _strays(database):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
    assert _files(files / "alpha") == 0
    assert _files(files / "beta") == 2


async def test_books_alone_are_no_content(app: FastAPI) -> None:
    database: Database = app.state.database
    with use_scope(Scope(frozenset({"alpha"}), "alpha")):
        async with database.transaction() as session:
            session.add(Job(job_type="anything"))
    async with database.transaction() as session:
        assert not await owns_content(session, "alpha")


async def test_nothing_goes_when_the_transaction_fails(app: FastAPI) -> None:
    database: Database = app.state.database
    files = Path(app.state.settings.storage_dir)
    await _recording(database, files, "alpha")
    before = await _rows(database, "alpha")
    with pytest.raises(ZeroDivisionError):
        await _erase_and_fail(database)
    assert await _rows(database, "alpha") == before
    assert await _strays(database) == 0
    assert (files / "alpha/recordings/one/original").exists()


async def _erase_and_fail(database: Database) -> None:
    async with database.transaction() as session:
        await erase_owner(session, "alpha")
        1 / 0  # noqa: B018 - something goes wrong afterwards


def _files(folder: Path) -> int:
    return len([path for path in folder.rglob("*") if path.is_file()])


async def _strays(database: Database) -> int:
    async with database.transaction(read_only=True) as session:
        return len((await session.scalars(select(StrayFile))).all())

"""What a transaction promises: messages and callbacks follow the commit, and nothing else."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from verbatim.adapters.database.sqlite import SqliteAdapter
from verbatim.config import Settings
from verbatim.core.clock import utcnow
from verbatim.core.db import Database, after_commit
from verbatim.core.events import PageMessage, tell_pages
from verbatim.core.jobs.models import Job
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import Scope, Unscoped, use_scope


@dataclass(frozen=True, kw_only=True)
class First(PageMessage):
    """Told first."""

    event_name: ClassVar[str] = "first"


@dataclass(frozen=True, kw_only=True)
class Second(PageMessage):
    """Told second."""

    event_name: ClassVar[str] = "second"


class NotThisTimeError(Exception):
    """Raised to undo a transaction."""


@pytest.fixture
def told(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the types of the messages that open pages would have got."""
    messages: list[str] = []
    monkeypatch.setattr(app.state.live, "publish", lambda _, message, __: messages.append(message["type"]))
    return messages


async def test_messages_and_callbacks_wait_for_the_commit_even_when_a_savepoint_is_released(
    app: FastAPI, told: list[str]
) -> None:
    database: Database = app.state.database
    with use_scope(Unscoped()):
        async with database.transaction() as session:
            tell_pages(session, First())
            after_commit(session, lambda: told.append("called"))
            async with session.begin_nested():
                tell_pages(session, Second())
            assert told == []
    assert told == ["first", "second", "called"]


async def test_going_back_to_a_savepoint_forgets_nothing_that_came_before(app: FastAPI, told: list[str]) -> None:
    database: Database = app.state.database
    with use_scope(Unscoped()):
        async with database.transaction() as session:
            tell_pages(session, First())
            with pytest.raises(NotThisTimeError):
                async with session.begin_nested():
                    raise NotThisTimeError
    assert told == ["first"]


async def test_an_undone_transaction_tells_nobody(app: FastAPI, told: list[str]) -> None:
    database: Database = app.state.database
    with use_scope(Unscoped()), pytest.raises(NotThisTimeError):  # noqa: PT012 - the whole transaction is the subject
        async with database.transaction() as session:
            tell_pages(session, First())
            raise NotThisTimeError
    assert told == []


async def test_a_message_that_cannot_be_delivered_takes_nothing_back(
    app: FastAPI, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("the hub is broken")

    monkeypatch.setattr(app.state.live, "publish", break_down)
    database: Database = app.state.database
    with use_scope(Unscoped()):
        async with database.transaction() as session:
            tell_pages(session, First())
            after_commit(session, lambda: told.append("called"))
            made = await enqueue(session, "waveform", {}, run_at=utcnow() + timedelta(hours=1))
        async with database.transaction(read_only=True) as session:
            assert await session.get(Job, made.id) is not None
    assert told == ["called"]


async def test_two_owners_may_queue_work_under_the_same_name(app: FastAPI) -> None:
    database: Database = app.state.database
    later = utcnow() + timedelta(hours=1)
    made: list[str] = []
    for owner in ("north", "south", "north"):
        with use_scope(Scope(frozenset({owner}), owner)):
            async with database.transaction() as session:
                made.append((await enqueue(session, "waveform", {}, dedupe_key="tidy", run_at=later)).id)
    assert made[0] == made[2] != made[1]


async def test_a_connection_that_is_closed_in_a_transaction_gives_the_lock_back(tmp_path: Path) -> None:
    """As when a task is cancelled: its exception holds the cursor, and so what SQLite keeps open."""
    engine = SqliteAdapter().create_engine(Settings(data_dir=tmp_path))
    other = SqliteAdapter().create_engine(Settings(data_dir=tmp_path))
    try:
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TABLE lamps (name TEXT)"))
        async with engine.connect() as connection:
            raw: Any = (await connection.get_raw_connection()).driver_connection
            await raw.rollback()
            held = [
                await raw.execute(sql) for sql in ("BEGIN IMMEDIATE", "INSERT INTO lamps VALUES (1) RETURNING name")
            ]
            await connection.invalidate()
        async with asyncio.timeout(5), other.begin() as connection:
            assert (await connection.execute(text("SELECT count(*) FROM lamps"))).scalar_one() == 0
        assert len(held) == 2
    finally:
        await engine.dispose()
        await other.dispose()

"""A hold placed in the very moment in which somebody deletes or corrects: one of the two comes first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from support_content import Content, make_recording
from support_teams import Crew, ok, refused
from verbatim_enterprise.host import Database, content_class, delete_rows, use_scope

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

A_WHILE = 0.4
"""Seconds after which somebody who would not wait had been answered."""

Work = Callable[[AsyncSession, Content], Awaitable[Any]]


async def _delete(session: AsyncSession, it: Content) -> None:
    recording = content_class("recordings")
    rows = await session.scalars(select(recording).where(recording.id == it.recording_id).with_for_update())
    await delete_rows(session, "recordings", list(rows))


async def _edit(session: AsyncSession, it: Content) -> None:
    transcript, segment = content_class("transcripts"), content_class("segments")
    await session.scalar(select(transcript).where(transcript.id == it.made.id).with_for_update())
    await session.execute(update(segment).where(segment.transcript_id == it.made.id).values(text="Other"))


async def _take_out(session: AsyncSession, it: Content) -> None:
    inside = content_class("project_recordings")
    await session.execute(delete(inside).where(inside.project_id == it.project_id))


async def _delete_project(session: AsyncSession, it: Content) -> None:
    await session.delete(await session.get_one(content_class("projects"), it.project_id))
    await session.flush()


@asynccontextmanager
async def _open(app: FastAPI, it: Content) -> AsyncIterator[AsyncSession]:
    database: Database = app.state.database
    with use_scope(it.factory.scope):
        async with database.transaction() as session:
            yield session


async def _place(crew: Crew, **target: str) -> httpx.Response:
    return await crew["owner"].post("/api/holds", json={"reason": "why", **target})


@pytest.mark.parametrize(
    ("work", "target", "status"),
    [
        (_delete, "recording_id", 404),
        (_edit, "recording_id", 201),
        (_delete, "project_id", 201),
        (_edit, "project_id", 201),
        (_take_out, "project_id", 201),
        (_delete_project, "project_id", 404),
    ],
)
async def test_placing_waits_for_who_is_at_it(
    app: FastAPI, loner: Crew, content: Content, work: Work, target: str, status: int
) -> None:
    async with _open(app, content) as session:
        await work(session, content)
        placing = asyncio.create_task(_place(loner, **{target: getattr(content, target)}))
        await asyncio.sleep(A_WHILE)
        assert not placing.done()
    answer = await placing
    assert answer.status_code == status, answer.text


@pytest.mark.parametrize(
    ("target", "work"),
    [
        ("recording_id", _delete),
        ("recording_id", _edit),
        ("project_id", _delete),
        ("project_id", _edit),
        ("project_id", _take_out),
        ("project_id", _delete_project),
    ],
)
async def test_who_comes_later_waits_and_is_refused(
    app: FastAPI, loner: Crew, content: Content, target: str, work: Work
) -> None:
    """The hold is placed but not committed; whoever is answered has asked before, and is refused all the same."""
    placed, go_on = asyncio.Event(), asyncio.Event()

    async def linger(event_name: str, **_: object) -> None:
        if event_name == "hold.placed":
            placed.set()
            await go_on.wait()

    app.state.database.info["events"].on("*", linger)
    placing = asyncio.create_task(_place(loner, **{target: getattr(content, target)}))
    await placed.wait()

    async def attempt() -> None:
        async with _open(app, content) as session:
            await work(session, content)

    attempting = asyncio.create_task(attempt())
    await asyncio.sleep(A_WHILE)
    assert not attempting.done()
    go_on.set()
    ok(await placing, 201)
    with pytest.raises(Exception, match=r"verbatim_held|under legal hold"):
        await attempting


async def test_of_many_at_once_each_is_either_held_or_gone(app: FastAPI, loner: Crew, content: Content) -> None:
    owner, rounds = loner["owner"], 15
    made = [await make_recording(content.factory) for _ in range(rounds)]
    work: list[Awaitable[httpx.Response]] = []
    for one in made:
        work.append(owner.delete(f"/api/recordings/{one.recording_id}"))
        work.append(_place(loner, recording_id=one.recording_id))
    answers = await asyncio.gather(*work)
    for one, deleted, placed in zip(made, answers[::2], answers[1::2], strict=True):
        there = (await owner.get(f"/api/recordings/{one.recording_id}")).status_code
        if placed.status_code == 201:
            refused(deleted, 409, "held")
            assert there == 200
        else:
            refused(placed, 404, "target_not_found")
            assert (deleted.status_code, there) == (200, 404)
    assert len(answers) == 2 * rounds

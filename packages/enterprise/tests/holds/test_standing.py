"""What the BEGIN of a transaction knows of a team's holds and webhooks, and when it is not believed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from support_content import Content, hold, lift
from support_teams import Crew, ok
from verbatim_enterprise.adapters import standing
from verbatim_enterprise.adapters.standing import HOLDS, WEBHOOKS, may_have
from verbatim_enterprise.holds.errors import HeldError
from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.host import Database, content_class, use_scope
from verbatim_enterprise.system_session import system_transaction

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
def app(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    monkeypatch.setattr(standing, "SECONDS", 60.0)  # however busy the machine is
    return app


@asynccontextmanager
async def _begun(app: FastAPI, it: Content) -> AsyncIterator[AsyncSession]:
    """Give a transaction of the team that has begun."""
    database: Database = app.state.database
    with use_scope(it.factory.scope):
        async with database.transaction() as session:
            await session.execute(text("SELECT 1"))
            yield session


async def _rename(session: AsyncSession, it: Content) -> None:
    recording = content_class("recordings")
    found: Any = await session.scalar(select(recording).where(recording.id == it.recording_id))
    found.title = "Another title"
    await session.flush()


async def _known(app: FastAPI, it: Content) -> set[str]:
    async with _begun(app, it) as session:
        return {name for name in (HOLDS, WEBHOOKS) if may_have(session.info, name)}


async def test_it_knows_what_the_team_has(app: FastAPI, loner: Crew, content: Content) -> None:
    assert await _known(app, content) == set()
    held = await hold(loner["owner"], recording_id=content.recording_id)
    assert await _known(app, content) == {HOLDS}
    body = {"url": "https://example.org/hook", "events": ["*"]}
    webhook = ok(await loner["owner"].post("/api/webhooks", json=body), 201)
    assert await _known(app, content) == {HOLDS, WEBHOOKS}
    await lift(loner["owner"], held)
    assert await _known(app, content) == {WEBHOOKS}
    ok(await loner["owner"].post(f"/api/webhooks/{webhook['id']}/pause"))
    assert await _known(app, content) == {WEBHOOKS}, "what is paused is sent later"
    ok(await loner["owner"].delete(f"/api/webhooks/{webhook['id']}"))
    assert await _known(app, content) == set()


async def test_another_teams_are_not_its_own(app: FastAPI, loner: Crew, crew: Crew, content: Content) -> None:
    body = {"url": "https://example.org/hook", "events": ["*"]}
    ok(await crew["owner"].post("/api/webhooks", json=body), 201)
    assert await _known(app, content) == set()


async def test_whoever_reads_or_works_for_the_server_is_not_told(app: FastAPI, content: Content) -> None:
    database: Database = app.state.database
    async with system_transaction(database) as session:
        await session.execute(text("SELECT 1"))
        assert may_have(session.info, HOLDS)
    with use_scope(content.factory.scope):
        async with database.transaction(read_only=True) as session:
            await session.execute(text("SELECT 1"))
            assert may_have(session.info, WEBHOOKS)


async def test_a_hold_of_this_moment_is_kept_by_the_database(app: FastAPI, loner: Crew, content: Content) -> None:
    async with _begun(app, content) as session:
        await hold(loner["owner"], recording_id=content.recording_id)
        with pytest.raises(DBAPIError, match="verbatim_held"):
            await _rename(session, content)
        await session.rollback()


async def test_who_has_waited_asks_again(
    app: FastAPI, loner: Crew, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "SECONDS", 0.0)
    async with _begun(app, content) as session:
        await hold(loner["owner"], recording_id=content.recording_id)
        with pytest.raises(HeldError, match="placed it on"):
            await _rename(session, content)
        await session.rollback()


async def test_who_places_a_hold_is_kept_by_it_at_once(app: FastAPI, content: Content) -> None:
    async with _begun(app, content) as session:
        session.add(Hold(recording_id=content.recording_id, reason="why", placed_by_name="ada"))
        await session.flush()
        with pytest.raises(HeldError, match="placed it on"):
            await _rename(session, content)
        await session.rollback()

"""Deleting a team: everything or nothing, and never by accident."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from support_teams import Crew, ok, refused
from verbatim_enterprise.host import Database, Scope, owned_classes, use_scope
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Invite, TeamMember, Workspace, WorkspaceMember


async def _owned_rows(database: Database, team_id: str) -> dict[str, int]:
    found = {}
    async with system_transaction(database, read_only=True) as session:
        for model in (one for one in owned_classes() if one in database.info["models"]):
            rows = await session.scalars(select(model.owner_id).where(model.owner_id == team_id))
            found[model.__name__] = len(rows.all())
    return {name: count for name, count in found.items() if count}


async def test_the_name_has_to_be_repeated(loner: Crew) -> None:
    for confirm in ({}, {"confirm": "radio"}, {"confirm": ""}):
        refused(await loner["owner"].delete(loner.url, params=confirm), 422, "confirmation_mismatch")
    ok(await loner["owner"].delete(loner.url, params={"confirm": "Radio"}))
    refused(await loner["owner"].get(loner.url), 404, "team_not_found")


async def test_content_goes_only_when_asked(loner: Crew, app: FastAPI) -> None:
    owner, team = loner["owner"], {"X-Team-Id": loner.team_id}
    other = next(item["id"] for item in ok(await owner.get("/api/teams"))["items"] if item["id"] != loner.team_id)
    owner.headers["X-Team-Id"] = other
    kept = await owner.upload(transcribe="false")
    owner.headers["X-Team-Id"] = loner.team_id
    await owner.upload(transcribe="false")
    ok(await owner.post("/api/projects", json={"name": "Board"}), 201)
    ok(await owner.post(f"{loner.url}/workspaces", json={"name": "One", "is_private": True}), 201)
    ok(await owner.post(f"{loner.url}/invites", json={}), 201)
    del owner.headers["X-Team-Id"]
    refused(await owner.delete(loner.url, params={"confirm": "Radio"}), 409, "team_not_empty")
    assert ok(await owner.get("/api/recordings", headers=team))["total"] == 1
    ok(await owner.delete(loner.url, params={"confirm": "Radio", "delete_content": True}))
    refused(await owner.get("/api/recordings", headers=team), 404, "team_not_found")
    database: Database = app.state.database
    assert await _owned_rows(database, loner.team_id) == {}
    async with system_transaction(database, read_only=True) as session:
        for model in (TeamMember, Invite, Workspace):
            assert (await session.scalars(select(model).where(model.team_id == loner.team_id))).all() == []
        assert (await session.scalars(select(WorkspaceMember))).all() == []
    folder = Path(app.state.settings.storage_dir) / "teams"
    await _until_gone(folder / loner.team_id)
    assert "original" in {path.name for path in _files(folder / other)}
    assert (await owner.get(f"/api/recordings/{kept['id']}/audio", headers={"X-Team-Id": other})).status_code == 200


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


async def _until_gone(folder: Path) -> None:
    deadline = time.monotonic() + 20
    while _files(folder):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.05)


async def test_an_administrator_deletes_a_team_without_seeing_it(crew: Crew) -> None:
    ok(await crew["root"].delete(crew.url, params={"confirm": "Radio"}))
    assert ok(await crew["owner"].get("/api/teams"))["total"] == 0


async def test_nothing_can_be_added_to_a_team_that_is_gone(loner: Crew, app: FastAPI) -> None:
    ok(await loner["owner"].delete(loner.url, params={"confirm": "Radio"}))
    project = next(model for model in owned_classes() if model.__name__ == "Project")
    database: Database = app.state.database
    with use_scope(Scope(frozenset({loner.team_id}), loner.team_id)), pytest.raises(IntegrityError):
        await _add(database, project)
    assert await _owned_rows(database, loner.team_id) == {}


async def _add(database: Database, model: type) -> None:
    async with database.transaction() as session:
        session.add(model(name="Late"))


async def test_adding_content_while_the_team_goes(loner: Crew, app: FastAPI) -> None:
    owner, team = loner["owner"], {"X-Team-Id": loner.team_id}
    ok(await owner.post("/api/projects", json={"name": "First"}, headers=team), 201)
    work = [owner.post("/api/projects", json={"name": f"p{n}"}, headers=team) for n in range(20)]
    work.insert(10, owner.delete(loner.url, params={"confirm": "Radio", "delete_content": True}))
    responses = await asyncio.gather(*work)
    assert ok(responses[10])
    assert await _owned_rows(app.state.database, loner.team_id) == {}

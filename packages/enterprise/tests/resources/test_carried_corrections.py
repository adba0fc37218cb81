"""Corrections that wait after a recording was transcribed again: held, moved, hidden and erased with the recording."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from support_content import Content, hold, lift, make_content
from support_enterprise import Person
from support_settled import loner  # noqa: F401 - pytest finds fixtures by their names here
from support_teams import Crew, MakeUser, ok, refused
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim_enterprise.host import use_scope
from verbatim_enterprise.system_session import system_transaction


@pytest.fixture
async def content(app: FastAPI, loner: Crew) -> Content:  # noqa: F811 - the fixture from above
    """Give a recording whose transcript has a correction of the one before."""
    made = await make_content(app, loner)
    ids = {"transcript_id": made.made.id, "recording_id": made.recording_id, "from_id": "gone"}
    texts = {"heard": "morning", "text": "mourning", "before": "", "after": "", "author": "ada"}
    with use_scope(made.factory.scope):
        async with made.factory.database.transaction() as session:
            row = CarriedCorrection(**ids, **texts, number=0, kind="words", state="open", start_time=5, end_time=10)
            session.add(row)
    return made


async def rows(app: FastAPI) -> list[Any]:
    async with system_transaction(app.state.database, read_only=True) as session:
        return list(await session.scalars(select(CarriedCorrection)))


async def test_a_hold_keeps_them_as_they_are(app: FastAPI, loner: Crew, content: Content) -> None:  # noqa: F811
    owner, url = loner["owner"], f"/api/transcripts/{content.made.id}/corrections"
    (one,) = ok(await owner.get(url))["items"]
    placed = await hold(owner, recording_id=content.recording_id)
    for decision in ("mine", "new"):
        body = {"correction_ids": [one["id"]], "decision": decision}
        refused(await owner.post(f"{url}/decide", json=body), 409, "held")
    assert [row.state for row in await rows(app)] == ["open"]
    await lift(owner, placed)
    ok(await owner.post(f"{url}/decide", json={"correction_ids": [one["id"]], "decision": "new"}))


async def test_they_move_and_go_with_the_recording(app: FastAPI, loner: Crew, content: Content) -> None:  # noqa: F811
    owner = loner["owner"]
    body = {"name": "Board", "is_private": True}
    room = ok(await owner.post(f"{loner.url}/workspaces", json=body), 201)["id"]
    ok(await owner.post("/api/recordings/move", json={"ids": [content.recording_id], "workspace_id": room}))
    assert [row.workspace_id for row in await rows(app)] == [room]
    ok(await owner.delete(f"/api/recordings/{content.recording_id}"))
    assert await rows(app) == []


async def test_who_may_not_read_the_recording_sees_none_of_them(
    loner: Crew,  # noqa: F811
    content: Content,
    make_user: MakeUser,
) -> None:
    stranger: Person = await make_user("stranger")
    ok(await stranger.post("/api/teams", json={"name": "Elsewhere"}), 201)
    url = f"/api/transcripts/{content.made.id}/corrections"
    (one,) = ok(await loner["owner"].get(url))["items"]
    refused(await stranger.get(url), 404, "transcript_not_found")
    body = {"correction_ids": [one["id"]], "decision": "mine"}
    refused(await stranger.post(f"{url}/decide", json=body), 404, "transcript_not_found")


async def test_what_is_taken_is_in_the_log_without_what_was_said(loner: Crew, content: Content) -> None:  # noqa: F811
    owner, url = loner["owner"], f"/api/transcripts/{content.made.id}/corrections"
    (one,) = ok(await owner.get(url))["items"]
    ok(await owner.post(f"{url}/decide", json={"correction_ids": [one["id"]], "decision": "mine"}))
    answer = await owner.get("/api/admin/audit", params={"action": "transcript.updated"})
    (row,) = ok(answer)["items"]
    assert row["details"]["change"] == "correction_taken"
    assert "mourning" not in answer.text

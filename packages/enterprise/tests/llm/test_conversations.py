"""Conversations are one person's alone: also within a team, across walls, and when people or recordings go."""

from __future__ import annotations

import io
import json
from typing import Any

import docx
from conftest_types import MakeUser
from fastapi import FastAPI
from sqlalchemy import select
from support.model_server import ModelServer
from support_enterprise import Person
from support_teams import Json, ok
from verbatim.conversations.models import Conversation, ConversationMessage, ConversationSource
from verbatim_enterprise.system_session import system_transaction


async def team_of(person: Person) -> str:
    return str((await person.get("/api/info")).json()["user"]["owner"])


async def converse(person: Person, question: str = "What about the hose?", **about: Any) -> str:
    made = ok(await person.post("/api/conversations", json=about), 201)
    ok(await person.post(f"/api/conversations/{made['id']}/messages", json={"content": question}))
    return str(made["id"])


async def messages(person: Person, conversation: str) -> list[Json]:
    found: list[Json] = ok(await person.get(f"/api/conversations/{conversation}"))["messages"]
    return found


async def test_nobody_else_of_the_team_sees_a_conversation(
    admin: Person, make_user: MakeUser, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    await make_transcript(admin)
    conversation = await converse(admin)
    team, carol = await team_of(admin), await make_user("carol")
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": carol.id, "role": "owner"}), 201)
    ok(await carol.post("/api/auth/team", json={"team_id": team}))
    assert ok(await carol.get("/api/conversations"))["items"] == []
    path = f"/api/conversations/{conversation}"
    for refused in (
        await carol.get(path),
        await carol.patch(path, json={"title": "mine"}),
        await carol.delete(path),
        await carol.post(f"{path}/messages", json={"content": "What did they say?"}),
    ):
        assert (refused.status_code, refused.json()["code"]) == (404, "conversation_not_found")
    # What somebody asked is nobody's to read in the log either; that they asked, about which recordings, is.
    log = ok(await admin.get("/api/admin/audit", params={"action": "conversation.answered"}))
    assert len(log["items"]) == 1
    assert "hose" not in json.dumps(log)


async def test_a_call_is_metered_and_says_what_it_cost(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    endpoint = await add_endpoint()
    price = {"endpoint_id": endpoint["id"], "model": "garden-1", "input_micros": 10**6, "output_micros": 2 * 10**6}
    ok(await admin.post("/api/llm/prices", json=price), 201)
    await make_transcript(admin)
    conversation = await converse(admin)
    shown = ok(await admin.get(f"/api/conversations/{conversation}"))
    assert (shown["cost_micros"], shown["messages"][1]["cost_micros"]) == (180, 180)
    (row,) = ok(await admin.get("/api/llm/usage"))["items"]
    assert (row["feature"], row["user_id"], row["cost_micros"]) == ("conversation", admin.id, 180)
    body = {"scope": "user", "id": admin.id, "period": "day", "limit_micros": 180}
    ok(await admin.post("/api/llm/budgets", json=body), 201)
    refused = await admin.post(f"/api/conversations/{conversation}/messages", json={"content": "And then?"})
    assert (refused.status_code, refused.json()["code"]) == (402, "llm_budget_exhausted")
    assert len(await messages(admin, conversation)) == 2


async def test_an_answer_is_withheld_from_whoever_may_not_read_its_recordings_any_more(
    admin: Person, make_user: MakeUser, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    made, team = await make_transcript(admin), await team_of(admin)
    carol = await make_user("carol")
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": carol.id, "role": "member"}), 201)
    ok(await carol.post("/api/auth/team", json={"team_id": team}))
    models.answer = ("A hose, which is secret. [2]\n",)
    conversation = await converse(carol, transcript_ids=[made.id])
    room = ok(await admin.post(f"/api/teams/{team}/workspaces", json={"name": "Board", "is_private": True}), 201)
    ok(await admin.post("/api/recordings/move", json={"ids": [made.recording_id], "workspace_id": room["id"]}))
    asked, said = await messages(carol, conversation)
    assert (said["withheld"], said["content"], said["sentences"]) == (True, "", [])
    assert asked["content"] == "What about the hose?"
    again = await carol.post(f"/api/conversations/{conversation}/messages", json={"content": "Which hose?"})
    assert (again.status_code, again.json()["code"]) == (409, "nothing_to_read")
    # The wall is no loss: whoever may read again sees the answer again.
    ok(await admin.post(f"/api/teams/{team}/workspaces/{room['id']}/members", json={"user_id": carol.id}), 201)
    ok(await carol.post("/api/auth/team", json={"team_id": team}))
    assert (await messages(carol, conversation))[1]["content"] == "A hose, which is secret."
    # And what is deleted behind a wall goes from conversations on this side of it.
    ok(await admin.delete(f"/api/teams/{team}/workspaces/{room['id']}/members/{carol.id}"))
    ok(await admin.delete(f"/api/recordings/{made.recording_id}"))
    assert (await messages(carol, conversation))[1]["erased"]


async def test_with_an_account_go_its_conversations(
    admin: Person, make_user: MakeUser, app: FastAPI, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    team, carol = await team_of(admin), await make_user("carol")
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": carol.id, "role": "member"}), 201)
    ok(await carol.post("/api/auth/team", json={"team_id": team}))
    await make_transcript(admin)
    await converse(carol)
    kept = await converse(admin)
    ok(await admin.delete(f"/api/users/{carol.id}"))
    async with system_transaction(app.state.database, read_only=True) as session:
        assert list(await session.scalars(select(Conversation.id))) == [kept]
        assert set(await session.scalars(select(ConversationMessage.conversation_id))) == {kept}
        assert len(list(await session.scalars(select(ConversationSource.message_id)))) == 1


async def test_what_is_withheld_is_neither_found_nor_taken_along(
    admin: Person, make_user: MakeUser, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    made, team = await make_transcript(admin), await team_of(admin)
    carol = await make_user("carol")
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": carol.id, "role": "member"}), 201)
    ok(await carol.post("/api/auth/team", json={"team_id": team}))
    models.answer = ("A pump, which is secret. [2]\n",)
    conversation = await converse(carol, transcript_ids=[made.id])
    assert ok(await carol.get("/api/conversations?q=pump"))["total"] == 1
    # Nobody else finds it or takes it along, whoever runs the team.
    assert ok(await admin.get("/api/conversations?q=pump"))["total"] == 0
    assert (await admin.get(f"/api/conversations/{conversation}/export")).status_code == 404
    room = ok(await admin.post(f"/api/teams/{team}/workspaces", json={"name": "Board", "is_private": True}), 201)
    ok(await admin.post("/api/recordings/move", json={"ids": [made.recording_id], "workspace_id": room["id"]}))
    assert ok(await carol.get("/api/conversations?q=pump"))["total"] == 0
    assert ok(await carol.get("/api/conversations?q=hose"))["total"] == 1
    for form in ("md", "json", "docx"):
        file = await carol.get(f"/api/conversations/{conversation}/export?format={form}")
        assert file.status_code == 200
        text = (
            " ".join(one.text for one in docx.Document(io.BytesIO(file.content)).paragraphs)
            if form == "docx"
            else file.text
        )
        assert "pump" not in text
        assert "withheld" in text
    rows = ok(await admin.get("/api/admin/audit?action=transcript.exported"))["items"]
    assert {(one["resource_type"], one["resource_id"], one["actor_id"]) for one in rows} == {
        ("conversation", conversation, carol.id)
    }
    assert len(rows) == 3


async def test_what_was_made_from_a_held_recording_stays_until_the_hold_is_lifted(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    made, other = await make_transcript(admin), await make_transcript(admin)
    models.answer = ("A hose. [2]\n",)
    about = await converse(admin, transcript_ids=[made.id])
    free = await converse(admin, transcript_ids=[other.id])
    hold = ok(await admin.post("/api/holds", json={"recording_id": made.recording_id, "reason": "Case 7"}), 201)
    refused = await admin.delete(f"/api/conversations/{about}")
    assert (refused.status_code, refused.json()["code"]) == (409, "held")
    assert (await messages(admin, about))[1]["content"] == "A hose."
    ok(await admin.delete(f"/api/conversations/{free}"))
    ok(await admin.post(f"/api/holds/{hold['id']}/lift", json={"reason": "Settled"}))
    ok(await admin.delete(f"/api/conversations/{about}"))


async def test_an_account_stays_while_its_conversations_are_made_from_something_held(
    admin: Person, make_user: MakeUser, app: FastAPI, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    team, carol = await team_of(admin), await make_user("carol")
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": carol.id, "role": "member"}), 201)
    ok(await carol.post("/api/auth/team", json={"team_id": team}))
    made, other = await make_transcript(admin), await make_transcript(admin)
    about = await converse(carol, transcript_ids=[made.id])
    await converse(carol, transcript_ids=[other.id])
    hold = ok(await admin.post("/api/holds", json={"recording_id": made.recording_id, "reason": "Case 7"}), 201)
    refused = await admin.delete(f"/api/users/{carol.id}")
    assert (refused.status_code, refused.json()["code"]) == (409, "account_kept")
    assert "Case 7" not in refused.text
    assert (await messages(carol, about))[1]["content"]
    async with system_transaction(app.state.database, read_only=True) as session:
        assert len(list(await session.scalars(select(Conversation.id)))) == 2, "none of them is gone"
    ok(await admin.patch(f"/api/users/{carol.id}", json={"is_active": False}))
    ok(await admin.post(f"/api/holds/{hold['id']}/lift", json={"reason": "Settled"}))
    ok(await admin.delete(f"/api/users/{carol.id}"))
    async with system_transaction(app.state.database, read_only=True) as session:
        assert not list(await session.scalars(select(Conversation.id)))

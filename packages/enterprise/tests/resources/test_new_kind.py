"""A plugin brings a kind of thing that nobody else knows: it is treated like those that were always there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any, cast

import pytest
from conftest_types import MakeApp
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from support.remarks_plugin import REMARK, RemarksPlugin
from support_audit import only_row, rows_of
from support_content import factory_of, hold, lift, make_recording
from support_enterprise import Person
from support_receiver import Receiver, receiving
from support_retention import aged, make_rule, run
from support_teams import Crew, MakeUser, make_settled_crew, ok, refused
from support_webhooks import ended
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim_enterprise.host import Database, Plugin, as_system
from verbatim_enterprise.plugin import EnterprisePlugin

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def environment() -> Mapping[str, str]:
    return {
        "VERBATIM_RETENTION_GRACE_DAYS": "0",
        "VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "127.0.0.0/8",
        "VERBATIM_PUBLIC_URL": "http://127.0.0.1:52780",
    }


@pytest.fixture
def make_app(settings: Settings) -> MakeApp:
    return lambda: create_app(settings, [cast("Plugin", EnterprisePlugin()), RemarksPlugin()])


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    return await make_settled_crew(admin, make_user)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with receiving() as made:
        yield made


@pytest.fixture
async def recording_id(app: FastAPI, crew: Crew) -> str:
    return (await make_recording(await factory_of(app, crew.team_id))).recording_id


async def write(person: Person, recording_id: str, **body: Any) -> str:
    """Write a remark, and return its id."""
    answer = await person.post(f"/api/recordings/{recording_id}/remarks", json={"title": "Secret plan", **body})
    made: str = ok(answer, 201)["id"]
    return made


async def stored(app: FastAPI, sql: str = "SELECT id, title, text, workspace_id FROM remarks") -> list[tuple[Any, ...]]:
    """Return every remark, past all that could hide it."""
    database: Database = app.state.database
    with as_system("a test compares"):
        async with database.transaction(read_only=True) as session:
            return [tuple(row) for row in await session.execute(text(sql))]


async def test_the_audit_log_shows_it_before_and_after(app: FastAPI, crew: Crew, recording_id: str) -> None:
    remark_id = await write(crew["owner"], recording_id, text="First")
    written = await only_row(app, action="remark.written")
    assert (written.resource_type, written.resource_id, written.resource_name) == ("remark", remark_id, "Secret plan")
    assert written.after == {"title": "Secret plan", "color": None}
    assert written.details["recording_id"] == recording_id
    ok(await crew["owner"].patch(f"/api/remarks/{remark_id}", json={"title": "Open plan", "text": "First"}))
    changed = await only_row(app, action="remark.changed")
    assert (changed.before, changed.after) == ({"title": "Secret plan"}, {"title": "Open plan"})
    assert (await crew["owner"].delete(f"/api/remarks/{remark_id}")).status_code == 204
    gone = await only_row(app, action="remark.deleted")
    assert (gone.before, gone.resource_name) == ({"title": "Open plan", "color": None}, "Open plan")
    assert await rows_of(app, action="request.changed") == []


async def test_who_may_not_see_it_does_not_learn_its_name_from_the_log(
    app: FastAPI, crew: Crew, recording_id: str
) -> None:
    await write(crew["owner"], recording_id)
    found = ok(await crew["root"].get("/api/admin/audit", params={"action": "remark.written"}))["items"]
    assert [(row["resource_name"], row["after"], row["names_hidden"]) for row in found] == [(None, None, True)]
    for search in ("secret", "plan"):  # nor by looking for it
        assert ok(await crew["root"].get("/api/admin/audit", params={"search": search}))["items"] == []


@pytest.mark.parametrize("target", ["recording_id", "project_id"])
async def test_a_hold_keeps_it_as_it_is(app: FastAPI, crew: Crew, recording_id: str, target: str) -> None:
    owner = crew["owner"]
    factory = await factory_of(app, crew.team_id)
    project_id = await factory.project("Evidence", [recording_id])
    remark_id = await write(owner, recording_id)
    placed = await hold(owner, **{target: recording_id if target == "recording_id" else project_id})
    before = await stored(app)
    body = {"title": "Other", "text": ""}
    assert refused(await owner.patch(f"/api/remarks/{remark_id}", json=body), 409, "held")["hold_id"] == placed
    refused(await owner.delete(f"/api/remarks/{remark_id}"), 409, "held")
    refused(await owner.delete(f"/api/recordings/{recording_id}"), 409, "held")
    for sql in (
        "DELETE FROM remarks",
        "UPDATE remarks SET title = 'x'",
        "UPDATE remarks SET created_at = '2020-01-01 00:00:00'",
    ):
        with pytest.raises(IntegrityError, match="verbatim_held"):
            await run_sql(app, sql)
    assert await stored(app) == before
    ok(await owner.patch(f"/api/remarks/{remark_id}", json={"title": "Secret plan", "color": "red"}))  # not frozen
    await write(owner, recording_id)  # and more may be added
    await lift(owner, placed)
    ok(await owner.patch(f"/api/remarks/{remark_id}", json=body))
    assert (await owner.delete(f"/api/remarks/{remark_id}")).status_code == 204


async def run_sql(app: FastAPI, sql: str) -> None:
    """Run hand-written SQL as the server itself."""
    database: Database = app.state.database
    with as_system("a test"):
        async with database.transaction() as session:
            await (await session.connection()).exec_driver_sql(sql)


async def test_it_moves_with_what_it_hangs_under(app: FastAPI, crew: Crew, recording_id: str) -> None:
    owner = crew["owner"]
    remark_id = await write(owner, recording_id)
    room = ok(await owner.post(f"{crew.url}/workspaces", json={"name": "Room", "is_private": True}), 201)["id"]
    ok(await owner.post("/api/recordings/move", json={"ids": [recording_id], "workspace_id": room}))
    assert [row[3] for row in await stored(app)] == [room]
    refused(await crew["member"].get(f"/api/remarks/{remark_id}"), 404, "remark_not_found")
    assert ok(await owner.get(f"/api/remarks/{remark_id}"))["id"] == remark_id
    default = next(one for one in ok(await owner.get(f"{crew.url}/workspaces"))["items"] if one["is_default"])["id"]
    ok(await owner.delete(f"{crew.url}/workspaces/{room}", params={"move_to": default, "confirm": "Room"}))
    assert [row[3] for row in await stored(app)] == [default]
    assert ok(await crew["member"].get(f"/api/remarks/{remark_id}"))["id"] == remark_id


async def test_it_goes_with_its_team_and_the_log_says_so(app: FastAPI, crew: Crew, recording_id: str) -> None:
    remark_id = await write(crew["owner"], recording_id, text="First")
    ok(await crew["owner"].delete(crew.url, params={"confirm": "Radio", "delete_content": True}))
    assert await stored(app) == []
    row = await only_row(app, action="remark.deleted")
    assert (row.resource_id, row.resource_name, row.details["with_team"]) == (remark_id, "Secret plan", True)
    assert row.before == {"title": "Secret plan", "color": None}


async def test_a_rule_lets_it_go_with_its_recording_unless_that_is_held(app: FastAPI, crew: Crew) -> None:
    factory = await factory_of(app, crew.team_id)
    old, kept = await aged(factory, 400, 400)
    await write(crew["owner"], old)
    stays = await write(crew["owner"], kept)
    await hold(crew["owner"], recording_id=kept)
    await make_rule(crew, 30)
    await run(app)
    assert [row[0] for row in await stored(app)] == [stays]


async def test_webhooks_tell_of_it_with_all_that_the_api_shows(
    app: FastAPI, crew: Crew, recording_id: str, receiver: Receiver
) -> None:
    owner = crew["owner"]
    ok(await owner.post("/api/webhooks", json={"url": f"{receiver.url}/hook", "events": ["remark.*"]}), 201)
    remark_id = await write(owner, recording_id, text="First")
    (delivery,) = await ended(owner, "delivered")
    assert delivery["event"] == "remark.written"
    (got,) = receiver.requests
    told = json.loads(got.body)["data"]
    assert told["remark"] == {
        "id": remark_id,
        "recording_id": recording_id,
        "title": "Secret plan",
        "text": "First",
        "color": None,
    }
    assert told["links"]["remark"] == f"http://127.0.0.1:52780/api/remarks/{remark_id}"


async def test_open_pages_hear_of_it_and_of_what_it_is(app: FastAPI, crew: Crew, recording_id: str) -> None:
    heard: list[Any] = []
    app.state.live.relay = lambda owner, message, places: heard.append((owner, message, places))
    remark_id = await write(crew["owner"], recording_id)
    ((owner, message, places),) = heard
    assert owner == crew.team_id
    assert message == {"type": "remark.written", "remark_id": remark_id, "recording_id": recording_id}
    assert len(places) == 1


def test_nothing_outside_its_folder_names_it(app: FastAPI) -> None:
    assert app.state.database.resources.named("remark") is REMARK

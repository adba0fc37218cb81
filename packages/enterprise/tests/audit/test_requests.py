"""What no event describes: changes told by their route, refusals, and reads that matter."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from types import SimpleNamespace
from unittest.mock import ANY

import pytest
import structlog
from conftest_types import MakePerson, MakeUser
from fastapi import FastAPI
from sqlalchemy import text
from support_audit import actions_of, only_row, rows_of
from support_content import hold, lift
from support_enterprise import Person
from support_teams import ok, refused
from verbatim.core.clock import new_id
from verbatim_enterprise.audit import reads
from verbatim_enterprise.system_session import system_transaction


async def test_a_change_that_no_event_describes_is_told_by_its_route(app: FastAPI, admin: Person) -> None:
    tag = ok(await admin.post("/api/tags", json={"name": "urgent"}), 201)
    row = await only_row(app, action="request.changed")
    assert row.details == {"method": "POST", "route": "/api/tags"}
    assert (row.resource_type, row.resource_id, row.after) == (
        "tag",
        tag["id"],
        {"name": "urgent", "color": tag["color"]},
    )
    ok(await admin.patch(f"/api/tags/{tag['id']}", json={"name": "later"}))
    _, row = await rows_of(app, action="request.changed")
    assert row.details == {"method": "PATCH", "route": "/api/tags/{tag_id}"}
    assert (row.resource_id, row.before, row.after) == (tag["id"], {"name": "urgent"}, {"name": "later"})


@pytest.fixture
def quiet() -> Iterator[None]:
    """Draw no picture of the errors that are meant to happen; it would take a minute."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.reset_defaults()


@pytest.mark.usefixtures("quiet")
async def test_the_row_of_such_a_change_is_in_its_transaction(app: FastAPI, admin: Person) -> None:
    """Were the row written afterwards, the change would stand when the row cannot be written."""
    async with app.state.database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE audit_log RENAME TO elsewhere"))
    assert (await admin.post("/api/tags", json={"name": "urgent"})).status_code == 500
    async with system_transaction(app.state.database) as session:
        assert await session.scalar(text("SELECT count(*) FROM tags")) == 0


async def test_whoever_is_refused_is_written_down(
    app: FastAPI, admin: Person, visitor: MakePerson, make_user: MakeUser
) -> None:
    viewer = await make_user("vera", role="viewer")
    assert (await viewer.post("/api/users", json={})).status_code == 403
    row = await only_row(app, action="request.refused", actor_id=viewer.id)
    assert (row.outcome, row.actor_name, row.details["status"]) == ("refused", "vera", 403)
    assert (await viewer.get("/api/users")).status_code == 403
    assert len(await rows_of(app, action="request.refused", actor_id=viewer.id)) == 2
    stranger, url = visitor("192.0.2.7"), f"/api/projects/{new_id()}"
    assert (await stranger.delete(url)).status_code == 401
    assert (await stranger.delete(url, headers={"Authorization": f"Bearer vst_{'a' * 36}"})).status_code == 401
    rows = await rows_of(app, action="request.refused", address="192.0.2.7")
    assert [(row.actor_type, row.resource_type, row.resource_id) for row in rows] == [
        ("anonymous", "project", url.rsplit("/", 1)[1])
    ] * 2
    assert (await admin.delete(url)).status_code == 404
    assert (await only_row(app, action="request.refused", actor_id=admin.id)).details["status"] == 404


async def test_whoever_is_known_is_named_also_when_turned_away_at_the_door(app: FastAPI, admin: Person) -> None:
    for header in ("X-Team-Id", "X-Workspace-Id"):
        refused(await admin.post("/api/tags", json={"name": "x"}, headers={header: new_id()}), 404, ANY)
    rows = await rows_of(app, action="request.refused")
    assert [(row.actor_type, row.actor_id, row.actor_name) for row in rows] == [("user", admin.id, "ada")] * 2
    assert None not in {row.session_id for row in rows}


async def test_a_key_is_named_also_when_it_does_not_let_anybody_in(
    app: FastAPI, admin: Person, visitor: MakePerson
) -> None:
    body = {"name": "Nightly", "scopes": ["project:create"], "addresses": ["127.0.0.1"]}
    made = ok(await admin.post("/api/keys", json=body), 201)
    bearer = {"Authorization": f"Bearer {made['key']}"}
    program = visitor()
    refused(
        await program.post("/api/projects", json={"name": "x"}, headers={**bearer, "X-Team-Id": new_id()}), 404, ANY
    )
    thief = visitor("192.0.2.66")
    assert (await thief.post("/api/projects", json={"name": "x"}, headers=bearer)).status_code == 403
    ok(await admin.delete(f"/api/keys/{made['id']}"))
    assert (await program.post("/api/projects", json={"name": "x"}, headers=bearer)).status_code == 401
    rows = await rows_of(app, action="request.refused", key_id=made["id"])
    assert [(row.actor_type, row.actor_name, row.details["key_name"], row.address) for row in rows] == [
        ("key", "ada", "Nightly", address) for address in ("127.0.0.1", "192.0.2.66", "127.0.0.1")
    ]


async def test_who_would_destroy_what_is_held_is_written_down(app: FastAPI, admin: Person, recording_id: str) -> None:
    placed = await hold(admin, recording_id=recording_id)
    url = f"/api/recordings/{recording_id}"
    refused(await admin.delete(url), 409, "held")
    row = await only_row(app, action="request.refused")
    assert (row.outcome, row.actor_name, row.resource_id) == ("refused", "ada", recording_id)
    assert (row.details["status"], row.details["code"]) == (409, "held")
    assert (await admin.get("/api/nowhere")).status_code == 404  # a read
    assert (await admin.put("/api/nowhere")).status_code in {404, 405}
    assert {one.details["code"] for one in await rows_of(app, action="request.refused")} > {"held"}
    await lift(admin, placed)
    ok(await admin.delete(url))


async def test_a_licence_that_is_refused_is_no_success(app: FastAPI, admin: Person) -> None:
    refused(await admin.post("/api/license", json={"license_key": "hello"}), 422, "license_malformed")
    assert (await only_row(app, action="license.refused")).outcome == "refused"


async def test_a_request_that_is_turned_down_by_its_words_is_no_refusal(app: FastAPI, admin: Person) -> None:
    before = await actions_of(app)
    assert (await admin.post("/api/projects", json={"name": ""})).status_code == 422
    assert (await admin.get(f"/api/projects/{new_id()}")).status_code == 404
    assert await actions_of(app) == before


async def test_a_flood_of_refusals_does_not_fill_the_disk(app: FastAPI, visitor: MakePerson) -> None:
    stranger = visitor("192.0.2.9")
    for _ in range(130):
        assert (await stranger.post("/api/projects", json={"name": "x"})).status_code == 401
    assert len(await rows_of(app, action="request.refused")) == 100


def test_a_flood_from_many_addresses_does_not_fill_it_either(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = 1_000.0
    monkeypatch.setattr(reads, "time", SimpleNamespace(monotonic=lambda: clock))
    flood = reads.Flood(limit=3, strangers=10)
    strangers = [reads.Sender(f"192.0.2.{number}", 401, is_stranger=True) for number in range(20)]
    assert [flood.lets_in(one) for one in strangers] == [0] * 10 + [None] * 10
    assert flood.lets_in(reads.Sender("ada", 403)) == 0
    clock += reads.REPEATED_SECONDS
    assert flood.lets_in(strangers[0]) == 10
    assert [flood.lets_in(strangers[0]) for _ in range(3)] == [0, 0, None]


@pytest.mark.parametrize("environment", [{"VERBATIM_RATE_USER_PER_MINUTE": "6", "VERBATIM_RATE_USER_BURST": "1"}])
async def test_what_comes_too_fast_is_written_down(app: FastAPI, admin: Person) -> None:
    answers = [(await admin.post("/api/tags", json={"name": f"t{number}"})).status_code for number in range(9)]
    assert 429 in answers
    assert 429 in {row.details["status"] for row in await rows_of(app, action="request.refused")}


async def test_opening_playing_and_taking_away(app: FastAPI, admin: Person, recording_id: str) -> None:
    url = f"/api/recordings/{recording_id}"
    for _ in range(3):
        ok(await admin.get(url))
        assert (await admin.get(f"{url}/audio", headers={"Range": "bytes=0-9"})).status_code == 206
        assert (await admin.get(f"{url}/audio", headers={"Range": "bytes=10-19"})).status_code == 206
        assert (await admin.get(f"{url}/audio", params={"download": "true"})).status_code == 200
    seen = await actions_of(app, resource_id=recording_id)
    assert [one for one in seen if one.startswith("recording.")] == [
        "recording.created",
        "recording.opened",
        "recording.played",
        *["recording.downloaded"] * 3,
    ]
    title = ok(await admin.get(url))["title"]
    row = await only_row(app, action="recording.opened")
    assert (row.actor_name, row.team_id, row.resource_name) == ("ada", (await admin.me())["team_id"], title)


@pytest.mark.parametrize("word", ["1", "t", "y", "YES", "On", "True"])
async def test_a_download_in_parts_is_one_whatever_it_begins_with(
    app: FastAPI, admin: Person, recording_id: str, word: str
) -> None:
    url, tag = f"/api/recordings/{recording_id}/audio", "recording.downloaded"

    async def get(byte_range: str | None) -> None:
        headers = {"Range": byte_range} if byte_range else {}
        answer = await admin.get(url, params={"download": word}, headers=headers)
        assert answer.status_code == (206 if byte_range else 200)
        assert answer.headers["Content-Disposition"].startswith("attachment")

    for byte_range in ("bytes=44-", "bytes=1-", "bytes=-9", "bytes=0-9"):
        await get(byte_range)
        assert len(await rows_of(app, action=tag)) == 1
    for number, whole in enumerate((None, "bytes=0-", None), start=2):
        await get(whole)
        assert len(await rows_of(app, action=tag)) == number
    assert await rows_of(app, action="recording.played") == []


async def test_what_administrators_look_at(app: FastAPI, admin: Person) -> None:
    ok(await admin.get(f"/api/users/{admin.id}/sessions"))
    assert (await admin.get("/api/users/export")).status_code == 200
    looked = await only_row(app, action="admin.read")
    assert (looked.details["route"], looked.resource_id) == ("/api/users/{user_id}/sessions", admin.id)
    assert len(await rows_of(app, action="users.exported")) == 1
    ok(await admin.get("/api/license/notices"))
    assert len(await rows_of(app, action="admin.read")) == 1


@pytest.mark.usefixtures("quiet")
async def test_a_read_is_not_answered_when_it_cannot_be_written_down(app: FastAPI, admin: Person) -> None:
    async with app.state.database.engine.begin() as connection:
        await connection.execute(text("ALTER TABLE audit_log RENAME TO elsewhere"))
    answer = await admin.get("/api/users/export")
    assert answer.status_code == 500
    assert "ada" not in answer.text


@pytest.mark.usefixtures("quiet")
async def test_nor_when_it_is_tried_again(app: FastAPI, admin: Person, recording_id: str) -> None:
    url = f"/api/recordings/{recording_id}"
    for old, new in (("audit_log", "elsewhere"), ("elsewhere", "audit_log")):
        async with app.state.database.engine.begin() as connection:
            await connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))
        expected = 500 if new == "elsewhere" else 200
        assert [(await admin.get(url)).status_code for _ in range(2)] == [expected] * 2
    assert len(await rows_of(app, action="recording.opened")) == 1

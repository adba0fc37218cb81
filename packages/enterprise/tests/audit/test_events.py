"""Every event becomes a row of the audit log, in its own transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, cast

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from support_audit import actions_of, only_row, rows_of
from support_enterprise import Person
from support_teams import ok
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import Event, Plugin, PluginRegistry, Scope, all_events, emit, use_scope
from verbatim_enterprise.plugin import EnterprisePlugin


@dataclass(frozen=True, kw_only=True)
class LampLit(Event):
    """A lamp of another plugin was lit."""

    event_name: ClassVar[str] = "lamp.lit"
    lamp_id: str
    previous_colour: str
    colour: str
    password: str = "marker-of-a-careless-plugin"


class Lamps:
    """Another plugin, of which the audit log knows nothing."""

    name = "lamps"
    version = "1"

    def register(self, registry: PluginRegistry) -> None:
        """Contribute nothing but the event above."""


@pytest.fixture
def make_app(settings: Settings) -> Any:
    return lambda: create_app(settings, [cast("Plugin", EnterprisePlugin()), Lamps()])


def test_every_event_of_the_server_has_a_tag() -> None:
    ours = {name for name, event in all_events().items() if event.__module__.split(".")[0].startswith("verbatim")}
    assert len(ours) > 40
    assert ours - set(AuditTag) == set()


def test_every_event_of_the_server_names_its_subject() -> None:
    ours = [event for event in all_events().values() if event.__module__.split(".")[0].startswith("verbatim")]
    assert [event.event_name for event in ours if event.subject is None] == []
    without_id = {
        event.event_name for event in ours if event.subject and event.subject.id_name not in event.parameters()
    }
    assert without_id == {
        "assistant.looked",
        "session.refused",
        "license.refused",
        "license.state_changed",
        "license.clock_set_back",
    }


async def test_who_did_what_to_what_with_before_and_after(app: FastAPI, admin: Person) -> None:
    team_id = (await admin.me())["team_id"]
    project = ok(await admin.post("/api/projects", json={"name": "Harvest"}), 201)
    answer = await admin.patch(
        f"/api/projects/{project['id']}", json={"name": "Yield"}, headers={"User-Agent": "Hoe/1"}
    )
    ok(answer)
    row = await only_row(app, action="project.updated")
    assert (row.actor_type, row.actor_id, row.actor_name, row.team_id) == ("user", admin.id, "ada", team_id)
    assert (row.resource_type, row.resource_id, row.resource_name) == ("project", project["id"], "Yield")
    assert (row.before, row.after, row.outcome) == ({"name": "Harvest"}, {"name": "Yield"}, "success")
    assert (row.address, row.user_agent) == ("127.0.0.1", "Hoe/1")
    assert row.request_id == answer.headers["X-Request-Id"]
    assert row.session_id is not None
    ok(await admin.delete(f"/api/projects/{project['id']}"))
    assert await actions_of(app, resource_id=project["id"]) == ["project.created", "project.updated", "project.deleted"]


async def test_names_stay_readable_after_what_they_name_is_gone(
    app: FastAPI, admin: Person, make_user: MakeUser
) -> None:
    bob = await make_user("bob")
    ok(await bob.post("/api/teams", json={"name": "Bobs"}), 201)
    ok(await admin.patch(f"/api/users/{bob.id}", json={"role": "viewer"}))
    ok(await admin.delete(f"/api/users/{bob.id}", params={"transfer_to": admin.id}))
    made = await only_row(app, action="team.created", actor_id=bob.id)
    assert (made.actor_name, made.resource_name) == ("bob", "Bobs")
    changed = await only_row(app, action="user.role_changed")
    assert (changed.before, changed.after) == ({"role": "user"}, {"role": "viewer"})
    gone = await only_row(app, action="user.deleted")
    assert (gone.actor_name, gone.resource_name, gone.resource_id) == ("ada", "bob", bob.id)


async def test_signing_in_and_failing_to(app: FastAPI, admin: Person) -> None:
    assert (await admin.login("ada", "not the pass phrase")).status_code == 401
    refused = await only_row(app, action="session.refused")
    assert (refused.outcome, refused.resource_type, refused.resource_id) == ("refused", "user", admin.id)
    started = await only_row(app, action="session.started")
    assert (started.actor_type, started.actor_name, started.session_id) == ("user", "ada", started.resource_id)


async def test_a_key_acts_under_its_own_name(app: FastAPI, admin: Person) -> None:
    team_id = (await admin.me())["team_id"]
    body = {"name": "Nightly", "scopes": ["project:create"], "team_id": team_id}
    made = ok(await admin.post("/api/keys", json=body), 201)
    admin.headers["Authorization"] = f"Bearer {made['key']}"
    ok(await admin.post("/api/projects", json={"name": "By a program"}), 201)
    row = await only_row(app, action="project.created")
    assert (row.actor_type, row.actor_id, row.key_id) == ("key", admin.id, made["id"])
    assert (row.details["key_name"], row.session_id) == ("Nightly", None)


async def _light(app: FastAPI, *, fails: bool) -> None:
    async with app.state.database.transaction() as session:
        await emit(session, LampLit(lamp_id="7", previous_colour="red", colour="green"))
        if fails:
            raise ZeroDivisionError


async def test_a_change_that_is_rolled_back_leaves_no_row(app: FastAPI, admin: Person) -> None:
    team_id = (await admin.me())["team_id"]
    with use_scope(Scope(frozenset({team_id}), team_id)):
        with pytest.raises(ZeroDivisionError):
            await _light(app, fails=True)
        assert await rows_of(app, action="lamp.lit") == []
        await _light(app, fails=False)
    row = await only_row(app, action="lamp.lit")
    assert (row.actor_type, row.team_id, row.resource_type, row.resource_id) == ("system", team_id, "lamp", "7")
    assert (row.before, row.after, row.details) == ({"colour": "red"}, {"colour": "green"}, {})


async def test_who_gets_to_see_a_private_workspace(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    bob = await make_user("bob")
    team = (await admin.me())["team_id"]
    url = f"/api/teams/{team}"
    ok(await admin.post(f"{url}/members", json={"user_id": bob.id, "role": "member"}), 201)
    room = ok(await admin.post(f"{url}/workspaces", json={"name": "Board", "is_private": True}), 201)["id"]
    ok(await admin.post(f"{url}/workspaces/{room}/members", json={"user_id": bob.id}), 201)
    ok(await admin.delete(f"{url}/workspaces/{room}/members/{bob.id}"))
    ok(await admin.patch(f"{url}/workspaces/{room}", json={"name": "Everybody", "is_private": False}))
    ok(await admin.delete(f"{url}/workspaces/{room}"))
    rows = await rows_of(app, action="team.workspace_changed", resource_id=room)
    assert [(row.resource_type, row.team_id, row.actor_name) for row in rows] == [("workspace", team, "ada")] * 5
    assert [(row.details["change"], row.details.get("user")) for row in rows] == [
        ("created", None),
        ("member_added", "bob"),
        ("member_removed", "bob"),
        ("updated", None),
        ("deleted", None),
    ]
    assert (rows[3].before, rows[3].after) == (
        {"name": "Board", "is_private": True},
        {"name": "Everybody", "is_private": False},
    )
    assert rows[4].before == {"name": "Everybody", "is_private": False}

"""What plugins and the audit log hear, and what the server's log does not."""

from __future__ import annotations

from typing import Any

import pytest
from structlog.testing import capture_logs
from support_enterprise import PASSWORD, Person, ask_for_account
from support_events import Recorder, making_with
from support_teams import ok
from support_templates import register_first
from verbatim.config import Settings


class PeopleRecorder(Recorder):
    """Keeps every event about people and teams."""

    prefixes = ("team.", "user.")

    def __init__(self) -> None:
        super().__init__()
        self.refuse: str | None = None

    async def hear(self, event_name: str, **arguments: Any) -> None:
        if event_name == self.refuse:
            raise ZeroDivisionError
        await super().hear(event_name, **arguments)

    def take(self) -> list[str]:
        names = [name for name, _ in self.heard]
        self.heard.clear()
        return names


@pytest.fixture
def recorder() -> PeopleRecorder:
    return PeopleRecorder()


@pytest.fixture
def make_app(settings: Settings, recorder: PeopleRecorder) -> Any:
    return making_with(settings, recorder)


async def test_every_change_is_told(client: Person, visitor: Any, recorder: PeopleRecorder) -> None:
    admin = await register_first(client)
    expected = ["user.created", "team.created", "team.member_added", "team.workspace_changed"]
    assert recorder.take() == expected
    bob = (await ask_for_account(visitor(), admin, "bob"))["id"]
    for change in ({"is_active": True}, {"is_active": False}, {"is_active": True}, {"role": "viewer"}, {}):
        ok(await admin.patch(f"/api/users/{bob}", json=change))
    assert recorder.take() == [
        "user.created",
        "user.approved",
        "user.deactivated",
        "user.reactivated",
        "user.role_changed",
    ]
    url = f"/api/teams/{ok(await admin.post('/api/teams', json={'name': 'Radio'}), 201)['id']}"
    ok(await admin.patch(url, json={"name": "TV"}))
    ok(await admin.post(f"{url}/members", json={"user_id": bob, "role": "viewer"}), 201)
    ok(await admin.patch(f"{url}/members/{bob}", json={"role": "owner"}))
    ok(await admin.delete(f"{url}/members/{bob}"))
    ok(await admin.delete(url, params={"confirm": "TV"}))
    ok(await admin.delete(f"/api/users/{bob}"))
    changed = dict(recorder.heard)["team.member_role_changed"]
    assert (changed["user_id"], changed["role"], changed["previous_role"]) == (bob, "owner", "viewer")
    assert recorder.take() == [
        "team.created",
        "team.member_added",
        "team.workspace_changed",
        "team.updated",
        "team.member_added",
        "team.member_role_changed",
        "team.member_removed",
        "team.deleted",
        "user.deleted",
    ]


async def test_an_administrator_who_joins_is_seen(admin: Person, make_user: Any, recorder: PeopleRecorder) -> None:
    bob = await make_user("bob")
    team = ok(await bob.post("/api/teams", json={"name": "Radio"}), 201)["id"]
    recorder.take()
    ok(await admin.post(f"/api/teams/{team}/members", json={"user_id": admin.id, "role": "viewer"}), 201)
    assert recorder.heard == [("team.member_added", {"team_id": team, "user_id": admin.id, "role": "viewer"})]


@pytest.mark.parametrize("event", ["team.member_added", "team.deleted", "user.created"])
async def test_a_handler_that_fails_undoes_the_change(
    admin: Person, visitor: Any, recorder: PeopleRecorder, event: str
) -> None:
    team = ok(await admin.post("/api/teams", json={"name": "Radio"}), 201)["id"]
    invite = ok(await admin.post(f"/api/teams/{team}/invites", json={"email": "bob@example.org"}), 201)
    recorder.refuse = event
    with capture_logs():
        if event == "team.deleted":
            response = await admin.delete(f"/api/teams/{team}", params={"confirm": "Radio"})
        else:
            body = {"username": "bob", "password": PASSWORD}
            response = await visitor().post(f"/api/invites/{invite['token']}/accept", json=body)
    assert response.status_code == 500
    assert ok(await admin.get(f"/api/teams/{team}"))["member_count"] == 1
    assert ok(await admin.get("/api/users"))["total"] == 1
    assert ok(await admin.get(f"/api/teams/{team}/invites"))["items"][0]["state"] == "pending"
    assert ok(await admin.get(f"/api/teams/{team}/workspaces"))["total"] == 1


async def test_the_log_holds_no_invitation(admin: Person, client: Person) -> None:
    team = ok(await admin.get("/api/teams"))["items"][0]["id"]
    token = ok(await admin.post(f"/api/teams/{team}/invites", json={}), 201)["token"]
    with capture_logs() as logs:
        ok(await client.get(f"/api/invites/{token}"))
        await client.post(f"/api/invites/{token}/accept", json={"username": "?"})
        await client.get(f"/api/invites/{token}/nothing-here")
        await client.put(f"/api/invites/{token}")
    assert len([entry for entry in logs if entry["event"] == "request"]) == 4
    assert token not in str(logs)

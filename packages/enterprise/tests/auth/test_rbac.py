"""Roles become permissions, and a request works in one team that its caller is in."""

from __future__ import annotations

import pytest
from conftest_types import MakePerson, MakeUser
from support_enterprise import SAME_ORIGIN, Person
from verbatim_enterprise.api_keys.grants import OF_TEAMS
from verbatim_enterprise.auth.rbac import (
    CONTENT_PERMISSIONS,
    TEAM_PERMISSIONS,
    TEAM_ROLE_PERMISSIONS,
    effective_permissions,
)
from verbatim_enterprise.host import ROLE_PERMISSIONS, Permission, Role
from verbatim_enterprise.teams.models import TeamRole


class TestTables:
    def test_every_role_has_a_row(self) -> None:
        assert set(TEAM_ROLE_PERMISSIONS) == set(TeamRole)
        assert set(ROLE_PERMISSIONS) == set(Role)

    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize("team_role", [*TeamRole, None])
    def test_content_needs_both(self, role: Role, team_role: TeamRole | None) -> None:
        allowed = effective_permissions(role, team_role)
        in_team = TEAM_ROLE_PERMISSIONS[team_role] if team_role else frozenset()
        for permission in set(Permission) - TEAM_PERMISSIONS:
            both = permission in ROLE_PERMISSIONS[role] and permission in in_team
            alone = permission in ROLE_PERMISSIONS[role] and permission not in CONTENT_PERMISSIONS
            assert (permission in allowed) == (both or alone)

    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize("team_role", [*TeamRole, None])
    def test_whoever_runs_a_team_runs_its_webhooks(self, role: Role, team_role: TeamRole | None) -> None:
        expected = team_role in {TeamRole.OWNER, TeamRole.ADMIN} and role is not Role.VIEWER
        assert (Permission.WEBHOOK_MANAGE in effective_permissions(role, team_role)) == expected

    def test_what_concerns_the_content_of_a_team_word_by_word(self) -> None:
        content = {
            *("recording:create", "recording:read", "recording:update", "recording:delete"),
            *("transcript:read", "transcript:update"),
            *("project:create", "project:read", "project:update", "project:delete"),
            *("document:create", "document:read", "document:update", "document:delete"),
            *("conversation:create", "conversation:read", "conversation:update", "conversation:delete"),
            "llm:use",
        }
        reading = {"recording:read", "transcript:read", "project:read", "document:read", "conversation:read"}
        assert content == CONTENT_PERMISSIONS
        assert {"webhook:manage"} == TEAM_PERMISSIONS
        assert content | {"webhook:manage"} == OF_TEAMS
        assert effective_permissions(Role.USER, TeamRole.VIEWER) == reading
        assert effective_permissions(Role.VIEWER, TeamRole.OWNER) == reading
        assert effective_permissions(Role.USER, TeamRole.MEMBER) == content

    def test_examples(self) -> None:
        assert Permission.RECORDING_READ not in effective_permissions(Role.ADMIN, None)
        assert Permission.USER_MANAGE in effective_permissions(Role.ADMIN, None)
        assert Permission.RECORDING_DELETE not in effective_permissions(Role.VIEWER, TeamRole.OWNER)
        assert Permission.RECORDING_DELETE not in effective_permissions(Role.USER, TeamRole.VIEWER)
        assert Permission.LLM_USE not in effective_permissions(Role.USER, TeamRole.VIEWER)
        assert Permission.RECORDING_DELETE in effective_permissions(Role.USER, TeamRole.MEMBER)
        assert effective_permissions(Role.USER, None) == frozenset()


async def _team(client: Person, name: str) -> str:
    response = await client.post("/api/teams", json={"name": name})
    assert response.status_code == 201, response.text
    created: str = response.json()["id"]
    return created


class TestActiveTeam:
    async def test_header_selects_among_memberships(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        mine, foreign = await _team(bob, "Bob's"), (await admin.me())["team_id"]
        assert (await bob.get("/api/recordings", headers={"X-Team-Id": mine})).status_code == 200
        for path in ("/api/recordings", "/api/auth/me", "/api/info"):
            response = await bob.get(path, headers={"X-Team-Id": foreign})
            assert (response.status_code, response.json()["code"]) == (404, "team_not_found")
        assert (await bob.get("/api/recordings", headers={"X-Team-Id": "nonsense"})).status_code == 404

    async def test_installation_admin_reads_only_as_member(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        team = await _team(bob, "Bob's")
        assert (await admin.get("/api/recordings", headers={"X-Team-Id": team})).status_code == 404

    async def test_choice_is_kept_in_the_session(self, admin: Person, visitor: MakePerson) -> None:
        first = (await admin.me())["team_id"]
        second = await _team(admin, "Second")
        browser = visitor()
        await browser.browse_in("ada")
        assert (await browser.me())["team_id"] == first
        chosen = await browser.post("/api/auth/team", json={"team_id": second})
        assert chosen.status_code == 200, chosen.text
        assert (await browser.me())["team_id"] == second
        assert (await browser.get("/api/info")).json()["user"]["owner"] == second
        created = await browser.post("/api/projects", json={"name": "In the second team"})
        refreshed = await browser.post("/api/auth/refresh")
        assert refreshed.status_code == 200
        assert (await browser.me())["team_id"] == second
        listed = await browser.get("/api/projects", headers={"X-Team-Id": first})
        assert created.json()["id"] not in listed.text
        foreign = await browser.post("/api/auth/team", json={"team_id": "nonsense"})
        assert foreign.status_code == 404

    async def test_teams_do_not_see_each_other(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        await _team(bob, "Bob's")
        project = (await admin.post("/api/projects", json={"name": "Ada's"})).json()["id"]
        assert (await bob.get(f"/api/projects/{project}")).status_code == 404
        assert (await bob.get("/api/projects")).json()["total"] == 0
        assert (await admin.get("/api/projects")).json()["total"] == 1


class TestWithoutTeam:
    async def test_no_content(self, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        me = await bob.me()
        assert (me["team_id"], me["permissions"]) == (None, [])
        for path in ("/api/recordings", "/api/projects", "/api/search/global?q=x", "/api/stats", "/api/events"):
            assert (await bob.get(path)).status_code == 403, path
        assert (await bob.post("/api/projects", json={"name": "x"})).status_code == 403
        assert (await bob.get("/api/info")).status_code == 200


class TestSessions:
    async def test_list_and_end_ones_own(self, admin: Person, visitor: MakePerson, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        phone = visitor("192.0.2.9")
        phone.headers["User-Agent"] = "Phone"
        await phone.sign_in("bob")
        listed = (await bob.get("/api/auth/sessions")).json()
        assert listed["total"] == 2
        theirs = next(item for item in listed["items"] if not item["is_current"])
        assert (theirs["address"], theirs["user_agent"]) == ("192.0.2.9", "Phone")
        assert (await admin.delete(f"/api/auth/sessions/{theirs['id']}")).status_code == 404
        assert (await bob.delete(f"/api/auth/sessions/{theirs['id']}")).status_code == 200
        assert (await bob.delete(f"/api/auth/sessions/{theirs['id']}")).status_code == 404
        assert (await phone.get("/api/auth/me")).status_code == 401
        assert (await bob.get("/api/auth/sessions")).json()["total"] == 1

    async def test_administrators_end_anyones(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        listed = (await admin.get(f"/api/users/{bob.id}/sessions")).json()
        assert listed["total"] == 1
        assert (await bob.get(f"/api/users/{admin.id}/sessions")).status_code == 403
        one = listed["items"][0]["id"]
        assert (await admin.delete(f"/api/users/{bob.id}/sessions/{one}")).status_code == 200
        assert (await bob.get("/api/auth/me")).status_code == 401

    async def test_end_all_others(self, admin: Person, visitor: MakePerson) -> None:
        other = visitor()
        await other.browse_in("ada")
        assert (await admin.delete("/api/auth/sessions")).status_code == 200
        assert (await other.get("/api/auth/me", headers=SAME_ORIGIN)).status_code == 401
        assert (await admin.get("/api/auth/me")).status_code == 200

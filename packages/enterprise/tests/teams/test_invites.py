"""Invitations: for new people and known ones, once, for a while, and never for the wrong one."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update
from support_enterprise import PASSWORD, Person, ask_for_account
from support_teams import Crew, MakeUser, ok, refused
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.teams.models import Invite
from verbatim_enterprise.users.models import User

NEW = {"username": "grace", "password": PASSWORD}


async def _invite(crew: Crew, who: str = "owner", **body: Any) -> dict[str, Any]:
    return ok(await crew[who].post(f"{crew.url}/invites", json=body), 201)


async def _states(crew: Crew) -> list[str]:
    return [item["state"] for item in ok(await crew["owner"].get(f"{crew.url}/invites"))["items"]]


class TestSomebodyNew:
    async def test_a_mailed_invitation(self, loner: Crew, client: Person) -> None:
        made = await _invite(loner, email="Grace@example.org", role="viewer")
        url = f"/api/invites/{made['token']}"
        seen = ok(await client.get(url))
        assert (seen["team_name"], seen["role"], seen["needs"]) == ("Radio", "viewer", "account")
        assert (seen["email"], seen["invited_by"]) == ("Grace@example.org", "ada")
        accepted = ok(await client.post(f"{url}/accept", json={**NEW, "email": "other@example.org"}))
        assert (accepted["new_account"], accepted["role"]) == (True, "viewer")
        await client.sign_in("grace")
        assert (await client.me())["email"] == "Grace@example.org"
        assert [(t["name"], t["role"]) for t in ok(await client.get("/api/teams"))["items"]] == [("Radio", "viewer")]
        assert await _states(loner) == ["accepted"]
        for response in (await client.get(url), await client.post(f"{url}/accept", json={"use_current_account": True})):
            refused(response, 410, "invite_used")

    async def test_a_link(self, loner: Crew, client: Person) -> None:
        url = f"/api/invites/{(await _invite(loner))['token']}"
        refused(await client.post(f"{url}/accept", json={}), 422, "account_data_missing")
        refused(await client.post(f"{url}/accept", json=NEW), 422, "account_data_missing")
        taken = {**NEW, "email": "ADA@example.org"}
        refused(await client.post(f"{url}/accept", json=taken), 409, "email_taken")
        taken = {**NEW, "username": "Ada", "email": "grace@example.org"}
        refused(await client.post(f"{url}/accept", json=taken), 409, "username_taken")
        weak = {**NEW, "email": "grace@example.org", "password": "password"}
        refused(await client.post(f"{url}/accept", json=weak), 422, "password_too_common")
        assert await _states(loner) == ["pending"]
        ok(await client.post(f"{url}/accept", json={**NEW, "email": "grace@example.org"}))

    async def test_it_replaces_a_registration_that_waits(self, loner: Crew, client: Person) -> None:
        attacker = {"email": "grace@example.org", "password": "my own pass phrase"}
        waiting = await ask_for_account(client, loner["root"], "mallory", **attacker)
        url = f"/api/invites/{(await _invite(loner, email='grace@example.org'))['token']}"
        assert ok(await client.get(url))["needs"] == "account"
        ok(await client.post(f"{url}/accept", json=NEW))
        assert (await client.login("mallory", "my own pass phrase")).status_code == 401
        assert (await client.login("grace@example.org", "my own pass phrase")).status_code == 401
        assert (await client.login("grace@example.org")).status_code == 200
        refused(await loner["root"].get(f"/api/users/{waiting['id']}"), 404, "user_not_found")

    @pytest.mark.parametrize("environment", [{"VERBATIM_INVITE_NEW_ACCOUNTS": "false"}])
    async def test_a_setting_forbids_new_accounts(self, loner: Crew, client: Person) -> None:
        url = f"/api/invites/{(await _invite(loner))['token']}"
        body = {**NEW, "email": "grace@example.org"}
        refused(await client.post(f"{url}/accept", json=body), 403, "no_new_accounts")


class TestSomebodyKnown:
    async def test_they_have_to_sign_in(self, loner: Crew, client: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        url = f"/api/invites/{(await _invite(loner, email='BOB@example.org'))['token']}"
        assert ok(await client.get(url))["needs"] == "sign_in"
        refused(await client.post(f"{url}/accept", json=NEW), 401, "sign_in_first")
        assert ok(await bob.get(url))["needs"] == "accept"
        accepted = ok(await bob.post(f"{url}/accept", json={}))
        assert (accepted["user_id"], accepted["new_account"]) == (bob.id, False)

    async def test_as_another_one_only_on_purpose(self, loner: Crew, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        url = f"/api/invites/{(await _invite(loner, email='grace@example.org', bound=False))['token']}"
        refused(await bob.post(f"{url}/accept", json={}), 409, "other_account")
        ok(await bob.post(f"{url}/accept", json={"use_current_account": True}))

    @pytest.mark.parametrize("role", ["viewer", "member", "admin", "owner"])
    async def test_never_with_one_that_is_bound(
        self, loner: Crew, make_user: MakeUser, client: Person, role: str
    ) -> None:
        bob, grace = await make_user("bob"), await make_user("grace")
        made = await _invite(loner, email="GRACE@example.org", role=role)
        assert made["bound"] is True
        url = f"/api/invites/{made['token']}"
        for body in ({}, {"use_current_account": True}):
            refused(await bob.post(f"{url}/accept", json=body), 409, "other_account")
        assert await _states(loner) == ["pending"]
        assert ok(await grace.post(f"{url}/accept", json={}))["role"] == role

    @pytest.mark.parametrize(
        ("typed", "invited"),
        [
            ("info@xn--bcher-kva.example", "info@bücher.example"),
            ("info@bücher.example", "INFO@xn--bcher-kva.example"),
            ("info@bu\u0308cher.example", "info@BÜCHER.example"),
            ("用户@例え。example", "用户@例え.example"),
        ],
    )
    async def test_addresses_in_two_spellings_are_one(
        self, loner: Crew, client: Person, typed: str, invited: str
    ) -> None:
        body = {"username": "grace", "email": typed, "password": PASSWORD}
        made = ok(await loner["root"].post("/api/users", json=body), 201)
        url = f"/api/invites/{(await _invite(loner, email=invited, role='viewer'))['token']}"
        assert ok(await client.get(url))["needs"] == "sign_in"
        await client.sign_in(invited)
        assert ok(await client.post(f"{url}/accept", json={}))["new_account"] is False
        assert [
            one["id"] for one in ok(await loner["root"].get("/api/users", params={"search": invited}))["items"]
        ] == [made["id"]]

    async def test_an_address_that_nobody_vouches_for(self, loner: Crew, make_user: MakeUser, app: FastAPI) -> None:
        """As with an account from a provider that says nothing of addresses, or from an open link."""
        grace = await make_user("grace")
        async with system_transaction(app.state.database) as session:
            await session.execute(update(User).where(User.id == grace.id).values(email_proved=False))
        url = f"/api/invites/{(await _invite(loner, email='grace@example.org'))['token']}"
        for body in ({}, {"use_current_account": True}):
            refused(await grace.post(f"{url}/accept", json=body), 403, "address_not_proved")
        ok(await loner["root"].patch(f"/api/users/{grace.id}", json={"email": "grace@example.org"}))
        ok(await grace.post(f"{url}/accept", json={}))

    async def test_an_open_link_makes_an_address_that_proves_nothing(
        self, loner: Crew, client: Person, app: FastAPI
    ) -> None:
        open_one = await _invite(loner, email="somebody@example.org", bound=False)
        body = {**NEW, "email": "ceo@example.org"}
        ok(await client.post(f"/api/invites/{open_one['token']}/accept", json=body))
        async with system_transaction(app.state.database) as session:
            assert await session.scalar(select(User.email_proved).where(User.email == "ceo@example.org")) is False

    async def test_bound_to_nothing(self, loner: Crew) -> None:
        response = await loner["owner"].post(f"{loner.url}/invites", json={"bound": True})
        assert response.status_code == 422

    @pytest.mark.parametrize("environment", [{"VERBATIM_REGISTRATION": "closed"}])
    async def test_open_links_make_no_account_where_registration_is_closed(
        self, loner: Crew, client: Person, make_user: MakeUser
    ) -> None:
        body = {**NEW, "email": "ceo@example.org"}
        invitations: list[dict[str, Any]] = [{}, {"email": "ceo@example.org", "bound": False}]
        for invited in invitations:
            url = f"/api/invites/{(await _invite(loner, **invited))['token']}"
            assert ok(await client.get(url))["needs"] == "sign_in"
            refused(await client.post(f"{url}/accept", json=body), 403, "no_new_accounts")
        bob = await make_user("bob")
        ok(await bob.post(f"{url}/accept", json={"use_current_account": True}))
        bound = f"/api/invites/{(await _invite(loner, email='grace@example.org'))['token']}"
        ok(await client.post(f"{bound}/accept", json=NEW))

    async def test_a_member_uses_none_up(self, loner: Crew) -> None:
        url = f"/api/invites/{(await _invite(loner))['token']}"
        refused(await loner["owner"].post(f"{url}/accept", json={}), 409, "already_member")
        assert await _states(loner) == ["pending"]

    async def test_a_deactivated_account(self, loner: Crew, client: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        ok(await loner["root"].patch(f"/api/users/{bob.id}", json={"is_active": False}))
        url = f"/api/invites/{(await _invite(loner, email='bob@example.org'))['token']}"
        refused(await client.post(f"{url}/accept", json=NEW), 403, "account_deactivated")


class TestTerm:
    async def test_expired(self, loner: Crew, app: FastAPI, client: Person) -> None:
        made = await _invite(loner, email="grace@example.org", expires_in_days=1)
        async with system_transaction(app.state.database) as session:
            await session.execute(update(Invite).values(expires_at=utcnow() - timedelta(seconds=1)))
        url = f"/api/invites/{made['token']}"
        refused(await client.get(url), 410, "invite_expired")
        refused(await client.post(f"{url}/accept", json=NEW), 410, "invite_expired")
        assert await _states(loner) == ["expired"]
        renewed = ok(await loner["owner"].post(f"{loner.url}/invites/{made['id']}/resend"))
        assert renewed["token"] != made["token"]
        refused(await client.get(url), 404, "invite_not_found")
        ok(await client.post(f"/api/invites/{renewed['token']}/accept", json=NEW))
        refused(await loner["owner"].post(f"{loner.url}/invites/{made['id']}/resend"), 410, "invite_used")

    async def test_revoked(self, loner: Crew, client: Person) -> None:
        made = await _invite(loner)
        for _ in range(2):
            ok(await loner["owner"].delete(f"{loner.url}/invites/{made['id']}"))
        refused(await client.get(f"/api/invites/{made['token']}"), 410, "invite_revoked")
        refused(await loner["owner"].post(f"{loner.url}/invites/{made['id']}/resend"), 410, "invite_revoked")
        listed = ok(await loner["owner"].get(f"{loner.url}/invites", params={"state": "revoked"}))
        assert listed["total"] == 1
        assert ok(await loner["owner"].get(f"{loner.url}/invites", params={"state": "pending"}))["total"] == 0

    async def test_nobody_is_invited_twice(self, loner: Crew) -> None:
        made = await _invite(loner, email="grace@example.org")
        again = await loner["owner"].post(f"{loner.url}/invites", json={"email": "GRACE@example.org"})
        assert refused(again, 409, "already_invited")["invite_id"] == made["id"]
        again = await loner["owner"].post(f"{loner.url}/invites", json={"email": "ada@example.org"})
        refused(again, 409, "already_member")

    async def test_an_invitation_ends_with_its_maker(self, crew: Crew, client: Person) -> None:
        way_back = f"/api/invites/{(await _invite(crew, 'chief', role='admin'))['token']}"
        ok(await crew["owner"].delete(f"{crew.url}/members/{crew['chief'].id}"))
        refused(await crew["chief"].post(f"{way_back}/accept", json={}), 410, "invite_revoked")
        ok(await crew["owner"].post(f"{crew.url}/members", json={"user_id": crew["chief"].id, "role": "admin"}), 201)
        made = await _invite(crew, "chief")
        ok(await crew["owner"].patch(f"{crew.url}/members/{crew['chief'].id}", json={"role": "member"}))
        refused(await client.get(f"/api/invites/{made['token']}"), 410, "invite_revoked")
        made = await _invite(crew, "owner")
        ok(await crew["root"].patch(f"/api/users/{crew['owner'].id}", json={"is_active": False}))
        refused(await client.get(f"/api/invites/{made['token']}"), 410, "invite_revoked")


class TestSecrecy:
    async def test_the_token_is_nowhere(self, loner: Crew, app: FastAPI) -> None:
        token = (await _invite(loner, email="grace@example.org"))["token"]
        assert token.startswith("vin_")
        assert token not in (await loner["owner"].get(f"{loner.url}/invites")).text
        async with system_transaction(app.state.database, read_only=True) as session:
            row = (await session.scalars(select(Invite))).one()
            assert all(token not in str(value) for value in vars(row).values())

    async def test_nonsense(self, client: Person) -> None:
        for token in ("x", "vin_", "vin_" + "A" * 43, "%00", "'--"):
            refused(await client.get(f"/api/invites/{token}"), 404, "invite_not_found")
        assert (await client.get(f"/api/invites/{'x' * 200}")).status_code == 422


async def test_fifty_new_people_want_one_invitation(loner: Crew, visitor: Any) -> None:
    url = f"/api/invites/{(await _invite(loner))['token']}/accept"
    client = visitor()
    bodies = [
        {"username": f"grace{number}", "email": f"grace{number}@example.org", "password": PASSWORD}
        for number in range(50)
    ]
    responses = await asyncio.gather(*(client.post(url, json=body) for body in bodies))
    statuses = [response.status_code for response in responses]
    assert statuses.count(200) == 1, statuses
    assert set(statuses) <= {200, 410, 503}, statuses  # 503: the passwords' queue was full
    assert ok(await loner["owner"].get(loner.url))["member_count"] == 2
    assert ok(await loner["root"].get("/api/users", params={"search": "grace"}))["total"] == 1


async def test_one_person_accepts_fifty_times(loner: Crew, make_user: MakeUser) -> None:
    bob = await make_user("bob")
    url = f"/api/invites/{(await _invite(loner))['token']}/accept"
    responses = await asyncio.gather(*(bob.post(url, json={}) for _ in range(50)))
    statuses = [response.status_code for response in responses]
    assert (statuses.count(200), statuses.count(410)) == (1, 49), statuses
    assert ok(await loner["owner"].get(loner.url))["member_count"] == 2


async def test_accepting_against_revoking_and_deleting(loner: Crew, make_user: MakeUser) -> None:
    people = [await make_user(f"guest{number}") for number in range(4)]
    for person in people[:3]:
        made = await _invite(loner)
        accepted, revoked = await asyncio.gather(
            person.post(f"/api/invites/{made['token']}/accept", json={}),
            loner["owner"].delete(f"{loner.url}/invites/{made['id']}"),
        )
        assert (accepted.status_code, revoked.status_code) in {(200, 410), (410, 200)}
    made = await _invite(loner)
    accepted, deleted = await asyncio.gather(
        people[3].post(f"/api/invites/{made['token']}/accept", json={}),
        loner["owner"].delete(loner.url, params={"confirm": "Radio"}),
    )
    assert deleted.status_code == 200
    assert accepted.status_code in {200, 404}
    assert ok(await people[3].get("/api/teams"))["total"] == 0

"""`/api/users`, as administrators and others see it."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from fastapi import FastAPI
from support_enterprise import PASSWORD, Person, ask_for_account
from support_teams import MakeUser, ok, refused
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.export import ROWS_AT_ONCE
from verbatim_enterprise.users.models import User


async def _create(admin: Person, name: str, **fields: Any) -> dict[str, Any]:
    return ok(await admin.post("/api/users", json={"username": name, "email": f"{name}@example.org", **fields}), 201)


async def _names(admin: Person, **params: Any) -> list[str]:
    return [item["username"] for item in ok(await admin.get("/api/users", params=params))["items"]]


class TestCreate:
    async def test_it_is_active_and_can_sign_in(self, admin: Person, visitor: Any) -> None:
        made = await _create(admin, "Grace", password=PASSWORD, display_name="  Grace\n Hopper ")
        assert (made["status"], made["role"], made["display_name"]) == ("active", "user", "Grace Hopper")
        assert made["teams"] == []
        assert (await visitor().login("grace")).status_code == 200
        assert "password" not in str(made)

    async def test_names_are_unique_however_they_are_written(self, admin: Person) -> None:
        await _create(admin, "grace")
        other = {"username": "GRACE", "email": "other@example.org"}
        refused(await admin.post("/api/users", json=other), 409, "username_taken")
        other = {"username": "other", "email": "Grace@Example.ORG"}
        refused(await admin.post("/api/users", json=other), 409, "email_taken")

    @pytest.mark.parametrize(
        "body",
        [
            {"username": "a@b.c", "email": "a@example.org"},
            {"username": "ädä", "email": "a@example.org"},
            {"username": "ada ", "email": "not an address"},
            {"username": "ada2", "email": "a@example.org\r\nBcc: b@example.org"},
            {"username": "", "email": "a@example.org"},
            {"username": "ada2", "email": "a@example.org", "role": "owner"},
        ],
    )
    async def test_nonsense_is_refused(self, admin: Person, body: dict[str, str]) -> None:
        response = await admin.post("/api/users", json=body)
        refused_body = response.json()
        assert (response.status_code, refused_body["code"]) == (422, "validation_error")

    async def test_a_weak_password_is_refused(self, admin: Person) -> None:
        body = {"username": "grace", "email": "grace@example.org", "password": "password"}
        refused(await admin.post("/api/users", json=body), 422, "password_too_common")
        body["password"] = "grace@example.org"
        refused(await admin.post("/api/users", json=body), 422, "password_too_common")
        assert await _names(admin) == ["ada"]


class TestList:
    async def test_search_filter_sort_and_paging(self, admin: Person) -> None:
        for name, role in (("bob", "user"), ("carol", "viewer"), ("dave", "user")):
            await _create(admin, name, role=role, display_name=f"{name.title()} 100%")
        assert await _names(admin) == ["ada", "bob", "carol", "dave"]
        assert await _names(admin, search="CAR") == ["carol"]
        assert await _names(admin, search="dave@EXAMPLE") == ["dave"]
        assert await _names(admin, search="100%") == ["bob", "carol", "dave"]
        assert await _names(admin, search="_") == []
        assert await _names(admin, role="user") == ["bob", "dave"]
        assert await _names(admin, sort_order="desc", page_size=2, page=2) == ["bob", "ada"]
        assert await _names(admin, sort_by="last_sign_in_at", sort_order="desc") == ["ada", "dave", "carol", "bob"]
        page = ok(await admin.get("/api/users", params={"page_size": 3}))
        assert (page["total"], page["total_pages"], len(page["items"])) == (4, 2, 3)

    async def test_filter_by_team(self, admin: Person) -> None:
        bob = await _create(admin, "bob")
        team = ok(await admin.get("/api/teams"))["items"][0]
        assert await _names(admin, team_id=team["id"]) == ["ada"]
        ok(await admin.post(f"/api/teams/{team['id']}/members", json={"user_id": bob["id"], "role": "viewer"}), 201)
        assert await _names(admin, team_id=team["id"]) == ["ada", "bob"]
        found = ok(await admin.get(f"/api/users/{bob['id']}"))
        assert found["teams"] == [{"id": team["id"], "name": team["name"], "role": "viewer"}]

    async def test_status(self, admin: Person, client: Person) -> None:
        await ask_for_account(client, admin, "waiting")
        bob = await _create(admin, "bob")
        ok(await admin.patch(f"/api/users/{bob['id']}", json={"is_active": False}))
        assert await _names(admin, status="pending") == ["waiting"]
        assert await _names(admin, status="deactivated") == ["bob"]
        assert await _names(admin, status="active") == ["ada"]

    @pytest.mark.parametrize(
        ("method", "path"), [("GET", ""), ("POST", ""), ("GET", "/export"), ("PATCH", "/x"), ("DELETE", "/x")]
    )
    async def test_only_administrators(self, make_user: MakeUser, client: Person, method: str, path: str) -> None:
        refused(await client.request(method, f"/api/users{path}", json={}), 401, "not_signed_in")
        bob = await make_user("bob")
        refused(await bob.request(method, f"/api/users{path}", json={}), 403, "forbidden")


class TestUpdate:
    async def test_approve(self, admin: Person, client: Person) -> None:
        waiting = await ask_for_account(client, admin, "waiting")
        assert (await client.login("waiting")).status_code == 403
        assert ok(await admin.patch(f"/api/users/{waiting['id']}", json={"is_active": True}))["status"] == "active"
        assert (await client.login("waiting")).status_code == 200

    async def test_deactivating_ends_access_at_once(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        ok(await admin.patch(f"/api/users/{bob.id}", json={"is_active": False}))
        assert (await bob.get("/api/teams")).status_code == 401
        refused(await bob.login("bob"), 403, "account_deactivated")
        ok(await admin.patch(f"/api/users/{bob.id}", json={"is_active": True}))
        assert (await bob.login("bob")).status_code == 200

    async def test_role_takes_effect_at_once(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        ok(await admin.patch(f"/api/users/{bob.id}", json={"role": "admin"}))
        assert ok(await bob.get("/api/users"))["total"] == 2
        ok(await admin.patch(f"/api/users/{bob.id}", json={"role": "viewer"}))
        assert (await bob.get("/api/users")).status_code == 403

    async def test_address_and_name(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        changed = ok(await admin.patch(f"/api/users/{bob.id}", json={"email": "b@example.org", "display_name": "B"}))
        assert (changed["email"], changed["display_name"]) == ("b@example.org", "B")
        assert ok(await admin.patch(f"/api/users/{bob.id}", json={"display_name": None}))["display_name"] is None
        refused(await admin.patch(f"/api/users/{bob.id}", json={"email": "ADA@example.org"}), 409, "email_taken")
        assert ok(await admin.get(f"/api/users/{bob.id}"))["email"] == "b@example.org"

    async def test_the_last_administrator_stays(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob", role="admin")
        ok(await admin.patch(f"/api/users/{bob.id}", json={"is_active": False}))
        me = f"/api/users/{admin.id}"
        refused(await admin.patch(me, json={"role": "user"}), 409, "last_admin")
        refused(await admin.patch(me, json={"is_active": False}), 409, "last_admin")
        refused(await admin.delete(me, params={"transfer_to": bob.id}), 409, "last_admin")
        ok(await admin.patch(me, json={"display_name": "Ada"}))

    async def test_nobody(self, admin: Person) -> None:
        refused(await admin.patch("/api/users/nobody", json={"role": "user"}), 404, "user_not_found")
        refused(await admin.get("/api/users/nobody"), 404, "user_not_found")
        refused(await admin.delete("/api/users/nobody"), 404, "user_not_found")


class TestDelete:
    async def test_it_is_gone(self, admin: Person, make_user: MakeUser) -> None:
        bob = await make_user("bob")
        ok(await admin.delete(f"/api/users/{bob.id}"))
        assert await _names(admin) == ["ada"]
        assert (await bob.get("/api/teams")).status_code == 401
        assert (await bob.login("bob")).status_code == 401

    async def test_teams_need_an_heir(self, admin: Person, make_user: MakeUser) -> None:
        bob, carol = await make_user("bob"), await make_user("carol")
        team = ok(await bob.post("/api/teams", json={"name": "Radio"}), 201)
        body = refused(await admin.delete(f"/api/users/{bob.id}"), 409, "owns_teams")
        assert body["teams"] == [{"id": team["id"], "name": "Radio"}]
        refused(await admin.delete(f"/api/users/{bob.id}", params={"transfer_to": "nobody"}), 404, "user_not_found")
        refused(await admin.delete(f"/api/users/{bob.id}", params={"transfer_to": bob.id}), 404, "user_not_found")
        assert (await bob.get("/api/teams")).status_code == 200
        ok(await admin.delete(f"/api/users/{bob.id}", params={"transfer_to": carol.id}))
        mine = ok(await carol.get("/api/teams"))["items"]
        assert [(item["name"], item["role"]) for item in mine] == [("Radio", "owner")]
        assert mine[0]["is_default"]


async def test_the_csv_file_runs_nothing(admin: Person) -> None:
    for number, text in enumerate(('=cmd|"/C calc"!A0', "+1", "-1", "@SUM(A1)", "  =1+1", "\uff1d1", 'quo"te, comma')):
        await _create(admin, f"user{number}", display_name=text)
    await _create(admin, "odd", display_name="-")
    response = await admin.get("/api/users/export", params={"role": "user"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert response.headers["content-disposition"].startswith('attachment; filename="verbatim-users-')
    assert response.content.startswith(b"\xef\xbb\xbf")  # or Excel shows other letters
    rows = list(csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff"), newline="")))
    assert [row["username"] for row in rows] == ["odd", *(f"user{number}" for number in range(7))]
    for row in rows:
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\uff1d")), cell
    assert rows[1]["display_name"] == '\'=cmd|"/C calc"!A0'
    assert rows[7]["display_name"] == 'quo"te, comma'
    assert set(rows[0]) >= {"id", "username", "email", "display_name", "role", "status", "created_at"}


async def test_the_csv_file_has_everybody_however_many_there_are(app: FastAPI, admin: Person) -> None:
    """A file is read in pieces; once, nothing came after the first."""
    names = [f"person{number}" for number in range(2 * ROWS_AT_ONCE + 1)]
    async with system_transaction(app.state.database) as session:
        for name in names:
            address = f"{name}@example.org"
            session.add(
                User(username=name, username_key=name, email=address, email_key=address, password_hash="", role="user")
            )
    response = await admin.get("/api/users/export")
    rows = csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff"), newline=""))
    assert sorted(row["username"] for row in rows) == sorted([*names, "ada"])

"""What people are told about themselves, and what they change."""

from __future__ import annotations

from conftest_types import MakeUser
from support_enterprise import Person


async def test_changes_ones_display_name(make_user: MakeUser) -> None:
    user = await make_user("grace")
    response = await user.patch("/api/auth/me", json={"display_name": "  Grace Hopper "})
    assert response.status_code == 200, response.text
    assert response.json()["display_name"] == "Grace Hopper"
    assert (await user.me())["display_name"] == "Grace Hopper"
    assert (await user.patch("/api/auth/me", json={"display_name": ""})).json()["display_name"] is None


async def test_neither_the_address_nor_the_role_can_be_changed_so(make_user: MakeUser) -> None:
    user = await make_user("grace")
    wanted = {"display_name": "Grace", "email": "root@example.org", "role": "admin", "is_active": False}
    refusal = await user.patch("/api/auth/me", json=wanted)
    assert refusal.status_code == 422, refusal.text
    assert {error["loc"][-1] for error in refusal.json()["detail"]} == {"email", "role", "is_active"}
    body = await user.me()
    assert body["display_name"] != "Grace", "what is refused is refused whole"
    assert (body["email"], body["role"], body["is_active"]) == ("grace@example.org", "user", True)


async def test_two_lines_become_one(make_user: MakeUser) -> None:
    user = await make_user("grace")
    response = await user.patch("/api/auth/me", json={"display_name": "Grace\nHopper"})
    assert response.json()["display_name"] == "Grace Hopper"


async def test_anonymous(client: Person) -> None:
    assert (await client.patch("/api/auth/me", json={"display_name": "Nobody"})).status_code == 401

from __future__ import annotations

from support_enterprise import Person
from support_setup import app_of, first_account


async def test_first_registration_is_admin(client: Person) -> None:
    response = await client.post("/api/auth/register", json=first_account(app_of(client)))
    assert response.status_code == 201, response.text
    assert response.json()["role"] == "admin"
    assert (await client.get("/api/auth/me")).status_code == 401
    await client.sign_in("ADA@example.org")
    me = await client.me()
    assert me["teams"][0]["role"] == "owner"
    assert "recording:read" in me["permissions"]
    listed = await client.get("/api/recordings")
    assert listed.status_code == 200, listed.text

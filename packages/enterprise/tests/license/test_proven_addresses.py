"""Registration by domain and the licence: whoever proves an address gets an account only while there is a seat."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import httpx
import pytest
from conftest_types import MakePerson, MakeUser
from support_enterprise import PASSWORD, Person
from support_license import make_license
from support_mail import PostOffice, mailed_token
from support_teams import Json, ok, refused

FAR = "203.0.113.7"
NEW = "another sturdy pass phrase"


@pytest.fixture
def environment(mailing: dict[str, str]) -> Mapping[str, str]:
    return {**mailing, "VERBATIM_REGISTRATION": "domains", "VERBATIM_REGISTRATION_DOMAINS": "example.org"}


async def register(client: Person, name: str) -> None:
    body = {"username": name, "email": f"{name}@example.org", "password": PASSWORD}
    ok(await client.post("/api/auth/register", json=body), 202)


async def use(client: Person, token: str) -> httpx.Response:
    return await client.post("/api/auth/reset/confirm", json={"token": token, "new_password": NEW})


async def upload(admin: Person, **wanted: int) -> Json:
    return ok(await admin.post("/api/license", json={"license_key": make_license(**wanted)}))


async def seats(admin: Person) -> tuple[int, bool]:
    found = ok(await admin.get("/api/license/status"))
    return found["seats_used"], found["seats_exceeded"]


@pytest.mark.parametrize(
    ("wanted", "code"),
    [({"seats": 1}, "seats_exceeded"), ({"days": -30}, "license_read_only")],
    ids=["no seat", "read-only"],
)
async def test_a_proven_address_wakes_nobody_beyond_the_licence_and_the_link_keeps_working(
    admin: Person, visitor: MakePerson, office: PostOffice, wanted: dict[str, int], code: str
) -> None:
    client = visitor(FAR)
    await register(client, "bob")
    token = await mailed_token(office)
    await upload(admin, **wanted)

    answer = refused(await use(client, token), 402, code)

    assert "seats_used" not in answer  # that is for those who are signed in
    assert "administrator" in answer["detail"]
    assert (await client.login("bob")).json()["code"] == "account_pending"  # with the password as it was
    assert await seats(admin) == (1, False)
    await upload(admin, seats=2)
    ok(await use(client, token))
    await client.sign_in("bob", NEW)
    assert await seats(admin) == (2, False)


async def test_two_at_once_prove_their_addresses_for_the_last_seat(
    admin: Person, visitor: MakePerson, office: PostOffice
) -> None:
    tokens = []
    for number, name in enumerate(("bob", "eve"), 1):
        await register(visitor(FAR), name)
        tokens.append(await mailed_token(office, number))
    await upload(admin, seats=2)

    answers = await asyncio.gather(*(use(visitor(FAR), token) for token in tokens))

    assert sorted(answer.status_code for answer in answers) == [200, 402]
    assert await seats(admin) == (2, False)


@pytest.mark.parametrize("wanted", [{"seats": 1}, {"days": -30}], ids=["too few seats", "read-only"])
async def test_whoever_has_an_account_resets_their_password_whatever_the_licence_says(
    admin: Person, make_user: MakeUser, visitor: MakePerson, office: PostOffice, wanted: dict[str, int]
) -> None:
    bob = await make_user("bob")
    link = ok(await admin.post(f"/api/users/{bob.id}/reset-link"), 201)
    await upload(admin, **wanted)

    ok(await use(visitor(FAR), link["token"]))
    await visitor(FAR).sign_in("bob", NEW)

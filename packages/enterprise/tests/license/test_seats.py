"""A race for the last seats, through every door at once."""

from __future__ import annotations

import asyncio

import pytest
from conftest_types import MakePerson
from support_enterprise import PASSWORD, Person, ask_for_account
from support_license import make_license
from support_teams import ok, refused


def account(name: str) -> dict[str, str]:
    return {"username": name, "email": f"{name}@example.org", "password": PASSWORD}


@pytest.mark.timeout(300)
async def test_no_door_leads_past_the_last_seat(admin: Person, visitor: MakePerson) -> None:
    team = (await admin.me())["team_id"]
    asleep = [ok(await admin.post("/api/users", json=account(f"asleep{number}")), 201)["id"] for number in range(3)]
    for user_id in asleep:
        ok(await admin.patch(f"/api/users/{user_id}", json={"is_active": False}))
    waiting = [(await ask_for_account(visitor(), admin, f"waits{number}"))["id"] for number in range(3)]
    invites = [
        ok(await admin.post(f"/api/teams/{team}/invites", json={"role": "member", "send": False}), 201)["token"]
        for _ in range(3)
    ]
    ok(await admin.post("/api/license", json={"license_key": make_license(seats=4)}))  # three are left

    async def wake(user_id: str) -> int:
        return (await admin.patch(f"/api/users/{user_id}", json={"is_active": True})).status_code

    async def make(number: int) -> int:
        return (await admin.post("/api/users", json=account(f"made{number}"))).status_code

    async def accept(number: int, token: str) -> int:
        return (await visitor().post(f"/api/invites/{token}/accept", json=account(f"guest{number}"))).status_code

    doors = [
        *(wake(user_id) for user_id in (*asleep, *waiting)),
        *(make(number) for number in range(3)),
        *(accept(number, token) for number, token in enumerate(invites)),
    ]
    answers = await asyncio.gather(*doors)

    assert len(answers) == 12
    assert set(answers) <= {200, 201, 402}
    assert sum(answer != 402 for answer in answers) == 3
    found = ok(await admin.get("/api/license/status"))
    assert (found["seats_used"], found["seats_exceeded"]) == (4, False)


async def test_whoever_was_invited_to_a_full_server_is_told_to_ask(admin: Person, visitor: MakePerson) -> None:
    team = (await admin.me())["team_id"]
    invite = ok(await admin.post(f"/api/teams/{team}/invites", json={"role": "member", "send": False}), 201)
    ok(await admin.post("/api/license", json={"license_key": make_license(seats=1)}))

    answer = await visitor().post(f"/api/invites/{invite['token']}/accept", json=account("guest"))

    body = refused(answer, 402, "seats_exceeded")
    assert body["detail"] == "This server has no seat left; ask its administrator."
    assert not {"seats_used", "seat_count"} & set(body)
    told = refused(await admin.post("/api/users", json=account("made")), 402, "seats_exceeded")
    assert told["detail"].startswith("1 of 1 seats of the licence are taken. Deactivate somebody")

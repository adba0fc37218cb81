"""Many at once: one name has one owner, and the last administrator stays."""

from __future__ import annotations

import asyncio
from typing import Any

from support_enterprise import PASSWORD, Person
from support_teams import MakeUser, ok


async def test_one_name_has_one_owner(admin: Person) -> None:
    async def make(number: int) -> int:
        body = {"username": "Grace" if number % 2 else "grace", "email": f"grace{number % 3}@example.org"}
        return (await admin.post("/api/users", json=body)).status_code

    statuses = await asyncio.gather(*(make(number) for number in range(20)))
    assert sorted(set(statuses)) == [201, 409]
    assert statuses.count(201) == 1


async def test_administrators_cannot_all_go_at_once(admin: Person, make_user: MakeUser) -> None:
    others = [await make_user(f"admin{number}", role="admin") for number in range(3)]
    admins = [admin, *others]

    async def fall(number: int, who: Person, whom: Person) -> int:
        url = f"/api/users/{whom.id}"
        ways: list[Any] = [
            lambda: who.patch(url, json={"role": "user"}),
            lambda: who.patch(url, json={"is_active": False}),
            lambda: who.delete(url, params={"transfer_to": who.id}),
            lambda: who.patch(url, json={"role": "viewer"}),
        ]
        return int((await ways[number % 4]()).status_code)

    for _ in range(3):
        # Each brings down the next one, and itself: whatever the order, one must remain.
        work = [fall(n, who, admins[(n + 1) % 4]) for n, who in enumerate(admins)]
        work += [fall(n, who, who) for n, who in enumerate(admins)]
        statuses = await asyncio.gather(*work)
        assert not [status for status in statuses if status >= 500], statuses
        assert set(statuses) <= {200, 401, 403, 404, 409}
    alive = [who for who in admins if (await who.get("/api/users")).status_code == 200]
    assert len(alive) >= 1
    listed = ok(await alive[0].get("/api/users", params={"role": "admin", "status": "active"}))
    assert listed["total"] == 1
    assert (await alive[0].login(listed["items"][0]["username"], PASSWORD)).status_code == 200


async def test_two_administrators_demote_each_other(admin: Person, make_user: MakeUser) -> None:
    for number in range(5):
        other = await make_user(f"rival{number}", role="admin")
        statuses = await asyncio.gather(
            *(
                who.patch(f"/api/users/{whom.id}", json={"role": "user"})
                for who, whom in ((admin, other), (other, admin), (admin, admin), (other, other))
            )
        )
        assert max(response.status_code for response in statuses) < 500
        left = admin if (await admin.get("/api/users")).status_code == 200 else other
        assert ok(await left.get("/api/users", params={"role": "admin"}))["total"] == 1
        ok(await left.patch(f"/api/users/{admin.id}", json={"role": "admin"}))
        if left is other:
            ok(await admin.patch(f"/api/users/{other.id}", json={"role": "user"}))

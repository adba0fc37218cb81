"""One person on one page."""

from __future__ import annotations

from conftest_types import MakeUser
from support_enterprise import Person
from support_teams import Json, ok, refused

PEOPLE = "/api/admin/people"


async def ids_of(admin: Person) -> dict[str, str]:
    found: list[Json] = ok(await admin.get("/api/users"))["items"]
    return {one["username"]: one["id"] for one in found}


async def test_everything_about_one_person(admin: Person, make_user: MakeUser) -> None:
    uwe = await make_user("uwe")
    ids = await ids_of(admin)
    found = ok(await admin.get(f"{PEOPLE}/{ids['uwe']}"))
    assert (found["account"]["username"], found["account"]["role"]) == ("uwe", "user")
    assert len(found["sessions"]) >= 1
    assert (found["keys"], found["providers"], found["recovery_codes_left"]) == ([], [], 0)
    assert any("signed out everywhere" in sentence for sentence in found["deactivating"])
    assert {"session.started"} <= {one["action"] for one in found["actions"]}
    own = ok(await admin.get(f"{PEOPLE}/{ids['ada']}"))
    assert own["storage"] == [] or own["storage"][0]["recordings"] == 0
    assert any("Nobody else owns" in sentence for sentence in own["deactivating"])
    refused(await admin.get(f"{PEOPLE}/nobody"), 404, "user_not_found")

    ok(await admin.patch(f"/api/users/{ids['uwe']}", json={"is_active": False}))
    gone = ok(await admin.get(f"{PEOPLE}/{ids['uwe']}"))
    assert (gone["deactivating"], gone["sessions"]) == ([], [])
    assert (await uwe.get("/api/auth/me")).status_code == 401


async def test_a_user_manager_sees_people_and_not_the_log(admin: Person, make_user: MakeUser) -> None:
    mona = await make_user("mona", role="user_manager")
    ids = await ids_of(admin)
    assert ok(await mona.get(f"{PEOPLE}/{ids['ada']}"))["actions"] is None
    for role in ("user", "operator", "auditor"):
        refused(await (await make_user(f"one-{role}", role=role)).get(f"{PEOPLE}/{ids['mona']}"), 403, "forbidden")

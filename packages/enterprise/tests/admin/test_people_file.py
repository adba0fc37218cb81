"""People from a file: looked at before, done wholly or not at all, and never beyond what the caller may."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from conftest_types import MakeUser
from fastapi import FastAPI
from sqlalchemy import func, select
from support.waiting import until
from support_enterprise import Person
from support_license import make_license
from support_mail import PostOffice
from support_teams import Json, ok, refused
from verbatim_enterprise.people.errors import SheetUnreadableError
from verbatim_enterprise.people.sheet import MOST_PEOPLE, lines_of
from verbatim_enterprise.people.wishes import new_username, wish_of
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

FILE = "/api/admin/people/import"


async def look(person: Person, csv: str) -> Json:
    return ok(await person.post(FILE, json={"csv": csv}))


async def do(person: Person, csv: str, **more: object) -> Json:
    return ok(await person.post(FILE, json={"csv": csv, "apply": True, **more}))


async def people(admin: Person) -> dict[str, Json]:
    return {one["email"]: one for one in ok(await admin.get("/api/users?page_size=100"))["items"]}


def problems(found: Json) -> dict[int, str]:
    return {one["line"]: one["problem"] for one in found["people"] if one["problem"]}


async def test_what_was_seen_before_is_what_happens(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    await make_user("uwe")
    for name in ("Radio", "Archive"):
        ok(await admin.post("/api/teams", json={"name": name}), 201)
    csv = (
        "email,display_name,role,status,teams\r\n"
        'nina@example.org,"Nina, the editor",,,Radio: admin; Archive\r\n'
        "uwe@example.org,Uwe B.,viewer,deactivated,\r\n"
        "\r\n"
        "ada@example.org,,,,Radio: owner\r\n"
    )
    before = await people(admin)
    seen = await look(admin, csv)
    assert (seen["applied"], seen["changes"], seen["problems"]) == (False, 2, 0)
    assert await people(admin) == before
    nina, uwe, ada = seen["people"]
    assert (nina["username"], nina["line"], uwe["line"], ada["actions"]) == ("nina", 2, 3, [])
    assert nina["actions"] == [
        "Make an account with the role user",
        "Add to the team Radio as admin",
        "Add to the team Archive as member",
    ]
    assert uwe["actions"][1:] == ["Change the role from user to viewer", "Deactivate: they are signed out everywhere"]

    done = await do(admin, csv, seal=seen["seal"])
    assert (done["applied"], done["people"]) == (True, seen["people"])
    after = await people(admin)
    assert after["nina@example.org"]["display_name"] == "Nina, the editor"
    assert {one["name"]: one["role"] for one in after["nina@example.org"]["teams"]} == {
        "Radio": "admin", "Archive": "member",
    }  # fmt: skip
    assert (after["uwe@example.org"]["role"], after["uwe@example.org"]["status"]) == ("viewer", "deactivated")

    assert (await look(admin, csv))["changes"] == 0
    refused(await admin.post(FILE, json={"csv": csv, "apply": True, "seal": seen["seal"]}), 409, "people_changed")
    actions = [one["action"] for one in ok(await admin.get("/api/admin/audit?page_size=100"))["items"]]
    assert actions.count("team.member_added") >= 2
    back = await do(admin, "email;teams;active\nnina@example.org;Radio: none;no\n")
    assert back["people"][0]["actions"] == ["Deactivate: they are signed out everywhere", "Take out of the team Radio"]


async def test_a_mistake_in_one_line_keeps_all_of_it_from_being_done(admin: Person, make_user: MakeUser) -> None:
    await make_user("uwe")
    csv = (
        "email,username,role,status,teams\n"
        "nina@example.org,nina,,,\n"
        "no address,,,,\n"
        "a@example.org,,emperor,,\n"
        "b@example.org,,,sleepy,\n"
        "c@example.org,,,,Nowhere\n"
        "d@example.org,uwe,,,\n"
        "nina@example.org,,,,\n"
        "e@example.org,two words,,,\n"
        "f@example.org,,,deactivated,\n"
        "uwe@example.org,another,,,\n"
        "ada@example.org,,user,,\n"
        ",somebody,,,\n"
        "g@example.org,,,,Radio: king\n"
    )
    before = await people(admin)
    for found in (await look(admin, csv), await do(admin, csv)):
        assert (found["applied"], found["problems"]) == (False, 12)
        told = problems(found)
        assert sorted(told) == list(range(3, 15))
        assert told[3] == "“no address” is not an e-mail address."
        assert told[4].startswith("There is no role “emperor”. There are admin,")
        assert told[6] == "There is no team Nowhere."
        assert told[7] == "This user name is taken; choose another."
        assert told[8] == "This person is in line 2 already."
        assert told[11] == "This person's user name is uwe; it is chosen once."
        assert "This is you" in told[12]
        assert told[13] == "The e-mail address is missing."
        assert all(one.endswith((".", "…")) for one in told.values()), told
    assert await people(admin) == before


@pytest.mark.parametrize(
    ("csv", "says"),
    [
        ("", "nobody in this file"),
        ("email\n", "nobody in this file"),
        ("name,role\nada,user\n", "one must be email"),
        ("email,password\na@example.org,hush\n", "no column 'password'"),
        ("email,email\na@example.org,b@example.org\n", "there twice"),
        ('email,role\n"a@example.org,user\n', "quotation marks"),
        ("email\na@example.org,b\n", "more cells"),
        ("email\na@example.org\x00\n", "UTF-8"),
        ("email,role\nJ\ufffdrgen@example.org,user\n", "UTF-8"),
        ("email\n" + "".join(f"p{n}@example.org\n" for n in range(MOST_PEOPLE + 1)), f"at most {MOST_PEOPLE}"),
        ("email,role\na@example.org," + "x" * 3000, "too long"),
    ],
)
async def test_what_is_no_such_file_is_refused_in_words(admin: Person, csv: str, says: str) -> None:
    assert says in refused(await admin.post(FILE, json={"csv": csv}), 422, "people_file_unreadable")["detail"]


async def test_the_export_comes_back_as_it_is(admin: Person, make_user: MakeUser) -> None:
    await make_user("uwe")
    ids = {one["username"]: one["id"] for one in (await people(admin)).values()}
    ok(await admin.patch(f"/api/users/{ids['uwe']}", json={"display_name": "=HYPERLINK(1)"}))
    text = (await admin.get("/api/users/export")).text
    assert "'=HYPERLINK(1)" in text
    found = await look(admin, text)
    assert (found["changes"], found["problems"]) == (0, 0)
    assert (await look(admin, text.replace(",", ";").replace("\r\n", "\n")))["problems"] == 0


async def test_nobody_gets_beyond_themselves_by_a_file(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    mona = await make_user("mona", role="user_manager")
    await make_user("otto", role="operator")
    uwe = await make_user("uwe")
    ok(await uwe.post("/api/teams", json={"name": "Secret"}), 201)
    csv = (
        "email,role,status,teams\n"
        "mona@example.org,admin,,\n"
        "otto@example.org,user,,\n"
        "ada@example.org,,deactivated,\n"
        "new@example.org,operator,,\n"
        "mona@EXAMPLE.org,auditor,,\n"
        "uwe@example.org,auditor,,\n"
        "x@example.org,,,Secret: viewer\n"
    )
    found = await do(mona, csv)
    assert (found["applied"], found["changes"], sorted(problems(found))) == (False, 0, list(range(2, 9)))
    alone = await do(mona, "email,teams\nmona@example.org,Secret: owner\n")
    assert "who is in a team" in problems(alone)[2]
    done = await do(mona, "email,role,display_name\nuwe@example.org,viewer,Uwe\nnew@example.org,,\n")
    assert done["applied"]
    async with system_transaction(app.state.database, read_only=True) as session:
        roles = dict((await session.execute(select(User.username, User.role))).all())
    assert roles == {"ada": "admin", "mona": "user_manager", "otto": "operator", "uwe": "viewer", "new": "user"}
    for person in (uwe, await make_user("olga", role="operator"), await make_user("aude", role="auditor")):
        refused(await person.post(FILE, json={"csv": csv}), 403, "forbidden")


async def test_more_people_than_seats_are_not_let_in(app: FastAPI, admin: Person) -> None:
    ok(await admin.post("/api/license", json={"license_key": make_license(seats=4)}))
    seats = ok(await admin.get("/api/admin/overview"))["seats"]["licensed"]
    csv = "email\n" + "".join(f"p{number}@example.org\n" for number in range(seats + 2))
    found = await do(admin, csv)
    assert not found["applied"]
    assert 2 <= found["problems"] <= 4
    async with system_transaction(app.state.database, read_only=True) as session:
        assert await session.scalar(select(func.count(User.id))) == 1


class TestMail:
    @pytest.fixture
    def environment(self, mailing: Mapping[str, str]) -> Mapping[str, str]:
        return mailing

    async def test_new_people_get_a_link_once_it_is_done(self, admin: Person, office: PostOffice) -> None:
        csv = "email,display_name\nnina@example.org,Nina\n"
        seen = await look(admin, csv)
        assert seen["people"][0]["actions"][-1] == "Send a link to choose a password"
        assert (await do(admin, csv, seal=seen["seal"]))["applied"]

        async def came() -> bool:
            return bool(office.mails)

        await until(came)
        assert [mail["To"] for mail in office.mails] == ["nina@example.org"]
        text = str(office.mails[0].get_body(("plain",)))
        assert "Your user name is nina." in text
        assert "https://verbatim.example.org/reset#vpr_" in text
        quiet = await do(admin, "email\notto@example.org\n", invite=False)
        assert quiet["people"][0]["actions"] == ["Make an account with the role user"]


async def test_what_only_one_person_owns_goes_to_somebody_else(admin: Person, make_user: MakeUser) -> None:
    uwe, vera, mona = await make_user("uwe"), await make_user("vera"), await make_user("mona", role="user_manager")
    team = ok(await uwe.post("/api/teams", json={"name": "Garden"}), 201)["id"]
    path = f"/api/admin/people/{uwe.id}/hand-over"
    assert "Garden" in str(ok(await admin.get(f"/api/admin/people/{uwe.id}"))["deactivating"])
    refused(await admin.post(path, json={"to_user_id": uwe.id}), 422, "heir_unsuitable")
    refused(await admin.post(path, json={"to_user_id": "nobody"}), 404, "user_not_found")
    for heir in (mona, vera):  # who looks after people only could make an account, and read the team with that
        refused(await mona.post(path, json={"to_user_id": heir.id}), 403, "forbidden")
        refused(await mona.delete(f"/api/users/{uwe.id}", params={"transfer_to": heir.id}), 403, "forbidden")
    refused(await mona.post(f"/api/admin/people/{admin.id}/hand-over", json={"to_user_id": vera.id}), 403, "forbidden")
    assert ok(await admin.post(path, json={"to_user_id": vera.id})) == {"teams": ["Garden"]}
    assert ok(await admin.post(path, json={"to_user_id": vera.id})) == {"teams": []}
    members = ok(await vera.get(f"/api/teams/{team}/members"))["items"]
    assert {one["username"]: one["role"] for one in members} == {"uwe": "owner", "vera": "owner"}
    assert "Garden" not in str(ok(await admin.get(f"/api/admin/people/{uwe.id}"))["deactivating"])


def test_a_user_name_is_made_of_the_address() -> None:
    assert new_username("Nina.B+x@example.org", set()) == "Nina.B-x"
    assert new_username("nina@example.org", {"nina", "nina2"}) == "nina3"
    assert new_username("_@example.org", set()) == "user"
    assert new_username("юрий@example.org", set()) == "user"


def test_what_a_line_asks_for() -> None:
    with pytest.raises(SheetUnreadableError, match="more cells"):
        lines_of("E-Mail;Team\nnina@example.org;A: owner; B\n")
    (line,) = lines_of("E-Mail\tName\tActive\tTeam\nnina@example.org\t'=1+1\tYES\tA: owner; B ;C:none\n")
    wish = wish_of(line)
    assert (wish.display_name, wish.active) == ("=1+1", True)
    assert dict(wish.teams) == {"A": "owner", "B": "member", "C": None}

"""Uploading a licence, trying one, and what each state means for people."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from conftest_types import MakePerson, MakeUser
from fastapi import FastAPI
from sqlalchemy import select
from support_content import hold
from support_enterprise import PASSWORD, Person, ask_for_account
from support_events import Recorder, making_with
from support_keys import make_key, program
from support_license import LICENSED, UNLICENSED, licensed, make_license
from support_teams import Json, ok, refused
from support_templates import register_first
from verbatim.config import Settings
from verbatim.core.clock import new_id
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.license import outlook, verdict
from verbatim_enterprise.license.keys import bundled_test_license
from verbatim_enterprise.license.models import SEALED, StoredLicense
from verbatim_enterprise.license.settings import LicenseSettings
from verbatim_enterprise.system_session import system_transaction

without_licence = pytest.mark.parametrize("environment", [UNLICENSED], ids=["unlicensed"])
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class LicenseRecorder(Recorder):
    """Keeps every event of the licence."""

    prefixes = ("license.",)


@pytest.fixture
def recorder() -> Recorder:
    return LicenseRecorder()


@pytest.fixture
def make_app(settings: Settings, recorder: Recorder) -> Any:
    return making_with(settings, recorder)


async def upload(person: Person, text: str) -> Json:
    return ok(await person.post("/api/license", json={"license_key": text}))


async def status(person: Person) -> Json:
    return ok(await person.get("/api/license/status"))


async def notices(person: Person) -> list[str]:
    return [one["key"] for one in ok(await person.get("/api/license/notices"))["notices"]]


def new_user(name: str) -> Json:
    return {"username": name, "email": f"{name}@example.org", "password": PASSWORD}


async def test_the_licence_of_the_settings(admin: Person, make_user: MakeUser) -> None:
    found = await status(admin)
    assert (found["state"], found["source"], found["is_test"], found["seats_used"]) == ("valid", "environment", True, 1)
    assert found["org_name"] == "Verbatim test installation"
    assert {one["name"] for one in found["entitlements"] if one["granted"]} == set(found["features"])
    bob = await make_user("bob")
    refused(await bob.get("/api/license/status"), 403, "forbidden")
    refused(await bob.post("/api/license", json={"license_key": "x"}), 403, "forbidden")
    refused(await bob.post("/api/license/validate", json={"license_key": "x"}), 403, "forbidden")
    assert await notices(bob) == ["test"]


@without_licence
async def test_an_upload_counts_at_once_and_keeps_the_one_before(
    app: FastAPI, admin: Person, recorder: Recorder
) -> None:
    assert (await status(admin))["state"] == "unlicensed"
    first, second = make_license(seats=3, org="Radio Nova"), make_license(seats=9, org="Radio Nova", days=400)

    preview = ok(await admin.post("/api/license/validate", json={"license_key": first}))
    assert {"what": "Seats", "before": "1", "after": "3"} in preview["changes"]
    assert preview["state"] == "valid"
    assert (await status(admin))["state"] == "unlicensed"

    found = await upload(admin, f"  {first[:40]}\n{first[40:]}  ")
    assert (found["state"], found["seat_count"], found["source"]) == ("valid", 3, "uploaded")
    assert (await upload(admin, first))["license_id"] == found["license_id"]  # once more changes nothing
    found = await upload(admin, second)
    assert (found["seat_count"], found["previous"]["seat_count"]) == (9, 3)
    refused(await admin.post("/api/license", json={"license_key": first}), 409, "license_replaced")
    refused(await admin.post("/api/license/validate", json={"license_key": first}), 409, "license_replaced")

    async with system_transaction(app.state.database, read_only=True) as session:
        kept = await session.scalar(select(StoredLicense).where(StoredLicense.replaced_at.is_not(None)))
    assert kept is not None
    assert kept.token is None
    assert first not in (kept.sealed or "")
    assert SEALED.open(app.state.license.keys, kept.id, kept.sealed or "") == first

    await status(admin)
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    names = [name for name, _ in recorder.heard]
    assert names.count("license.installed") == 2
    assert names.count("license.state_changed") == 1
    assert {"state": "valid", "previous_state": "unlicensed"} in [told for _, told in recorder.heard]
    assert ("license.refused", {"reason": "license_replaced", "user_id": admin.id}) in recorder.heard
    assert not [told for _, told in recorder.heard if first in str(told) or second in str(told)]


@on_sqlite
async def test_a_refused_licence_changes_nothing_and_says_why(admin: Person) -> None:
    before = await status(admin)
    head, body, _ = make_license().split(".")
    forged = f"{head}.{body}.{make_license().split('.')[2]}"
    future = make_license(issued=utcnow() + timedelta(days=3))
    for text, code in (
        (forged, "license_forged"),
        (future, "license_in_future"),
        ("hello", "license_malformed"),
        (f"{head}.{body}.", "license_forged"),
    ):
        for path in ("/api/license", "/api/license/validate"):
            refused(await admin.post(path, json={"license_key": text}), 422, code)
    assert (await admin.post("/api/license", json={"license_key": "x" * 100_000})).status_code == 422
    assert {**before, "counted_from": None} == {**await status(admin), "counted_from": None}


@on_sqlite
@pytest.mark.parametrize("environment", [{**LICENSED, "VERBATIM_LICENSE_MODE": "production"}], ids=["production"])
async def test_a_test_licence_is_worth_nothing_in_production(admin: Person) -> None:
    found = await status(admin)
    assert (found["state"], found["problem"]["code"]) == ("unlicensed", "license_is_test")
    assert await notices(admin) == ["unlicensed", "problem"]
    refused(await admin.post("/api/license", json={"license_key": make_license()}), 422, "license_is_test")


@on_sqlite
async def test_of_two_licences_the_one_issued_later_counts(admin: Person) -> None:
    found = await upload(admin, make_license(org="Later"))
    assert (found["org_name"], found["source"]) == ("Later", "uploaded")


@on_sqlite
@pytest.mark.parametrize("environment", [licensed(org="Settings")], ids=["newer"])
async def test_an_upload_that_would_not_count_is_refused(admin: Person) -> None:
    older = make_license(issued=utcnow() - timedelta(days=9))
    refused(await admin.post("/api/license", json={"license_key": older}), 409, "license_replaced")
    assert (await status(admin))["org_name"] == "Settings"


@on_sqlite
async def test_a_licence_of_the_settings_that_was_replaced_stays_replaced(admin: Person) -> None:
    await upload(admin, make_license(org="Uploaded"))
    refused(await admin.post("/api/license", json={"license_key": bundled_test_license()}), 409, "license_replaced")
    found = await status(admin)
    assert (found["org_name"], found["problem"]) == ("Uploaded", None)
    assert found["previous"]["org_name"] == "Verbatim test installation"


@without_licence
@on_sqlite
async def test_a_replaced_licence_does_not_come_back_through_the_settings(
    admin: Person, monkeypatch: pytest.MonkeyPatch, app: FastAPI
) -> None:
    later, earlier = (
        make_license(org="Later", seats=77),
        make_license(org="Earlier", issued=utcnow() - timedelta(days=3)),
    )
    await upload(admin, later)
    await upload(admin, earlier)
    monkeypatch.setattr(app.state.license, "settings", LicenseSettings(license_mode="test", license_key=later))
    app.state.license.forget()
    found = await status(admin)
    assert (found["org_name"], found["source"]) == ("Earlier", "uploaded")
    assert found["problem"]["code"] == "license_replaced"


@without_licence
@on_sqlite
async def test_only_a_later_licence_is_a_witness_of_the_time(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = make_license(days=14, issued=utcnow() - timedelta(days=5))
    await upload(admin, make_license(days=15))
    start = utcnow()
    for step in range(1, 50):  # a day's leap is not believed at once
        moment = start + timedelta(hours=20 * step)
        monkeypatch.setattr(outlook, "utcnow", lambda moment=moment: moment)
        app.state.license.forget()
        await app.state.license.verdict()
    assert (await status(admin))["state"] == "read_only"
    monkeypatch.setattr(outlook, "utcnow", utcnow)
    assert (await status(admin))["clock_set_back"]
    found = await upload(admin, older)
    assert (found["state"], found["clock_set_back"]) == ("read_only", True)
    found = await upload(admin, make_license())
    assert (found["state"], found["clock_set_back"]) == ("valid", False)


@without_licence
async def test_without_a_licence_one_administrator_works_with_the_core(
    app: FastAPI, admin: Person, visitor: MakePerson
) -> None:
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    for path, name in (("/api/webhooks", "webhooks"), ("/api/keys", "api_keys")):
        assert refused(await admin.get(path), 402, "entitlement_missing")["entitlement"] == name
    refused(await admin.get("/api/admin/audit"), 402, "entitlement_missing")
    ok(await admin.post("/api/admin/audit/verify"))
    assert ok(await admin.get("/api/admin/audit/verify"))["ok"]
    refused(await admin.post(f"/api/webhooks/{new_id()}/pause"), 404, "webhook_not_found")
    answer = refused(await admin.post("/api/teams", json={"name": "Radio"}), 402, "entitlement_missing")
    assert (answer["entitlement"], "teams" in answer["detail"]) == ("teams", True)
    assert answer["detail"].startswith("This server has no licence, and only a licence turns on ")
    answer = refused(await admin.post("/api/users", json=new_user("bob")), 402, "seats_exceeded")
    assert (answer["seats_used"], answer["seat_count"]) == (1, 1)
    assert answer["detail"].startswith("This server has no licence, and without one it has a seat for one ")
    # Whoever registers waits; approving them takes a seat.
    client = visitor()
    waiting = await ask_for_account(client, admin, "eve")
    assert not waiting["is_active"]
    refused(await admin.patch(f"/api/users/{waiting['id']}", json={"is_active": True}), 402, "seats_exceeded")
    ok(await admin.delete(f"/api/users/{waiting['id']}"))
    assert await notices(admin) == ["unlicensed"]


async def test_read_only_lets_people_out_and_back_in(
    app: FastAPI, admin: Person, make_user: MakeUser, visitor: MakePerson
) -> None:
    bob = await make_user("bob")
    project = ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    key = await make_key(admin, "project:read", "project:create")
    held = await hold(admin, project_id=project["id"])
    team = (await admin.me())["team_id"]
    made = ok(await admin.post(f"/api/teams/{team}/retention/rules", json={"keep_days": 365}), 201)
    rules = f"/api/teams/{team}/retention/rules/{made['id']}"
    ok(await admin.post(f"{rules}/activate", json={"confirm": "My team"}))
    assert (await upload(admin, make_license(days=-15, seats=5)))["state"] == "read_only"

    refused(await admin.post("/api/projects", json={"name": "More"}), 402, "license_read_only")
    refused(await admin.patch(f"/api/projects/{project['id']}", json={"name": "Other"}), 402, "license_read_only")
    refused(await admin.post("/api/users", json=new_user("eve")), 402, "license_read_only")
    refused(await admin.patch(f"/api/users/{bob.id}", json={"role": "viewer"}), 402, "license_read_only")
    refused(await visitor().post("/api/auth/register", json=new_user("eve")), 402, "license_read_only")
    ok(await admin.post(f"{rules}/pause"))
    ok(await admin.post(f"/api/holds/{held}/lift", json={"reason": "The case is closed"}))
    stranger = visitor()
    refused(await stranger.post("/api/projects", json={"name": "More"}), 401, "not_signed_in")
    assert ok(await admin.get("/api/projects"))["total"] == 1
    assert ok(await bob.get("/api/license/notices"))["notices"][0]["key"] == "read_only"
    for path in ("/api/info", "/health/ready", "/api/plugins/manifest"):
        ok(await bob.get(path))
    with_key = program(app, key["key"])
    ok(await with_key.get("/api/projects"))
    refused(await with_key.post("/api/projects", json={"name": "More"}), 402, "license_read_only")
    await with_key.aclose()

    ok(await bob.post("/api/auth/logout"))
    assert (await visitor().login("bob")).status_code == 200
    ok(await admin.patch(f"/api/users/{bob.id}", json={"is_active": False}))
    refused(await admin.patch(f"/api/users/{bob.id}", json={"is_active": True}), 402, "license_read_only")
    ok(await admin.delete(f"/api/projects/{project['id']}"))
    assert (await upload(admin, make_license(seats=5)))["state"] == "valid"
    ok(await admin.post("/api/projects", json={"name": "More"}), 201)
    ok(await admin.patch(f"/api/users/{bob.id}", json={"is_active": True}))


@pytest.mark.parametrize(("days", "state"), [(45, "warning"), (3, "warning"), (-1, "grace")])
@on_sqlite
async def test_before_and_in_grace_everything_works(admin: Person, make_user: MakeUser, days: int, state: str) -> None:
    bob = await make_user("bob")
    found = await upload(admin, make_license(days=days, seats=5))
    assert found["state"] == state
    ok(await bob.get("/api/teams"))
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    ok(await admin.post("/api/users", json=new_user("eve")), 201)
    assert (await notices(admin))[0].startswith(state)
    assert await notices(bob) == ["test"]  # only those who can act are told


async def test_too_few_seats_stop_only_newcomers(admin: Person, make_user: MakeUser) -> None:
    bob, eve = await make_user("bob"), await make_user("eve")
    preview = ok(await admin.post("/api/license/validate", json={"license_key": make_license(seats=2)}))
    assert preview["warnings"][0].startswith("3 accounts are active and the licence has 2 seats")
    found = await upload(admin, make_license(seats=2))
    assert (found["seats_used"], found["seat_count"], found["seats_exceeded"]) == (3, 2, True)
    assert "seats" in await notices(admin)

    refused(await admin.post("/api/users", json=new_user("mallory")), 402, "seats_exceeded")
    ok(await bob.post("/api/teams", json={"name": "Radio"}), 201)
    ok(await admin.patch(f"/api/users/{eve.id}", json={"role": "viewer"}))
    ok(await admin.patch(f"/api/users/{eve.id}", json={"is_active": False}))
    refused(await admin.patch(f"/api/users/{eve.id}", json={"is_active": True}), 402, "seats_exceeded")
    assert not (await status(admin))["seats_exceeded"]
    ok(await admin.patch(f"/api/users/{bob.id}", json={"is_active": False}))
    ok(await admin.patch(f"/api/users/{eve.id}", json={"is_active": True}))  # exactly as many as there are seats


@on_sqlite
async def test_what_a_licence_leaves_out_answers_with_its_name(app: FastAPI, admin: Person) -> None:
    key = await make_key(admin, "project:read")
    await upload(admin, make_license(features=("teams",)))
    ok(await admin.post("/api/teams", json={"name": "Radio"}), 201)
    refused(await admin.get("/api/webhooks"), 402, "entitlement_missing")
    client = program(app, key["key"])
    assert refused(await client.get("/api/projects"), 402, "entitlement_missing")["entitlement"] == "api_keys"
    await client.aclose()
    ok(await admin.delete(f"/api/keys/{key['id']}"))  # what exists can go


@on_sqlite
async def test_a_clock_that_was_set_back_is_told_and_locks_nobody_out(
    app: FastAPI, admin: Person, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    await upload(admin, make_license(days=90))
    now = utcnow()
    monkeypatch.setattr(outlook, "utcnow", lambda: now + timedelta(days=40))
    app.state.license.leapt_at -= 3601
    app.state.license.forget()
    assert (await status(admin))["state"] == "warning"
    await app.state.license.verdict()
    for years in (1, 30):
        monkeypatch.setattr(outlook, "utcnow", lambda years=years: now - timedelta(days=365 * years))
        app.state.license.forget()
        ok(await admin.post("/api/projects", json={"name": f"Garden {years}"}), 201)
        found = await status(admin)
        assert (found["state"], found["clock_set_back"]) == ("valid", True)
    assert "clock" in await notices(admin)
    assert [name for name, _ in recorder.heard].count("license.clock_set_back") == 1
    # A new licence and a right clock, and it is forgotten.
    monkeypatch.setattr(outlook, "utcnow", utcnow)
    found = await upload(admin, make_license(days=90))
    assert (found["state"], found["clock_set_back"]) == ("valid", False)


@without_licence
async def test_the_first_administrator_comes_in_whatever_the_licence_says(
    visitor: MakePerson,
) -> None:
    client = visitor()
    await register_first(client)
    assert (await upload(client, bundled_test_license()))["state"] == "valid"


@on_sqlite
@pytest.mark.parametrize("environment", [licensed(days=-100)], ids=["ended"])
async def test_a_new_server_with_an_old_licence_can_be_set_up(admin: Person) -> None:
    assert (await status(admin))["state"] == "read_only"
    assert (await upload(admin, make_license(seats=2)))["state"] == "valid"
    ok(await admin.post("/api/users", json=new_user("bob")), 201)


@on_sqlite
async def test_a_database_that_cannot_be_reached_changes_no_verdict(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unreachable(*_: object) -> None:
        raise ConnectionError

    before = await app.state.license.verdict()
    monkeypatch.setattr(verdict, "look", unreachable)
    app.state.license.forget()
    assert await app.state.license.verdict() == before
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)

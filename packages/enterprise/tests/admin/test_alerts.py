"""Alerts: told once for each change, to those who look after the server, and to nobody else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from conftest_types import MakeApp, MakeUser
from fastapi import FastAPI
from sqlalchemy import select, update
from support.waiting import until
from support_enterprise import Person
from support_mail import PostOffice
from support_teams import Json, ok, refused
from verbatim.core.checks import CheckStatus
from verbatim.health.models import HealthFinding
from verbatim_enterprise.alerts.decide import BETTER_AFTER, BROKEN_AFTER, WARNED_AFTER, Kind, Told, Troubles
from verbatim_enterprise.alerts.models import Alert, AlertState
from verbatim_enterprise.alerts.words import harmless
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User
from verbatim_enterprise.webhooks.models import WebhookDelivery, WebhookEndpoint, WebhookMessage

ALERTS = "/api/admin/alerts"
START = datetime.fromisoformat("2026-03-01T09:00:00+00:00")


async def find(app: FastAPI, status: str, *, ago: timedelta = timedelta(minutes=10), name: str = "backups") -> None:
    """Let a check have found something some time ago, as if somebody had just looked again."""
    for task in (app.state.health, app.state.alerts):
        await task.stop()
    async with system_transaction(app.state.database) as session:
        row = await session.get(HealthFinding, (name, "")) or HealthFinding(name=name, host="", source=name)
        row.status, row.since, row.checked_at = status, utcnow() - ago, utcnow() + timedelta(minutes=1)
        row.detail, row.todo = "postgres://ada:geheim@db.example.org cannot be read.", "Mend it."
        session.add(row)


async def alerts(admin: Person) -> list[Json]:
    found: list[Json] = ok(await admin.get(ALERTS))["items"]
    return found


async def told_long_ago(app: FastAPI, ago: timedelta) -> None:
    async with system_transaction(app.state.database) as session:
        await session.execute(update(AlertState).values(told_at=utcnow() - ago))


async def test_a_part_that_fails_is_told_once_and_its_end_too(app: FastAPI, admin: Person, make_app: MakeApp) -> None:
    await find(app, "failed")
    other = make_app()
    async with other.router.lifespan_context(other):
        await find(other, "failed")
        for each in (app, other, app):
            await each.state.alerts.beat()
        (raised,) = await alerts(admin)
        assert (raised["kind"], raised["name"], raised["status"], raised["unread"]) == (
            "raised", "backups", "failed", True,
        )  # fmt: skip
        assert (raised["setting"], raised["todo"]) == ("backup_to", "Mend it.")
        assert "geheim" not in str(raised)
        assert ok(await admin.get(f"{ALERTS}/unread")) == {"unread": 1, "worst": "failed"}

        await find(app, "ok", ago=timedelta(minutes=1))
        assert await app.state.alerts.beat() == []
        await find(app, "ok", ago=timedelta(minutes=6))
        for each in (other, app):
            await each.state.alerts.beat()
    kinds = [one["kind"] for one in await alerts(admin)]
    assert kinds == ["resolved", "raised"]
    tags = [one["action"] for one in ok(await admin.get("/api/admin/audit?page_size=50"))["items"]]
    assert (tags.count("alert.raised"), tags.count("alert.resolved")) == (1, 1)


async def test_what_still_fails_is_told_again_after_long(app: FastAPI, admin: Person) -> None:
    await find(app, "failed")
    for ago in (0, 71, 1):
        await app.state.alerts.beat()
        await told_long_ago(app, timedelta(hours=ago))
    assert [one["kind"] for one in await alerts(admin)] == ["raised"]
    await told_long_ago(app, timedelta(hours=73))
    await app.state.alerts.beat()
    await app.state.alerts.beat()
    assert [one["kind"] for one in await alerts(admin)] == ["reminder", "raised"]
    version = ok(await admin.get("/api/admin/settings"))["version"]
    ok(await admin.patch("/api/admin/settings", json={"version": version, "values": {"alerts_reminder_hours": 0}}))
    await told_long_ago(app, timedelta(days=60))
    assert await app.state.alerts.beat() == []


async def test_what_nobody_wants_to_hear_is_not_told(app: FastAPI, admin: Person) -> None:
    version = ok(await admin.get("/api/admin/settings"))["version"]
    ok(await admin.patch("/api/admin/settings", json={"version": version, "values": {"alerts_muted": "Backups, mail"}}))
    await find(app, "failed")
    await find(app, "failed", name="stored files")
    await app.state.alerts.beat()
    assert [one["name"] for one in await alerts(admin)] == ["stored files"]
    assert ok(await admin.get(ALERTS))["muted"] == ["Backups", "mail"]


async def came(office: PostOffice, number: int) -> None:
    async def are_there() -> bool:
        return len(office.mails) >= number

    await until(are_there)


class TestMail:
    @pytest.fixture
    def environment(self, mailing: Mapping[str, str]) -> Mapping[str, str]:
        return mailing

    async def test_those_who_look_after_the_server_get_one_mail(
        self, app: FastAPI, admin: Person, make_user: MakeUser, office: PostOffice
    ) -> None:
        otto = await make_user("otto", role="operator")
        await make_user("mona", role="user_manager")
        await make_user("uwe")
        await find(app, "failed")
        await find(app, "warning", name="stored files")
        await app.state.alerts.beat()
        await app.state.alerts.beat()
        await came(office, 2)
        assert len(office.mails) == 2
        assert len({to for each in office.to for to in each}) == 2
        assert "otto@example.org" in {to for each in office.to for to in each}
        mail = office.mails[0]
        assert mail["Subject"] == "Verbatim: Backups is broken, and 1 more"
        text = str(mail.get_body(("plain",)))
        assert "Stored files needs attention" in text
        assert "https://verbatim.example.org/admin/alerts" in text
        assert "geheim" not in text

        office.mails.clear()
        assert ok(await admin.patch(f"{ALERTS}/mine", json={"mail": False}))["unread"] == 2
        await find(app, "ok")
        await app.state.alerts.beat()
        await came(office, 1)
        assert [mail["To"] for mail in office.mails] == ["otto@example.org"]
        assert office.mails[0]["Subject"] == "Verbatim: Backups is well again"
        assert ok(await admin.get(ALERTS))["mail"] is False
        assert ok(await otto.get(ALERTS))["mail"] is True

    async def test_no_mail_while_mail_is_what_fails(self, app: FastAPI, admin: Person, office: PostOffice) -> None:
        await find(app, "failed", name="mail")
        await find(app, "failed", name="licence")  # which mails its own stages
        assert len(await app.state.alerts.beat()) == 2
        assert {one["name"] for one in await alerts(admin)} == {"mail", "licence"}
        assert office.mails == []


async def test_reading_is_everybodys_own_and_never_goes_back(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    otto = await make_user("otto", role="operator")
    for name in ("backups", "stored files", "mail"):
        await find(app, "failed", name=name)
    await app.state.alerts.beat()
    newest, middle, _ = await alerts(admin)
    assert ok(await admin.patch(f"{ALERTS}/mine", json={"read_up_to": middle["id"]}))["unread"] == 1
    assert ok(await admin.patch(f"{ALERTS}/mine", json={"read_up_to": newest["id"]}))["unread"] == 0
    assert ok(await admin.patch(f"{ALERTS}/mine", json={"read_up_to": middle["id"]}))["unread"] == 0
    assert ok(await otto.get(f"{ALERTS}/unread"))["unread"] == 3
    assert (await admin.patch(f"{ALERTS}/mine", json={"read_up_to": "no id"})).status_code == 422
    first = ok(await admin.get(f"{ALERTS}?limit=2"))
    rest = ok(await admin.get(f"{ALERTS}?limit=2&cursor={first['next_cursor']}"))
    assert len({one["id"] for one in first["items"] + rest["items"]}) == 3
    assert rest["next_cursor"] is None
    for role in ("viewer", "user", "auditor", "user_manager"):
        someone = await make_user(f"one-{role}", role=role)
        for path in (ALERTS, f"{ALERTS}/unread"):
            refused(await someone.get(path), 403, "forbidden")
        refused(await someone.patch(f"{ALERTS}/mine", json={"mail": True}), 403, "forbidden")


async def test_webhooks_of_operators_are_told_and_no_others(app: FastAPI, admin: Person, make_user: MakeUser) -> None:
    uwe = await make_user("uwe")
    for person, name in ((admin, "Operations"), (uwe, "Radio")):
        person.headers["X-Team-Id"] = ok(await person.post("/api/teams", json={"name": name}), 201)["id"]

    def receiver(*events: str) -> Json:
        return {"url": "https://receiver.example.org/in", "events": list(events)}

    for names in (["alert.raised"], ["alert.*"], ["recording.created", "alert.resolved"]):
        refused(await uwe.post("/api/webhooks", json=receiver(*names)), 403, "forbidden")
    told = ok(await admin.post("/api/webhooks", json=receiver("alert.*")), 201)["id"]
    ok(await admin.post("/api/webhooks", json=receiver("*")), 201)
    all_of_uwe = ok(await uwe.post("/api/webhooks", json=receiver("*")), 201)["id"]
    refused(await uwe.patch(f"/api/webhooks/{all_of_uwe}", json={"events": ["alert.raised"]}), 403, "forbidden")
    body = {"user_id": uwe.id, "role": "admin"}
    ok(await admin.post(f"/api/teams/{admin.headers['X-Team-Id']}/members", json=body), 201)
    uwe.headers["X-Team-Id"] = admin.headers["X-Team-Id"]
    for change in ({"url": "https://elsewhere.example.org/in"}, {"events": ["*"]}):
        refused(await uwe.patch(f"/api/webhooks/{told}", json=change), 403, "forbidden")

    await find(app, "failed")
    await app.state.alerts.beat()

    async with system_transaction(app.state.database, read_only=True) as session:
        rows = select(WebhookDelivery.endpoint_id, WebhookDelivery.owner_id, WebhookMessage.body).join(WebhookMessage)
        ((endpoint_id, owner_id, text),) = (
            await session.execute(rows.where(WebhookDelivery.event.startswith("alert.")))
        ).all()
    assert (endpoint_id, owner_id) == (told, admin.headers["X-Team-Id"])
    assert '"name":"backups","status":"failed","reminder":false' in text
    assert "example.org cannot be read" not in text

    async with system_transaction(app.state.database) as session:  # who made it operates nothing any more
        await session.execute(update(User).where(User.id == admin.id).values(role="user"))
        await session.execute(update(WebhookEndpoint).values(failing_since=None))
    await find(app, "ok")
    assert len(await app.state.alerts.beat()) == 1
    async with system_transaction(app.state.database, read_only=True) as session:
        assert len((await session.scalars(select(Alert))).all()) == 2
        assert not (await session.execute(rows.where(WebhookDelivery.event == "alert.resolved"))).all()


def test_what_comes_and_goes_is_told_once() -> None:
    troubles, told, kinds = Troubles(), Told(), []
    since, before = START, CheckStatus.OK
    for second in range(0, 3600, 20):
        now = START + timedelta(seconds=second)
        status = CheckStatus.FAILED if (second // 20) % 2 else CheckStatus.OK
        if status != before:
            since, before = now, status
        kind = troubles.kind_of(("mail", ""), status, since, told, now=now, reminder=timedelta(hours=72))
        if kind is not None:
            kinds.append(kind)
            told = Told(status, now)
    assert kinds == [Kind.RAISED]


@pytest.mark.parametrize(
    ("known", "found", "lasts", "told"),
    [
        ("ok", "failed", BROKEN_AFTER, Kind.RAISED),
        ("ok", "warning", WARNED_AFTER, Kind.RAISED),
        ("ok", "warning", BROKEN_AFTER, None),
        ("warning", "failed", BROKEN_AFTER, Kind.RAISED),
        ("ok", "failed", BROKEN_AFTER / 2, None),
        ("failed", "warning", BETTER_AFTER, Kind.EASED),
        ("failed", "ok", BETTER_AFTER, Kind.RESOLVED),
        ("failed", "ok", BETTER_AFTER / 2, None),
        ("failed", "skipped", BETTER_AFTER, None),
        ("ok", "ok", BETTER_AFTER, None),
        ("failed", "failed", BETTER_AFTER, None),
    ],
)
def test_when_something_is_told(known: str, found: str, lasts: timedelta, told: Kind | None) -> None:
    state = Told(CheckStatus(known), START)
    status, now = CheckStatus(found), START + lasts
    assert Troubles().kind_of(("a", ""), status, START, state, now=now, reminder=timedelta(hours=72)) is told


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("redis://:geheim@cache:6379 refused", "redis://…@cache:6379 refused"),
        ("https://ada:geheim@hook.example.org/in answers 500", "https://…@hook.example.org/in answers 500"),
        ("login failed: password=geheim, user=ada", "login failed: password=…, user=ada"),
        ("401 for api_key: geheim", "401 for api_key: …"),
        ("?X-Amz-Signature=geheim&a=b", "?X-Amz-Signature=…&a=b"),
        ("two\nlines\x00", "two lines "),
    ],
)
def test_no_secret_leaves_with_an_alert(text: str, left: str) -> None:
    assert harmless(text) == left
    assert len(harmless("a" * 10_000)) <= 1_000

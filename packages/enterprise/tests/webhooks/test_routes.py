"""`/api/webhooks`: who may do what, and every route once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from conftest_types import MakeUser, MakeWebhook
from fastapi import FastAPI
from sqlalchemy import func, select
from support.waiting import until
from support_enterprise import Person
from support_receiver import Receiver
from support_teams import Json, ok, refused
from support_webhooks import deliveries, ended
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import Database, as_system, utcnow
from verbatim_enterprise.webhooks.models import (
    WebhookAttempt,
    WebhookDelivery,
    WebhookEndpoint,
    WebhookMessage,
)
from verbatim_enterprise.webhooks.upkeep import upkeep

URL = "https://example.org/hooks"


async def test_the_catalogue_shows_every_event_with_a_sample(admin: Person) -> None:
    items = {item["name"]: item for item in ok(await admin.get("/api/webhooks/events"))["items"]}
    for name in ("recording.created", "transcription.complete", "transcript.updated", "team.member_added"):
        sample = items[name]["sample"]
        assert sample["type"] == name
        assert items[name]["description"].endswith(".")
    assert items["recording.created"]["sample"]["data"]["recording"]["title"] == "Garden meeting"
    assert items["transcription.complete"]["sample"]["data"]["links"]["transcript"].startswith("http://")


async def test_a_webhook_is_listed_changed_and_deleted(admin: Person) -> None:
    body = {"url": URL, "events": ["recording.created", "recording.created"], "description": "ERP"}
    made = ok(await admin.post("/api/webhooks", json=body), 201)
    assert (made["events"], made["status"], made["health"]) == (["recording.created"], "active", "unknown")
    changed = ok(await admin.patch(f"/api/webhooks/{made['id']}", json={"events": ["*"], "url": f"{URL}/2"}))
    assert (changed["events"], changed["url"], changed["description"]) == (["*"], f"{URL}/2", "ERP")
    assert ok(await admin.get("/api/webhooks"))["items"] == [ok(await admin.get(f"/api/webhooks/{made['id']}"))]
    ok(await admin.delete(f"/api/webhooks/{made['id']}"))
    refused(await admin.get(f"/api/webhooks/{made['id']}"), 404, "webhook_not_found")


async def test_an_unknown_event_is_refused(admin: Person) -> None:
    for events in (["recording.vanished"], ["nonsense.*"], [""]):
        response = await admin.post("/api/webhooks", json={"url": URL, "events": events})
        refused(response, 422, "unknown_event")
    assert (await admin.post("/api/webhooks", json={"url": URL, "events": []})).status_code == 422


async def test_a_team_has_a_limited_number_of_webhooks(admin: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbatim_enterprise.webhooks.service.MOST", 1)
    ok(await admin.post("/api/webhooks", json={"url": URL, "events": ["*"]}), 201)
    response = await admin.post("/api/webhooks", json={"url": URL, "events": ["*"]})
    refused(response, 409, "too_many_webhooks")


async def test_what_happens_during_a_pause_waits(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    made = await make_webhook(events=["project.created"])
    paused = ok(await admin.post(f"/api/webhooks/{made['id']}/pause"))
    assert (paused["status"], paused["status_reason"]) == ("paused", "Somebody paused it.")
    refused(await admin.post(f"/api/webhooks/{made['id']}/pause"), 409, "webhook_state")
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    [waiting] = await deliveries(admin)
    assert (waiting["status"], receiver.requests) == ("pending", [])
    ok(await admin.post(f"/api/webhooks/{made['id']}/resume"))
    refused(await admin.post(f"/api/webhooks/{made['id']}/resume"), 409, "webhook_state")
    [request] = await receiver.wait_for(1)
    assert request.id == waiting["message_id"]


async def test_a_test_goes_to_that_webhook_alone(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    made, _other = await make_webhook("/one", events=["recording.created"]), await make_webhook("/other")
    await ended(admin, "delivered", 0)
    tested = ok(await admin.post(f"/api/webhooks/{made['id']}/test"), 202)
    [request] = await receiver.wait_for(1, "/one")
    assert tested["message_id"] == request.id
    assert request.verified(made["secret"])["type"] == "webhook.test"
    sampled = ok(await admin.post(f"/api/webhooks/{made['id']}/test", json={"event": "transcription.complete"}), 202)
    [_, request] = await receiver.wait_for(2, "/one")
    assert sampled["message_id"] == request.id
    assert request.verified(made["secret"])["type"] == "transcription.complete"
    response = await admin.post(f"/api/webhooks/{made['id']}/test", json={"event": "nonsense"})
    refused(response, 422, "unknown_event")
    assert {one.verified(_other["secret"])["type"] for one in receiver.at("/other")} <= {"webhook.created"}


async def test_other_webhooks_hear_of_a_change_and_the_changed_one_does_not(
    admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    watcher = await make_webhook("/watcher", events=["webhook.*"])
    made = await make_webhook("/made", events=["*"])
    url = f"/api/webhooks/{made['id']}"
    ok(await admin.patch(url, json={"description": "x"}))
    ok(await admin.post(f"{url}/rotate-secret"))
    ok(await admin.post(f"{url}/pause"))
    ok(await admin.delete(url))
    heard = [one.verified(watcher["secret"])["type"] for one in await receiver.wait_for(5, "/watcher")]
    assert sorted(heard) == [
        "webhook.created",
        "webhook.deleted",
        "webhook.paused",
        "webhook.secret_rotated",
        "webhook.updated",
    ]
    assert receiver.at("/made") == []


async def test_deliveries_are_filtered(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    receiver.answers["/bad"] = [404]
    good, bad = await make_webhook("/good", events=["project.*"]), await make_webhook("/bad", events=["project.*"])
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    await ended(admin, "delivered")
    [one] = await deliveries(admin, webhook_id=good["id"])
    assert one["webhook_id"] == good["id"]
    assert [item["id"] for item in await deliveries(admin, status="delivered")] == [one["id"]]
    assert len(await deliveries(admin, event="project.created")) == 2
    assert await deliveries(admin, event="recording.created") == []
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    assert await deliveries(admin, start=tomorrow) == []
    assert len(await deliveries(admin, end=tomorrow)) == 2
    own = ok(await admin.get(f"/api/webhooks/{bad['id']}/deliveries"))
    assert [item["webhook_id"] for item in own["items"]] == [bad["id"]]
    [hour] = ok(await admin.get("/api/webhooks/stats"))["hours"]
    assert hour["delivered"] == 1
    assert hour["pending"] + hour["failed"] == 1
    assert ok(await admin.get("/api/webhooks/stats", params={"webhook_id": good["id"]}))["hours"][0]["delivered"] == 1


async def test_a_time_range_is_sent_again(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    made = await make_webhook(events=["project.created"])
    before = datetime.now(UTC) - timedelta(seconds=1)
    for number in range(5):
        ok(await admin.post("/api/projects", json={"name": f"Garden {number}"}), 201)
    await ended(admin, "delivered", 5)
    now = datetime.now(UTC)
    url = f"/api/webhooks/{made['id']}/replay"
    body = {"start": before.isoformat(), "end": now.isoformat()}
    assert ok(await admin.post(url, json=body), 202) == {"count": 0, "job_id": None}
    asked = ok(await admin.post(url, json={**body, "status": "all"}), 202)
    assert asked["count"] == 5
    requests = await receiver.wait_for(10)
    assert all(one.count(message) == 2 for one in [[r.id for r in requests]] for message in one)

    async def done() -> bool:
        return bool(ok(await admin.get(f"/api/jobs/{asked['job_id']}"))["status"] == "completed")

    await until(done)
    assert ok(await admin.get(f"/api/jobs/{asked['job_id']}"))["result"] == {"count": 5}


class TestWhoMay:
    @pytest.fixture
    async def theirs(self, admin: Person, receiver: Receiver, make_user: MakeUser, make_webhook: MakeWebhook) -> Json:
        """Give a webhook of another team, with one delivery."""
        bob = await make_user("bob")
        ok(await bob.post("/api/teams", json={"name": "Bob's"}), 201)
        made = await make_webhook("/bob", person=bob)
        ok(await bob.post(f"/api/webhooks/{made['id']}/test"), 202)
        [delivery] = await ended(bob, "delivered")
        return {**made, "delivery_id": delivery["id"]}

    async def test_another_teams_webhook_is_not_there(self, admin: Person, theirs: Json) -> None:
        webhook, delivery = f"/api/webhooks/{theirs['id']}", f"/api/webhooks/deliveries/{theirs['delivery_id']}"
        window = {"start": "2026-01-01T00:00:00Z", "end": "2027-01-01T00:00:00Z"}
        calls = [
            ("GET", webhook, None),
            ("PATCH", webhook, {"description": "mine"}),
            ("DELETE", webhook, None),
            *(("POST", f"{webhook}/{verb}", None) for verb in ("pause", "resume", "rotate-secret", "test")),
            ("POST", f"{webhook}/replay", window),
            ("GET", f"{webhook}/deliveries", None),
            ("GET", f"/api/webhooks/deliveries?webhook_id={theirs['id']}", None),
            ("GET", f"/api/webhooks/stats?webhook_id={theirs['id']}", None),
            ("GET", delivery, None),
            ("POST", f"{delivery}/replay", None),
        ]
        for method, path, body in calls:
            response = await admin.request(method, path, json=body)
            assert response.status_code == 404, f"{method} {path}: {response.text}"
        assert ok(await admin.get("/api/webhooks"))["total"] == 0
        assert await deliveries(admin) == []

    async def test_members_and_viewers_may_not(self, admin: Person, make_user: MakeUser) -> None:
        team = (await admin.me())["team_id"]
        for role, status in (("member", 403), ("viewer", 403), ("admin", 200)):
            person = await make_user(f"the{role}")
            body = {"user_id": person.id, "role": role}
            ok(await admin.post(f"/api/teams/{team}/members", json=body), 201)
            assert (await person.get("/api/webhooks")).status_code == status

    async def test_nobody_without_a_team_may(self, make_user: MakeUser, client: Person) -> None:
        assert (await (await make_user("bob")).get("/api/webhooks")).status_code == 403
        assert (await client.get("/api/webhooks")).status_code == 401

    async def test_events_of_another_team_are_not_told(
        self, admin: Person, receiver: Receiver, theirs: Json, make_webhook: MakeWebhook
    ) -> None:
        await make_webhook("/mine")
        ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
        await receiver.wait_for(1, "/mine")
        assert {one.verified(theirs["secret"])["type"] for one in receiver.at("/bob")} == {"webhook.test"}


async def _rows(app: FastAPI) -> list[int]:
    database: Database = app.state.database
    with as_system("test"):
        async with database.transaction(read_only=True) as session:
            return [
                await session.scalar(select(func.count()).select_from(model)) or 0
                for model in (WebhookEndpoint, WebhookMessage, WebhookDelivery, WebhookAttempt)
            ]


async def test_a_team_takes_its_webhooks_along(
    app: FastAPI, admin: Person, receiver: Receiver, make_user: MakeUser, make_webhook: MakeWebhook
) -> None:
    bob = await make_user("bob")
    team = ok(await bob.post("/api/teams", json={"name": "Bob's"}), 201)
    await make_webhook(person=bob)
    ok(await bob.post("/api/projects", json={"name": "Garden"}), 201)
    await ended(bob, "delivered")
    params = {"confirm": "Bob's", "delete_content": "true"}
    ok(await bob.delete(f"/api/teams/{team['id']}", params=params))
    assert await _rows(app) == [0, 0, 0, 0]


async def test_the_log_is_kept_for_a_while(
    app: FastAPI, admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    made = await make_webhook(events=["project.created"])
    for name in ("Old", "New"):
        ok(await admin.post("/api/projects", json={"name": name}), 201)
    [_, old] = await ended(admin, "delivered", 2)
    ok(await admin.post(f"/api/webhooks/{made['id']}/rotate-secret"))
    database: Database = app.state.database
    with as_system("test"):
        async with database.transaction() as session:
            message = await session.get_one(WebhookMessage, old["message_id"])
            message.created_at = utcnow() - timedelta(days=31)
            endpoint = await session.get_one(WebhookEndpoint, made["id"])
            endpoint.previous_secret_until = utcnow() - timedelta(seconds=1)
        assert await upkeep(database, enterprise_settings().webhooks) == 1
    assert await _rows(app) == [1, 1, 1, 1]
    refused(await admin.get(f"/api/webhooks/deliveries/{old['id']}"), 404, "delivery_not_found")
    assert ok(await admin.get(f"/api/webhooks/{made['id']}"))["previous_secret_until"] is None

"""From a change in a team to a verified request at its receiver, and back in the log."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from conftest_types import MakeWebhook
from standardwebhooks import Webhook, WebhookVerificationError
from support_enterprise import Person
from support_receiver import Receiver
from support_teams import ok, refused
from support_webhooks import deliveries, ended


async def test_a_change_reaches_the_receiver(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    made = await make_webhook(events=["project.created"])
    project = ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    [request] = await receiver.wait_for(1)
    payload = request.verified(made["secret"])
    assert payload["type"] == "project.created"
    assert payload["data"]["project_id"] == project["id"]
    assert payload["data"]["name"] == "Garden"
    assert payload["data"]["links"] == {"project": f"http://127.0.0.1:52780/api/projects/{project['id']}"}
    assert datetime.fromisoformat(payload["timestamp"]) > datetime.now(UTC) - timedelta(minutes=1)
    assert request.headers["content-type"] == "application/json"
    with pytest.raises(WebhookVerificationError):
        Webhook("whsec_" + "A" * 43 + "=").verify(request.body, request.headers)
    [delivery] = await ended(admin, "delivered")
    assert (delivery["message_id"], delivery["event"], delivery["attempts"]) == (request.id, "project.created", 1)
    detail = ok(await admin.get(f"/api/webhooks/deliveries/{delivery['id']}"))
    assert detail["request_body"].encode() == request.body
    [attempt] = detail["attempts_log"]
    assert (attempt["status_code"], attempt["error"]) == (204, None)
    assert attempt["request_headers"]["webhook-signature"] == request.headers["webhook-signature"]
    assert ok(await admin.get(f"/api/webhooks/{made['id']}"))["health"] == "ok"


async def test_a_recording_is_told_with_its_own_fields(
    admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    made = await make_webhook(events=["recording.*"])
    recording = await admin.upload(transcribe="false")
    [request] = await receiver.wait_for(1)
    data = request.verified(made["secret"])["data"]
    shown = ok(await admin.get(f"/api/recordings/{recording['id']}"))
    assert data["recording"]["title"] == shown["title"]
    assert data["recording"]["duration_seconds"] == shown["duration_seconds"]
    assert "file_path" not in data["recording"]
    assert data["links"]["recording"].endswith(f"/api/recordings/{recording['id']}")


async def test_a_payload_stays_below_the_limit(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    made = await make_webhook(events=["recording.created"])
    metadata = json.dumps({f"field {number}": "ü" * 200 for number in range(70)}, ensure_ascii=False)
    recording = await admin.upload(transcribe="false", extra_metadata=metadata)
    [request] = await receiver.wait_for(1)
    data = request.verified(made["secret"])["data"]
    assert len(request.body) < 20_000
    assert (data["recording_id"], data["truncated"]) == (recording["id"], True)
    assert data["recording"]["id"] == recording["id"]


async def test_nothing_is_told_of_what_was_undone(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    await make_webhook(events=["recording.created", "project.created"])
    refusal = await admin.post(
        "/api/recordings/upload", files={"file": ("x.wav", b"nonsense")}, data={"transcribe": "false"}
    )
    assert refusal.status_code >= 400
    ok(await admin.post("/api/projects", json={"name": "Kept"}), 201)
    [request] = await receiver.wait_for(1)
    assert json.loads(request.body)["type"] == "project.created"
    assert len(await deliveries(admin)) == 1


async def test_a_failure_is_tried_again_with_the_same_message(
    admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    receiver.answers["/hook"] = [500, 302, 503, 204]
    made = await make_webhook(events=["project.created"])
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    requests = await receiver.wait_for(4)
    [delivery] = await ended(admin, "delivered")
    assert {request.id for request in requests} == {delivery["message_id"]}
    assert {request.body for request in requests} == {requests[0].body}
    for request in requests:
        request.verified(made["secret"])
    log = ok(await admin.get(f"/api/webhooks/deliveries/{delivery['id']}"))["attempts_log"]
    assert [attempt["status_code"] for attempt in log] == [204, 503, 302, 500]
    assert log[3]["response_body"] == "answer 500"
    assert "redirect" in log[2]["error"]


@pytest.mark.parametrize("environment", [{"VERBATIM_WEBHOOKS_ATTEMPTS": "3"}], indirect=True)
async def test_attempts_end(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    receiver.answers["/hook"] = [500]
    made = await make_webhook(events=["project.created"])
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    [delivery] = await ended(admin, "failed")
    assert (delivery["attempts"], delivery["last_status_code"]) == (3, 500)
    assert delivery["due_at"] is None
    shown = ok(await admin.get(f"/api/webhooks/{made['id']}"))
    assert (shown["health"], shown["last_error"]) == ("failing", "The receiver answered 500.")
    receiver.answers["/hook"] = [204]
    replayed = ok(await admin.post(f"/api/webhooks/deliveries/{delivery['id']}/replay"), 202)
    assert (replayed["status"], replayed["attempts"]) == ("pending", 0)
    [delivered] = await ended(admin, "delivered")
    assert delivered["id"] == delivery["id"]
    assert len({request.id for request in receiver.requests}) == 1


async def test_a_wait_that_the_receiver_asks_for_is_kept(
    admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    receiver.answers["/hook"] = [lambda _: web.Response(status=429, headers={"Retry-After": "2"}), 204]
    await make_webhook(events=["project.created"])
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    await receiver.wait_for(1)
    [pending] = await deliveries(admin)
    [delivery] = await ended(admin, "delivered")
    first, second = (
        datetime.fromisoformat(attempt["started_at"])
        for attempt in reversed(ok(await admin.get(f"/api/webhooks/deliveries/{pending['id']}"))["attempts_log"])
    )
    assert timedelta(seconds=2) <= second - first < timedelta(seconds=15)
    assert delivery["attempts"] == 2


async def test_gone_switches_the_webhook_off(admin: Person, receiver: Receiver, make_webhook: MakeWebhook) -> None:
    receiver.answers["/hook"] = [410]
    made = await make_webhook(events=["project.created"])
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    await ended(admin, "failed")
    shown = ok(await admin.get(f"/api/webhooks/{made['id']}"))
    assert shown["status"] == "disabled"
    assert "410" in shown["status_reason"]
    ok(await admin.post("/api/projects", json={"name": "Not told"}), 201)
    assert len(await deliveries(admin)) == 1
    refused(await admin.post(f"/api/webhooks/{made['id']}/test"), 409, "webhook_not_active")


async def test_answers_of_any_length_are_read_in_part(
    admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    def endless(_: web.Request) -> web.Response:
        return web.Response(body=b"\x00\xff" * 2_000_000, headers={"X-Odd": "\udcff"})

    receiver.answers["/hook"] = [endless]
    await make_webhook(events=["project.created"])
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    [delivery] = await ended(admin, "delivered")
    [attempt] = ok(await admin.get(f"/api/webhooks/deliveries/{delivery['id']}"))["attempts_log"]
    assert len(attempt["response_body"]) == 2_000


async def test_of_a_private_workspace_only_ids_are_told(
    admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    made = await make_webhook(events=["project.created", "recording.created", "transcription.*"])
    team = (await admin.me())["team_id"]
    body = {"name": "Merger", "is_private": True}
    merger = ok(await admin.post(f"/api/teams/{team}/workspaces", json=body), 201)["id"]
    admin.headers["X-Workspace-Id"] = merger
    project = ok(await admin.post("/api/projects", json={"name": "Secret takeover"}), 201)
    recording = await admin.upload(name="secret-takeover.wav")
    requests = await receiver.wait_for(3, seconds=60)
    told = {payload["type"]: payload["data"] for payload in (one.verified(made["secret"]) for one in requests)}
    assert told["project.created"]["project_id"] == project["id"]
    assert set(told["project.created"]) == {"project_id", "private", "links"}
    assert set(told["recording.created"]) == {"recording_id", "project_id", "private", "links"}
    assert told["transcription.complete"]["recording_id"] == recording["id"]
    assert told["transcription.complete"]["private"] is True
    assert not any(b"takeover" in one.body for one in requests)

"""The wire format, checked by the official library."""

from __future__ import annotations

import json
import time
from datetime import timedelta

import pytest
from conftest_types import MakeWebhook
from fastapi import FastAPI
from sqlalchemy import text
from standardwebhooks import Webhook, WebhookVerificationError
from support_enterprise import Person
from support_receiver import Receiver
from support_teams import ok
from support_webhooks import ended
from verbatim_enterprise.host import as_system
from verbatim_enterprise.webhooks.schedule import pause_after
from verbatim_enterprise.webhooks.signing import new_secret, signed_headers


def test_the_official_library_verifies_and_so_do_two_signatures() -> None:
    old, new, body = new_secret(), new_secret(), json.dumps({"type": "ü"}).encode()
    headers = signed_headers((new, old), "msg_1", int(time.time()), body)
    for secret in (old, new):
        assert Webhook(secret).verify(body, headers) == {"type": "ü"}
    for wrong in ({**headers, "webhook-id": "msg_2"}, {**headers, "webhook-timestamp": str(int(time.time()) - 1)}):
        with pytest.raises(WebhookVerificationError):
            Webhook(new).verify(body, wrong)
    with pytest.raises(WebhookVerificationError):
        Webhook(new_secret()).verify(body, headers)


def test_ten_attempts_take_three_days() -> None:
    totals = [sum((pause_after(number, base=15) for number in range(1, 10)), timedelta()) for _ in range(200)]
    assert timedelta(days=2) < min(totals) < max(totals) < timedelta(days=3.7)
    assert pause_after(1, base=15) <= timedelta(seconds=18)
    assert len({pause_after(3, base=15) for _ in range(10)}) > 1


def test_pauses_spread_a_fifth_to_both_sides_and_no_further() -> None:
    """What failed together must not come back together; the schedule in the guide must hold all the same."""
    for attempt, seconds in ((1, 15), (2, 60), (3, 240), (7, 15 * 4**6), (9, 86_400), (10, 86_400)):
        drawn = [pause_after(attempt, base=15).total_seconds() for _ in range(2_000)]
        assert seconds * 0.8 <= min(drawn) < seconds * 0.82
        assert seconds * 1.18 < max(drawn) <= seconds * 1.2


def test_a_receiver_of_short_pauses_may_ask_for_a_minute() -> None:
    """Where an administrator made all pauses short, a receiver that says "in a minute" is still believed."""
    assert pause_after(1, base=0.001, retry_after=60) == timedelta(seconds=60)
    assert pause_after(1, base=0.001, retry_after=61) == timedelta(seconds=60)
    assert pause_after(1, base=0.1, retry_after=10_000) == timedelta(seconds=576)


def test_a_receiver_cannot_ask_for_more_than_the_longest_pause() -> None:
    assert pause_after(1, base=15, retry_after=100) == timedelta(seconds=100)
    assert pause_after(1, base=15, retry_after=10**9) <= timedelta(days=1)
    assert pause_after(9, base=15, retry_after=1) > timedelta(hours=19)


async def test_during_a_rotation_both_secrets_verify(
    admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    made = await make_webhook(events=["project.created"])
    rotated = ok(await admin.post(f"/api/webhooks/{made['id']}/rotate-secret"))
    assert rotated["previous_secret_until"] is not None
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    [request] = await receiver.wait_for(1)
    assert len(request.headers["webhook-signature"].split()) == 2
    for secret in (made["secret"], rotated["secret"]):
        request.verified(secret)


async def test_a_rotation_without_overlap_ends_the_old_secret(
    admin: Person, receiver: Receiver, make_webhook: MakeWebhook
) -> None:
    made = await make_webhook(events=["project.created"])
    url = f"/api/webhooks/{made['id']}/rotate-secret"
    rotated = ok(await admin.post(url, json={"overlap_hours": 0}))
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)
    [request] = await receiver.wait_for(1)
    request.verified(rotated["secret"])
    with pytest.raises(WebhookVerificationError):
        request.verified(made["secret"])


async def test_a_secret_is_shown_once_and_lies_sealed(app: FastAPI, admin: Person, make_webhook: MakeWebhook) -> None:
    made = await make_webhook()
    assert made["secret"].startswith("whsec_")
    ok(await admin.post(f"/api/webhooks/{made['id']}/test"), 202)
    await ended(admin, "delivered")
    plain = made["secret"].removeprefix("whsec_")
    [delivery] = ok(await admin.get("/api/webhooks/deliveries"))["items"]
    for path in ("", f"/{made['id']}", "/deliveries", f"/deliveries/{delivery['id']}"):
        assert plain not in (await admin.get(f"/api/webhooks{path}")).text
    with as_system("test"):
        async with app.state.database.engine.connect() as connection:
            rows = (await connection.execute(text("SELECT * FROM webhook_endpoints"))).all()
    assert rows
    assert plain not in str(rows)

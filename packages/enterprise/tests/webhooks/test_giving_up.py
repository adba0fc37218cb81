"""An endpoint that never works is given up in the end, and people are told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from conftest_types import MakeWebhook
from fastapi import FastAPI
from support.waiting import until
from support_enterprise import Person
from support_mail import PostOffice
from support_receiver import Receiver
from support_teams import ok
from support_webhooks import ended
from verbatim_enterprise.host import Database, as_system
from verbatim_enterprise.webhooks.models import WebhookEndpoint


@pytest.fixture
def environment(mailing: dict[str, str]) -> dict[str, str]:
    return {**mailing, "VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "127.0.0.1"}


async def test_an_endpoint_that_fails_for_days_is_paused_and_its_owner_told(
    app: FastAPI, admin: Person, receiver: Receiver, make_webhook: MakeWebhook, office: PostOffice
) -> None:
    receiver.answers["/hook"] = [500]
    made = await make_webhook(events=["project.created"])
    database: Database = app.state.database
    with as_system("test"):
        async with database.transaction() as session:
            row = await session.get_one(WebhookEndpoint, made["id"])
            row.failing_since = datetime.now(UTC) - timedelta(days=5, hours=1)
    ok(await admin.post("/api/projects", json={"name": "Garden"}), 201)

    async def paused() -> bool:
        return bool(ok(await admin.get(f"/api/webhooks/{made['id']}"))["status"] == "paused")

    await until(paused)
    shown = ok(await admin.get(f"/api/webhooks/{made['id']}"))
    assert shown["status_reason"] == "Every attempt has failed for 5 days. The last one: The receiver answered 500."

    async def told() -> bool:
        return bool(office.mails)

    await until(told)
    [mail] = office.mails
    assert office.to == [["ada@example.org"]]
    assert mail["Subject"] == "The webhook to 127.0.0.1 was paused"
    # What happens meanwhile waits, and is sent when somebody resumes it.
    ok(await admin.post("/api/projects", json={"name": "Meanwhile"}), 201)
    receiver.answers["/hook"] = [204]
    ok(await admin.post(f"/api/webhooks/{made['id']}/resume"))
    assert len(await ended(admin, "delivered", 2)) == 2

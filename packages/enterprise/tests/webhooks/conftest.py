"""Fixtures: a receiver, and webhooks that lead to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from conftest_types import MakeWebhook
from support_enterprise import Person
from support_receiver import Receiver, receiving
from support_teams import Json, ok


@pytest.fixture
def environment(request: pytest.FixtureRequest) -> dict[str, str]:
    """Let webhooks reach this machine, and try again at once; with ``parametrize(indirect=True)`` more."""
    return {
        "VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "127.0.0.0/8",
        "VERBATIM_WEBHOOKS_RETRY_BASE_SECONDS": "0.05",
        "VERBATIM_PUBLIC_URL": "http://127.0.0.1:52780",
        **getattr(request, "param", {}),
    }


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """Give a server that gets webhooks."""
    async with receiving() as made:
        yield made


@pytest.fixture
def make_webhook(admin: Person, receiver: Receiver) -> MakeWebhook:
    """Add a webhook to the administrator's team, by default for everything, to a path of the receiver."""

    async def make(path: str = "/hook", events: list[str] | None = None, person: Person = admin, **more: Any) -> Json:
        body = {"url": f"{receiver.url}{path}", "events": events or ["*"], **more}
        return ok(await person.post("/api/webhooks", json=body), 201)

    return make

"""Administrators have mail when a budget is nearly used, and when it is: once each."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import pytest
from fastapi import FastAPI
from support.model_server import ModelServer
from support_enterprise import Person
from support_mail import PostOffice
from support_teams import ok
from verbatim_enterprise.llm.mails import mail_of_budgets


@pytest.fixture
def environment(mailing: dict[str, str]) -> Mapping[str, str]:
    return {**mailing, "VERBATIM_LLM_ALLOW_PRIVATE": "127.0.0.0/8"}


async def test_there_is_one_mail_at_80_percent_and_one_at_the_end(
    admin: Person, app: FastAPI, models: ModelServer, office: PostOffice, add_endpoint: Any, make_transcript: Any
) -> None:
    await add_endpoint()
    made = await make_transcript(admin)
    body = {"scope": "user", "id": admin.id, "period": "day", "limit_tokens": 8000}
    ok(await admin.post("/api/llm/budgets", json=body), 201)
    models.tokens = (6400, 100)
    ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    # However many servers look at the same time.
    assert sum(await asyncio.gather(*(mail_of_budgets(app.state.database) for _ in range(3)))) == 1
    assert await mail_of_budgets(app.state.database) == 0
    models.tokens = (1400, 100)
    ok(await admin.post(f"/api/ai/transcripts/{made.id}/summarize"))
    assert await mail_of_budgets(app.state.database) == 1
    for _ in range(200):
        if len(office.mails) == 2:
            break
        await asyncio.sleep(0.05)
    assert sorted(str(one["Subject"]) for one in office.mails) == [
        "80 % of a budget for language models is used",
        "A budget for language models is used up",
    ]
    said = "".join(one.as_string() for one in office.mails)
    assert admin.id not in said

"""Servers of language models: who adds them, who may use them, and where they may lie."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select
from support.model_server import GOOD_KEY, ModelServer
from support_enterprise import Person
from support_teams import ok
from verbatim_enterprise.license import verdict
from verbatim_enterprise.license.outlook import Outlook
from verbatim_enterprise.license.verdict import Verdict
from verbatim_enterprise.llm.models import LlmEndpoint
from verbatim_enterprise.system_session import system_transaction


async def test_a_key_is_kept_sealed_and_never_shown(admin: Person, app: FastAPI, add_endpoint: Any) -> None:
    made = await add_endpoint()
    assert made["has_key"]
    shown = [made, ok(await admin.get(f"/api/llm/endpoints/{made['id']}")), ok(await admin.get("/api/llm/endpoints"))]
    log = ok(await admin.get("/api/admin/audit"))
    assert GOOD_KEY not in json.dumps([*shown, log])
    async with system_transaction(app.state.database, read_only=True) as session:
        row = (await session.scalars(select(LlmEndpoint))).one()
    assert row.api_key is not None
    assert GOOD_KEY not in row.api_key


@pytest.mark.parametrize("kind", ["openai", "anthropic", "generic_openai"])
async def test_each_kind_of_server_is_asked_in_its_own_way(
    admin: Person, models: ModelServer, add_endpoint: Any, make_transcript: Any, kind: str
) -> None:
    made = await add_endpoint(kind=kind)
    tried = ok(await admin.post(f"/api/llm/endpoints/{made['id']}/test"))
    assert (tried["ok"], tried["models"]) == (True, ["garden-1", "garden-2"])
    models.cached = 20
    transcript = await make_transcript(admin)
    answer = ok(await admin.post(f"/api/ai/transcripts/{transcript.id}/summarize"))
    assert answer["provider"] == kind
    assert (answer["tokens_in"], answer["tokens_out"]) == (120, 30)
    assert models.keys[-1] == GOOD_KEY
    asked = models.requests[-1]
    assert asked["model"] == "garden-1"
    assert asked["max_completion_tokens" if kind == "openai" else "max_tokens"] > 0
    assert ("system" in asked) == (kind == "anthropic")


async def test_a_server_that_refuses_says_why(admin: Person, models: ModelServer, add_endpoint: Any) -> None:
    made = await add_endpoint(base_url="http://127.0.0.1:9")
    tried = ok(await admin.post(f"/api/llm/endpoints/{made['id']}/test"))
    assert tried == {
        "ok": False,
        "detail": "The language model's server cannot be reached at its address.",
        "models": [],
    }


@pytest.mark.parametrize("environment", [{"VERBATIM_LLM_ALLOW_PRIVATE": ""}], indirect=True)
@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9",
        "http://10.1.2.3",
        "http://169.254.169.254/latest",
        "http://[::1]:9",
        "http://2130706433",
        "ftp://x.org",
    ],
)
async def test_private_addresses_are_refused_unless_allowed(admin: Person, address: str) -> None:
    body = {"name": "Near", "kind": "generic_openai", "base_url": address}
    refused = await admin.post("/api/llm/endpoints", json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "llm_address")
    assert "webhook" not in refused.text


async def test_with_another_address_the_key_is_gone(admin: Person, add_endpoint: Any) -> None:
    made = await add_endpoint()
    path = f"/api/llm/endpoints/{made['id']}"
    assert ok(await admin.patch(path, json={"name": "Other"}))["has_key"]
    assert not ok(await admin.patch(path, json={"base_url": "http://127.0.0.1:10"}))["has_key"]
    assert ok(await admin.delete(path))["id"] == made["id"]
    assert (await admin.get(path)).json()["code"] == "llm_endpoint_not_found"


async def test_only_the_teams_that_may_use_a_server_do(
    admin: Person, bob: Person, add_endpoint: Any, make_transcript: Any
) -> None:
    team = (await admin.get("/api/info")).json()["user"]["owner"]
    made = await add_endpoint(team_ids=[team])
    model = made["models"][0]["id"]
    assert model in [one["id"] for one in ok(await admin.get("/api/llm/models"))["items"]]
    assert model not in [one["id"] for one in ok(await bob.get("/api/llm/models"))["items"]]
    mine = await make_transcript(bob)
    refused = await bob.post(f"/api/ai/transcripts/{mine.id}/summarize", json={"model": model})
    assert (refused.status_code, refused.json()["code"]) == (404, "llm_model_unknown")


async def test_without_the_entitlement_only_this_machine_answers(
    admin: Person, add_endpoint: Any, make_transcript: Any, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = await add_endpoint()
    transcript = await make_transcript(admin)
    found = verdict.verdict_on

    def without_anything(outlook: Outlook, writer_id: str | None) -> Verdict:
        return replace(found(outlook, writer_id), entitlements=frozenset())

    # Where the verdict is made: what is remembered of it is found anew every two seconds.
    monkeypatch.setattr(verdict, "verdict_on", without_anything)
    app.state.license.forget()
    for path in ("models", "usage", "endpoints", "budgets"):
        refused = await admin.get(f"/api/llm/{path}")
        assert (refused.status_code, refused.json()["code"]) == (402, "entitlement_missing")
    model = made["models"][0]["id"]
    refused = await admin.post(f"/api/ai/transcripts/{transcript.id}/summarize", json={"model": model})
    assert refused.status_code == 402
    assert ok(await admin.post(f"/api/ai/transcripts/{transcript.id}/summarize"))["model"] == "key_sentences"

"""Others answer in the place of a model that fails before its first word: those that were named, never at any price."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from support.factories import MadeTranscript
from support.model_server import GOOD_KEY, ModelServer, model_server
from support_enterprise import Person
from support_teams import Json, ok

CHEAP, USUAL, DEAR = 500_000, 1_000_000, 4_000_000
Prepare = Callable[..., Awaitable[None]]


@pytest.fixture
async def other() -> AsyncIterator[ModelServer]:
    """Give a second server of language models."""
    async with model_server() as server:
        server.answer = ("The other one says it. [1]\n",)
        yield server


@pytest.fixture
async def ids(admin: Person, add_endpoint: Any, other: ModelServer) -> dict[str, str]:
    """Give the ids of the first model and of three of another server, one of them without a price."""
    first = await add_endpoint()
    body = {"name": "Other", "kind": "anthropic", "base_url": other.url, "api_key": GOOD_KEY, "position": 200}
    names = ("cheap", "dear", "unpriced")
    second = ok(await admin.post("/api/llm/endpoints", json={**body, "models": [{"name": one} for one in names]}), 201)
    for endpoint, model, price in ((first, "garden-1", USUAL), (second, "cheap", CHEAP), (second, "dear", DEAR)):
        told = {"endpoint_id": endpoint["id"], "model": model, "input_micros": price, "output_micros": price}
        ok(await admin.post("/api/llm/prices", json=told), 201)
    return {one["name"]: one["id"] for shown in (first, second) for one in shown["models"]} | {"other": second["id"]}


@pytest.fixture
def order(admin: Person, ids: dict[str, str]) -> Prepare:
    """Name the models that stand in, and their ceiling."""

    async def name(*models: str, ceiling: int = 0) -> None:
        told = {"llm_fallback": ", ".join(ids[one] for one in models), "llm_fallback_ceiling": ceiling}
        ok(await admin.patch("/api/admin/settings", json=told))

    return name


async def summarize(person: Person, made: MadeTranscript, **body: Any) -> Any:
    return await person.post(f"/api/ai/transcripts/{made.id}/summarize", json=body)


async def used(admin: Person) -> list[tuple[str, str]]:
    rows: list[Json] = ok(await admin.get("/api/llm/usage"))["items"]
    return [(one["model"], one["outcome"]) for one in reversed(rows)]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("fault", ["overloaded", "no credit", "wrong key", "broken"])
async def test_the_next_one_answers_and_says_so_and_each_try_is_in_the_books(
    admin: Person, models: ModelServer, ids: dict[str, str], order: Prepare, make_transcript: Any, fault: str
) -> None:
    await order("garden-1", "cheap")
    made = await make_transcript(admin)
    models.fault = fault
    found = ok(await summarize(admin, made))
    assert (found["model"], found["provider"], found["cost_micros"]) == (ids["cheap"], "anthropic", 75)
    assert "The other one says it." in found["summary"]
    (first, second) = await used(admin)
    assert (first[0], first[1].startswith("llm_"), second) == ("garden-1", True, ("cheap", "ok"))
    talk = ok(await admin.post("/api/conversations", json={"transcript_ids": [made.id]}), 201)["id"]
    said = ok(await admin.post(f"/api/conversations/{talk}/messages", json={"content": "What?"}))
    assert said["model"] == ids["cheap"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("named", "ceiling", "answers"),
    [
        (["dear"], 0, None),
        (["dear"], DEAR - 1, None),
        (["dear", "cheap"], USUAL, "cheap"),
        (["dear", "cheap"], DEAR, "dear"),
        (["unpriced"], 10**12, None),
        (["garden-1"], DEAR, None),
    ],
)
async def test_none_stands_in_that_costs_more_than_the_ceiling(
    admin: Person,
    models: ModelServer,
    other: ModelServer,
    ids: dict[str, str],
    order: Prepare,
    make_transcript: Any,
    named: list[str],
    ceiling: int,
    answers: str | None,
) -> None:
    await order(*named, ceiling=ceiling)
    models.fault = "wrong key"
    answer = await summarize(admin, await make_transcript(admin))
    if answers is None:
        assert (answer.status_code, answer.json()["code"]) == (502, "llm_wrong_key")
        assert other.requests == []
    else:
        assert ok(answer)["model"] == ids[answers]
        assert [one["model"] for one in other.requests] == [answers]


async def test_none_stands_in_that_the_team_may_not_use(
    admin: Person, models: ModelServer, other: ModelServer, ids: dict[str, str], order: Prepare, make_transcript: Any
) -> None:
    await order("cheap")
    ok(await admin.patch(f"/api/llm/endpoints/{ids['other']}", json={"team_ids": ["somewhere else"]}))
    models.fault = "wrong key"
    assert (await summarize(admin, await make_transcript(admin))).json()["code"] == "llm_wrong_key"
    assert other.requests == []


async def test_none_stands_in_once_something_came_or_where_it_is_no_help(
    admin: Person, models: ModelServer, other: ModelServer, order: Prepare, make_transcript: Any
) -> None:
    await order("cheap")
    made = await make_transcript(admin)
    models.answer, models.fault = ("One. [1]\n", "Two. [1]\n"), "breaks off"
    assert "event: error" in (await summarize(admin, made, stream=True)).text
    for fault, code in (("refused", "llm_refused"), ("too long", "llm_too_long")):
        models.fault = fault
        assert (await summarize(admin, made)).json()["code"] == code
    assert other.requests == []


async def test_when_all_fail_the_first_failure_is_told_and_a_full_budget_stops_none(
    admin: Person, models: ModelServer, other: ModelServer, ids: dict[str, str], order: Prepare, make_transcript: Any
) -> None:
    await order("cheap", "dear", ceiling=DEAR)
    made = await make_transcript(admin)
    models.fault, other.fault = "wrong key", "overloaded"
    assert (await summarize(admin, made)).json()["code"] == "llm_wrong_key"
    # Whoever waits has waited already: each that stands in is asked once.
    assert [one["model"] for one in other.requests] == ["cheap", "dear"]
    assert len(await used(admin)) == 3
    body = {"scope": "installation", "period": "day", "limit_micros": 0}
    ok(await admin.post("/api/llm/budgets", json=body), 201)
    refused = await summarize(admin, made)
    assert (refused.status_code, refused.json()["code"]) == (402, "llm_budget_exhausted")
    assert len(await used(admin)) == 3

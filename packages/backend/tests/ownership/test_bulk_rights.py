"""Something done to many recordings is done with the rights that somebody has when each one's turn comes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory
from support.sign_in import HeaderProvider, as_owner


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    HeaderProvider.gone.clear()
    HeaderProvider.fewer.clear()


async def _ended(client: Client, run_id: str) -> dict[str, Any]:
    while True:
        found: dict[str, Any] = (await client.get(f"/api/bulk/{run_id}", headers=as_owner("alice"))).json()
        if found["ended_at"] is not None:
            return found
        await asyncio.sleep(0.05)


async def _total(client: Client, owner: str) -> int:
    found: int = (await client.get("/api/recordings", headers=as_owner(owner))).json()["total"]
    return found


async def test_the_rows_of_others_are_neither_done_nor_counted(client: Client, app: FastAPI) -> None:
    await Factory.of_owner(app, "alice").recordings([{}, {}])
    ids = await Factory.of_owner(app, "bob").recordings([{}, {}, {}])
    named = await client.post("/api/bulk", json={"action": "delete", "ids": ids}, headers=as_owner("alice"))
    assert (named.status_code, named.json()["code"]) == (422, "nothing_matches")
    started = await client.post("/api/bulk", json={"action": "delete"}, headers=as_owner("alice"))
    run = await _ended(client, started.json()["id"])
    assert (run["total"], run["done"]) == (2, 2)
    assert (await _total(client, "alice"), await _total(client, "bob")) == (0, 3)
    for path in ("", "/file"):
        assert (await client.get(f"/api/bulk/{run['id']}{path}", headers=as_owner("bob"))).status_code == 404
    for act in ("stop", "undo"):
        assert (await client.post(f"/api/bulk/{run['id']}/{act}", headers=as_owner("bob"))).status_code == 404
    assert (await client.get("/api/bulk", headers=as_owner("bob"))).json()["items"] == []


@pytest.mark.parametrize(
    ("action", "lacking"),
    [
        ("delete", "recording:delete"),
        ("transcribe", "recording:update"),
        ("assign", "project:update"),
        ("export", "transcript:read"),
    ],
)
async def test_whoever_may_not_is_refused_at_once(client: Client, app: FastAPI, action: str, lacking: str) -> None:
    await Factory.of_owner(app, "alice").recordings([{}])
    rest = ["recording:read", "recording:update", "recording:delete", "project:update", "transcript:read"]
    allowed = as_owner("alice", ",".join(one for one in rest if one != lacking))
    answer = await client.post("/api/bulk", json={"action": action}, headers=allowed)
    assert answer.status_code == 403, answer.text


@pytest.mark.parametrize("why", ["gone", "fewer"])
async def test_rights_that_end_before_its_turn_end_the_task(client: Client, app: FastAPI, why: str) -> None:
    await Factory.of_owner(app, "alice").recordings([{}, {}])
    await app.state.runtime.jobs.stop()
    started = await client.post("/api/bulk", json={"action": "delete"}, headers=as_owner("alice"))
    if why == "gone":
        HeaderProvider.gone.add("alice")
    else:
        HeaderProvider.fewer["alice"] = frozenset({"recording:read"})
    await app.state.runtime.jobs.start()
    run = await _ended(client, started.json()["id"])
    assert (run["state"], run["done"]) == ("stopped", 0)
    assert run["reason"]
    assert await _total(client, "alice") == 2

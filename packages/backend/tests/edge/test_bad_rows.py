"""A row that holds what no door writes: it is shown as such, and so are all the others."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Literal

import pytest
from fastapi import FastAPI
from pydantic import BaseModel, ValidationError
from sqlalchemy import text
from support.client import Client
from support.factories import Factory
from support.waiting import until
from verbatim.core.db import Database
from verbatim.core.inbound import UNSHOWN, ShownJson
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import as_system
from verbatim.core.shown import shown


async def _planted(app: FastAPI, statement: str, **values: Any) -> None:
    with as_system("what an older version let in, or somebody by hand"):
        async with app.state.database.transaction() as session:
            await session.execute(text(statement), values)


async def _document(client: Client, name: str) -> str:
    answer = await client.post("/api/documents", files={"file": (name, b"A plan of the garden.")})
    assert answer.status_code == 201, answer.text
    made = str(answer.json()["id"])

    async def has_been_read() -> bool:
        found = (await client.get(f"/api/documents/{made}")).json()
        return bool(found["status"] == "completed")

    await until(has_been_read)
    return made


@pytest.mark.parametrize("status", ["archived", "", "COMPLETED", "ready "])
async def test_a_document_in_a_state_that_there_is_not(client: Client, app: FastAPI, status: str) -> None:
    good, bad = await _document(client, "good.txt"), await _document(client, "bad.txt")
    await _planted(app, "UPDATE documents SET status = :status, error = NULL WHERE id = :id", status=status, id=bad)
    listed = (await client.get("/api/documents")).json()
    items = {item["id"]: item for item in listed["items"]}
    assert listed["total"] == 2
    assert items[good]["error"] is None
    assert (items[bad]["status"], items[bad]["error"]) == (
        "failed",
        "The server cannot read what is stored here: status.",
    )
    assert (await client.get(f"/api/documents/{bad}")).json()["status"] == "failed"
    assert (await client.get(f"/api/documents/{bad}/properties")).json()["status"] == "failed"
    assert (await client.get("/api/search/global", params={"q": "garden"})).status_code == 200
    assert (await client.delete(f"/api/documents/{bad}")).status_code == 200


@pytest.mark.parametrize("column", ["payload", "result"])
@pytest.mark.parametrize("value", ['[1, "x"]', '"text"', "12", "[" * 40 + "]" * 40, '{"a": 1e999}'])
async def test_a_job_that_was_told_something_else_than_words_with_values(
    client: Client, app: FastAPI, column: str, value: str
) -> None:
    database: Database = app.state.database
    with as_system("test"):
        async with database.transaction() as session:
            good = (await enqueue(session, "nobody_runs_this", {"a": 1})).id
            bad = (await enqueue(session, "nobody_runs_this", {})).id
    cast = "CAST(:value AS json)" if database.dialect == "postgresql" else ":value"
    await _planted(app, f"UPDATE jobs SET {column} = {cast} WHERE id = :id", value=value, id=bad)  # noqa: S608 - a constant
    items = {item["id"]: item for item in (await client.get("/api/jobs")).json()["items"]}
    assert items[good]["payload"] == {"a": 1}
    assert set(items[bad][column]) == {UNSHOWN}
    assert (await client.get(f"/api/jobs/{bad}")).json()[column] == items[bad][column]


@pytest.mark.parametrize("state", ["resting", ""])
async def test_a_task_in_a_state_that_there_is_not(client: Client, app: FastAPI, factory: Factory, state: str) -> None:
    made = await factory.recording()
    runs = [
        (await client.post("/api/bulk", json={"action": "transcribe", "ids": [made]})).json()["id"] for _ in range(2)
    ]

    async def have_ended() -> bool:
        return all(one["ended_at"] for one in (await client.get("/api/bulk")).json()["items"])

    await until(have_ended)
    await _planted(app, "UPDATE bulk_runs SET state = :state WHERE id = :id", state=state, id=runs[0])
    items = {item["id"]: item for item in (await client.get("/api/bulk")).json()["items"]}
    assert items[runs[0]]["state"] == "failed"
    assert set(items) == set(runs)


class _State(StrEnum):
    BEGUN = "begun"
    ENDED = "ended"


class _Said(BaseModel):
    id: str
    state: Literal["queued", "failed"] = "queued"
    phase: _State = _State.BEGUN
    pages: int = 0
    length: float | None = None
    at: datetime = datetime(2026, 1, 1, tzinfo=UTC)
    names: list[str] = []
    error: str | None = None


class _Kept(BaseModel):
    id: str
    size: int
    metadata: ShownJson


@pytest.mark.parametrize(
    ("name", "value", "stand_in"),
    [
        ("state", "gone", "failed"),
        ("state", 5, "failed"),
        ("phase", "gone", _State.BEGUN),
        ("pages", "many", 0),
        ("pages", None, 0),
        ("length", "long", None),
        ("at", "yesterday", datetime(1970, 1, 1, tzinfo=UTC)),
        ("names", "Ada", []),
    ],
)
def test_what_cannot_be_read_is_left_empty_and_named(name: str, value: Any, stand_in: Any) -> None:
    row = _Said(id="1", error=None).model_dump() | {name: value}
    found = shown(_Said, row)
    assert getattr(found, name) == stand_in
    assert found.error == f"The server cannot read what is stored here: {name}."
    assert shown(_Said, row | {"error": "It broke."}).error == "It broke.", "what was said before stays"


def test_a_row_without_an_error_says_it_beside_its_metadata() -> None:
    found = shown(_Kept, {"id": "1", "size": "large", "metadata": {"a": 1}})
    assert (found.size, set(found.metadata)) == (0, {"a", UNSHOWN})
    found = shown(_Kept, {"id": "1", "size": "large", "metadata": "neither is this"})
    assert (found.size, set(found.metadata)) == (0, {UNSHOWN})


def test_a_field_that_was_forgotten_is_a_fault_of_ours() -> None:
    with pytest.raises(ValidationError):
        shown(_Kept, {"id": "1", "metadata": {}})

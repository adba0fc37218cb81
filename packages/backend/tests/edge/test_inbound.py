"""One rule for what comes in, and a list that survives what is in the database already."""

from __future__ import annotations

import json
import time
from typing import Annotated, Any

import pytest
from fastapi import FastAPI
from pydantic import Field, ValidationError
from sqlalchemy import text
from support.client import Client
from support.factories import Factory
from support.recordings import REPORT
from verbatim.core.db import Database
from verbatim.core.inbound import FreeJsonError, RequestBody, check_json
from verbatim.core.jobs.errors import JobPayloadError
from verbatim.core.jobs.queue import enqueue
from verbatim.core.ownership import as_system
from verbatim.search.query import parse_query
from verbatim.search.snippets import snippet

OUT_OF_REACH = [
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
]


def nested(depth: int) -> dict[str, Any]:
    value: Any = 0
    for _ in range(depth - 1):
        value = [value]
    return {"a": value}


@pytest.mark.parametrize("depth", [33, 100, 255, 300, 600])
async def test_metadata_that_no_answer_could_hold_is_refused_at_every_door(
    client: Client, factory: Factory, depth: int
) -> None:
    recording = await factory.recording()
    body = {"metadata": nested(depth)}
    project = (await client.post("/api/projects", json={"name": "Good"})).json()["id"]
    for method, path in (
        ("PATCH", f"/api/recordings/{recording}"),
        ("PATCH", f"/api/projects/{project}"),
        ("POST", "/api/projects"),
    ):
        answer = await client.request(method, path, json={**body, **({"name": "x"} if "projects" in path else {})})
        assert answer.status_code == 422, path
        assert answer.json()["code"] == "bad_metadata"
    assert (await client.get("/api/recordings")).status_code == 200


def test_the_limits_of_free_json() -> None:
    check_json(nested(32))
    check_json({"a": 2**63 - 1, "b": [1.5, None, True, "ü"]})
    refused: list[Any] = [
        nested(33),
        {"a": float("nan")},
        {"a": [float("inf")]},
        {"a": 2**63},
        {"a": -(10**400)},
        {"a": "x" * 40_000},
        {"a": "\ud800"},
        {str(number): 0 for number in range(6_000)},
        {"a": [[]] * 6_000},
    ]
    for value in refused:
        with pytest.raises(FreeJsonError):
            check_json(value)


async def test_a_job_is_told_no_more_than_can_be_kept_and_shown(client: Client, app: FastAPI) -> None:
    database: Database = app.state.database
    kept = {"a": "x" * 200_000, "deep": nested(30)}
    refused: list[dict[str, Any]] = [
        nested(33),
        {"a": "x" * 300_000},
        {str(number): 0 for number in range(6_000)},
        {"a": [[]] * 6_000},
        {"a": float("nan")},
        {"a": 2**63},
        {"a": "\ud800"},
    ]
    with as_system("test"):
        async with database.transaction() as session:
            job = await enqueue(session, "nobody_runs_this", kept)
            for payload in refused:
                with pytest.raises(JobPayloadError, match=r"This cannot be done later, because .*\.$") as error:
                    await enqueue(session, "nobody_runs_this", payload)
                assert (error.value.status_code, error.value.code) == (422, "job_payload")
    shown = (await client.get("/api/jobs")).json()
    assert [one["id"] for one in shown["items"]] == [job.id]


@pytest.mark.parametrize(
    "stored", ['{"a":' * 300 + "0" + "}" * 300, "[" * 900 + "]" * 900, '"text"', "[]", "12", '{"a": 1e999}']
)
async def test_a_list_survives_a_row_that_cannot_be_shown(
    client: Client, app: FastAPI, factory: Factory, stored: str
) -> None:
    good, bad = await factory.recording(), await factory.recording()
    project = (await client.post("/api/projects", json={"name": "Bad"})).json()["id"]
    database: Database = app.state.database
    cast = "CAST(:value AS json)" if database.dialect == "postgresql" else ":value"
    with as_system("what an older version let in"):
        async with database.transaction() as session:
            for update, row in (
                ("UPDATE recordings SET metadata = ", bad),
                ("UPDATE projects SET metadata = ", project),
            ):
                await session.execute(text(update + cast + " WHERE id = :id"), {"value": stored, "id": row})
    listed = await client.get("/api/recordings")
    assert listed.status_code == 200
    shown = {item["id"]: item["metadata"] for item in listed.json()["items"]}
    assert shown[good] != shown[bad]
    assert set(shown[bad]) == {"unshown"}
    assert (await client.get(f"/api/recordings/{bad}")).status_code == 200
    assert (await client.get("/api/projects")).status_code == 200
    assert (await client.delete(f"/api/recordings/{bad}")).status_code == 200


@pytest.mark.parametrize("moment", OUT_OF_REACH)
@pytest.mark.parametrize("name", ["date_from", "date_to"])
async def test_times_out_of_reach(client: Client, moment: str, name: str) -> None:
    answer = await client.get("/api/recordings", params={name: moment})
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["query", name]


async def test_times_within_reach(client: Client) -> None:
    for moment in ("0001-01-03T00:00:00+14:00", "9999-12-29T23:59:59-12:00", "2026-01-01T00:00:00", "2026-01-01"):
        assert (await client.get("/api/recordings", params={"date_from": moment})).status_code == 200


async def test_a_date_of_a_browser_beyond_the_calendar(client: Client) -> None:
    recording = (await client.upload(transcribe="false"))["id"]
    for path in (f"/api/recordings/{recording}/audio", "/", "/docs/start.js"):
        for date in (
            "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
            "Mon, 01 Jan 0000 00:00:00 GMT",
            "\x00",
            "x" * 900,
        ):
            answer = await client.get(path, headers={"If-Modified-Since": date})
            assert answer.status_code == 200, (path, date)


async def test_unknown_query_parameters_are_named(client: Client) -> None:
    for path in (
        "/api/recordings?q=x",
        "/api/projects?page=1&nonsense=2",
        "/api/projects?from=2026-01-01",
        "/api/info?x",
    ):
        answer = await client.get(path)
        assert answer.status_code == 422, path
        (problem,) = answer.json()["detail"]
        assert problem["type"] == "extra_forbidden"
        assert problem["loc"][0] == "query"


async def test_unknown_fields_are_named(client: Client) -> None:
    answer = await client.post("/api/tags", json={"name": "a", "colour": "red"})
    assert answer.status_code == 422
    (problem,) = answer.json()["detail"]
    assert problem["loc"] == ["body", "colour"]


async def test_unknown_fields_of_an_upload_are_named(client: Client) -> None:
    speech = {"file": ("a.wav", REPORT.read_bytes())}
    answer = await client.post("/api/recordings/upload", files=speech, data={"titel": "a"})
    assert answer.status_code == 422
    assert answer.json()["detail"][0]["loc"] == ["body", "titel"]
    assert (await client.get("/api/recordings")).json()["total"] == 0


def test_every_body_refuses_unknown_fields(app: FastAPI) -> None:
    schema = app.openapi()
    for path, item in schema["paths"].items():
        for method, operation in item.items():
            content = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if content is None:
                continue
            name = json.dumps(content).partition("#/components/schemas/")[2].partition('"')[0]
            assert schema["components"]["schemas"][name]["additionalProperties"] is False, f"{method} {path}"


def test_a_snippet_costs_no_more_than_its_window() -> None:
    text_of_many = "a " * 10_000
    terms = parse_query(" ".join(["a"] * 32))
    started = time.process_time()
    for _ in range(20):
        parts = snippet(text_of_many, terms)
    assert (time.process_time() - started) / 20 < 0.05
    assert sum(len(part.text) for part in parts) < 260
    late = "b " * 9_000 + "é needle " + "needle " * 50
    assert "needle" in [part.text for part in snippet(late, parse_query("needle")) if part.hit]


HALF = "half \ud83d of a smile"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/api/recordings/bulk-delete", {"ids": [HALF]}),
        ("POST", "/api/recordings/bulk-assign", {"ids": [HALF], "project_id": None}),
        ("POST", "/api/trash/restore", {"ids": ["\ud800"]}),
        ("POST", "/api/trash/purge", {"ids": ["\udfff"]}),
        ("POST", "/api/projects", {"name": HALF}),
        ("POST", "/api/bulk", {"action": "delete", "ids": [HALF]}),
    ],
)
async def test_half_a_character_is_nobodys_fault_here(
    client: Client, method: str, path: str, body: dict[str, Any]
) -> None:
    content = json.dumps(body)
    assert "\\ud" in content
    answer = await client.request(method, path, content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code < 500, answer.text


class _Numbers(RequestBody):
    plain: int = 1
    bounded: Annotated[int, Field(ge=0)] | None = None
    real: float | None = None
    several: list[int] = []  # noqa: RUF012 - a field
    flag: bool = False
    either: int | bool = 0
    text: str = ""


@pytest.mark.parametrize("name", ["plain", "bounded", "real", "several", "text"])
@pytest.mark.parametrize("truth", [True, False])
def test_a_truth_is_no_number(name: str, truth: bool) -> None:  # noqa: FBT001 - what is tested
    with pytest.raises(ValidationError) as error:
        _Numbers.model_validate({name: truth})
    assert error.value.errors()[0]["loc"] == (name,)


def test_a_truth_is_a_truth() -> None:
    assert _Numbers.model_validate({"flag": True, "either": True, "plain": 7}).model_dump()["either"] is True

"""Traces: a small collector hears of requests and jobs what it may, and nothing else; without one nothing is made."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from aiohttp import web
from pydantic import SecretStr, ValidationError
from sqlalchemy import select
from support.recordings import GARDEN
from support.waiting import until
from verbatim.app import create_app
from verbatim.config import Settings
from verbatim.core.jobs.models import Job
from verbatim.core.ownership import as_system
from verbatim.core.settings.current import begin_with
from verbatim.core.spans import is_tracing, read_carried, read_traceparent
from verbatim.traces.settings import TraceSettings

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"
SECRET = "Bearer c0llector-s3cret"


class Collector:
    """Takes spans as an OpenTelemetry collector does."""

    def __init__(self) -> None:
        self.url = ""
        self.spans: list[dict[str, Any]] = []
        self.headers: list[str | None] = []
        self.bodies: list[str] = []
        self.status = 200

    async def take(self, request: web.Request) -> web.Response:
        body = await request.text()
        self.bodies.append(body)
        self.headers.append(request.headers.get("authorization"))
        for resource in json.loads(body)["resourceSpans"]:
            for scope in resource["scopeSpans"]:
                self.spans += scope["spans"]
        return web.json_response({}, status=self.status, headers={"Location": "/elsewhere"})

    def named(self, name: str) -> list[dict[str, Any]]:
        return [span for span in self.spans if span["name"] == name]

    async def hears(self, name: str) -> dict[str, Any]:
        async def heard() -> bool:
            return bool(self.named(name))

        await until(heard, 80)
        return self.named(name)[0]


@pytest.fixture
async def collector() -> AsyncIterator[Collector]:
    found = Collector()
    app = web.Application()
    app.router.add_post("/v1/traces", found.take)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    found.url = f"http://{host}:{port}"
    yield found
    await runner.cleanup()


@asynccontextmanager
async def served(settings: Settings) -> AsyncIterator[tuple[Any, httpx.AsyncClient]]:
    application = create_app(settings, [])
    async with application.router.lifespan_context(application):
        transport = httpx.ASGITransport(app=application)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:52780") as client:
            yield application, client


@pytest.fixture
def told(collector: Collector) -> Iterator[Collector]:
    """Give the collector that servers send to."""
    begin_with(TraceSettings(traces_endpoint=collector.url, traces_headers=SecretStr(f"authorization={SECRET}")))
    yield collector
    begin_with(TraceSettings())


async def upload(client: httpx.AsyncClient, **headers: str) -> str:
    with GARDEN.open("rb") as file:
        answer = await client.post(
            "/api/recordings/upload", files={"file": ("very private name.ogg", file)}, headers=headers
        )
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def job_of(application: Any) -> Job:
    with as_system("a test"):
        async with application.state.database.transaction(read_only=True) as session:
            found: Job = (await session.scalars(select(Job).where(Job.job_type == "transcribe"))).one()
            return found


async def test_a_request_and_its_job_are_one_trace(settings: Settings, told: Collector) -> None:
    async with served(settings) as (application, client):
        recording = await upload(client, traceparent=f"00-{TRACE}-{PARENT}-01")
        await client.get(f"/api/recordings/{recording}", params={"secret": "s3arched"})
        await client.get("/health")
        asked = await told.hears("POST /api/recordings/upload")
        worked = await told.hears("job transcribe")
        read = await told.hears("GET /api/recordings/{recording_id}")
        carried = read_carried((await job_of(application)).trace)
    assert (asked["traceId"], asked["parentSpanId"], asked["kind"]) == (TRACE, PARENT, 2)
    assert (worked["traceId"], worked["parentSpanId"], worked["kind"]) == (TRACE, asked["spanId"], 5)
    assert carried == (TRACE, asked["spanId"])
    assert read["traceId"] != TRACE
    assert int(asked["endTimeUnixNano"]) > int(asked["startTimeUnixNano"])
    names = {span["name"] for span in told.spans}
    assert not [name for name in names if "health" in name], "who only looks whether it lives leaves no trace"
    text = "".join(told.bodies)
    for private in ("very private name", "s3arched", recording, SECRET, "127.0.0.1"):
        assert private not in text
    assert set(told.headers) == {SECRET}


async def test_spans_are_lost_and_not_waited_for_while_the_collector_is_away(
    settings: Settings, told: Collector, capsys: pytest.CaptureFixture[str]
) -> None:
    told.status = 307  # and it is not followed to where it says
    async with served(settings) as (application, client):
        for _ in range(3):
            assert (await client.get("/api/recordings")).status_code == 200
        await told.hears("GET /api/recordings")
        async with asyncio.timeout(10):
            while application.state.traces.lost < 3:  # noqa: ASYNC110 - another task counts
                await asyncio.sleep(0.05)
    said = capsys.readouterr()
    assert (said.out + said.err).count("traces_not_sent") == 1
    assert SECRET not in said.out + said.err


async def test_without_a_collector_no_span_is_made_and_jobs_still_know_their_trace(settings: Settings) -> None:
    async with served(settings) as (application, client):
        assert not is_tracing()
        await upload(client, traceparent=f"00-{TRACE}-{PARENT}-01")
        assert (await job_of(application)).trace == TRACE


def test_headers_that_are_none_begin_no_trace() -> None:
    good = f"00-{TRACE}-{PARENT}-01"
    assert read_traceparent(good) == (TRACE, PARENT)
    nothing = (f"00-{'0' * 32}-{PARENT}-01", f"00-{TRACE}-{'0' * 16}-01")
    for bad in (None, "", good.upper(), good[:-1], f"ff{good[2:]}", *nothing):
        assert read_traceparent(bad) is None


@pytest.mark.parametrize(
    "wrong", ["collector:4318", "file:///etc/passwd", "http://ada:secret@collector", "http://c/?a=1"]
)
def test_addresses_that_are_none_are_refused(monkeypatch: pytest.MonkeyPatch, wrong: str, tmp_path: Path) -> None:
    monkeypatch.setenv("VERBATIM_TRACES_ENDPOINT", wrong)
    with pytest.raises(ValidationError, match="an address such as"):
        TraceSettings()
    monkeypatch.setenv("VERBATIM_TRACES_ENDPOINT", "")
    monkeypatch.setenv("VERBATIM_TRACES_HEADERS", "no equals sign")
    with pytest.raises(ValidationError, match="name=value"):
        TraceSettings()

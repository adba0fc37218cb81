"""What the log says of who asked, for which trace, and of slow statements; and what it never says."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy import select, text
from structlog.testing import capture_logs
from support.client import Client
from verbatim.config import Settings
from verbatim.core import http
from verbatim.core.logging import logged_request
from verbatim.core.ownership import as_system
from verbatim.recordings.models import Recording

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"slow_statement_ms": 1})


async def test_a_request_is_logged_with_who_asked(app: FastAPI, client: Client) -> None:
    with capture_logs() as log:
        await client.get("/api/recordings")
    (line,) = [one for one in log if one["event"] == "request"]
    assert line["user"] == "local"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (f"00-{TRACE}-00f067aa0ba902b7-01", TRACE),
        (f"00-{TRACE.upper()}-00f067aa0ba902b7-01", None),
        ("nonsense\x7f", None),
        (f"00-{TRACE}-00f067aa0ba902b7-01-more", None),
    ],
)
async def test_a_trace_is_carried_on(
    app: FastAPI, client: Client, monkeypatch: pytest.MonkeyPatch, given: str, expected: str | None
) -> None:
    bound: list[dict[str, object]] = []

    def note(_: object) -> dict[str, str]:
        bound.append(dict(logged_request.get()))
        return {}

    monkeypatch.setattr(http, "_who", note)
    await client.get("/api/recordings", headers={"traceparent": given})
    assert bound[0].get("trace_id") == expected
    assert bound[0]["request_id"]


async def test_a_slow_statement_is_named_without_its_values(app: FastAPI) -> None:
    database = app.state.database
    with capture_logs() as log, as_system("test"):
        async with database.transaction(read_only=True) as session:
            for _ in range(200):  # one of them takes a millisecond
                await session.execute(select(Recording).where(Recording.title.like("%hush-hush%")))
            slow = (
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200000) SELECT max(i), 'hush'"
            )
            await session.connection()
            await (await session.connection()).exec_driver_sql(f"{slow} FROM n")
            await session.execute(text(f"{slow} FROM n"))
    named = [line["statement"] for line in log if line["event"] == "slow_statement"]
    assert "WITH" in named  # written by hand: no more than how it begins
    assert "hush-hush" not in str(log)
    assert all(line["ms"] >= 1 for line in log if line["event"] == "slow_statement")

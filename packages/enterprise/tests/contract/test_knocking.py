"""Schemathesis knocks at every route as everybody, on both databases: a part of what `make bench` does (`api_fuzz`)."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
import structlog
from conftest_types import MakePerson
from fastapi import FastAPI
from support.engines import install_quick_engine
from support.moments import drawn
from support_enterprise import Person
from support_fuzz.campaign import ROLES, Outcome, check, knock
from support_fuzz.cases import name_of, requests_for, routes_of
from support_templates import settings_for
from verbatim.app import create_app
from verbatim.system import checks
from verbatim_enterprise.plugin import EnterprisePlugin

CASES = 125
"""For each of four roles on each of two databases: a thousand together."""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Listen to nothing, and write no line for each of many requests."""
    install_quick_engine(monkeypatch)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Give the description, which is the same for all these servers; making it takes a second."""
    return create_app(settings_for("", tmp_path_factory.mktemp("described")), [EnterprisePlugin()]).openapi()


@pytest.mark.timeout(200)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("admin")
async def test_no_answer_is_one_that_the_description_does_not_have(
    app: FastAPI, description: dict[str, Any], role: str
) -> None:
    app.openapi_schema = description
    outcome = await knock(app, role, CASES, seed=int(drawn("which requests", 0, 1_000_000)))
    assert outcome.sent >= CASES * 0.9
    assert not outcome.wrong, outcome.told()


@pytest.mark.parametrize(
    ("name", "status", "content", "media_type", "says"),
    [
        ("GET /api/tags", 200, '{"items": 3}', "application/json", "violates schema"),
        ("GET /api/tags", 500, '{"detail": "x", "code": "y"}', "application/json", "Undocumented status"),
        ("GET /api/tags", 418, '{"detail": "x", "code": "y"}', "application/json", "Undocumented status"),
        ("GET /api/tags", 401, '{"detail": "x", "code": "made_up"}', "application/json", "made_up is not documented"),
        ("GET /api/tags", 401, '{"code": "not_signed_in"}', "application/json", "violates schema"),
        ("GET /api/users/export", 200, "<html>", "text/html", "Undocumented Content-Type"),
        ("GET /api/recordings/{recording_id}/audio", 200, "{}", "application/json", "Undocumented Content-Type"),
        ("GET /api/auth/oidc/{provider_id}/login", 307, "", "text/plain", "Undocumented status"),
        ("GET /api/tags", 502, '{"detail": "x", "code": "y"}', "application/json", "Undocumented status"),
        (
            "POST /api/ai/transcripts/{transcript_id}/summarize",
            502,
            '{"detail": "x", "code": "y"}',
            "application/json",
            "y is not documented",
        ),
    ],
)
def test_a_wrong_answer_is_noticed(
    description: dict[str, Any], name: str, status: int, content: str, media_type: str, says: str
) -> None:
    (route,) = [one for one in routes_of(description, with_credentials=False) if name_of(one) == name]
    outcome = Outcome()
    ((case, prepared),) = requests_for(route, 1, {}, seed=1)
    answer = httpx.Response(status, text=content, headers={"Content-Type": media_type})
    answer.request = httpx.Request(prepared.method or "", prepared.url or "")
    answer.elapsed = timedelta(0)
    check(case, route, answer, outcome)
    assert any(says in kind for kind in outcome.wrong), outcome.told()


def _content(description: dict[str, Any], path: str, status: str = "200") -> set[str]:
    return set(description["paths"][path]["get"]["responses"][status].get("content", {}))


def test_files_are_described_as_what_they_are(description: dict[str, Any]) -> None:
    audio = "/api/recordings/{recording_id}/audio"
    assert _content(description, audio) == _content(description, audio, "206") >= {"audio/*", "video/*"}
    assert {"304", "416"} <= set(description["paths"][audio]["get"]["responses"])
    export = _content(description, "/api/transcripts/{transcript_id}/export")
    assert {kind.partition(";")[0] for kind in export} == {
        "text/plain",
        "application/x-subrip",
        "text/vtt",
        "text/markdown",
        "application/json",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    }
    assert _content(description, "/api/events") == {"text/event-stream"}
    assert _content(description, "/api/users/export") == {"text/csv; charset=utf-8"}
    for path in ("login", "callback"):
        told = description["paths"][f"/api/auth/oidc/{{provider_id}}/{path}"]["get"]["responses"]
        assert "303" in told
        assert "307" not in told


async def test_a_server_that_is_not_ready_says_so_as_described(
    description: dict[str, Any], admin: Person, visitor: MakePerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    (route,) = [one for one in routes_of(description, with_credentials=False) if name_of(one) == "GET /health/ready"]
    ((case, _),) = requests_for(route, 1, {}, seed=1)
    outcome = Outcome()
    check(case, route, await admin.get("/health/ready"), outcome)
    monkeypatch.setattr(checks, "CHECK_TIMEOUT", 0)  # nothing answers so soon
    for client in (admin, visitor()):
        answer = await client.get("/health/ready")
        assert answer.status_code == 503, answer.text
        check(case, route, answer, outcome)
    assert [kind for kind in outcome.wrong if "Server error" not in kind] == []

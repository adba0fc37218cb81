"""Every error looks the same, tells a person what happened, and tells nobody what is inside."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
from structlog.testing import capture_logs
from support.client import Client


def _told(answer: httpx.Response, status: int, code: str) -> str:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-request-id"]
    body = answer.json()
    assert set(body) == {"detail", "code"}
    assert body["code"] == code
    sentence: str = body["detail"]
    return sentence


async def test_an_unknown_address_of_the_api(client: Client) -> None:
    for path in ("/api/nothing", "/api/recordings/x/nothing", "/api/", "/health/nothing"):
        _told(await client.get(path), 404, "not_found")
    _told(await client.post("/api/nothing", json={}), 404, "not_found")


async def test_a_missing_recording(client: Client) -> None:
    assert _told(await client.get("/api/recordings/x"), 404, "recording_not_found") == "There is no such recording."


async def test_a_known_address_with_a_wrong_method(client: Client) -> None:
    for method, path in (("DELETE", "/api/info"), ("POST", "/api/stats"), ("PUT", "/api/recordings/x")):
        answer = await client.request(method, path)
        _told(answer, 405, "method_not_allowed")
        assert "GET" in answer.headers["allow"]


async def test_an_address_with_a_slash_too_many_is_another_address(client: Client) -> None:
    _told(await client.get("/api/recordings/"), 404, "not_found")
    _told(await client.get("/api/stats/"), 404, "not_found")


async def test_a_conflict(client: Client) -> None:
    _told(await client.get("/api/trouble/conflict"), 409, "conflict")
    await client.post("/api/tags", json={"name": "twice"})
    _told(await client.post("/api/tags", json={"name": "Twice"}), 409, "tag_exists")


async def test_a_rejected_request_lists_its_problems_without_echoing_them(client: Client) -> None:
    answer = await client.post("/api/tags", json={"name": "", "color": "my-secret"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "validation_error"
    problems = answer.json()["detail"]
    assert {tuple(problem["loc"]) for problem in problems} == {("body", "name"), ("body", "color")}
    assert all(set(problem) == {"type", "loc", "msg"} for problem in problems)
    assert "my-secret" not in answer.text


async def test_a_body_that_is_no_json(client: Client) -> None:
    answer = await client.post("/api/tags", content=b"{", headers={"Content-Type": "application/json"})
    assert answer.status_code == 422
    assert answer.json()["code"] == "validation_error"


async def test_a_crash_is_logged_and_hidden(client: Client) -> None:
    with capture_logs() as log:
        answer = await client.get("/api/trouble/crash", headers={"X-Request-Id": "abc-1"})
    _told(answer, 500, "internal_error")
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["x-request-id"] == "abc-1"
    assert answer.headers["x-content-type-options"] == "nosniff"
    (entry,) = [entry for entry in log if entry["event"] == "unexpected_error"]
    assert str(entry["exc_info"]) == "the secret cause"


async def test_a_database_that_is_gone_is_told_apart_from_a_crash(client: Client) -> None:
    answer = await client.get("/api/trouble/database-gone")
    _told(answer, 503, "unavailable")
    assert answer.headers["retry-after"] == "5"
    assert "10.0.0.7" not in answer.text


async def test_a_body_above_the_limit(client: Client) -> None:
    _told(await client.post("/api/tags", json={"name": "x" * 3000}), 413, "too_large")


async def test_a_body_above_the_limit_that_does_not_say_so(client: Client) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(30):
            yield b" " * 100

    headers = {"Content-Type": "application/json"}
    _told(await client.post("/api/tags", content=pieces(), headers=headers), 413, "too_large")


async def test_a_body_length_that_is_no_number(client: Client) -> None:
    headers = {"Content-Type": "application/json", "Content-Length": "-5"}
    _told(await client.post("/api/tags", content=b"{}", headers=headers), 413, "too_large")


async def test_a_body_within_the_limit_passes_in_pieces(client: Client) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b'{"name": '
        yield b'"in pieces"}'

    answer = await client.post("/api/tags", content=pieces(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 201


async def test_an_upload_above_its_own_limit(client: Client) -> None:
    answer = await client.post("/api/recordings/upload", files={"file": ("a.wav", b"x" * 1_100_000)})
    assert answer.status_code == 413
    assert answer.json()["code"] == "upload_too_large"


@pytest.mark.parametrize("given", ["x" * 65, "a b", "a\tb", ""])
async def test_a_strange_request_id_is_replaced(client: Client, given: str) -> None:
    answer = await client.get("/api/info", headers={"X-Request-Id": given})
    assert answer.headers["x-request-id"] not in {given, ""}

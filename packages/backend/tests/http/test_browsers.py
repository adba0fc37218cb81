"""What keeps other web sites away from a server without sign-in, and what pages may do."""

from __future__ import annotations

import pytest
from support.client import Client


@pytest.mark.parametrize("host", ["127.0.0.1:52780", "localhost", "[::1]:52780", "LOCALHOST:1"])
async def test_own_names_are_answered(client: Client, host: str) -> None:
    assert (await client.get("/api/info", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "localhost@evil.example", "[::1"])
async def test_a_name_that_was_bent_to_this_address_is_not(client: Client, host: str) -> None:
    for path in ("/api/recordings", "/", "/docs"):
        answer = await client.get(path, headers={"Host": host})
        assert answer.status_code == 421
        assert answer.json()["code"] == "unknown_host"


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://127.0.0.1:52780"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Origin": "null"},
        {"Origin": "http://["},
        {"Origin": ""},
    ],
)
async def test_other_sites_change_nothing(client: Client, headers: dict[str, str]) -> None:
    for method, path in (("POST", "/api/tags"), ("DELETE", "/api/tags/x"), ("POST", "/api/recordings/upload")):
        answer = await client.request(method, path, json={"name": "planted"}, headers=headers)
        assert answer.status_code == 403
        assert answer.json()["code"] == "foreign_origin"
    assert (await client.get("/api/tags")).json()["items"] == []


@pytest.mark.parametrize(
    "headers",
    [{}, {"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://127.0.0.1:52780"}],
)
async def test_own_pages_and_programs_do(client: Client, headers: dict[str, str]) -> None:
    assert (await client.post("/api/tags", json={"name": "mine"}, headers=headers)).status_code == 201


async def test_every_answer_tells_browsers_what_a_page_may_do(client: Client) -> None:
    for path in ("/", "/api/info", "/api/nothing", "/recordings/1"):
        headers = (await client.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        policy = headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert "frame-ancestors 'self'" in policy
        assert "access-control-allow-origin" not in headers
    assert (await client.get("/api/info")).headers["cache-control"] == "no-store"


async def test_head_is_answered_like_get_without_a_body(client: Client) -> None:
    created = await client.upload(transcribe="false")
    address = f"/api/recordings/{created['id']}/audio"
    head, whole = await client.head(address), await client.get(address)
    assert head.status_code == 200
    assert head.content == b""
    assert {name: head.headers[name] for name in ("content-length", "etag", "content-type")} == {
        name: whole.headers[name] for name in ("content-length", "etag", "content-type")
    }
    assert (await client.head("/")).status_code == 200


async def test_long_answers_are_compressed(client: Client) -> None:
    answer = await client.get("/openapi.json", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in answer.headers["vary"].lower()

"""Browsers: cookies that slide by themselves, and that no other web site can use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from conftest_types import MakePerson
from fastapi import FastAPI, WebSocket
from sqlalchemy import update
from support_enterprise import ADMIN, BASE_URL, PASSWORD, SAME_ORIGIN, Person
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.sessions import GRACE
from verbatim_enterprise.host import principal_of, utcnow
from verbatim_enterprise.system_session import system_transaction

NEW = {"name": "Interviews"}


@pytest.fixture
async def browser(admin: Person, visitor: MakePerson) -> Person:
    client = visitor()
    await client.browse_in(ADMIN)
    client.headers.pop("Sec-Fetch-Site")
    return client


def _cookies(client: Person) -> dict[str, str]:
    return {cookie.name: cookie.value or "" for cookie in client.cookies.jar}


def _drop(client: Person, name: str) -> None:
    cookie = next(cookie for cookie in client.cookies.jar if cookie.name == name)
    client.cookies.jar.clear(cookie.domain, cookie.path, cookie.name)


async def test_attributes(client: Person, admin: Person) -> None:
    response = await client.login(ADMIN)
    cookies = response.headers.get_list("set-cookie")
    access = next(cookie for cookie in cookies if cookie.startswith("verbatim_access="))
    refresh = next(cookie for cookie in cookies if cookie.startswith("verbatim_refresh="))
    for cookie in (access, refresh):
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert "Path=/" in cookie
        assert "Secure" not in cookie


async def test_host_prefix_under_tls(admin: Person, visitor: MakePerson) -> None:
    browser = visitor(base_url="https://verbatim.example.org")
    response = await browser.login(ADMIN, **SAME_ORIGIN)
    for cookie in response.headers.get_list("set-cookie"):
        if "Max-Age=0" not in cookie:
            assert cookie.startswith("__Host-verbatim_")
            assert cookie.endswith("; Secure")
            assert "Domain" not in cookie
    assert (await browser.get("/api/auth/me")).status_code == 200
    # A cookie without the prefix, which a neighbouring host could have set, does not count.
    stolen = {"Cookie": f"verbatim_access={_cookies(browser)['__Host-verbatim_access']}"}
    other = visitor(base_url="https://verbatim.example.org")
    assert (await other.get("/api/auth/me", headers=stolen)).status_code == 401


async def test_reading_needs_no_origin(browser: Person) -> None:
    assert (await browser.get("/api/recordings")).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 201),
        ({"Origin": BASE_URL}, 201),
        ({}, 401),
        ({"Sec-Fetch-Site": "none"}, 401),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:52781"}, 403),
        ({"Origin": BASE_URL, "Sec-Fetch-Site": "cross-site"}, 403),
    ],
)
async def test_changing_needs_this_sites_own_pages(browser: Person, headers: dict[str, str], status: int) -> None:
    response = await browser.post("/api/projects", json=NEW, headers=headers)
    assert response.status_code == status, response.text


@pytest.mark.parametrize("path", ["/api/auth/login", "/api/auth/logout", "/api/auth/refresh", "/api/auth/register"])
async def test_other_sites_cannot_sign_a_browser_in_or_out(browser: Person, path: str) -> None:
    body = {"username": "mallory", "password": PASSWORD, "email": "m@example.org"}
    response = await browser.post(path, json=body, headers={"Sec-Fetch-Site": "cross-site"})
    assert (response.status_code, response.json()["code"]) == (403, "foreign_origin")
    assert (await browser.get("/api/auth/me")).status_code == 200


async def test_refresh_by_cookie_needs_this_sites_own_pages(browser: Person) -> None:
    assert (await browser.post("/api/auth/refresh")).status_code == 401
    await browser.browse_in(ADMIN)
    before = _cookies(browser)["verbatim_refresh"]
    response = await browser.post("/api/auth/refresh")
    assert response.status_code == 200
    assert _cookies(browser)["verbatim_refresh"] not in {before, ""}


async def test_slides_by_itself(browser: Person) -> None:
    before = _cookies(browser)
    _drop(browser, "verbatim_access")
    response = await browser.get("/api/recordings")
    assert response.status_code == 200
    after = _cookies(browser)
    assert after["verbatim_refresh"] != before["verbatim_refresh"]
    assert after["verbatim_access"]
    assert (await browser.get("/api/recordings")).headers.get_list("set-cookie") == []


async def test_five_tabs_slide_at_once(browser: Person) -> None:
    for _ in range(3):
        _drop(browser, "verbatim_access")
        answers = await asyncio.gather(*(browser.get("/api/recordings") for _ in range(5)))
        assert {answer.status_code for answer in answers} == {200}
    assert (await browser.get("/api/auth/me")).status_code == 200


async def test_nobody_is_signed_out_by_an_upload_that_takes_longer_than_the_grace(
    browser: Person, app: FastAPI
) -> None:
    begun, arrived = asyncio.Event(), asyncio.Event()

    async def body() -> AsyncIterator[bytes]:
        begun.set()
        await arrived.wait()
        yield b"hours of video"

    browser.headers.update(SAME_ORIGIN)
    _drop(browser, "verbatim_access")
    form = {"Content-Type": "multipart/form-data; boundary=x"}
    upload = asyncio.create_task(browser.post("/api/recordings/upload", content=body(), headers=form))
    await begun.wait()
    for _ in range(2):  # meanwhile the other tabs go on, over more than one life of an access token
        await _let_time_pass(browser, app)
        assert (await browser.get("/api/recordings")).status_code == 200
    before = _cookies(browser)
    arrived.set()
    assert (await upload).status_code == 422
    assert _cookies(browser) == before
    await _let_time_pass(browser, app)
    assert (await browser.get("/api/recordings")).status_code == 200


async def _let_time_pass(browser: Person, app: FastAPI) -> None:
    """Let the access token run out, and the last rotation be longer ago than the grace."""
    if "verbatim_access" in _cookies(browser):
        _drop(browser, "verbatim_access")
    async with system_transaction(app.state.database) as session:
        long_ago = utcnow() - GRACE - timedelta(seconds=1)
        await session.execute(update(AuthSession).values(rotated_at=long_ago))


async def test_files_of_the_web_app_do_not_slide(browser: Person) -> None:
    _drop(browser, "verbatim_access")
    assert (await browser.get("/health")).headers.get_list("set-cookie") == []


async def test_unsafe_slide_needs_this_sites_own_pages(browser: Person) -> None:
    _drop(browser, "verbatim_access")
    response = await browser.post("/api/projects", json=NEW)
    assert response.status_code == 401
    assert response.headers.get_list("set-cookie") == []


async def test_stale_bearer_beside_good_cookies(browser: Person) -> None:
    response = await browser.get("/api/auth/me", headers={"Authorization": "Bearer stale.token.here"})
    assert response.status_code == 200
    response = await browser.post("/api/projects", json=NEW, headers={"Authorization": "Bearer stale"})
    assert response.status_code == 401
    response = await browser.post("/api/projects", json=NEW, headers={"Authorization": "Bearer stale", **SAME_ORIGIN})
    assert response.status_code == 201


async def test_logout_ends_it(browser: Person) -> None:
    kept = _cookies(browser)
    await browser.post("/api/auth/logout", headers=SAME_ORIGIN)
    assert not _cookies(browser).get("verbatim_access")
    for name in ("verbatim_access", "verbatim_refresh"):
        response = await browser.get("/api/auth/me", headers={"Cookie": f"{name}={kept[name]}"})
        assert response.status_code == 401


async def test_a_bearer_beats_the_cookie(browser: Person, admin: Person) -> None:
    """Programs may call from anywhere: what they send is a secret, not something a browser adds."""
    headers = {"Authorization": admin.headers["Authorization"], "Origin": "https://tool.example"}
    assert (await browser.post("/api/projects", json=NEW, headers=headers)).status_code == 201


async def test_no_token_in_a_url(admin: Person, client: Person) -> None:
    token = admin.tokens["access_token"]
    for query in ({"token": token}, {"access_token": token}, {"authorization": f"Bearer {token}"}):
        assert (await client.get("/api/auth/me", params=query)).status_code == 401


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ({}, "nobody"),
        ({"Origin": "https://evil.example"}, "refused"),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}, "refused"),
        ({"Origin": BASE_URL}, ADMIN),
    ],
)
async def test_cross_site_websockets(browser: Person, app: FastAPI, headers: dict[str, str], name: str) -> None:
    """The core has no websocket yet; one that a plugin adds is signed in by the same rules."""

    @app.websocket("/api/test-socket")
    async def socket(websocket: WebSocket) -> None:
        await websocket.accept()
        principal = principal_of(websocket)
        await websocket.send_text(principal.name if principal else "nobody")

    cookie = "; ".join(f"{key}={value}" for key, value in _cookies(browser).items())
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "websocket",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "ws",
        "path": "/api/test-socket",
        "raw_path": b"/api/test-socket",
        "query_string": b"",
        "root_path": "",
        "headers": [
            (key.lower().encode(), value.encode())
            for key, value in {"Host": "127.0.0.1:52780", "Cookie": cookie, **headers}.items()
        ],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 52780),
        "subprotocols": [],
        "state": {},
        "extensions": {"websocket.http.response": {}},
    }

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    await app(scope, receive, send)
    said = next((message["text"] for message in sent if message["type"] == "websocket.send"), "refused")
    assert said == name

"""What strangers send is small, and little of it is read."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from conftest_types import MakePerson
from support_enterprise import PASSWORD, Person
from support_teams import ok, refused

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
JSON = {"Content-Type": "application/json"}
PUBLIC = (
    "/api/auth/login",
    "/api/auth/logout",
    "/api/auth/mfa",
    "/api/auth/mfa/setup",
    "/api/auth/refresh",
    "/api/auth/register",
    "/api/auth/reset",
    "/api/auth/reset/confirm",
    "/api/auth/setup",
    "/api/invites/x/accept",
)
LARGE = {
    "a list": b"[" + b"[]," * 30_000 + b"0]",
    "a name": b'{"username": "' + b"a" * 70_000 + b'"}',
    "blanks": b" " * 70_000,
}


@pytest.mark.parametrize("path", [path for path in PUBLIC if not path.endswith("logout")])
@pytest.mark.parametrize("large", LARGE)
async def test_public_routes_read_little(visitor: MakePerson, admin: Person, path: str, large: str) -> None:
    for somebody in (visitor(), admin):
        refused(await somebody.post(path, content=LARGE[large], headers=JSON), 413, "too_large")

    async def pieces() -> object:
        for start in range(0, len(LARGE[large]), 5_000):
            yield LARGE[large][start : start + 5_000]

    refused(await visitor().post(path, content=pieces(), headers=JSON), 413, "too_large")  # type: ignore[arg-type]


async def test_signing_out_reads_nothing_at_all(visitor: MakePerson, admin: Person) -> None:
    """It takes no body: what comes with it is neither parsed nor waited for."""

    async def endless() -> AsyncIterator[bytes]:
        for _ in range(100):
            yield b" " * 5_000
        raise AssertionError("somebody reads this")

    ok(await visitor().post("/api/auth/logout", content=endless(), headers=JSON))
    refused(await visitor().post("/api/auth/logout", content=LARGE["blanks"], headers=JSON), 413, "too_large")


async def test_nothing_is_read_of_strangers_elsewhere(visitor: MakePerson, admin: Person) -> None:
    for content in (b"{", b"[" * 10_000, b'{"name": 5}'):
        refused(await visitor().post("/api/projects", content=content, headers=JSON), 401, "not_signed_in")
    refused(await visitor().post("/api/projects", content=LARGE["a list"], headers=JSON), 413, "too_large")


async def test_people_who_are_signed_in_may_send_more(admin: Person) -> None:
    ok(await admin.post("/api/projects", json={"name": "Large", "metadata": {"text": "a" * 10_000}}), 201)
    many = b'{"name": "Many", "metadata": {"list": [' + b"[]," * 250_000 + b"0]}}"
    refused(await admin.post("/api/projects", content=many, headers=JSON), 413, "too_large")


@pytest.mark.parametrize("environment", [{"VERBATIM_RATE_SIGN_IN_PER_MINUTE": "1", "VERBATIM_RATE_SIGN_IN_BURST": "5"}])
@pytest.mark.parametrize("path", PUBLIC)
async def test_every_public_route_that_takes_something_has_a_rate(
    visitor: MakePerson, admin: Person, path: str
) -> None:
    stranger = visitor("203.0.113.5")
    statuses = [(await stranger.post(path, json={})).status_code for _ in range(12)]
    assert statuses.count(429) >= 6
    login = await visitor("203.0.113.6").login("ada", PASSWORD)
    assert login.status_code == 200


@pytest.mark.parametrize("environment", [{"VERBATIM_RATE_SIGN_IN_PER_MINUTE": "1", "VERBATIM_RATE_SIGN_IN_BURST": "5"}])
async def test_a_flood_of_renewals_keeps_nobody_from_signing_in(visitor: MakePerson, admin: Person) -> None:
    for _ in range(12):
        await visitor().post("/api/auth/refresh", json={"refresh_token": "wrong"})
    assert (await visitor().login("ada", PASSWORD)).status_code == 200


@pytest.mark.parametrize(
    "origin", ["http://[::1", "//[", "http://[::1]x", "http://a:99999999999", "http://[v1.x", "\u00e9"]
)
async def test_an_origin_that_is_no_address(visitor: MakePerson, admin: Person, origin: str) -> None:
    answer = await visitor().post("/api/auth/login", json={}, headers={b"Origin": origin.encode("latin1")})
    refused(answer, 403, "foreign_origin")

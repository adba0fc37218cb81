"""Limits as programs and people meet them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from conftest_types import MakeApp, MakePerson
from fastapi import FastAPI
from support_enterprise import PASSWORD, Person, person
from support_keys import make_key, program
from support_redis import RedisServer
from support_teams import ok, refused
from verbatim.config import Settings
from verbatim.core.settings.errors import SettingsError
from verbatim_enterprise.config import enterprise_settings, read_settings
from verbatim_enterprise.rate_limits.checks import check_rate_limits

ON_ONE_DATABASE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
# Long windows, so that none ends while a test counts.
FEW = pytest.mark.parametrize(
    "environment",
    [
        {
            "VERBATIM_RATE_USER_PER_MINUTE": "1",
            "VERBATIM_RATE_USER_BURST": "10",
            "VERBATIM_RATE_SIGN_IN_PER_MINUTE": "1",
            "VERBATIM_RATE_SIGN_IN_BURST": "5",
        }
    ],
)


@pytest.fixture
async def elsewhere(app: FastAPI, make_app: MakeApp) -> AsyncIterator[FastAPI]:
    """Give a second server on the same database."""
    other = make_app()
    async with other.router.lifespan_context(other):
        yield other


async def _let_in(client: Person, times: int, path: str = "/api/projects") -> int:
    statuses = [(await client.get(path)).status_code for _ in range(times)]
    assert set(statuses) <= {200, 429}
    return statuses.count(200)


@ON_ONE_DATABASE
class TestKeys:
    async def test_a_key_has_its_own_rate_and_the_headers_say_what_is_left(self, app: FastAPI, admin: Person) -> None:
        made = await make_key(admin, "project:read", rate_per_minute=1, rate_burst=3)
        key = program(app, made["key"])
        answers = [await key.get("/api/projects") for _ in range(4)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
        for answer, left in zip(answers, (2, 1, 0, 0), strict=True):
            assert answer.headers["ratelimit-policy"] == '"key";q=3;w=180'
            found = re.fullmatch(r'"key";r=(\d+);t=(\d+)', answer.headers["ratelimit"])
            assert found
            assert int(found[1]) == left
            assert 1 <= int(found[2]) <= 180
        body = refused(answers[-1], 429, "rate_limited")
        assert answers[-1].headers["retry-after"] == str(body["retry_after"])
        assert 1 <= body["retry_after"] <= 180
        await key.aclose()

    async def test_another_rate_counts_at_once(self, app: FastAPI, admin: Person) -> None:
        made = await make_key(admin, "project:read", rate_per_minute=1, rate_burst=3)
        key = program(app, made["key"])
        assert await _let_in(key, 5) == 3
        ok(await admin.patch(f"/api/keys/{made['id']}", json={"rate_per_minute": 2, "rate_burst": 20}))
        app.state.rate_limits.limiter._refused.clear()
        assert await _let_in(key, 30) == 20
        await key.aclose()

    async def test_a_busy_key_does_not_hinder_its_owner_or_their_other_keys(self, app: FastAPI, admin: Person) -> None:
        first, second = [
            program(app, (await make_key(admin, "project:read", rate_per_minute=1, rate_burst=5))["key"])
            for _ in range(2)
        ]
        assert await _let_in(first, 10) == 5
        assert await _let_in(second, 10) == 5
        assert await _let_in(admin, 10) == 10
        await first.aclose()
        await second.aclose()


@ON_ONE_DATABASE
@FEW
class TestPeople:
    async def test_all_devices_of_a_person_count_together(self, admin: Person, visitor: MakePerson) -> None:
        phone = visitor("192.0.2.9")
        phone.headers.update(admin.headers)
        let_in = await _let_in(admin, 8) + await _let_in(phone, 8)
        assert let_in == 10
        assert (await admin.get("/api/projects")).headers["ratelimit-policy"] == '"user";q=10;w=600'

    async def test_strangers_and_health_are_not_counted(self, admin: Person, client: Person) -> None:
        client.headers.pop("Authorization", None)
        assert await _let_in(client, 20, "/api/health") == 20
        assert await _let_in(client, 20, "/api/info") == 20

    async def test_signing_in_counts_by_network_address(self, admin: Person, visitor: MakePerson) -> None:
        codes = []
        for number in range(8):
            answer = await visitor("203.0.113.5").login(f"nobody{number}", "wrong")
            codes.append(answer.json()["code"])
        assert codes == ["invalid_credentials"] * 5 + ["rate_limited"] * 3
        elsewhere = await visitor("203.0.113.6").login("ada", PASSWORD)
        assert elsewhere.status_code == 200

    async def test_a_session_goes_on_whatever_its_address_did(self, admin: Person, visitor: MakePerson) -> None:
        for number in range(8):
            await visitor().login(f"nobody{number}", "wrong")
        body = {"refresh_token": admin.tokens["refresh_token"]}
        assert (await visitor().post("/api/auth/refresh", json=body)).status_code == 200


@ON_ONE_DATABASE
@pytest.mark.parametrize("environment", [{"VERBATIM_RATE_USER_PER_MINUTE": "0", "VERBATIM_RATE_KEY_PER_MINUTE": "0"}])
async def test_a_rate_of_zero_lets_everything_in(app: FastAPI, admin: Person) -> None:
    answer = await admin.get("/api/projects")
    assert "ratelimit" not in answer.headers
    key = program(app, (await make_key(admin, "project:read"))["key"])
    assert "ratelimit" not in (await key.get("/api/projects")).headers
    await key.aclose()


async def test_servers_know_of_each_other_and_doctor_says_so(
    app: FastAPI, elsewhere: FastAPI, settings: Settings
) -> None:
    database = app.state.database
    for one in (app, elsewhere):
        await one.state.presence.beat()
        assert one.state.presence.servers == 2
    told = await check_rate_limits(settings, database)
    assert told.ok
    assert told.detail.startswith("2 servers count by themselves, so that each lets in one part in 2 of every limit.")
    assert "VERBATIM_REDIS_URL" in told.detail
    await elsewhere.state.presence.stop()
    await app.state.presence.beat()
    assert app.state.presence.servers == 1
    assert (await check_rate_limits(settings, database)).detail.startswith("Counted in memory")


@ON_ONE_DATABASE
class TestWithRedis:
    @pytest.fixture
    def environment(self, redis: RedisServer) -> dict[str, str]:
        return {"VERBATIM_REDIS_URL": redis.url}

    async def test_two_servers_count_together_and_go_on_without_it(
        self, app: FastAPI, elsewhere: FastAPI, admin: Person, redis: RedisServer, settings: Settings
    ) -> None:
        assert (await check_rate_limits(settings, app.state.database)).detail.startswith("Counted in Redis")
        made = await make_key(admin, "project:read", rate_per_minute=1, rate_burst=6)
        here, there = program(app, made["key"]), program(elsewhere, made["key"])
        assert await _let_in(here, 4) + await _let_in(there, 4) == 6
        redis.stop()
        told = await check_rate_limits(settings, app.state.database)
        assert not told.ok
        assert "cannot be reached" in told.detail
        other = person(elsewhere)
        other.headers.update(admin.headers)
        assert await _let_in(other, 20) == 20
        for client in (here, there, other):
            await client.aclose()


@pytest.mark.parametrize("url", ["localhost:6379", "http://localhost", "redis://"])
def test_a_wrong_address_of_the_store_stops_the_start(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBATIM_REDIS_URL", url)
    enterprise_settings.cache_clear()
    with pytest.raises(SettingsError, match="VERBATIM_REDIS_URL cannot be used: it must be an address"):
        read_settings()

"""Deciding: windows, shares, and a store that is slow, dead, or back."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs
from support_redis import RedisServer
from verbatim.core.tallies import OwnTallies
from verbatim_enterprise.rate_limits import limiter as limiting
from verbatim_enterprise.rate_limits.counting import count
from verbatim_enterprise.rate_limits.limiter import Limiter
from verbatim_enterprise.rate_limits.rate import Window, window

FIVE = Window(5, 3600)  # a long window, so that none ends while a test counts


@pytest.mark.parametrize(
    ("per_minute", "burst", "expected"),
    [
        (600, 100, Window(100, 10)),
        (60, 1, Window(1, 1)),
        (6000, 50, Window(100, 1)),  # a burst smaller than a second's rate grows to that
        (7, 3, Window(3, 26)),
        (1, 1, Window(1, 60)),
        (1, 10, Window(10, 600)),
    ],
)
def test_a_rate_becomes_the_window_that_allows_it(per_minute: int, burst: int, expected: Window) -> None:
    assert window(per_minute, burst) == expected
    assert expected.quota * 60 / expected.seconds <= per_minute


@pytest.mark.parametrize("servers", [1, 2, 3, 7, 100])
def test_shares_never_add_up_to_more_than_the_whole(servers: int) -> None:
    for whole in (FIVE, Window(100, 10), Window(1, 60)):
        part = whole.share(servers)
        assert part.quota >= 1
        assert servers * part.quota / part.seconds <= whole.quota / whole.seconds * (1 + 1e-9)


async def _allowed(limiter: Limiter, who: str = "ada", times: int = 20, limit: Window = FIVE) -> int:
    decisions = [await limiter.hit("user", who, limit) for _ in range(times)]
    return sum(decision.allowed for decision in decisions)


class TestInMemory:
    async def test_exactly_the_quota_is_let_in_and_each_counts_for_themselves(self) -> None:
        limiter = Limiter(None)
        assert await _allowed(limiter) == 5
        assert await _allowed(limiter) == 0
        assert await _allowed(limiter, "grace") == 5
        assert (await limiter.hit("key", "ada", FIVE)).allowed, "another limit of the same person"

    async def test_what_is_left_counts_down_and_the_wait_is_told(self) -> None:
        limiter = Limiter(None)
        decisions = [await limiter.hit("user", "ada", FIVE) for _ in range(6)]
        assert [decision.remaining for decision in decisions] == [4, 3, 2, 1, 0, 0]
        assert not decisions[-1].allowed
        assert 0 < decisions[-1].reset <= 3600

    async def test_the_next_is_let_in_when_the_window_has_moved_on(self) -> None:
        limiter, second = Limiter(None), Window(5, 1)
        await asyncio.sleep(1 - time.monotonic() % 1)
        assert await _allowed(limiter, limit=second) == 5
        await asyncio.sleep(2.1)
        assert await _allowed(limiter, limit=second) == 5

    async def test_several_servers_divide_the_quota(self) -> None:
        servers = [Limiter(None, lambda: 4) for _ in range(4)]
        assert sum([await _allowed(one, limit=Window(100, 3600), times=100) for one in servers]) == 100
        assert await _allowed(Limiter(None, lambda: 3), limit=Window(100, 3600), times=100) == 33

    async def test_counters_that_ran_out_are_forgotten(self, monkeypatch: pytest.MonkeyPatch) -> None:
        memory = OwnTallies()
        for number in range(100):
            count(memory, "user", f"short {number}", Window(5, 1))
        await asyncio.sleep(2.1)
        monkeypatch.setattr(memory, "_swept", time.monotonic() - 60)
        count(memory, "user", "long", Window(5, 3600))
        assert {name.split("/")[1] for name, _ in memory.counts} == {"long"}


@pytest.fixture
async def shared(redis: RedisServer) -> AsyncIterator[Limiter]:
    limiter = Limiter(redis.url, lambda: 5)
    yield limiter
    await limiter.close()


class TestInRedis:
    async def test_servers_count_together(self, redis: RedisServer) -> None:
        servers = [Limiter(redis.url, lambda: 3) for _ in range(3)]
        let_in = await asyncio.gather(*(_allowed(one, times=50, limit=Window(60, 3600)) for one in servers))
        assert sum(let_in) == 60
        for one in servers:
            await one.close()

    async def test_a_dead_store_lets_the_servers_share_in(self, redis: RedisServer, shared: Limiter) -> None:
        redis.stop()
        with capture_logs() as logs:
            started = time.monotonic()
            assert await _allowed(shared, limit=Window(50, 3600), times=100) == 10
            assert time.monotonic() - started < 2.0
        assert [entry["event"] for entry in logs] == ["rate_limit_store_is_away"]

    async def test_a_store_that_keeps_silent_costs_three_short_waits(self, redis: RedisServer, shared: Limiter) -> None:
        await shared.hit("user", "before", FIVE)
        redis.freeze()
        waits = []
        for number in range(20):
            started = time.monotonic()
            assert (await shared.hit("user", f"person {number}", FIVE)).allowed
            waits.append(time.monotonic() - started)
        assert max(waits) < limiting.TIMEOUT * 3
        assert sum(wait > limiting.TIMEOUT / 2 for wait in waits) <= limiting.FAILURES

    async def test_it_is_used_again_when_it_is_back(
        self, redis: RedisServer, shared: Limiter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(limiting, "PAUSE", 0.2)
        redis.stop()
        with capture_logs() as logs:
            for number in range(5):
                await shared.hit("user", f"person {number}", FIVE)
            redis.start()
            await asyncio.sleep(0.3)
            assert await _allowed(shared, "grace") == 5, "the whole quota again, not a fifth of it"
        assert [entry["event"] for entry in logs] == ["rate_limit_store_is_away", "rate_limit_store_is_back"]

"""Guessing gets slow; nobody is locked out by somebody else's guesses."""

from __future__ import annotations

import asyncio

import pytest
from conftest_types import MakePerson, MakeUser
from fastapi import FastAPI
from sqlalchemy import func, select
from support_enterprise import ADMIN, SAME_ORIGIN, Clock, Person
from support_hashing import cost_of, record_questions
from verbatim_enterprise.auth.models import Throttle
from verbatim_enterprise.auth.throttle import ACCOUNT, PAIR, Rule, network
from verbatim_enterprise.system_session import system_transaction

EVIL = "198.51.100.1"


async def _fail(client: Person, times: int, name: str = ADMIN) -> list[int]:
    return [(await client.login(name, "wrong password here")).status_code for _ in range(times)]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stop the throttle's clock, so that a slow machine lets no delay pass."""
    return Clock.stop(monkeypatch)


def test_rule() -> None:
    rule = Rule(free=3, longest=10)
    assert [rule.delay(n) for n in range(1, 9)] == [0, 0, 1, 2, 4, 8, 10, 10]


def test_one_customer_is_one_address() -> None:
    assert network("2001:db8:1:2:3::4") == network("2001:db8:1:2:ffff::1") != network("2001:db8:1:3::1")
    assert network("::ffff:192.0.2.1") == network("192.0.2.1")


async def test_delay_grows_and_ends(admin: Person, visitor: MakePerson, clock: Clock) -> None:
    evil = visitor(EVIL)
    assert await _fail(evil, PAIR.free) == [401] * PAIR.free
    response = await evil.login(ADMIN)
    assert (response.status_code, response.json()["code"]) == (429, "too_many_attempts")
    first = int(response.headers["Retry-After"])
    clock.advance(first)
    assert await _fail(evil, 1) == [401]
    assert int((await evil.login(ADMIN)).headers["Retry-After"]) > first
    clock.advance(900)
    assert (await evil.login(ADMIN)).status_code == 200


async def test_refused_attempts_do_not_count(admin: Person, visitor: MakePerson, app: FastAPI) -> None:
    evil = visitor(EVIL)
    await _fail(evil, PAIR.free + 30)
    async with system_transaction(app.state.database) as session:
        assert await session.scalar(select(func.max(Throttle.failures))) == PAIR.free


async def test_guesses_elsewhere_do_not_lock_the_owner_out(admin: Person, visitor: MakePerson, app: FastAPI) -> None:
    home = visitor("192.0.2.10")
    await home.browse_in(ADMIN)
    failed = [await _fail(visitor(f"198.51.100.{number}"), 1) for number in range(ACCOUNT.free + 10)]
    assert [429] in failed, "the account's own delay"
    # A known address, a known browser at a strange address, and a session that goes on.
    assert (await visitor("192.0.2.10").login(ADMIN)).status_code == 200
    travelling = visitor("203.0.113.50")
    travelling.cookies = home.cookies
    assert (await travelling.login(ADMIN, **SAME_ORIGIN)).status_code == 200
    assert (await home.get("/api/auth/me")).status_code == 200
    # And a strange one waits for seconds, not for long.
    stranger = await visitor("203.0.113.51").login(ADMIN)
    assert 0 < int(stranger.headers["Retry-After"]) <= ACCOUNT.longest


async def test_a_neighbour_does_not_lock_a_known_browser_out(admin: Person, visitor: MakePerson) -> None:
    home = visitor("192.0.2.10")
    await home.browse_in(ADMIN)
    await _fail(visitor("192.0.2.10"), PAIR.free + 3)
    assert (await visitor("192.0.2.10").login(ADMIN)).status_code == 429
    assert (await home.login(ADMIN)).status_code == 200


async def test_one_device_cookie_does_not_help_with_another_account(
    admin: Person, make_user: MakeUser, visitor: MakePerson
) -> None:
    await make_user("eve")
    evil = visitor(EVIL)
    await evil.browse_in("eve")
    await _fail(evil, PAIR.free)
    assert (await evil.login(ADMIN)).status_code == 429


async def test_parallel_guesses(admin: Person, visitor: MakePerson) -> None:
    evil = visitor(EVIL)
    answers = await asyncio.gather(*(evil.login(ADMIN, f"wrong password {n}") for n in range(40)))
    assert [answer.status_code for answer in answers].count(401) == PAIR.free


async def test_parallel_good_ones_all_pass(admin: Person, visitor: MakePerson) -> None:
    client = visitor("192.0.2.20")
    answers = await asyncio.gather(*(client.login(ADMIN) for _ in range(20)))
    assert {answer.status_code for answer in answers} == {200}


async def test_spraying_from_one_address(admin: Person, visitor: MakePerson) -> None:
    evil = visitor(EVIL)
    statuses = [code for n in range(32) for code in await _fail(evil, 1, f"nobody{n}")]
    assert statuses[-1] == 429


async def test_unlock(admin: Person, visitor: MakePerson) -> None:
    evil = visitor(EVIL)
    await _fail(evil, PAIR.free)
    assert (await evil.login(ADMIN)).status_code == 429
    assert (await admin.post(f"/api/users/{admin.id}/unlock")).status_code == 200
    assert (await evil.login(ADMIN)).status_code == 200


async def test_known_and_unknown_names_answer_alike(
    admin: Person, visitor: MakePerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Judged by the work that takes nearly all of the time, not by a clock that other programs move."""
    client, asked = visitor(EVIL), record_questions(monkeypatch)
    answers = [await client.login(name, "wrong password") for name in (ADMIN, "nobody", ADMIN, "nobody")]
    assert len({(answer.status_code, answer.text) for answer in answers}) == 1
    assert len(asked) == len(answers)
    assert len({cost_of(question) for question in asked}) == 1


async def test_throttled_names_answer_alike(admin: Person, visitor: MakePerson) -> None:
    client = visitor(EVIL)
    assert await _fail(client, 7) == await _fail(client, 7, "nobody")


@pytest.mark.parametrize("name", ["x" * 254, "a@b", "Ä", "'; drop table users; --", "a\u0000b"])
async def test_strange_names(admin: Person, visitor: MakePerson, name: str) -> None:
    assert (await visitor(EVIL).login(name, "wrong password")).status_code in {401, 422}

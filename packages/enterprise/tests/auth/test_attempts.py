"""Guesses at the same moment: on one server, on several, in processes that die, and beside errors."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pyotp
import pytest
from conftest_types import MakeApp, MakePerson, MakeUser
from fastapi import FastAPI
from sqlalchemy import select, update
from support_enterprise import ADMIN, PASSWORD, Clock, Person
from support_hashing import record_questions
from verbatim_enterprise.auth import attempts, throttle
from verbatim_enterprise.auth.models import Throttle
from verbatim_enterprise.auth.throttle import ACCOUNT, PAIR, Rule
from verbatim_enterprise.system_session import system_transaction

EVIL = "198.51.100.1"
CHECKED = {200, 401}


@pytest.fixture
async def servers(app: FastAPI, make_app: MakeApp) -> AsyncIterator[list[FastAPI]]:
    """Give two servers on one database."""
    other = make_app()
    async with other.router.lifespan_context(other):
        yield [app, other]


async def _devices(visitor: MakePerson, servers: list[FastAPI], name: str, number: int) -> list[Person]:
    """Give browsers at one address, each with a cookie from a sign-in of ``name``'s own."""
    made = [visitor(EVIL, application=servers[n % len(servers)]) for n in range(number)]
    for browser in made:
        assert (await browser.login(name)).status_code == 200
        for cookie in ("verbatim_access", "verbatim_refresh"):
            browser.cookies.delete(cookie)
    return made


async def _guess_at_once(browsers: list[Person], number: int, name: str = ADMIN) -> list[httpx.Response]:
    guesses = (browsers[n % len(browsers)].login(name, f"wrong password {n}") for n in range(number))
    return list(await asyncio.gather(*guesses))


async def test_two_hundred_guesses_with_cookies_of_ones_own_on_two_servers(
    admin: Person,
    make_user: MakeUser,
    visitor: MakePerson,
    servers: list[FastAPI],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await make_user("eve")
    browsers = await _devices(visitor, servers, "eve", 24)
    asked = record_questions(monkeypatch)
    answers = await _guess_at_once(browsers, 200)
    assert {answer.status_code for answer in answers} <= {401, 429, 503}
    assert 1 <= len(asked) <= PAIR.free + 1, "passwords that were compared"
    assert [answer.status_code for answer in answers].count(401) == len(asked)


async def test_guesses_that_go_on_for_a_minute(
    admin: Person, visitor: MakePerson, servers: list[FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, asked = Clock.stop(monkeypatch), record_questions(monkeypatch)
    evil = [visitor(EVIL, application=server) for server in servers]
    for _ in range(59):
        await _guess_at_once(evil, 4)
        clock.advance(1)
    assert len(asked) == PAIR.free + 1


async def test_guesses_at_the_second_factor_at_once(
    admin: Person, make_user: MakeUser, visitor: MakePerson, servers: list[FastAPI]
) -> None:
    eve = await make_user("eve")
    secret = (await eve.post("/api/auth/mfa/setup", json={"password": PASSWORD})).json()["secret"]
    code = pyotp.TOTP(secret).now()
    assert (await eve.post("/api/auth/mfa/enable", json={"code": code})).status_code == 200
    evil = [visitor(EVIL, application=server) for server in servers]
    token = (await evil[0].login("eve")).json()["mfa_token"]
    for one in evil:
        one.cookies.clear()
    body = {"mfa_token": token, "code": "000000" if code != "000000" else "111111"}
    answers = await asyncio.gather(*(evil[n % 2].post("/api/auth/mfa", json=body) for n in range(40)))
    assert 1 <= [answer.status_code for answer in answers].count(401) <= PAIR.free + 1
    assert {answer.status_code for answer in answers} <= {401, 429}


async def test_guesses_at_ones_own_password_at_once(admin: Person, servers: list[FastAPI], visitor: MakePerson) -> None:
    """As whoever sits down at a browser that is signed in would."""
    other = visitor(application=servers[1])
    other.headers["Authorization"] = admin.headers["Authorization"]
    body = {"current_password": "wrong password", "new_password": "another sturdy pass phrase"}
    answers = await asyncio.gather(*(one.post("/api/auth/password", json=body) for one in (admin, other) * 20))
    assert [answer.status_code for answer in answers].count(403) <= PAIR.free + 1


async def test_correct_ones_at_once_on_two_servers(admin: Person, visitor: MakePerson, servers: list[FastAPI]) -> None:
    clients = [visitor("192.0.2.20", application=server) for server in servers]
    answers = await asyncio.gather(*(clients[n % 2].login(ADMIN) for n in range(30)))
    assert {answer.status_code for answer in answers} == {200}


async def test_correct_ones_after_failures(admin: Person, visitor: MakePerson, servers: list[FastAPI]) -> None:
    """One failure is still free: the others wait until the one before them is known to be right."""
    clients = [visitor("192.0.2.20", application=server) for server in servers]
    for _ in range(PAIR.free - 1):
        assert (await clients[0].login(ADMIN, "wrong password")).status_code == 401
    answers = await asyncio.gather(*(clients[n % 2].login(ADMIN) for n in range(12)))
    assert {answer.status_code for answer in answers} == {200}


async def test_an_office_that_signs_in_at_once(admin: Person, make_user: MakeUser, visitor: MakePerson) -> None:
    names = [f"person{n}" for n in range(ACCOUNT.free + 5)]
    for name in names:
        await make_user(name)
    answers = [
        await asyncio.gather(*(visitor("192.0.2.30").login(name) for name in names[start::4])) for start in range(4)
    ]
    assert {answer.status_code for group in answers for answer in group} == {200}


async def test_attempts_whose_process_died_have_failed(
    admin: Person, visitor: MakePerson, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock.stop(monkeypatch)
    attempt = throttle.attempt(ADMIN, EVIL)
    for _ in range(PAIR.free):
        await attempts._reserve(app.state.database, attempt)
    monkeypatch.setattr(attempts, "PATIENCE_SECONDS", 0.2)
    assert (await visitor(EVIL).login(ADMIN)).status_code == 503
    clock.advance(attempts.LEASE.total_seconds() + 1)
    assert (await visitor(EVIL).login(ADMIN, "wrong password")).status_code == 401
    async with system_transaction(app.state.database) as session:
        row = await session.get_one(Throttle, attempt.place)
        assert (row.pending, row.failures) == (0, PAIR.free + 1)


class _BrokenError(Exception):
    pass


async def test_an_error_in_the_middle_is_a_failure(admin: Person, app: FastAPI) -> None:
    services = app.state.auth_services
    attempt = throttle.attempt(ADMIN, EVIL)
    for error in (_BrokenError, asyncio.CancelledError, RuntimeError):
        with pytest.raises(error):
            async with attempts.attempted(services.database, services.queue, attempt):
                raise error
    async with system_transaction(services.database) as session:
        row = await session.get_one(Throttle, attempt.place)
        assert (row.pending, row.failures) == (0, 3)


async def test_what_was_forgotten_begins_anew(admin: Person, app: FastAPI, visitor: MakePerson) -> None:
    evil = visitor(EVIL)
    for _ in range(PAIR.free - 1):
        await evil.login(ADMIN, "wrong password")
    async with system_transaction(app.state.database) as session:
        await session.execute(
            update(Throttle).values(failed_at=Throttle.failed_at, blocked_until=Throttle.blocked_until)
        )
        moments = await session.scalars(select(Throttle.failed_at))
        await session.execute(update(Throttle).values(failed_at=min(moments) - timedelta(hours=25)))
    assert [(await evil.login(ADMIN, "wrong password")).status_code for _ in range(PAIR.free)] == [401] * PAIR.free


@pytest.mark.parametrize("number", [1, 7, 40])
async def test_what_counts_at_once_whatever_becomes_of_it(
    app: FastAPI, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    Clock.stop(monkeypatch)
    rule = Rule(free=5, longest=60.0)
    attempt = throttle.by_address("something", EVIL, rule)

    async def once() -> Any:
        try:
            await attempts.spend(app.state.database, attempt)
        except Exception as error:  # noqa: BLE001 - told below
            return type(error).__name__
        return None

    results = await asyncio.gather(*(once() for _ in range(number)))
    assert results.count(None) == min(number, rule.free)
    assert set(results) <= {None, "TooManyAttemptsError"}

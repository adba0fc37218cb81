"""What one server process makes of the licence between two looks, and what it believes of the clock meanwhile."""

from __future__ import annotations

from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from support_license import make_license
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.license import clock, verdict
from verbatim_enterprise.license.errors import LicenseFutureError, LicenseReplacedError
from verbatim_enterprise.license.models import LicenseWatch
from verbatim_enterprise.license.outlook import choose, look, refuse_future
from verbatim_enterprise.license.settings import LicenseSettings
from verbatim_enterprise.license.states import LicenseState
from verbatim_enterprise.license.token import read_license
from verbatim_enterprise.license.verdict import LICENSE_SERVICES, LicenseServices
from verbatim_enterprise.system_session import system_transaction

on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
HOUR, DAY, INSTANT = timedelta(hours=1), timedelta(days=1), timedelta(microseconds=1)


@pytest.fixture
async def services(app: FastAPI) -> LicenseServices:
    """Give a server's licence that was looked at, and that nobody else looks at meanwhile."""
    found = LICENSE_SERVICES.of(app)
    await found.looks.stop()
    await found.verdict()
    return found


async def _seen_at(services: LicenseServices, moment: datetime | None = None) -> datetime:
    """Return where the mark is, after it was put somewhere."""
    async with system_transaction(services.database) as session:
        if moment is not None:
            await session.execute(update(LicenseWatch).values(seen_at=moment))
            services.mark = moment  # not another server's doing
        return (await look(session, services.settings)).watch.seen_at  # type: ignore[union-attr] # it is there


@on_sqlite
async def test_news_are_looked_for_at_once_and_by_the_next_request(services: LicenseServices) -> None:
    services.looks._hurry.clear()
    assert services.cache.peek("") is not None
    services.news()
    assert services.cache.peek("") is None, "the next request finds it anew"
    assert services.looks._hurry.is_set(), "and a server of which nobody asks anything"


@on_sqlite
async def test_the_hour_begins_anew_when_another_server_has_moved_the_mark(
    services: LicenseServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticks = SimpleNamespace(monotonic=lambda: 77.0)
    monkeypatch.setattr(verdict, "time", ticks)
    mark = await _seen_at(services)
    for known, leapt_at in ((None, 5.0), (mark, 5.0), (mark - HOUR, 77.0)):
        services.mark, services.leapt_at = known, 5.0
        await services._find()
        assert (services.leapt_at, services.mark) == (leapt_at, mark), known


@on_sqlite
async def test_the_mark_leaps_once_a_server_has_run_for_more_than_an_hour(
    services: LicenseServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    behind = await _seen_at(services, utcnow() - timedelta(days=10))
    services.leapt_at = 1000.0
    for seconds, moved in ((3600.0, behind), (3600.5, behind + DAY)):
        monkeypatch.setattr(verdict, "time", SimpleNamespace(monotonic=lambda seconds=seconds: 1000.0 + seconds))
        await services._find()
        assert await _seen_at(services) == moved, seconds


@on_sqlite
async def test_nothing_is_written_while_there_is_nothing_new(
    services: LicenseServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it was written")

    await services._find()
    monkeypatch.setattr(verdict, "keep_watch", refuse)
    await services._find()
    await _seen_at(services, utcnow() - 2 * HOUR)
    with pytest.raises(AssertionError, match="it was written"):
        await services._find()


@on_sqlite
async def test_a_licence_issued_a_little_ahead_of_the_clock_moves_time(services: LicenseServices) -> None:
    issued = (utcnow() + timedelta(hours=20)).replace(microsecond=0)
    settings = _settings(make_license(issued=issued, days=9))
    async with system_transaction(services.database, read_only=True) as session:
        found = await look(session, settings)
    assert (found.moment, found.standing.state) == (issued, LicenseState.WARNING)
    assert found.now < issued


def _settings(text: str | None) -> LicenseSettings:
    given: dict[str, Any] = {"license_mode": "test", "license_key": text}
    return LicenseSettings(**given)


def test_what_was_uploaded_is_not_asked_again_whether_it_may_be() -> None:
    """It was when it was uploaded; a machine that was restored since must not lock itself out."""
    now = utcnow()
    text = make_license(issued=now)
    chosen, problem = choose(text, _settings(None), now - timedelta(days=9), ())
    assert (chosen is not None, problem) == (True, None)
    chosen, problem = choose(None, _settings(text), now - timedelta(days=9), ())
    assert (chosen, type(problem)) == (None, LicenseFutureError)
    licence = read_license(text, takes_test=True)
    chosen, problem = choose(text, _settings(None), now, {licence.license_id})
    assert (chosen is not None, problem) == (True, None)
    chosen, problem = choose(None, _settings(text), now, {licence.license_id})
    assert (chosen, type(problem)) == (None, LicenseReplacedError)


def test_of_two_the_one_issued_later_counts_and_of_equals_the_uploaded_one() -> None:
    now = utcnow().replace(microsecond=0)
    older, newer = (make_license(issued=now - age, seats=seats) for age, seats in ((HOUR, 3), (timedelta(), 4)))
    also_newer = make_license(issued=now, seats=5)
    for stored, given, seats in ((older, newer, 4), (newer, older, 4), (newer, also_newer, 4), (also_newer, newer, 5)):
        chosen, _ = choose(stored, _settings(given), now, ())
        assert chosen is not None
        assert chosen.seat_count == seats


def test_a_licence_may_be_issued_a_day_ahead_and_no_more() -> None:
    licence = read_license(make_license(issued=utcnow().replace(microsecond=0)), takes_test=True)
    refuse_future(licence, licence.issued_at - DAY)
    with pytest.raises(LicenseFutureError):
        refuse_future(licence, licence.issued_at - DAY - INSTANT)


def test_the_numbers_that_time_is_believed_by() -> None:
    assert (clock.TOLERANCE, clock.STEP, clock.LEAP) == (DAY, HOUR, DAY)
    assert clock.BEGINNING.isoformat() == "2025-01-01T00:00:00+00:00"
    assert verdict.LOOK_SECONDS == 20.0

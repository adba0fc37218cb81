"""Whoever has every right on the database is found out; whoever only crashes is not accused."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping

import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession
from support.campaigns import times
from support_tamper import Intruder
from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.chain.sealer import Sealer
from verbatim_enterprise.audit.chain.verify import _verify, verify
from verbatim_enterprise.audit.chain.witness import Witness
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.services import AuditServices
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import Database
from verbatim_enterprise.system_session import system_transaction

WAYS, RUNS = times(2, 16), times(40, 200)
ROWS = (7, 1, 12, 5, 9)
"""How many rows are sealed together."""

KINDS = 25
"""Ways to tamper with the log; each is tried with `WAYS` seeds."""

EXACT = ("edit", "remove", "swap", "cut")
"""Of these the first row is known that is wrong."""


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Seal by hand only."""
    return {"VERBATIM_AUDIT_SEAL_SECONDS": "3600"}


async def _write(database: Database, count: int, name: str = "x") -> None:
    async with system_transaction(database) as session:
        for number in range(count):
            tag = AuditTag.PROJECT_UPDATED
            details = {"number": number, "nested": {"list": [1, "zwölf", None, True]}}
            await log_event(session, tag=tag, resource_type="project", resource_id=f"{name}-{number}", details=details)


@pytest.fixture
async def sealed(app: FastAPI) -> AuditServices:
    """Give a log of several batches."""
    services: AuditServices = app.state.audit
    for number, count in enumerate(ROWS):
        await _write(app.state.database, count, str(number))
        await services.sealer.seal_all()
    report = await verify(app.state.database, services.writer, services.witness)
    assert (report.ok, report.rows, report.heads, report.waiting) == (True, sum(ROWS), len(ROWS), 0), str(report)
    return services


@pytest.mark.campaign
@pytest.mark.timeout(300)
async def test_every_random_manipulation_of_every_kind_is_found(app: FastAPI, sealed: AuditServices) -> None:
    seen: set[str] = set()
    for seed in range(KINDS * WAYS):
        async with system_transaction(app.state.database) as session:
            intruder = Intruder(session, random.Random(seed), sum(ROWS))  # noqa: S311 - the same in every run
            await intruder.strike(seed)
            report = await _verify(session, sealed.writer, sealed.witness.seen())
            assert not report.ok, (seed, intruder.done)
            assert report.first is not None
            if intruder.done.startswith(EXACT) and intruder.touched is not None:
                assert report.first.seq == intruder.touched, (seed, intruder.done, str(report))
            if intruder.done == "insert_in_the_middle":
                assert report.first.seq == intruder.touched, (seed, str(report))
            seen.add(intruder.done)
            await session.rollback()
    assert len(seen) == KINDS
    assert (await verify(app.state.database, sealed.writer, sealed.witness)).ok


@pytest.mark.campaign
@pytest.mark.timeout(300)
async def test_no_false_alarm_in_honest_runs_with_crashes(app: FastAPI) -> None:
    """A crash is the end of a task at any of its steps; the next start has a new sealer and the same file."""
    database, services = app.state.database, app.state.audit
    written = 0
    for seed in range(RUNS):
        dice = random.Random(seed)  # noqa: S311 - the same in every run
        witness = Witness(app.state.settings.data_dir)
        sealer = Sealer(database, services.writer, witness, lambda: 3600)
        written += await _live_and_die(database, sealer, dice)
        report = await verify(database, services.writer, witness)
        assert report.ok, (seed, str(report))
        assert report.rows + report.waiting == written
    await services.sealer.seal_all()
    assert (await verify(database, services.writer, services.witness)).rows == written


async def _live_and_die(database: Database, sealer: Sealer, dice: random.Random) -> int:
    count = dice.randint(0, 4)
    await _write(database, count)
    if dice.random() < 0.3:
        with pytest.raises(ZeroDivisionError):
            await _write_and_fail(database)
    task = asyncio.create_task(sealer.seal_all())
    for _ in range(dice.randint(0, 40)):
        await asyncio.sleep(0 if dice.random() < 0.8 else 0.002)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return count


async def _write_and_fail(database: Database) -> None:
    async with system_transaction(database) as session:
        await log_event(session, tag=AuditTag.PROJECT_UPDATED)
        raise ZeroDivisionError


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # SQLite has one writer at a time
async def test_a_transaction_that_commits_late_is_sealed_too(app: FastAPI, sealed: AuditServices) -> None:
    """Its ids lie below those that have been sealed meanwhile."""
    database = app.state.database
    async with system_transaction(database) as session:
        await log_event(session, tag=AuditTag.PROJECT_CREATED, resource_type="project", resource_id="late")
        await _write(database, 3, "sooner")
        assert await sealed.sealer.seal_all() == 3
    assert await sealed.sealer.seal_all() == 1
    report = await verify(database, sealed.writer, sealed.witness)
    assert (report.ok, report.rows, report.waiting) == (True, sum(ROWS) + 4, 0)


async def test_what_is_sealed_while_the_log_is_checked_is_not_missed(
    app: FastAPI, sealed: AuditServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check looks at the database as it was when it began; the file beside it moves on."""
    real = store.purged_to

    async def sealed_meanwhile(session: AsyncSession) -> int:
        found = await real(session)
        monkeypatch.setattr(store, "purged_to", real)
        await _write(app.state.database, 2, "meanwhile")
        await sealed.sealer.seal_all()
        return found

    monkeypatch.setattr(store, "purged_to", sealed_meanwhile)
    report = await verify(app.state.database, sealed.writer, sealed.witness)
    assert report.ok, str(report)


async def test_two_servers_seal_one_chain(app: FastAPI, sealed: AuditServices) -> None:
    other = Sealer(app.state.database, sealed.writer, Witness(app.state.settings.data_dir.parent), lambda: 3600)
    for number in range(5):
        await _write(app.state.database, 4, f"both-{number}")
        await asyncio.gather(other.seal_all(), sealed.sealer.seal_all())
    await sealed.sealer.seal_all()
    report = await verify(app.state.database, sealed.writer, sealed.witness)
    assert (report.ok, report.rows) == (True, sum(ROWS) + 20)


async def test_an_end_that_was_cut_off_stays_missed_when_sealing_goes_on(app: FastAPI, sealed: AuditServices) -> None:
    async with system_transaction(app.state.database) as session:
        intruder = Intruder(session, random.Random(4), sum(ROWS))  # noqa: S311 - the same in every run
        await intruder.break_in()
        await intruder.cut_all()
    await _write(app.state.database, 30, "afterwards")
    await sealed.sealer.seal_all()
    report = await verify(app.state.database, sealed.writer, sealed.witness)
    assert report.first is not None
    assert report.first.kind == "cut_off"

"""Both sides of what the chain lets pass: late rows, heads of somebody else, and what retention says twice."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select, update
from support_tamper import Intruder
from verbatim_enterprise.audit import retention, service
from verbatim_enterprise.audit.canonical import first_id, id_at, time_of
from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.chain.verify import verify
from verbatim_enterprise.audit.rows import LOG
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.services import AuditServices
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction

HOUR, INSTANT = timedelta(hours=1), timedelta(milliseconds=1)
MOMENT = datetime(2026, 12, 1, 12, 30, 45, 123456, tzinfo=UTC)


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Seal by hand only."""
    return {"VERBATIM_AUDIT_SEAL_SECONDS": "3600"}


@pytest.fixture
def audit(app: FastAPI) -> AuditServices:
    services: AuditServices = app.state.audit
    return services


async def _write(app: FastAPI, when: datetime, monkeypatch: pytest.MonkeyPatch, many: int = 1) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(service, "utcnow", lambda: when)
        async with system_transaction(app.state.database) as session:
            for number in range(many):
                await log_event(session, tag=AuditTag.WEBHOOK_TEST, resource_id=f"{number}")


async def _count(app: FastAPI, table: object = LOG) -> int:
    async with system_transaction(app.state.database, read_only=True) as session:
        return int(await session.scalar(select(func.count()).select_from(table)) or 0)  # type: ignore[arg-type] # a table


@pytest.mark.parametrize(
    ("before", "waiting", "problems"),
    [(timedelta(0), 1, []), (HOUR, 1, []), (HOUR + INSTANT, 0, ["inserted"]), (timedelta(days=40), 0, ["inserted"])],
    ids=["now", "an hour", "more than an hour", "weeks"],
)
async def test_a_row_may_come_an_hour_late_and_no_more(
    app: FastAPI,
    audit: AuditServices,
    monkeypatch: pytest.MonkeyPatch,
    before: timedelta,
    waiting: int,
    problems: list[str],
) -> None:
    """Even one that this server has written: whoever keeps a copy could put back what retention has removed."""
    await _write(app, utcnow(), monkeypatch)
    await audit.sealer.seal_all()
    async with system_transaction(app.state.database, read_only=True) as session:
        newest = await store.sealed_id(session, await store.last_sealed(session))
    assert newest is not None
    await _write(app, time_of(newest) - before, monkeypatch)
    report = await verify(app.state.database, audit.writer, audit.witness)
    assert ([one.kind for one in report.problems], report.waiting) == (problems, waiting)


async def test_what_retention_removed_is_not_said_again(
    app: FastAPI, audit: AuditServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in (400, 300, 1):
        await _write(app, utcnow() - timedelta(days=days), monkeypatch, 3)
        await audit.sealer.seal_all()
    assert await retention.purge(app.state.database, audit.writer, 350) == 3
    heads, rows = await _count(app, store.HEADS), await _count(app)
    for days in (350, 500):
        assert await retention.purge(app.state.database, audit.writer, days) == 0
        assert (await _count(app, store.HEADS), await _count(app)) == (heads, rows)
        async with system_transaction(app.state.database, read_only=True) as session:
            assert await retention.count_old(session, retention.limit_of(days)) == 0
    async with system_transaction(app.state.database, read_only=True) as session:
        assert await retention.count_old(session, retention.limit_of(200)) == 3
        assert await store.purged_to(session) == 3
    assert await retention.purge(app.state.database, audit.writer, 200) == 3
    report = await verify(app.state.database, audit.writer, audit.witness)
    assert (report.ok, report.purged_to) == (True, 6), str(report)


@pytest.mark.parametrize("column", ["signature", "key_id"])
async def test_retention_vouches_for_no_head_that_this_server_did_not_sign(
    app: FastAPI, audit: AuditServices, monkeypatch: pytest.MonkeyPatch, column: str
) -> None:
    for days in (400, 1):
        await _write(app, utcnow() - timedelta(days=days), monkeypatch, 3)
        await audit.sealer.seal_all()
    async with system_transaction(app.state.database) as session:
        await Intruder(session, random.Random(1), 6).break_in()  # noqa: S311 - the same in every run
        newest = select(func.max(store.HEADS.c.number)).scalar_subquery()
        forged = update(store.HEADS).where(store.HEADS.c.number == newest)
        await session.execute(forged.values(**{column: "A" * 8}))
    heads, rows = await _count(app, store.HEADS), await _count(app)
    assert await retention.purge(app.state.database, audit.writer, 350) == 0
    assert (await _count(app, store.HEADS), await _count(app)) == (heads, rows)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("column", ["last_seq", "number"])
async def test_a_head_that_nobody_can_read_is_told_and_stops_no_check(
    app: FastAPI, audit: AuditServices, monkeypatch: pytest.MonkeyPatch, column: str
) -> None:
    await _write(app, utcnow(), monkeypatch, 3)
    await audit.sealer.seal_all()
    async with system_transaction(app.state.database) as session:
        await Intruder(session, random.Random(1), 3).break_in()  # noqa: S311 - the same in every run
        connection = await session.connection()
        await connection.exec_driver_sql(f"UPDATE audit_heads SET {column} = 'nonsense'")  # noqa: S608 - our own name
    report = await verify(app.state.database, audit.writer, audit.witness)
    assert ("head", 1) in [(one.kind, one.seq) for one in report.problems], str(report)


@pytest.mark.parametrize(
    ("bits", "text"),
    [
        (0, "01a23196-0583-774b-8000-000000000000"),
        (1, "01a23196-0583-774b-8000-000000000001"),
        (2**62 - 1, "01a23196-0583-774b-bfff-ffffffffffff"),
        (2**62, "01a23196-0583-774b-8000-000000000000"),
        (2**64 - 1, "01a23196-0583-774b-bfff-ffffffffffff"),
    ],
)
def test_an_id_is_a_version_7_of_its_moment_whatever_is_random_in_it(bits: int, text: str) -> None:
    made = id_at(MOMENT, bits)
    assert made == text
    assert (UUID(made).version, UUID(made).variant) == (7, "specified in RFC 4122")
    assert time_of(made) == MOMENT.replace(microsecond=123_000)
    assert first_id(MOMENT) <= made < first_id(MOMENT + INSTANT)


def test_ids_of_one_moment_differ_and_those_of_later_ones_come_after() -> None:
    made = [id_at(MOMENT + number * INSTANT) for number in range(1_000)]
    assert made == sorted(made)
    assert len({id_at(MOMENT) for _ in range(100)}) == 100
    assert id_at(datetime(1969, 1, 1, tzinfo=UTC), 0) == "00000000-0000-7000-8000-000000000000"

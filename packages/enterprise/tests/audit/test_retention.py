"""Old rows go, after a look at how many; what is left is proved as before."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import count

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from support_audit import only_row, rows_of
from support_enterprise import Person
from support_teams import ok, refused
from verbatim_enterprise.audit import retention, service
from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.chain.verify import verify
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import Database, utcnow
from verbatim_enterprise.system_session import system_transaction

URL = "/api/admin/audit/retention"


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Seal by hand only."""
    return {"VERBATIM_AUDIT_SEAL_SECONDS": "3600"}


async def _write_at(app: FastAPI, when: datetime, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(service, "utcnow", lambda: when)
        async with system_transaction(app.state.database) as session:
            for number in range(many):
                await log_event(session, tag=AuditTag.WEBHOOK_TEST, resource_id=f"{when:%j}-{number}")
    await app.state.audit.sealer.seal_all()


@pytest.fixture
async def years(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write rows of a long time."""
    for days in (400, 300, 200, 100, 50):
        await _write_at(app, utcnow() - timedelta(days=days), 6, monkeypatch)


@pytest.mark.usefixtures("years")
async def test_old_rows_go_and_the_rest_is_still_proved(app: FastAPI, admin: Person) -> None:
    await app.state.audit.sealer.seal_all()
    preview = ok(await admin.get(URL, params={"days": 150}))
    assert preview["rows"] == 18
    assert len(await rows_of(app, action="webhook.test")) == 30
    assert ok(await admin.post(URL, json={"days": 150}))["rows"] == 18
    assert len(await rows_of(app, action="webhook.test")) == 12
    assert (await only_row(app, action="audit.purged")).details["rows"] == 18
    services = app.state.audit
    report = await verify(app.state.database, services.writer, services.witness)
    assert (report.ok, report.purged_to) == (True, 18), str(report)
    await services.sealer.seal_all()
    assert (await verify(app.state.database, services.writer, services.witness)).ok
    refused(await admin.post(URL, json={"days": 150}), 409, "nothing_to_purge")
    assert ok(await admin.post(URL, json={"days": 60}))["rows"] == 6
    assert (await verify(app.state.database, services.writer, services.witness)).ok
    assert (await admin.post(URL, json={"days": 3})).status_code == 422


@pytest.mark.usefixtures("years")
async def test_after_a_crash_in_the_middle_nothing_is_wrong_and_the_rest_goes(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, database = app.state.audit, app.state.database
    real, calls = retention._remove_some, count()

    async def crash(given: Database) -> int:
        if next(calls) == 2:
            raise ZeroDivisionError
        return await real(given)

    with monkeypatch.context() as patch:
        patch.setattr(retention, "AT_ONCE", 4)
        patch.setattr(retention, "_remove_some", crash)
        with pytest.raises(ZeroDivisionError):
            await retention.purge(database, services.writer, 150)
    report = await verify(database, services.writer, services.witness)
    assert report.ok, str(report)
    await retention.purge(database, services.writer, 150)
    async with system_transaction(database, read_only=True) as session:
        assert await session.scalar(select(func.min(store.SEALS.c.seq))) == 19
    assert (await verify(database, services.writer, services.witness)).ok

"""A server for organisations that nobody uses: it asks little, and notices all the same."""

from __future__ import annotations

import asyncio
import time

import pytest
from fastapi import FastAPI
from sqlalchemy import delete, event, func, select, text
from structlog.testing import capture_logs
from support.waiting import until
from support_commands import verbatim
from support_enterprise import PASSWORD, Person
from support_tamper import TRIGGERS
from verbatim.config import Settings
from verbatim.health.keeper import BEAT_SECONDS
from verbatim_enterprise.admin.keeping import BEAT_SECONDS as FIGURES_SECONDS
from verbatim_enterprise.audit.chain.store import HEADS, SEALS
from verbatim_enterprise.audit.rows import LOG
from verbatim_enterprise.system_session import system_transaction

pytestmark = pytest.mark.timeout(300)


async def unsealed(app: FastAPI) -> int:
    async with system_transaction(app.state.database, read_only=True) as session:
        rows = await session.scalar(select(func.count()).select_from(LOG)) or 0
        return rows - (await session.scalar(select(func.count()).select_from(SEALS)) or 0)


async def settled(app: FastAPI) -> None:
    async def sealed() -> bool:
        return app.state.runtime.pulse.works and await unsealed(app) == 0

    await until(sealed)
    await asyncio.sleep(6)  # a round of everything that looks once more


async def test_nobody_looks_where_nothing_is(app: FastAPI, admin: Person) -> None:
    del admin
    assert min(BEAT_SECONDS, FIGURES_SECONDS) >= 15  # health and the counters look at everything, but seldom
    await app.state.health.stop()
    await app.state.figures.stop()
    await settled(app)
    seen: list[str] = []
    sync = app.state.database.engine.sync_engine
    event.listen(sync, "before_cursor_execute", lambda *given: seen.append(given[2]))
    await asyncio.sleep(6)
    looks = [statement for statement in seen if "license" not in statement and "set_config" not in statement]
    assert [one for one in looks if any(name in one for name in ("jobs", "webhook", "audit_"))] == []


async def test_what_a_command_did_is_sealed_soon(app: FastAPI, admin: Person, settings: Settings) -> None:
    del admin
    await settled(app)
    account = ("--username", "grace", "--email", "grace@example.org", "--password", PASSWORD)
    code, said = await verbatim(settings, "users", "create-admin", *account)
    assert code == 0, said
    started = time.monotonic()

    async def sealed() -> bool:
        return await unsealed(app) == 0

    await until(sealed)
    assert time.monotonic() - started < 8, "three seconds, and the wait of a busy machine"


async def test_a_chain_that_is_cut_off_is_noticed_soon(app: FastAPI, admin: Person) -> None:
    del admin
    await settled(app)
    newest = select(func.max(HEADS.c.number)).scalar_subquery()
    with capture_logs() as logs:
        async with system_transaction(app.state.database) as session:
            for statement in TRIGGERS[app.state.database.dialect]:
                await session.execute(text(statement))
            await session.execute(delete(HEADS).where(HEADS.c.number == newest))

        async def told() -> bool:
            return any(entry["log_level"] == "error" for entry in logs)

        await until(told, 10)

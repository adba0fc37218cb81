"""A server for organisations that nobody uses: it asks little, and notices all the same."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import pytest
from fastapi import FastAPI
from sqlalchemy import delete, event, func, select, text
from structlog.testing import capture_logs
from support.waiting import until
from support_commands import verbatim
from support_enterprise import PASSWORD, Person
from support_tamper import TRIGGERS
from verbatim.config import Settings
from verbatim.core.background import RepeatedTask
from verbatim.health.keeper import BEAT_SECONDS
from verbatim_enterprise.admin.keeping import BEAT_SECONDS as FIGURES_SECONDS
from verbatim_enterprise.audit.chain.store import HEADS, SEALS
from verbatim_enterprise.audit.rows import LOG
from verbatim_enterprise.system_session import system_transaction

pytestmark = pytest.mark.timeout(300)
MOST_STATEMENTS = 220
"""A minute, of everything that is done from time to time, as if each look of the health found every part not looked at
lately. The pulse's questions, one a second, come on top.
"""
MOST_WAKES = {"postgresql": 15, "sqlite": 50}
"""A second, of the loop: the pulse's question takes five of them, and where a thread asks it, twenty,
more where that thread has to wait.
"""
ROUND_SECONDS = 6
SOON_SECONDS = 12
"""Three seconds, and the wait of a busy machine."""


async def unsealed(app: FastAPI) -> int:
    async with system_transaction(app.state.database, read_only=True) as session:
        rows = await session.scalar(select(func.count()).select_from(LOG)) or 0
        return rows - (await session.scalar(select(func.count()).select_from(SEALS)) or 0)


class Looks:
    """What is looked for in the database, and when that happened last."""

    def __init__(self, app: FastAPI) -> None:
        self.seen: list[str] = []
        self.last = time.monotonic()
        event.listen(app.state.database.engine.sync_engine, "before_cursor_execute", self._note)

    def _note(self, *given: Any) -> None:
        statement: str = given[2]
        if "license" in statement or "set_config" in statement:
            return
        if any(name in statement for name in ("jobs", "webhook", "audit_")):
            self.seen.append(statement)
            self.last = time.monotonic()


async def settled(app: FastAPI) -> Looks:
    """Wait until nobody has looked for as long as a round of everything takes that looks once more."""

    async def sealed() -> bool:
        return app.state.runtime.pulse.works and await unsealed(app) == 0

    await until(sealed)
    looks = Looks(app)

    async def quiet() -> bool:
        return time.monotonic() - looks.last >= ROUND_SECONDS

    await until(quiet)
    return looks


@contextmanager
def wakes() -> Iterator[list[str]]:
    """Note what the loop does."""
    noted: list[str] = []
    run = asyncio.events.Handle._run

    def noting(handle: asyncio.Handle) -> None:
        noted.append(repr(handle))
        run(handle)

    with patch.object(asyncio.events.Handle, "_run", noting):
        yield noted


def repeated() -> list[RepeatedTask]:
    """Return everything that is done from time to time."""
    frames = (getattr(task.get_coro(), "cr_frame", None) for task in asyncio.all_tasks())
    owners = (frame.f_locals.get("self") for frame in frames if frame is not None)
    return [one for one in owners if isinstance(one, RepeatedTask)]


async def test_a_minute_of_nothing_takes_few_statements(app: FastAPI, admin: Person) -> None:
    del admin
    await settled(app)
    asked: list[str] = []
    sync = app.state.database.engine.sync_engine
    event.listen(sync, "before_cursor_execute", lambda *given: asked.append(given[2]))
    found = {}
    with patch.object(app.state.health, "_is_stale", lambda *_: True):  # as if each look were half a minute later
        for task in repeated():
            await task._step()
            app.state.license.forget()
            asked.clear()
            await task._step()
            found[task._name] = len(asked) * 60 / task._seconds
    assert {"health", "figures", "alerts", "presence", "license"} <= found.keys()
    assert sum(found.values()) <= MOST_STATEMENTS, found


async def test_nobody_looks_where_nothing_is(app: FastAPI, admin: Person) -> None:
    del admin
    assert min(BEAT_SECONDS, FIGURES_SECONDS) >= 15  # health and the counters look at everything, but seldom
    await app.state.health.stop()
    await app.state.figures.stop()
    await app.state.alerts.stop()
    looks = await settled(app)
    looks.seen.clear()
    with wakes() as noted:
        await asyncio.sleep(ROUND_SECONDS)
    assert looks.seen == []
    most = MOST_WAKES[app.state.database.dialect] * ROUND_SECONDS
    assert len(noted) <= most, Counter(one.split(" at 0x")[0] for one in noted)


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
    assert time.monotonic() - started < SOON_SECONDS


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

        await until(told, SOON_SECONDS)

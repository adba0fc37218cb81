"""Fixtures: a recording that may be opened, and rows to be told."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import func, select
from support.engines import install_quick_engine
from support.waiting import until
from support_enterprise import Person
from support_teams import ok
from verbatim_enterprise.audit.chain import store
from verbatim_enterprise.audit.models import AuditLog
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import Database
from verbatim_enterprise.system_session import system_transaction

SPEECH = Path(__file__).parents[4] / "docs" / "examples" / "good-morning.wav"


@pytest.fixture
async def recording_id(admin: Person, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give a recording of the administrator's team, not transcribed."""
    install_quick_engine(monkeypatch)
    files, data = {"file": (SPEECH.name, SPEECH.read_bytes())}, {"transcribe": "false"}
    made = ok(await admin.post("/api/recordings/upload", files=files, data=data), 201)
    return str(made.get("id") or made["recording_id"])


@pytest.fixture
async def total(app: FastAPI, admin: Person) -> int:
    """Write and seal rows; gives how many there are."""
    database: Database = app.state.database
    async with system_transaction(database) as session:
        for number in range(300):
            name = f'a "quoted\\ name] {number}'
            await log_event(session, tag=AuditTag.PROJECT_CREATED, resource_type="project", resource_name=name)
    sealed = 0

    async def everything_is_sealed() -> bool:
        nonlocal sealed
        await app.state.audit.sealer.seal_all()  # stops where the server's own sealing is faster
        async with system_transaction(database, read_only=True) as session:
            sealed = await session.scalar(select(func.max(store.SEALS.c.seq))) or 0
            return sealed >= (await session.scalar(select(func.count(AuditLog.id))) or 0)

    await until(everything_is_sealed)
    return sealed

"""Reading the audit log as it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI
from sqlalchemy import select
from verbatim_enterprise.audit.models import AuditLog
from verbatim_enterprise.system_session import system_transaction


async def rows_of(app: FastAPI, **wanted: Any) -> Sequence[AuditLog]:
    """Return the rows in which these columns have these values, the oldest first."""
    async with system_transaction(app.state.database, read_only=True) as session:
        return list(await session.scalars(select(AuditLog).filter_by(**wanted).order_by(AuditLog.id)))


async def only_row(app: FastAPI, **wanted: Any) -> AuditLog:
    """Return the one row in which these columns have these values."""
    (row,) = await rows_of(app, **wanted)
    return row


async def actions_of(app: FastAPI, **wanted: Any) -> list[str]:
    """Return what was done, in order."""
    return [row.action for row in await rows_of(app, **wanted)]

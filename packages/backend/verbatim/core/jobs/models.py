"""The row of a job: the truth about it, whichever engine runs it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, ColumnElement, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Placed, list_indexes
from verbatim.core.spans import carried


class JobStatus(StrEnum):
    """queued → running → completed | failed | cancelled. A retry after a crash goes from running back to queued."""

    QUEUED = "queued"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


ACTIVE = (JobStatus.QUEUED, JobStatus.RUNNING)
_QUEUED_SQL = text("status = 'queued'")
_ACTIVE_SQL = text("status IN ('queued', 'running')")
_FAILED_SQL = text("status = 'failed'")
_UNIQUE_SQL = text(f"{_ACTIVE_SQL} AND dedupe_key IS NOT NULL")

IS_QUEUED: ColumnElement[bool] = text("jobs.status = 'queued'")  # type: ignore[assignment] # a condition, spelled out
IS_ACTIVE: ColumnElement[bool] = text("jobs.status IN ('queued', 'running')")  # type: ignore[assignment] # as above
IS_FAILED: ColumnElement[bool] = text("jobs.status = 'failed'")  # type: ignore[assignment] # as above
"""Conditions of partial indexes. Databases use such an index only where the query says the same, without parameters."""


class Job(Placed, Base):
    """One piece of background work.

    ``lease_token`` is the fencing token: it grows with every claim, and a worker whose token is no longer the row's
    cannot write. ``lease_expires_at`` is renewed while the worker lives. ``trace`` is that of whoever asked for it.
    """

    is_content: ClassVar[bool] = False
    __tablename__ = "jobs"
    __table_args__ = (
        Index("ix_jobs_active", "status", "job_type", sqlite_where=_ACTIVE_SQL, postgresql_where=_ACTIVE_SQL),
        # An owner's next job without reading all that wait.
        Index(
            "ix_jobs_queued",
            "owner_id",
            text("priority DESC"),
            "run_at",
            "id",
            sqlite_where=_QUEUED_SQL,
            postgresql_where=_QUEUED_SQL,
        ),
        # Why jobs failed lately, without reading all that ended well.
        Index("ix_jobs_failed", "completed_at", sqlite_where=_FAILED_SQL, postgresql_where=_FAILED_SQL),
        Index(
            "uq_jobs_dedupe_key",
            "dedupe_key",
            unique=True,
            sqlite_where=_UNIQUE_SQL,
            postgresql_where=_UNIQUE_SQL,
        ),
        *list_indexes("jobs", "created_at", placed=True),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    job_type: Mapped[str] = mapped_column(String(100))
    status: Mapped[str] = mapped_column(String(20), default=JobStatus.QUEUED)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    error: Mapped[str | None] = mapped_column(Text)
    error_code: Mapped[str | None] = mapped_column(String(100))
    progress: Mapped[float] = mapped_column(default=0.0)
    stage: Mapped[str | None] = mapped_column(String(100))
    priority: Mapped[int] = mapped_column(default=0)
    run_at: Mapped[datetime] = mapped_column(default=utcnow)
    attempts: Mapped[int] = mapped_column(default=0)
    max_attempts: Mapped[int] = mapped_column(default=3)
    dedupe_key: Mapped[str | None] = mapped_column(String(200))
    trace: Mapped[str | None] = mapped_column(String(49), default=carried)
    worker_id: Mapped[str | None] = mapped_column(String(200))
    lease_token: Mapped[int] = mapped_column(default=0)
    lease_expires_at: Mapped[datetime | None]
    cancel_requested: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]

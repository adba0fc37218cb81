"""Telling open pages how a job stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.events import PageMessage, tell_pages
from verbatim.core.jobs.models import JobStatus


@dataclass(frozen=True, kw_only=True)
class JobProgress(PageMessage):
    """A job has come further, begun or ended. ``progress`` is in per cent, ``stage`` what it does in words."""

    event_name: ClassVar[str] = "job.progress"
    job_id: str
    job_type: str
    recording_id: str | None
    status: str
    progress: float
    stage: str | None
    error: str | None = None
    latest_text: str | None = None


def tell_progress(
    session: AsyncSession,
    job_id: str,
    job_type: str,
    payload: Mapping[str, Any],
    status: JobStatus,
    percent: float,
    stage: str | None,
    *,
    error: str | None = None,
    latest_text: str | None = None,
) -> None:
    """Tell open pages how a job stands, once the transaction is committed."""
    message = JobProgress(
        job_id=job_id,
        job_type=job_type,
        recording_id=payload.get("recording_id"),
        status=status.value,
        progress=percent,
        stage=stage,
        error=error,
        latest_text=latest_text,
    )
    tell_pages(session, message)

"""Telling open pages how a job stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.events import announce
from verbatim.core.jobs.models import JobStatus

MESSAGE = "job.progress"


def announce_progress(
    session: AsyncSession,
    job_id: str,
    job_type: str,
    payload: Mapping[str, Any],
    status: JobStatus,
    percent: float,
    stage: str | None,
    **fields: Any,
) -> None:
    """Tell open pages how a job stands, once the transaction is committed."""
    announce(
        session,
        MESSAGE,
        job_id=job_id,
        job_type=job_type,
        recording_id=payload.get("recording_id"),
        status=status.value,
        progress=percent,
        stage=stage,
        **fields,
    )

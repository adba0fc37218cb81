"""What engines said, as they said it: one row for each attempt of which something was heard."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.core.errors import NotFoundError
from verbatim.recordings.models import Recording
from verbatim.transcripts.models import EngineOutput


class AttemptNotFoundError(NotFoundError):
    """There is no such attempt of this recording, or nothing was heard in it."""

    code = "attempt_not_found"


def packed(content: dict[str, Any]) -> bytes:
    """Return what an engine said as it is stored."""
    return zlib.compress(json.dumps(content, ensure_ascii=False).encode())


def keep_output(
    session: AsyncSession,
    recording: Recording,
    job_id: str,
    content: bytes,
    *,
    engine: str | None,
    model: str | None,
    transcript_id: str | None = None,
    error: str | None = None,
) -> None:
    """Keep what an engine said in an attempt."""
    session.add(
        EngineOutput(
            recording_id=recording.id,
            job_id=job_id,
            transcript_id=transcript_id,
            engine=engine,
            model_used=model,
            error=error,
            content=content,
        )
    )


async def list_attempts(session: AsyncSession, recording_id: str) -> Sequence[EngineOutput]:
    """Return the attempts of a recording, the newest first."""
    rows = await session.scalars(
        select(EngineOutput)
        .where(EngineOutput.recording_id == recording_id)
        .order_by(EngineOutput.created_at.desc(), EngineOutput.id.desc())
    )
    return list(rows)


async def output_of(session: AsyncSession, recording_id: str, job_id: str) -> bytes:
    """Return what the engine said in a job, the last time if it had to begin anew, as JSON.

    Raises:
        AttemptNotFoundError: there is no such attempt.
    """
    found: EngineOutput | None = await session.scalar(
        select(EngineOutput)
        .where(EngineOutput.recording_id == recording_id, EngineOutput.job_id == job_id)
        .order_by(EngineOutput.created_at.desc(), EngineOutput.id.desc())
        .limit(1)
        .options(undefer(EngineOutput.content))
    )
    if found is None:
        raise AttemptNotFoundError
    return zlib.decompress(found.content)

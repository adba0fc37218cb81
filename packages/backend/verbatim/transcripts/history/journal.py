"""Writing changes down: each becomes a row with its author, in the transaction that makes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Insert, insert, inspect, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.attributes import set_committed_value

from verbatim.core.auth import Principal
from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import CALLER
from verbatim.transcripts.history.content import Content
from verbatim.transcripts.history.models import TranscriptChange
from verbatim.transcripts.history.recorder import stop_recording
from verbatim.transcripts.models import Transcript


async def write_change(
    session: AsyncSession, transcript: Transcript, kind: str, *, reason: str | None = None, undoes: int | None = None
) -> Content | None:
    """Write down what this transaction did to a transcript since it was locked, and mark it as changed.

    Returns what it did; None when no row is other than it was, which is no change of its text.
    """
    now = utcnow()
    values = _taken(session, transcript)
    await session.flush()
    recorder = stop_recording(session, transcript)
    content = None if recorder is None else recorder.finish(transcript)
    if content is not None and not content.rows and not content.shifts:
        content = None
    noted = None
    if content is not None:
        values["revision"] = transcript.revision + 1
        row = _row(session, transcript, content, values["revision"], now)
        noted = insert(TranscriptChange.__table__).values(  # type: ignore[arg-type] # it is a table
            **row, kind=kind, reason=reason, undoes=undoes
        )
    await _write(session, transcript, {**values, "updated_at": now}, noted)
    return content


def _taken(session: AsyncSession, transcript: Transcript) -> dict[str, Any]:
    """Take what waits to be written of the transcript's own row, so that it travels together with its change."""
    if transcript not in session.dirty:
        return {}
    state = inspect(transcript)
    changed = {column.key for column in state.mapper.column_attrs} - state.unmodified
    if "not_understood" in changed:
        return {}  # noted when it is flushed
    values = {name: state.dict[name] for name in changed}
    for name, value in values.items():
        set_committed_value(transcript, name, value)
    return values


def _row(session: AsyncSession, transcript: Transcript, content: Content, number: int, now: datetime) -> dict[str, Any]:
    caller: Principal | None = session.info.get(CALLER)
    return {
        "id": new_id(),
        "transcript_id": transcript.id,
        "recording_id": transcript.recording_id,
        "owner_id": transcript.owner_id,
        "workspace_id": transcript.workspace_id,
        "number": number,
        "author_id": None if caller is None else caller.id,
        "author": None if caller is None else caller.name[:200],
        "segments": len(content.segment_ids),
        "shifts": [list(one) for one in content.shifts] or None,
        "content": content.packed(),
        "created_at": now,
        "undone_by": None,
    }


async def _write(session: AsyncSession, transcript: Transcript, values: dict[str, Any], noted: Insert | None) -> None:
    written = update(Transcript).where(Transcript.id == transcript.id).values(**values)
    if noted is not None:
        if session.get_bind().dialect.name == "postgresql":
            written = written.add_cte(noted.cte("noted"))  # one question instead of two
        else:
            await session.execute(noted)
    await session.execute(written.execution_options(synchronize_session=False))
    for name, value in values.items():
        set_committed_value(transcript, name, value)

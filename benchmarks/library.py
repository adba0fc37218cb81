"""A library of recordings as years of use leave it: each with a job, a transcript, tags and perhaps a project."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from verbatim.core.jobs.models import Job
from verbatim.projects.models import Project, ProjectRecording
from verbatim.recordings.models import Recording
from verbatim.tags.models import RecordingTag, Tag
from verbatim.transcripts.models import Transcript

START = datetime(2021, 1, 4, 8, tzinfo=UTC)
PROJECT_SIZE = 100
"""Recordings in each project: a large library has more projects, not larger ones."""
TAGS = 40
STATUSES = ("completed",) * 96 + ("failed", "failed", "cancelled", "pending")
SUBJECTS = ("Board meeting", "Interview", "Lecture", "Stand-up", "Customer call", "Podcast", "Court hearing")
TOPICS = ("budget", "harvest", "bridge", "school", "archive", "river", "market", "choir", "garden", "railway")
_BATCH = 2_000
_RECORDING, _JOB, _TRANSCRIPT, _PROJECT, _TAG = range(5)

Rows = dict[Any, list[dict[str, Any]]]


def key(kind: int, number: int) -> str:
    """Return a version 7 UUID, which grows with time like the product's own."""
    milliseconds = int(START.timestamp() * 1000) + number * 3_600_000
    return str(UUID(int=milliseconds << 80 | 0x7 << 76 | kind << 64 | 0x2 << 62 | number))


def recording_id(number: int) -> str:
    return key(_RECORDING, number)


def transcript_id(number: int) -> str:
    return key(_TRANSCRIPT, number)


def project_id(number: int) -> str:
    return key(_PROJECT, number)


def tag_id(number: int) -> str:
    return key(_TAG, number)


def owner_id(number: int, owners: int) -> str | None:
    """Return whose the recording `number` is; None in single-user mode, which is what 0 `owners` mean."""
    return f"owner-{number * 7919 % owners:04d}" if owners else None


async def fill(
    engine: AsyncEngine,
    recordings: int,
    *,
    owners: int = 0,
    statuses: Sequence[str] = STATUSES,
    workspace: str | None = None,
) -> None:
    """Fill an empty, migrated database with `recordings`, which belong to as many `owners` in turn and lie in a
    `workspace` if there is one.
    """
    chance = random.Random(recordings)  # noqa: S311 - the same library each time
    write = _copy if engine.dialect.name == "postgresql" else _insert
    async with engine.begin() as connection:
        await write(connection, _placed(_shelves(recordings, owners), workspace))
        for first in range(0, recordings, _BATCH):
            numbers = range(first, min(first + _BATCH, recordings))
            await write(connection, _placed(_batch(numbers, chance, owners, statuses), workspace))
    await settle(engine)


async def settle(engine: AsyncEngine) -> None:
    """Do what autovacuum does in the minutes after such a load."""
    command = "VACUUM ANALYZE" if engine.dialect.name == "postgresql" else "ANALYZE"
    async with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        await connection.execute(text(command))
    await engine.dispose()


async def _insert(connection: AsyncConnection, rows: Rows) -> None:
    for model, values in rows.items():
        if values:
            await connection.execute(insert(model.__table__), values)


async def _copy(connection: AsyncConnection, rows: Rows) -> None:
    raw = await connection.get_raw_connection()
    for model, values in rows.items():
        if values:
            records = [
                [json.dumps(value) if isinstance(value, dict) else value for value in row.values()] for row in values
            ]
            await raw.driver_connection.copy_records_to_table(  # type: ignore[union-attr] # asyncpg's own
                model.__tablename__, records=records, columns=list(values[0])
            )


def _placed(rows: Rows, workspace: str | None) -> Rows:
    for model, values in rows.items():
        if "workspace_id" in model.__table__.columns:  # said also when there is none: nobody's scope is in force here
            for row in values:
                row["workspace_id"] = workspace
    return rows


def _shelves(recordings: int, owners: int) -> Rows:
    projects = max(1, recordings // PROJECT_SIZE)
    common = {"created_at": START, "owner_id": owner_id(0, owners)}
    return {
        Tag: [
            {"id": tag_id(number), "name": f"Tag {number}", "name_key": f"tag {number}", "color": None, **common}
            for number in range(TAGS)
        ],
        Project: [
            {"id": project_id(number), "name": f"Project {number}", "metadata": {}, "updated_at": START, **common}
            for number in range(projects)
        ],
    }


def _batch(numbers: Sequence[int], chance: random.Random, owners: int, statuses: Sequence[str]) -> Rows:
    rows: Rows = {model: [] for model in (Recording, Job, Transcript, RecordingTag, ProjectRecording)}
    for number in numbers:
        own = {"owner_id": owner_id(number, owners)}
        status = chance.choice(statuses)
        moment = START + timedelta(hours=number)
        link = {"recording_id": recording_id(number), **own}
        rows[Recording].append(_recording(number, status, moment, chance) | own)
        rows[Job].append(_job(number, status, moment) | own)
        if status == "completed":
            rows[Transcript].append(_transcript(number, moment) | own)
        tags = chance.sample(range(TAGS), chance.choice((0, 1, 1, 2, 3)))
        rows[RecordingTag] += [{"tag_id": tag_id(tag), **link} for tag in tags]
        if number % 2:
            rows[ProjectRecording].append({"project_id": project_id(number // (2 * PROJECT_SIZE)), **link})
    return rows


def title(number: int, chance: random.Random) -> str:
    return f"{chance.choice(SUBJECTS)} {number} about the {chance.choice(TOPICS)}"


def _recording(number: int, status: str, moment: datetime, chance: random.Random) -> dict[str, Any]:
    return {
        "id": recording_id(number),
        "title": title(number, chance),
        "file_name": f"REC_{number:06d}.m4a",
        "file_size": chance.randrange(10**6, 10**8),
        "mime_type": "audio/mp4",
        "sha256": f"{number:064x}",
        "storage_location": "local",
        "storage_key": f"recordings/{recording_id(number)}/original",
        "duration_seconds": chance.uniform(60, 7200),
        "media": {"container": "mp4", "codec": "aac", "channels": 1, "sample_rate": 48000},
        "metadata": {"participants": "Ada, Grace"},
        "status": status,
        "language": "en",
        "job_id": key(_JOB, number),
        "transcript_id": transcript_id(number) if status == "completed" else None,
        "created_at": moment,
        "updated_at": moment,
    }


def _job(number: int, status: str, moment: datetime) -> dict[str, Any]:
    return {
        "id": key(_JOB, number),
        "job_type": "transcribe",
        "status": "failed" if status == "pending" else status,
        "payload": {"recording_id": recording_id(number)},
        "progress": 100.0,
        "priority": 0,
        "run_at": moment,
        "attempts": 1,
        "max_attempts": 3,
        "lease_token": 1,
        "cancel_requested": False,
        "created_at": moment,
        "started_at": moment,
        "completed_at": moment,
    }


def _transcript(number: int, moment: datetime) -> dict[str, Any]:
    return {
        "id": transcript_id(number),
        "recording_id": recording_id(number),
        "job_id": key(_JOB, number),
        "language": "en",
        "engine": "faster-whisper",
        "engine_reason": "",
        "model_used": "small",
        "confidence_avg": 0.91,
        "word_count": 6_000,
        "segment_count": 400,
        "created_at": moment,
        "updated_at": moment,
    }

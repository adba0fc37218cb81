"""`GET /api/stats`: totals for the dashboard. Recordings come from their counters; nothing is counted row by row."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import func, select

from verbatim.core.db import SessionDep
from verbatim.core.jobs.models import IS_ACTIVE, Job, JobStatus
from verbatim.core.routing import Router
from verbatim.documents.models import Document
from verbatim.permissions import Permission, requires
from verbatim.projects.models import Project
from verbatim.recordings.models import Recording, RecordingCount
from verbatim.transcripts.models import Transcript

router = Router()


class RecordingStats(BaseModel):
    """Recordings, their length and their size."""

    total_recordings: int
    total_duration_seconds: float
    total_bytes: int
    by_status: dict[str, int]
    avg_duration_seconds: float | None


class TranscriptionStats(BaseModel):
    """Current transcripts."""

    total_transcripts: int
    total_segments: int
    total_words: int
    languages: dict[str, int]


class ProjectStats(BaseModel):
    """Projects."""

    total_projects: int
    last_updated: datetime | None


class ProcessingStats(BaseModel):
    """Transcriptions that wait or run."""

    active_count: int
    queued_count: int
    running_count: int


class DocumentStats(BaseModel):
    """Documents."""

    total_documents: int


class DashboardStats(BaseModel):
    """All figures of the dashboard."""

    recordings: RecordingStats
    transcriptions: TranscriptionStats
    projects: ProjectStats
    processing: ProcessingStats
    documents: DocumentStats


@router.get("", dependencies=[requires(Permission.RECORDING_READ)])
async def stats(session: SessionDep) -> DashboardStats:
    """Get the figures of the dashboard."""
    counts = (await session.scalars(select(RecordingCount).where(RecordingCount.recordings > 0))).all()
    by_status: dict[str, int] = {}
    for count in counts:
        by_status[count.status] = by_status.get(count.status, 0) + count.recordings
    total, seconds = sum(by_status.values()), sum(count.seconds for count in counts)
    languages = await session.execute(
        select(
            Transcript.language,
            func.count(Transcript.id),
            func.coalesce(func.sum(Transcript.segment_count), 0),
            func.coalesce(func.sum(Transcript.word_count), 0),
        )
        .join(Recording, Recording.transcript_id == Transcript.id)
        .group_by(Transcript.language)
    )
    heard = languages.all()
    projects = (await session.execute(select(func.count(Project.id), func.max(Project.updated_at)))).one()
    documents = await session.scalar(select(func.count(Document.id)))
    jobs = await session.execute(
        select(Job.status, func.count(Job.id)).where(IS_ACTIVE, Job.job_type == "transcribe").group_by(Job.status)
    )
    active = dict(iter(jobs))
    return DashboardStats(
        recordings=RecordingStats(
            total_recordings=total,
            total_duration_seconds=seconds,
            total_bytes=sum(count.bytes for count in counts),
            by_status=by_status,
            avg_duration_seconds=seconds / total if total else None,
        ),
        transcriptions=TranscriptionStats(
            total_transcripts=sum(row[1] for row in heard),
            total_segments=sum(row[2] for row in heard),
            total_words=sum(row[3] for row in heard),
            languages={row[0] or "unknown": row[1] for row in heard},
        ),
        projects=ProjectStats(total_projects=projects[0], last_updated=projects[1]),
        processing=ProcessingStats(
            active_count=sum(active.values()),
            queued_count=active.get(JobStatus.QUEUED, 0),
            running_count=active.get(JobStatus.RUNNING, 0),
        ),
        documents=DocumentStats(total_documents=documents or 0),
    )

"""Rows as the application would have made them, written straight into its database because that is fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from fastapi import FastAPI
from sqlalchemy import insert, select, update
from verbatim.adapters.transcription.alignment import spread, tokenize
from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Database
from verbatim.core.ownership import AnyScope, Scope, Unscoped, use_scope
from verbatim.projects.models import Project, ProjectRecording
from verbatim.recordings.models import Recording, RecordingStatus
from verbatim.tags.models import RecordingTag, Tag
from verbatim.transcripts.models import Segment, Speaker, Transcript

SECONDS_PER_SEGMENT = 10.0


@dataclass(frozen=True)
class MadeTranscript:
    """What `Factory.transcript` made: its id, its recording's, and its segments' and speakers' in order."""

    id: str
    recording_id: str
    segment_ids: tuple[str, ...]
    speaker_ids: tuple[str, ...]


class Factory:
    """Makes rows under one scope, by default the one of single-user mode."""

    def __init__(self, app: FastAPI, scope: AnyScope | None = None) -> None:
        self.database: Database = app.state.database
        self.scope = scope or Unscoped()

    @classmethod
    def of_owner(cls, app: FastAPI, owner: str) -> Factory:
        return cls(app, Scope(frozenset({owner}), owner))

    async def recordings(self, rows: Sequence[dict[str, Any]]) -> list[str]:
        """Make recordings, the first the oldest, and return their ids."""
        start = utcnow() - timedelta(minutes=len(rows))
        full = [_recording(row, start + timedelta(minutes=number)) for number, row in enumerate(rows)]
        if full:
            with use_scope(self.scope):
                async with self.database.transaction() as session:
                    await session.execute(insert(Recording), full)
        return [row["id"] for row in full]

    async def recording(self, **fields: Any) -> str:
        return (await self.recordings([fields]))[0]

    async def transcript(
        self, *texts: str, recording_id: str | None = None, speakers: Sequence[str] = ("Speaker 1",), **fields: Any
    ) -> MadeTranscript:
        """Make the current transcript of a recording, with a segment of ten seconds for each text.

        The segments are given to the speakers in turn. Without ``recording_id`` a recording is made as well.
        """
        recording_id = recording_id or await self.recording(status=RecordingStatus.COMPLETED)
        with use_scope(self.scope):
            async with self.database.transaction() as session:
                transcript = Transcript(
                    recording_id=recording_id,
                    engine="pocketsphinx",
                    **{"language": "en", "segment_count": len(texts), **fields},
                    word_count=sum(len(tokenize(text)) for text in texts),
                )
                session.add(transcript)
                await session.flush()
                people = [Speaker(transcript_id=transcript.id, speaker_label=label) for label in speakers]
                session.add_all(people)
                await session.flush()
                rows = [
                    _segment(transcript, number, text, people[number % len(people)].id)
                    for number, text in enumerate(texts)
                ]
                if rows:
                    await session.execute(insert(Segment), rows)
                await session.execute(
                    update(Recording)
                    .where(Recording.id == recording_id)
                    .values(transcript_id=transcript.id, status=RecordingStatus.COMPLETED)
                )
                made = await session.scalars(
                    select(Segment.id).where(Segment.transcript_id == transcript.id).order_by(Segment.segment_index)
                )
                segment_ids = tuple(str(number) for number in made)
        return MadeTranscript(transcript.id, recording_id, segment_ids, tuple(person.id for person in people))

    async def project(self, name: str = "A project", recording_ids: Sequence[str] = (), **fields: Any) -> str:
        with use_scope(self.scope):
            async with self.database.transaction() as session:
                project = Project(name=name, **fields)
                session.add(project)
                await session.flush()
                session.add_all(ProjectRecording(project_id=project.id, recording_id=one) for one in recording_ids)
        return project.id

    async def tag(self, name: str = "a tag", recording_ids: Sequence[str] = (), **fields: Any) -> str:
        with use_scope(self.scope):
            async with self.database.transaction() as session:
                tag = Tag(name=name, name_key=name.casefold(), **fields)
                session.add(tag)
                await session.flush()
                session.add_all(RecordingTag(tag_id=tag.id, recording_id=one) for one in recording_ids)
        return tag.id


def _recording(fields: dict[str, Any], created_at: datetime) -> dict[str, Any]:
    identity = fields.get("id") or new_id()
    return {
        "id": identity,
        "title": "A recording",
        "file_name": "a.wav",
        "file_size": 1_000,
        "mime_type": "audio/wav",
        "sha256": "0" * 64,
        "storage_location": "local",
        "storage_key": f"recordings/{identity}/original",
        "duration_seconds": 10.0,
        "media": {},
        "details": {},
        "status": RecordingStatus.COMPLETED,
        "created_at": created_at,
        "updated_at": created_at,
        **fields,
    }


def _segment(transcript: Transcript, number: int, text: str, speaker_id: str) -> dict[str, Any]:
    start = number * SECONDS_PER_SEGMENT
    end = start + SECONDS_PER_SEGMENT
    return {
        "transcript_id": transcript.id,
        "recording_id": transcript.recording_id,
        "speaker_id": speaker_id,
        "segment_index": number,
        "start_time": start,
        "end_time": end,
        "text": text,
        "confidence": 0.9,
        "words": [asdict(word) for word in spread(text, start, end, 0.9)],
    }

"""What is held stays: asked by every session before it deletes or changes.

A hold on a recording covers its file, its transcripts, their segments and speakers, and what engines said; one on a
project also the project itself, what is in it, and that it is in it. New things may be added, also the first
transcript: a further one would take the place of the one that people read. Corrections are refused because the core
keeps no history of them. Tags, the loudness curve and the workspace may change: they are not what was said.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, aliased

from verbatim_enterprise.holds.errors import HeldError
from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.host import Guard, content_class

Keys = Select[Any]


def standing_on_recordings(recordings: Keys) -> ColumnElement[bool]:
    """Return the condition of holds that stand on some recordings, directly or through a project."""
    inside = aliased(content_class("project_recordings"))
    projects = select(inside.project_id).where(inside.recording_id.in_(recordings))
    return Hold.lifted_at.is_(None) & or_(Hold.recording_id.in_(recordings), Hold.project_id.in_(projects))


def standing_on_projects(projects: Keys) -> ColumnElement[bool]:
    """Return the condition of holds that stand on some projects."""
    return Hold.lifted_at.is_(None) & Hold.project_id.in_(projects)


def _refuse(session: Session, held: ColumnElement[bool]) -> None:
    with session.no_autoflush:
        hold: Hold | None = session.scalar(select(Hold).where(held).order_by(Hold.placed_at, Hold.id).limit(1))
        if hold is not None:
            raise HeldError.by(hold, _title(session, hold))


def _title(session: Session, hold: Hold) -> str | None:
    """Return what is held by its name; None where the caller does not see it."""
    recording, project = content_class("recordings"), content_class("projects")
    if hold.recording_id is not None:
        return session.scalar(select(recording.title).where(recording.id == hold.recording_id))
    return session.scalar(select(project.name).where(project.id == hold.project_id))


def _guard(table: str, columns: str, keys: Callable[[Any], Keys], held: Callable[[Keys], ColumnElement[bool]]) -> Guard:
    def refuse(session: Session, rows: ColumnElement[bool]) -> None:
        _refuse(session, held(keys(content_class(table)).where(rows)))

    return Guard(table, frozenset(columns.split()), refuse)


def _recordings_of_speakers(speaker: Any) -> Keys:
    transcript = aliased(content_class("transcripts"))
    return select(transcript.recording_id).join(speaker, speaker.transcript_id == transcript.id)


GUARDS = (
    _guard(
        "recordings",
        "title file_name file_size mime_type sha256 duration_seconds created_at details",
        lambda cls: select(cls.id),
        standing_on_recordings,
    ),
    _guard(
        "recordings",
        "language job_id transcript_id",
        lambda cls: select(cls.id).where(cls.transcript_id.is_not(None)),
        standing_on_recordings,
    ),
    _guard(
        "transcripts",
        "recording_id language engine model_used created_at not_understood",
        lambda cls: select(cls.recording_id),
        standing_on_recordings,
    ),
    _guard(
        "speakers",
        "transcript_id speaker_label speaker_name color",
        _recordings_of_speakers,
        standing_on_recordings,
    ),
    _guard(
        "segments",
        "transcript_id recording_id speaker_id segment_index start_time end_time text original_text words "
        "doubt folded decision",
        lambda cls: select(cls.recording_id),
        standing_on_recordings,
    ),
    _guard(
        "engine_outputs",
        "recording_id job_id transcript_id engine model_used error content created_at",
        lambda cls: select(cls.recording_id),
        standing_on_recordings,
    ),
    _guard("projects", "name description details", lambda cls: select(cls.id), standing_on_projects),
    _guard("project_recordings", "project_id recording_id", lambda cls: select(cls.project_id), standing_on_projects),
)
"""The names are of mapped attributes; `adapters.keepers` says the same to PostgreSQL in columns."""

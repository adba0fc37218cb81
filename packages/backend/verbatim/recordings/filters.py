"""Which recordings somebody asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import Query, Request
from pydantic import Field
from sqlalchemy import ColumnElement, String, and_, column, func, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.inbound import MomentOrDay, RequestBody, example
from verbatim.core.lookups import LOOKUPS
from verbatim.core.text import storable
from verbatim.core.words import every_word, words_of
from verbatim.favourites.models import Favourite
from verbatim.favourites.narrowing import ONLY_STARRED, starred_by
from verbatim.permissions import signed_in
from verbatim.projects.models import ProjectRecording
from verbatim.recordings.models import Recording, RecordingStatus
from verbatim.tags.models import RecordingTag
from verbatim.transcripts.models import Speaker, Transcript

LONGEST: Final = 10_000_000
"""Seconds: more than any recording has."""
Id = Annotated[str | None, Field(max_length=36)]
Seconds = Annotated[float | None, Field(ge=0, le=LONGEST, allow_inf_nan=False)]


class WantedRecordings(RequestBody, json_schema_extra=example({"status": "untranscribed", "search": "board march"})):
    """Which recordings are meant, as the list takes it. ``tag_ids`` are comma-separated; all must be present."""

    project_id: Id = None
    status: RecordingStatus | None = None
    search: Annotated[str | None, Field(max_length=500)] = None
    date_from: MomentOrDay | None = None
    date_to: MomentOrDay | None = None
    tag_ids: Annotated[str | None, Field(max_length=1000)] = None
    speaker: Annotated[str | None, Field(max_length=200)] = None
    workspace_id: Id = None
    language: Annotated[str | None, Field(max_length=10)] = None
    min_seconds: Seconds = None
    max_seconds: Seconds = None
    favourites: bool = False

    def filter(self, person_id: str) -> RecordingFilter:
        """Return the filter that finds these for somebody, whose favourites may be meant."""
        return RecordingFilter(
            project_id=self.project_id,
            status=self.status,
            search=storable(self.search or "") or None,
            date_from=self.date_from,
            date_to=self.date_to,
            tag_ids=tuple(tag for tag in (self.tag_ids or "").split(",") if tag),
            speaker=self.speaker,
            workspace_id=self.workspace_id,
            language=self.language,
            min_seconds=self.min_seconds,
            max_seconds=self.max_seconds,
            starred_by=person_id if self.favourites else None,
        )


@dataclass(frozen=True)
class RecordingFilter:
    """Which recordings a list shows. Everything that is set must hold; all of ``tag_ids`` must be on a recording.
    ``speaker`` is somebody who speaks in it; the ``language`` is that of the transcript, or the one chosen for it.
    ``starred_by`` is whose favourite it is.
    """

    project_id: str | None = None
    status: RecordingStatus | None = None
    search: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    tag_ids: tuple[str, ...] = ()
    speaker: str | None = None
    workspace_id: str | None = None
    language: str | None = None
    min_seconds: float | None = None
    max_seconds: float | None = None
    starred_by: str | None = None

    @property
    def is_counted(self) -> bool:
        """Whether counters know the number of matches."""
        return self == RecordingFilter(status=self.status, workspace_id=self.workspace_id)

    def conditions(self, session: AsyncSession) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.status is not None:
            found.append(Recording.status == self.status)
        if self.workspace_id is not None:
            found.append(Recording.workspace_id == self.workspace_id)
        if self.search:
            found.append(every_word(self.search, Recording.title, Recording.file_name))
            found.extend(_parts_known(session, self.search))
        found.extend(self._between())
        if self.language is not None:
            heard_in = select(Transcript.id).where(Transcript.language == self.language)
            chosen = and_(Recording.transcript_id.is_(None), Recording.language == self.language)
            found.append(or_(Recording.transcript_id.in_(heard_in), chosen))
        if self.project_id is not None:
            found.append(_in(ProjectRecording.recording_id, ProjectRecording.project_id == self.project_id))
        found.extend(_in(RecordingTag.recording_id, RecordingTag.tag_id == tag_id) for tag_id in self.tag_ids)
        if self.speaker is not None:
            heard = select(Speaker.transcript_id).where(
                func.coalesce(Speaker.speaker_name, Speaker.speaker_label) == self.speaker
            )
            found.append(Recording.transcript_id.in_(heard))
        if self.starred_by is not None:
            found.append(starred_by(self.starred_by, Favourite.recording_id, Recording.id))
        return found

    def _between(self) -> list[ColumnElement[bool]]:
        least = ((Recording.created_at, self.date_from), (Recording.duration_seconds, self.min_seconds))
        most = ((Recording.created_at, self.date_to), (Recording.duration_seconds, self.max_seconds))
        found: list[ColumnElement[bool]] = [column >= value for column, value in least if value is not None]
        return found + [column <= value for column, value in most if value is not None]


PART_LENGTH = 3
"""Letters of the parts in the index; what is shorter is looked for in every title."""

_TELLING = 3
"""So many of the words, the longest, are looked up: they leave few rows to look at."""


def _parts_known(session: AsyncSession, search: str) -> list[ColumnElement[bool]]:
    """Say nothing new, but what an index of PostgreSQL knows: see migrations 0004 and 0032."""
    words = [word for word in sorted(words_of(search), key=len)[-_TELLING:] if len(word) >= PART_LENGTH]
    if session.get_bind().dialect.name != "postgresql":
        return []
    if (lookups := LOOKUPS.found(session)) is not None:
        find = getattr(func, lookups.title_parts)
        found = [find(word).table_valued(column("id", String)) for word in words]
        return [Recording.id.in_(select(ids.c.id)) for ids in found]
    # As the index of migration 0032 has it.
    title_and_file = func.coalesce(Recording.title_folded, Recording.title) + literal_column("' '")
    title_and_file += func.coalesce(Recording.file_name_folded, Recording.file_name)
    return [func.verbatim_parts(title_and_file).bool_op("@>")(func.verbatim_parts(word)) for word in words]


def _in(column: Any, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return Recording.id.in_(select(column).where(condition))


async def wanted_by_query(
    request: Request,
    *,
    project_id: Annotated[str | None, Query(max_length=36)] = None,
    status: RecordingStatus | None = None,
    search: Annotated[str | None, Query(max_length=500)] = None,
    date_from: MomentOrDay | None = None,
    date_to: MomentOrDay | None = None,
    tag_ids: Annotated[str | None, Query(max_length=1000, description="Comma-separated; all must be present.")] = None,
    speaker: Annotated[str | None, Query(max_length=200, description="Somebody who speaks.")] = None,
    workspace_id: Annotated[str | None, Query(max_length=36)] = None,
    language: Annotated[str | None, Query(max_length=10)] = None,
    min_seconds: Annotated[float | None, Query(ge=0, le=LONGEST, allow_inf_nan=False)] = None,
    max_seconds: Annotated[float | None, Query(ge=0, le=LONGEST, allow_inf_nan=False)] = None,
    favourites: Annotated[bool, Query(description=ONLY_STARRED)] = False,
) -> RecordingFilter:
    """Return what the query of a list asks for."""
    wanted = WantedRecordings(
        project_id=project_id,
        status=status,
        search=search,
        date_from=date_from,
        date_to=date_to,
        tag_ids=tag_ids,
        speaker=speaker,
        workspace_id=workspace_id,
        language=language,
        min_seconds=min_seconds,
        max_seconds=max_seconds,
        favourites=favourites,
    )
    return wanted.filter(signed_in(request).id)

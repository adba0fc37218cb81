"""What became of transcripts, on the wire."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from verbatim.core.inbound import RequestBody, example
from verbatim.core.text import OneLine
from verbatim.transcripts.schemas import SegmentResponse, SpeakerResponse

VersionName = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=200)]
Reason = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=500)]


class TranscriptChangeResponse(BaseModel):
    """One change of a transcript. ``number`` is the revision after it; ``kind`` what was done, such as
    ``segment_edited``; ``segments`` how many it was about. ``undoes`` is the number of the change that it took back or
    made again, ``undone_by`` of the one that took it back.
    """

    number: int
    kind: str
    author: str | None
    reason: str | None
    segments: int
    undoes: int | None
    undone_by: int | None
    created_at: datetime


class VersionKind(StrEnum):
    """Where a version comes from."""

    ENGINE = "engine"
    NAMED = "named"
    CURRENT = "current"


class VersionResponse(BaseModel):
    """A version of a transcript: ``number`` is its revision, 0 what the engine heard."""

    number: int
    kind: VersionKind
    name: str | None
    author: str | None
    reason: str | None
    created_at: datetime


class VersionListResponse(BaseModel):
    """The versions of a transcript, the newest first, and its last changes. The engine's text is always among them.

    ``can_undo`` and ``can_redo`` are the numbers of your changes that would be taken back, or taken back no more.
    """

    revision: int
    items: list[VersionResponse]
    changes: list[TranscriptChangeResponse]
    can_undo: int | None
    can_redo: int | None


class LineResponse(BaseModel):
    """A segment of a version."""

    segment_id: str
    start_time: float
    end_time: float
    speaker: str | None
    text: str


class VersionTextResponse(BaseModel):
    """The text of a version."""

    number: int
    lines: list[LineResponse]


class DifferenceResponse(BaseModel):
    """A segment that two versions do not share: null on the side on which there is none."""

    segment_id: str
    before: LineResponse | None
    after: LineResponse | None


class CompareResponse(BaseModel):
    """What differs between two versions, in the order of the recording."""

    number: int
    other: int
    items: list[DifferenceResponse]


class NameVersionRequest(
    RequestBody, json_schema_extra=example({"name": "As sent to the board", "reason": "The board asked for it"})
):
    """Give the transcript as it is a name, to find it again."""

    name: VersionName
    reason: Reason | None = None


class RestoreRequest(RequestBody, json_schema_extra=example({"reason": "The names were right before", "revision": 7})):
    """Go back to a version, wholly or in some segments. With ``revision``, the one you saw, only if nothing has changed
    since.
    """

    segment_ids: Annotated[list[str], Field(min_length=1, max_length=1000)] | None = None
    reason: Reason | None = None
    revision: int | None = None


class TranscriptUndoRequest(RequestBody, json_schema_extra=example({"revision": 7})):
    """Take back your last change. With ``revision``, the one you saw, only if nothing has changed since."""

    revision: int | None = None


class HistoryStepResponse(BaseModel):
    """What a step through the history has made: the transcript's revision, the segments it was about as they are now,
    the ids of those that are gone, and the transcript's speakers.
    """

    revision: int
    segments: list[SegmentResponse]
    gone: list[str]
    speakers: list[SpeakerResponse]
    can_undo: int | None
    can_redo: int | None

"""Transcripts on the wire. All times are seconds from the start of the recording."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, NotRequired

from fastapi import Query
from pydantic import BaseModel, Field, StringConstraints
from typing_extensions import TypedDict

from verbatim.core.inbound import RequestBody, example
from verbatim.core.text import OneLine, Storable
from verbatim.transcripts.subtitles.rules import LINE_LENGTH, LINES, MAX_SECONDS, SPEED, SubtitleRules

SpeakerName = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=200)]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Seconds = Annotated[float, Field(ge=0, le=10_000_000, allow_inf_nan=False)]
SegmentText = Annotated[str, Storable, StringConstraints(max_length=20_000)]


class WordResponse(TypedDict):
    """One spoken word; ``confidence`` is between 0 and 1. ``estimated``: nobody heard when, somebody wrote it later."""

    text: str
    start: float
    end: float
    confidence: NotRequired[float | None]
    estimated: NotRequired[bool]


class Decision(StrEnum):
    """What somebody made of a doubtful text."""

    KEEP = "keep"
    DROP = "drop"


class SegmentResponse(BaseModel):
    """A piece of a transcript. Send ``version`` back when changing it, to notice somebody else's change.

    ``doubt`` says why the text looks like an engine's invention: ``no_speech`` (nobody speaks there), ``too_fast``
    (more words than the time can hold), ``repetition`` (it repeats itself, and the engine held it for unlikely).
    ``folded`` says that it is better hidden behind a word about it: nobody speaks there and something else tells
    against it too, or somebody dropped it. ``decision`` is what somebody made of it.
    ``speaker_confidence`` is how sure it is who speaks, between 0 and 1; null when nobody said or a person did.
    """

    id: str
    segment_index: int
    speaker: str | None
    speaker_id: str | None
    speaker_confidence: float | None
    start_time: float
    end_time: float
    text: str
    confidence: float | None
    edited_by: str | None
    checked_by: str | None = None
    original_text: str | None
    version: int
    doubt: str | None = None
    folded: bool = False
    decision: Decision | None = None
    words: list[WordResponse] | None
    highlight_color: str | None
    comment_count: int
    created_at: datetime
    updated_at: datetime


class SpeakerResponse(BaseModel):
    """Somebody heard in a transcript: ``speaker_name`` if people gave one, else ``speaker_label`` is shown.

    ``voice_profile_id`` is the voice profile that the name was taken from.
    """

    id: str
    transcript_id: str
    speaker_label: str
    speaker_name: str | None
    color: str | None
    voice_profile_id: str | None


class TryState(StrEnum):
    """How another attempt at a stretch goes. ``waiting`` is also one that is being made: see its job."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class TryResponse(BaseModel):
    """Another engine's attempt at a stretch; ``segments`` is how many it found, null unless it ended well; ``error`` is
    why it failed.
    """

    job_id: str
    engine: str
    model_used: str | None
    segments: int | None
    state: TryState
    error: str | None = None


class StretchResponse(BaseModel):
    """A stretch in which somebody speaks and nothing was understood, in seconds of the recording."""

    start_time: float
    end_time: float
    tries: list[TryResponse] = []


class TranscriptWithSegmentsResponse(BaseModel):
    """A whole transcript. ``not_understood`` are the stretches in which somebody speaks and there is no text; null
    where nobody listened for voices.

    ``corrections`` counts what people had corrected in the transcript before it, see ``/corrections``.
    ``diarizer`` told its speakers apart (``engine``: the transcription service did); where that failed,
    ``diarization_note`` says why.
    """

    id: str
    recording_id: str
    recording_title: str
    language: str | None
    engine: str
    engine_reason: str
    model_used: str | None
    diarizer: str | None
    diarization_note: str | None
    confidence_avg: float | None
    word_count: int
    revision: int = 0
    corrections: int = 0
    not_understood: list[StretchResponse] | None = None
    ai_summary: dict[str, Any] | None
    created_at: datetime
    updated_at: datetime
    segments: list[SegmentResponse]
    speakers: list[SpeakerResponse]


class TranscriptSummary(BaseModel):
    """One of a recording's transcripts, without its text."""

    id: str
    language: str | None
    engine: str
    model_used: str | None
    word_count: int
    confidence_avg: float | None
    is_current: bool
    created_at: datetime


class TranscriptListResponse(BaseModel):
    """A recording's transcripts, the newest first."""

    items: list[TranscriptSummary]


class SegmentListResponse(BaseModel):
    """A part of a transcript."""

    items: list[SegmentResponse]
    total: int
    skip: int
    limit: int


class SegmentUpdateRequest(RequestBody, json_schema_extra=example({"text": "The gate is green.", "version": 1})):
    """Change a segment. With ``version`` it succeeds only if nobody else has changed the segment since; without, the
    last writer wins. ``speaker`` is a name; it is made when the transcript has no such speaker. Words whose times lie
    outside of ``start_time`` to ``end_time`` are estimated anew.
    """

    text: SegmentText | None = None
    speaker: SpeakerName | None = None
    start_time: Seconds | None = None
    end_time: Seconds | None = None
    version: int | None = None


class DecisionRequest(
    RequestBody,
    json_schema_extra=example({"segment_ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"], "decision": "keep"}),
):
    """Keep or drop doubtful segments; null takes the decision back. Nothing is deleted by it."""

    segment_ids: Annotated[list[str], Field(min_length=1, max_length=1000)]
    decision: Decision | None


class DecisionResponse(BaseModel):
    """The segments as they are now."""

    items: list[SegmentResponse]


class TranscriptionAttemptResponse(BaseModel):
    """An attempt to transcribe a recording. A failed one has an ``error`` and no transcript."""

    id: str
    job_id: str
    transcript_id: str | None
    engine: str | None
    model_used: str | None
    error: str | None
    created_at: datetime


class TranscriptionAttemptListResponse(BaseModel):
    """A recording's attempts of which something was heard, the newest first."""

    items: list[TranscriptionAttemptResponse]


class BulkDeleteRequest(
    RequestBody, json_schema_extra=example({"segment_ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"]})
):
    """Several segments of one transcript."""

    segment_ids: Annotated[list[str], Field(min_length=1, max_length=1000)]


class SpeakerListResponse(BaseModel):
    """The speakers of a transcript."""

    items: list[SpeakerResponse]


class UniqueSpeaker(BaseModel):
    """A name given to speakers, and in how many transcripts."""

    name: str
    count: int


class UniqueSpeakerListResponse(BaseModel):
    """All names given to speakers, the most frequent first."""

    items: list[UniqueSpeaker]


class SpeakerUpdateRequest(
    RequestBody, json_schema_extra=example({"speaker_name": "Ada Lovelace", "color": "#2f855a"})
):
    """Fields that are left out stay as they are; a null name goes back to the engine's label."""

    speaker_name: SpeakerName | None = None
    color: Color | None = None


class SpeakerMergeRequest(
    RequestBody, json_schema_extra=example({"target_speaker_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})
):
    """The speaker that stays."""

    target_speaker_id: str


class SpeakerMergeResponse(BaseModel):
    """The speaker that stayed, and how many segments it took over."""

    speaker: SpeakerResponse
    segments_moved: int


class ReassignSegmentRequest(
    RequestBody,
    json_schema_extra=example(
        {
            "segment_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40",
            "transcript_id": "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512",
            "speaker_name": "Ada",
        }
    ),
):
    """Give one segment to another speaker, by name."""

    segment_id: str
    transcript_id: str
    speaker_name: SpeakerName


class ReassignSegmentResponse(BaseModel):
    """The segment, and the transcript's speakers after the change."""

    segment: SegmentResponse
    speakers: list[SpeakerResponse]


async def subtitle_rules(
    line_length: Annotated[int, Query(ge=20, le=80, description="Columns of a line.")] = LINE_LENGTH,
    lines: Annotated[int, Query(ge=1, le=3, description="Lines of a cue.")] = LINES,
    speed: Annotated[float, Query(ge=8, le=40, description="Columns a second, where time allows it.")] = SPEED,
    max_seconds: Annotated[float, Query(ge=2, le=15, description="The longest that a cue is shown.")] = MAX_SECONDS,
) -> SubtitleRules:
    """Return how subtitles are cut, from the query."""
    return SubtitleRules(line_length, lines, speed, max_seconds=max_seconds)

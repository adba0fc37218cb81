"""Corrections of who spoke, on the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from verbatim.core.inbound import RequestBody, example
from verbatim.transcripts.schemas import Seconds, SegmentResponse, SegmentText, SpeakerName, SpeakerResponse


class AssignSpeakerRequest(
    RequestBody, json_schema_extra=example({"speaker": "Ada", "segment_ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"]})
):
    """Give segments to a speaker, by name; the speaker is made if the transcript has none of that name. Null takes
    the speaker away: nobody knows who says this.

    Of the ways to say which segments, each that is given narrows the choice: ``segment_ids``; ``from_segment_id`` to
    ``to_segment_id`` (without an end: from there on); ``of_speaker_id``, those of one speaker only. ``versions`` are
    those of segments as you saw them: if one has changed since, nothing is done.
    """

    speaker: SpeakerName | None
    segment_ids: Annotated[list[str], Field(min_length=1, max_length=5000)] | None = None
    from_segment_id: str | None = None
    to_segment_id: str | None = None
    of_speaker_id: str | None = None
    versions: Annotated[dict[str, int], Field(default_factory=dict, max_length=5000)]


class SplitSegmentRequest(RequestBody, json_schema_extra=example({"word_index": 4, "speaker": "Grace", "version": 1})):
    """Cut a segment before its word number ``word_index`` (from 0), or at the word that is at or behind character
    ``at`` of the text, and give what follows to ``speaker``. One of the two is needed.
    """

    word_index: Annotated[int, Field(ge=1, le=100_000)] | None = None
    at: Annotated[int, Field(ge=0, le=20_000)] | None = None
    speaker: SpeakerName | None = None
    version: int | None = None


Chosen = Annotated[list[str], Field(min_length=1, max_length=1000)]
Versions = Annotated[dict[str, int], Field(default_factory=dict, max_length=1000)]


class MergeSegmentsRequest(
    RequestBody,
    json_schema_extra=example(
        {
            "segment_ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40", "7c41f0d3-2a9b-4e6d-8b15-c3e9a7d6f512"],
            "speaker": "Ada",
        }
    ),
):
    """Make one segment of several that follow each other. ``speaker`` is needed where different people speak."""

    segment_ids: Annotated[list[str], Field(min_length=1, max_length=200)]
    speaker: SpeakerName | None = None
    versions: Versions


class NewSegmentRequest(
    RequestBody,
    json_schema_extra=example({"start_time": 12.5, "end_time": 14.0, "text": "The gate is green.", "speaker": "Ada"}),
):
    """A segment that nobody heard: somebody writes it. Without ``speaker`` it is whose the one before is."""

    start_time: Seconds
    end_time: Seconds
    text: SegmentText
    speaker: SpeakerName | None = None


class CheckRequest(
    RequestBody, json_schema_extra=example({"segment_ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"], "checked": True})
):
    """Say that the text of segments is right, or take that back."""

    segment_ids: Chosen
    checked: bool
    versions: Versions


class SpeakersChangedResponse(BaseModel):
    """The segments that were changed, in order and as they are now, and the transcript's speakers."""

    segments: list[SegmentResponse]
    speakers: list[SpeakerResponse]

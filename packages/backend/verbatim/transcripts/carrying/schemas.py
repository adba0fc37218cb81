"""Corrections of an earlier transcript, on the wire."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from verbatim.core.inbound import RequestBody, example
from verbatim.core.pagination import ListResponse
from verbatim.transcripts.carrying.corrections import Kind
from verbatim.transcripts.carrying.listing import State


class CarriedDecision(StrEnum):
    """What shall stand in the transcript: what somebody had written, or what the engine wrote now."""

    MINE = "mine"
    NEW = "new"


class CarriedCorrectionResponse(BaseModel):
    """A correction that somebody made in an earlier transcript of the recording. ``heard`` is what the engine had
    written, ``text`` what somebody made of it (for ``speaker`` who speaks), ``before`` and ``after`` what stood beside
    it; times are seconds of the recording. ``there`` is what the transcript says at that time now, in the segment
    ``segment_id``; null once it is decided, and where nothing is said.

    ``state`` is ``carried`` where its place was certain, ``open`` while somebody has to decide, then ``mine`` or
    ``new``.
    """

    id: str
    kind: Kind
    state: State
    start_time: float
    end_time: float
    heard: str
    text: str
    before: str
    after: str
    there: str | None
    segment_id: str | None
    author: str | None
    decided_by: str | None
    decided_at: datetime | None


class CorrectionCounts(BaseModel):
    """How many corrections of an earlier transcript wait for a decision, ``open``, and how many were carried over, at
    this ``revision`` of the transcript.
    """

    revision: int
    open: int
    carried: int


class CarriedCorrectionListResponse(ListResponse[CarriedCorrectionResponse], CorrectionCounts):
    """A page of what people had corrected before a recording was transcribed again, in order of time.
    ``from_transcript_id`` is the earlier transcript, which stays as it is.
    """

    from_transcript_id: str | None


class DecidedCorrectionsResponse(CorrectionCounts):
    """The corrections that were decided, as they stand now."""

    items: list[CarriedCorrectionResponse]


class DecideCorrectionsRequest(
    RequestBody,
    json_schema_extra=example({"correction_ids": ["0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"], "decision": "mine"}),
):
    """Take what somebody had written, or keep what the engine wrote now: of all of these, or of none. With
    ``revision``, the one you saw, only if nothing has changed since.
    """

    correction_ids: Annotated[list[str], Field(min_length=1, max_length=100)]
    decision: CarriedDecision
    revision: int | None = None

"""Search results on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel


class SnippetPartResponse(BaseModel):
    """A piece of text; ``hit`` marks what was looked for. Never HTML."""

    text: str
    hit: bool


class SegmentResult(BaseModel):
    """A segment that matches, and the second at which to start listening."""

    id: str
    segment_index: int
    speaker: str | None
    start_time: float
    end_time: float
    text: str
    snippet: list[SnippetPartResponse]
    confidence: float | None
    transcript_id: str
    recording_id: str
    recording_title: str
    created_at: datetime


class SegmentSearchResponse(BaseModel):
    """One page of matching segments. ``total_is_capped``: there are more matches than were counted."""

    query: str
    results: list[SegmentResult]
    total: int
    total_is_capped: bool
    page: int
    page_size: int
    total_pages: int


class GlobalResult(BaseModel):
    """A recording whose title matches, or a segment whose text does."""

    type: Literal["recording", "segment"]
    match_type: Literal["title", "text"]
    id: str
    title: str | None
    text: str | None
    snippet: list[SnippetPartResponse]
    recording_id: str
    recording_title: str
    transcript_id: str | None
    speaker: str | None
    start_time: float | None
    end_time: float | None
    created_at: datetime


class GlobalSearchResponse(BaseModel):
    """One page of everything that matches: titles first, then text, best first."""

    query: str
    results: list[GlobalResult]
    total: int
    total_is_capped: bool
    page: int
    page_size: int
    total_pages: int

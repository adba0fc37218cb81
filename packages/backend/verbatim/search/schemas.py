"""Search results on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from verbatim.core.inbound import ShownJson


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
    """Something that matches: a recording or document by its title, what was said, what stands in a document, a note.

    What was said opens at ``start_time`` of its recording; what stands in a document at its ``page``, ``row`` or
    ``paragraph``, of which a kind of document has those that it has. ``id`` is that of what ``type`` names; of what was
    said it is that of the segment.
    """

    type: Literal["recording", "segment", "document", "note"]
    match_type: Literal["title", "text"]
    id: str
    title: str | None
    text: str | None = None
    snippet: list[SnippetPartResponse]
    recording_id: str | None = None
    recording_title: str | None = None
    transcript_id: str | None = None
    speaker: str | None = None
    start_time: float | None = None
    end_time: float | None = None
    document_id: str | None = None
    document_title: str | None = None
    document_kind: str | None = None
    passage_id: str | None = None
    page: int | None = None
    sheet: str | None = None
    row: int | None = None
    paragraph: int | None = None
    confidence: float | None = None
    note_id: str | None = None
    project_id: str | None = None
    anchor_type: str | None = None
    anchor_data: ShownJson | None = None
    created_at: datetime


class DocumentHit(BaseModel):
    """A piece of a document that matches."""

    id: str
    document_id: str
    document_title: str
    position: int
    page: int | None
    sheet: str | None
    row: int | None
    paragraph: int | None
    snippet: list[SnippetPartResponse]


class DocumentSearchResponse(BaseModel):
    """One page of matching pieces of documents. ``total_is_capped``: there are more matches than were counted."""

    query: str
    results: list[DocumentHit]
    total: int
    total_is_capped: bool
    page: int
    page_size: int
    total_pages: int


class GlobalSearchResponse(BaseModel):
    """One page of everything that matches: titles first, then text, the best of each kind first.

    ``suggestion``: a query with a mistake of typing mended that finds something, where this one finds nothing.
    """

    query: str
    results: list[GlobalResult]
    total: int
    total_is_capped: bool
    page: int
    page_size: int
    total_pages: int
    suggestion: str | None = None

"""Finding what was said. The rows found are the caller's: ownership applies to these statements as to all others."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.pagination import Page
from verbatim.recordings.models import Recording
from verbatim.search.index import CANDIDATES, text_index
from verbatim.search.query import Term
from verbatim.search.schemas import GlobalResult, SegmentResult, SnippetPartResponse
from verbatim.search.snippets import snippet
from verbatim.transcripts.models import Segment, Speaker


async def search_segments(
    session: AsyncSession,
    terms: tuple[Term, ...],
    *,
    offset: int,
    limit: int,
    transcript_id: str | None = None,
    recording_id: str | None = None,
) -> tuple[list[SegmentResult], int]:
    """Return matching segments of current transcripts, best first, and how many there are up to `CANDIDATES`."""
    hits = text_index(session).segments(terms, transcript_id, recording_id)
    found = hits.limit(CANDIDATES + 1).cte("hits")
    called = func.coalesce(Speaker.speaker_name, Speaker.speaker_label)
    matches = select(func.count()).select_from(found).scalar_subquery().label("matches")
    best = select(found).order_by(found.c.score.desc(), found.c.id.desc()).offset(offset).limit(limit).subquery()
    rows = await session.execute(
        select(Segment, Recording.title, called, matches)
        .join(best, best.c.id == Segment.id)
        .join(Recording, Recording.id == Segment.recording_id)
        .outerjoin(Speaker, Speaker.id == Segment.speaker_id)
        .order_by(best.c.score.desc(), Segment.id.desc())
    )
    page = rows.all()
    if not page:
        return [], await _size(session, hits) if offset else 0
    return [_segment_result(row, terms) for row in page], int(page[0].matches)


async def _size(session: AsyncSession, hits: Select[Any]) -> int:
    return await session.scalar(select(func.count()).select_from(hits.limit(CANDIDATES + 1).subquery())) or 0


def _segment_result(row: Row[*tuple[Any, ...]], terms: tuple[Term, ...]) -> SegmentResult:
    segment, title, speaker = row[0], row[1], row[2]
    return SegmentResult(
        id=str(segment.id),
        segment_index=segment.segment_index,
        speaker=speaker,
        start_time=segment.start_time,
        end_time=segment.end_time,
        text=segment.text,
        snippet=_snippet(segment.text, terms),
        confidence=segment.confidence,
        transcript_id=segment.transcript_id,
        recording_id=segment.recording_id,
        recording_title=title,
        created_at=segment.created_at,
    )


def _snippet(text: str, terms: tuple[Term, ...]) -> list[SnippetPartResponse]:
    return [SnippetPartResponse(**asdict(part)) for part in snippet(text, terms)]


async def search_titles(
    session: AsyncSession, terms: tuple[Term, ...], *, offset: int, limit: int
) -> tuple[list[GlobalResult], int]:
    """Return recordings whose title matches, best first, and how many there are up to `CANDIDATES`."""
    hits = text_index(session).titles(terms)
    total = await _size(session, hits)
    if not total or offset >= total:
        return [], total
    found = hits.limit(CANDIDATES + 1).cte("hits")
    rows = await session.execute(
        select(Recording)
        .join(found, found.c.id == Recording.id)
        .order_by(found.c.score.desc(), Recording.created_at.desc(), Recording.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return [_title_result(recording, terms) for recording in rows.scalars()], total


def _title_result(recording: Recording, terms: tuple[Term, ...]) -> GlobalResult:
    return GlobalResult(
        type="recording",
        match_type="title",
        id=recording.id,
        title=recording.title,
        text=None,
        snippet=_snippet(recording.title, terms),
        recording_id=recording.id,
        recording_title=recording.title,
        transcript_id=recording.transcript_id,
        speaker=None,
        start_time=None,
        end_time=None,
        created_at=recording.created_at,
    )


async def search_everything(
    session: AsyncSession, terms: tuple[Term, ...], page: Page
) -> tuple[list[GlobalResult], int, bool]:
    """Return one page of titles and segments, how many there are, and whether that number is capped."""
    titles, title_total = await search_titles(session, terms, offset=page.offset, limit=page.page_size)
    left = page.page_size - len(titles)
    segments, segment_total = await search_segments(
        session, terms, offset=max(0, page.offset - title_total), limit=max(left, 1)
    )
    results = [*titles, *(_global(segment) for segment in segments[:left])]
    capped = title_total > CANDIDATES or segment_total > CANDIDATES
    return results, min(title_total, CANDIDATES) + min(segment_total, CANDIDATES), capped


def _global(found: SegmentResult) -> GlobalResult:
    return GlobalResult(
        type="segment",
        match_type="text",
        id=found.id,
        title=found.recording_title,
        text=found.text,
        snippet=found.snippet,
        recording_id=found.recording_id,
        recording_title=found.recording_title,
        transcript_id=found.transcript_id,
        speaker=found.speaker,
        start_time=found.start_time,
        end_time=found.end_time,
        created_at=found.created_at,
    )

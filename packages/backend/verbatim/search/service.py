"""Finding what was said. The rows found are the caller's: ownership applies to these statements as to all others."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.pagination import Page
from verbatim.documents.models import Document, DocumentPassage
from verbatim.recordings.models import Recording
from verbatim.search.everything import MOST_FILTERED
from verbatim.search.hits import snippet_of
from verbatim.search.index import CANDIDATES, text_index
from verbatim.search.query import Term
from verbatim.search.schemas import DocumentHit, SegmentResult
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
    hits = text_index(session).segments(terms, transcript_id, recording_id, CANDIDATES + 1)
    found = hits.cte("hits")
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
    return await session.scalar(select(func.count()).select_from(hits.subquery())) or 0


def _segment_result(row: Row[*tuple[Any, ...]], terms: tuple[Term, ...]) -> SegmentResult:
    segment, title, speaker = row[0], row[1], row[2]
    return SegmentResult(
        id=str(segment.id),
        segment_index=segment.segment_index,
        speaker=speaker,
        start_time=segment.start_time,
        end_time=segment.end_time,
        text=segment.text,
        snippet=snippet_of(segment.text, terms),
        confidence=segment.confidence,
        transcript_id=segment.transcript_id,
        recording_id=segment.recording_id,
        recording_title=title,
        created_at=segment.created_at,
    )


async def search_documents(
    session: AsyncSession, terms: tuple[Term, ...], page: Page, *, document_id: str | None = None
) -> tuple[list[DocumentHit], int]:
    """Return matching pieces of documents, or of one of them in reading order, and how many there are up to
    `CANDIDATES`.
    """
    most = CANDIDATES + 1 if document_id is None else MOST_FILTERED
    hits = text_index(session).texts(DocumentPassage, terms, most).subquery()
    found = select(DocumentPassage.id, hits.c.score).join(hits, hits.c.id == DocumentPassage.id)
    order: list[Any] = [hits.c.score.desc(), DocumentPassage.id.desc()]
    if document_id is not None:
        found = found.where(DocumentPassage.document_id == document_id)
        order = [DocumentPassage.position]
    ids = [row[0] for row in await session.execute(found.order_by(*order).limit(CANDIDATES + 1))]
    wanted = ids[:CANDIDATES][page.offset : page.offset + page.page_size]
    rows = await session.execute(
        select(DocumentPassage, Document.title)
        .join(Document, Document.id == DocumentPassage.document_id)
        .where(DocumentPassage.id.in_(wanted))
    )
    shown = {row[0].id: _document_hit(row[0], row[1], terms) for row in rows}
    return [shown[key] for key in wanted if key in shown], len(ids)


def _document_hit(passage: DocumentPassage, title: str, terms: tuple[Term, ...]) -> DocumentHit:
    return DocumentHit(
        id=str(passage.id),
        document_id=passage.document_id,
        document_title=title,
        position=passage.position,
        page=passage.page,
        sheet=passage.sheet,
        row=passage.row,
        paragraph=passage.paragraph,
        snippet=snippet_of(passage.text, terms),
    )

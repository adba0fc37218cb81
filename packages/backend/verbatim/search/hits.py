"""What a search shows of the rows it has found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.documents.models import Document, DocumentPassage
from verbatim.notes.models import Note
from verbatim.projects.models import Project
from verbatim.recordings.models import Recording
from verbatim.search.query import Term
from verbatim.search.schemas import GlobalResult, SnippetPartResponse
from verbatim.search.snippets import snippet
from verbatim.transcripts.models import Segment, Speaker

Terms = tuple[Term, ...]
Shown = dict[Any, GlobalResult]


def snippet_of(text: str, terms: Terms) -> list[SnippetPartResponse]:
    """Return the piece of a text that shows a hit."""
    return [SnippetPartResponse(**asdict(part)) for part in snippet(text, terms)]


async def titles_shown(session: AsyncSession, ids: Sequence[str], terms: Terms) -> Shown:
    """Return recordings whose title matches."""
    rows = await session.scalars(select(Recording).where(Recording.id.in_(ids)))
    return {
        row.id: GlobalResult(
            type="recording",
            match_type="title",
            id=row.id,
            title=row.title,
            snippet=snippet_of(row.title, terms),
            recording_id=row.id,
            recording_title=row.title,
            transcript_id=row.transcript_id,
            created_at=row.created_at,
        )
        for row in rows
    }


async def papers_shown(session: AsyncSession, ids: Sequence[str], terms: Terms) -> Shown:
    """Return documents whose title matches; they open at their first page, where they have pages."""
    rows = await session.scalars(select(Document).where(Document.id.in_(ids)))
    return {
        row.id: GlobalResult(
            type="document",
            match_type="title",
            id=row.id,
            title=row.title,
            snippet=snippet_of(row.title, terms),
            document_id=row.id,
            document_title=row.title,
            document_kind=row.kind,
            page=1 if row.page_count else None,
            created_at=row.created_at,
        )
        for row in rows
    }


async def segments_shown(session: AsyncSession, ids: Sequence[int], terms: Terms) -> Shown:
    """Return what was said, by whom and when."""
    called = func.coalesce(Speaker.speaker_name, Speaker.speaker_label)
    rows = await session.execute(
        select(Segment, Recording.title, called)
        .join(Recording, Recording.id == Segment.recording_id)
        .outerjoin(Speaker, Speaker.id == Segment.speaker_id)
        .where(Segment.id.in_(ids))
    )
    return {
        segment.id: GlobalResult(
            type="segment",
            match_type="text",
            id=str(segment.id),
            title=title,
            text=segment.text,
            snippet=snippet_of(segment.text, terms),
            recording_id=segment.recording_id,
            recording_title=title,
            transcript_id=segment.transcript_id,
            speaker=speaker,
            start_time=segment.start_time,
            end_time=segment.end_time,
            created_at=segment.created_at,
        )
        for segment, title, speaker in rows
    }


async def passages_shown(session: AsyncSession, ids: Sequence[int], terms: Terms) -> Shown:
    """Return what stands in documents, and where."""
    rows = await session.execute(
        select(DocumentPassage, Document.title, Document.kind, Document.created_at)
        .join(Document, Document.id == DocumentPassage.document_id)
        .where(DocumentPassage.id.in_(ids))
    )
    return {
        passage.id: GlobalResult(
            type="document",
            match_type="text",
            id=passage.document_id,
            title=title,
            text=passage.text,
            snippet=snippet_of(passage.text, terms),
            document_id=passage.document_id,
            document_title=title,
            document_kind=kind,
            passage_id=str(passage.id),
            page=passage.page,
            sheet=passage.sheet,
            row=passage.row,
            paragraph=passage.paragraph,
            confidence=passage.confidence,
            created_at=created_at,
        )
        for passage, title, kind, created_at in rows
    }


async def notes_shown(session: AsyncSession, ids: Sequence[str], terms: Terms) -> Shown:
    """Return notes, with what they are on."""
    rows = await session.execute(
        select(Note, Recording.title, Document.title, Project.name)
        .outerjoin(Recording, Recording.id == Note.recording_id)
        .outerjoin(Document, Document.id == Note.document_id)
        .outerjoin(Project, Project.id == Note.project_id)
        .where(Note.id.in_(ids))
    )
    return {
        note.id: GlobalResult(
            type="note",
            match_type="text",
            id=note.id,
            title=recording or document or project,
            text=note.content[:2_000],
            snippet=snippet_of(note.content, terms),
            note_id=note.id,
            recording_id=note.recording_id,
            recording_title=recording,
            document_id=note.document_id,
            document_title=document,
            project_id=note.project_id,
            anchor_type=note.anchor_type,
            anchor_data=note.anchor_data,
            created_at=note.created_at,
        )
        for note, recording, document, project in rows
    }

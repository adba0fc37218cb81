"""One search over recordings, what was said in them, documents and notes: one list, the best first.

How well rows of different tables match cannot be compared in numbers. Each source ranks its own, and the list takes
turns: the best of each, then the second of each. Titles come before text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import ColumnElement, Select, false, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.pagination import Page
from verbatim.documents.models import Document, DocumentPassage, DocumentTag, ProjectDocument
from verbatim.notes.models import Note
from verbatim.projects.models import ProjectRecording
from verbatim.recordings.models import Recording
from verbatim.search.hits import notes_shown, papers_shown, passages_shown, segments_shown, titles_shown
from verbatim.search.index import CANDIDATES, text_index
from verbatim.search.query import Term
from verbatim.search.schemas import GlobalResult
from verbatim.tags.models import RecordingTag
from verbatim.transcripts.models import Segment, Speaker

Kind = Literal["recording", "segment", "document", "note"]
ALL_KINDS: Final[tuple[Kind, ...]] = ("recording", "segment", "document", "note")
MOST_FILTERED: Final = 20_000
"""Matches that are looked at where only some of them pass a filter."""


@dataclass(frozen=True)
class Wanted:
    """Which results are wanted. Everything that is set must hold; of notes it must hold of what they are on."""

    kinds: frozenset[str] = frozenset(ALL_KINDS)
    project_id: str | None = None
    tag_id: str | None = None
    speaker: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    workspace_id: str | None = None

    @property
    def narrows(self) -> bool:
        """Whether it leaves out some of what matches."""
        return any((self.project_id, self.tag_id, self.speaker, self.date_from, self.date_to, self.workspace_id))

    def recordings(self) -> list[ColumnElement[bool]]:
        """Return the conditions on recordings."""
        found = self._around(Recording.id, ProjectRecording.recording_id, RecordingTag.recording_id)
        if self.speaker is not None:
            called = func.coalesce(Speaker.speaker_name, Speaker.speaker_label) == self.speaker
            found.append(Recording.transcript_id.in_(select(Speaker.transcript_id).where(called)))
        return found + self._when(Recording)

    def documents(self) -> list[ColumnElement[bool]]:
        """Return the conditions on documents; nobody speaks in one."""
        found = self._around(Document.id, ProjectDocument.document_id, DocumentTag.document_id)
        return [*found, *self._when(Document), *([false()] if self.speaker is not None else [])]

    def notes(self) -> list[ColumnElement[bool]]:
        """Return the conditions on notes."""
        found = self._when(Note)
        if self.speaker is not None:
            found.append(false())
        if self.project_id is not None or self.tag_id is not None:
            recordings = self._around(Recording.id, ProjectRecording.recording_id, RecordingTag.recording_id)
            documents = self._around(Document.id, ProjectDocument.document_id, DocumentTag.document_id)
            on_it: list[ColumnElement[bool]] = [
                Note.recording_id.in_(select(Recording.id).where(*recordings)),
                Note.document_id.in_(select(Document.id).where(*documents)),
            ]
            if self.tag_id is None:
                on_it.append(Note.project_id == self.project_id)
            found.append(or_(*on_it))
        return found

    def _around(self, key: Any, in_project: Any, tagged: Any) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.project_id is not None:
            found.append(key.in_(select(in_project).where(in_project.class_.project_id == self.project_id)))
        if self.tag_id is not None:
            found.append(key.in_(select(tagged).where(tagged.class_.tag_id == self.tag_id)))
        return found

    def _when(self, model: Any) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.date_from is not None:
            found.append(model.created_at >= self.date_from)
        if self.date_to is not None:
            found.append(model.created_at <= self.date_to)
        if self.workspace_id is not None:
            found.append(model.workspace_id == self.workspace_id)
        return found


@dataclass(frozen=True)
class _Source:
    """Where results come from: ``hits`` selects id and score, the ``shown`` makes results of ids."""

    is_title: bool
    hits: Select[Any]
    shown: Any


def _sources(session: AsyncSession, terms: tuple[Term, ...], wanted: Wanted) -> Iterable[_Source]:
    index, most = text_index(session), MOST_FILTERED if wanted.narrows else CANDIDATES + 1
    if "recording" in wanted.kinds:
        hits = index.titles(terms).subquery()
        yield _Source(is_title=True, hits=_narrowed(hits, Recording, wanted.recordings(), wanted), shown=titles_shown)
    if "document" in wanted.kinds:
        hits = index.texts(Document, terms, most).subquery()
        yield _Source(is_title=True, hits=_narrowed(hits, Document, wanted.documents(), wanted), shown=papers_shown)
    if "segment" in wanted.kinds:
        hits = index.segments(terms, None, None, most).subquery()
        inside = [Segment.recording_id.in_(select(Recording.id).where(*wanted.recordings()))] if wanted.narrows else []
        if wanted.speaker is not None:
            called = func.coalesce(Speaker.speaker_name, Speaker.speaker_label) == wanted.speaker
            inside.append(Segment.speaker_id.in_(select(Speaker.id).where(called)))
        yield _Source(is_title=False, hits=_narrowed(hits, Segment, inside, wanted), shown=segments_shown)
    if "document" in wanted.kinds:
        hits = index.texts(DocumentPassage, terms, most).subquery()
        inside = [DocumentPassage.document_id.in_(select(Document.id).where(*wanted.documents()))]
        yield _Source(is_title=False, hits=_narrowed(hits, DocumentPassage, inside, wanted), shown=passages_shown)
    if "note" in wanted.kinds:
        hits = index.texts(Note, terms, most).subquery()
        yield _Source(is_title=False, hits=_narrowed(hits, Note, wanted.notes(), wanted), shown=notes_shown)


def _narrowed(hits: Any, model: Any, conditions: Sequence[ColumnElement[bool]], wanted: Wanted) -> Select[Any]:
    found = select(hits.c.id, hits.c.score)
    if wanted.narrows:
        found = found.where(hits.c.id.in_(select(model.id).where(*conditions)))
    return found.order_by(hits.c.score.desc(), hits.c.id.desc()).limit(CANDIDATES + 1)


async def search_all(
    session: AsyncSession, terms: tuple[Term, ...], wanted: Wanted, page: Page
) -> tuple[list[GlobalResult], int, bool]:
    """Return one page of results, how many there are, and whether that number is capped."""
    found: list[tuple[_Source, list[Any]]] = []
    capped = False
    for source in _sources(session, terms, wanted):
        ids = [row[0] for row in await session.execute(source.hits)]
        capped = capped or len(ids) > CANDIDATES
        found.append((source, ids[:CANDIDATES]))
    order = [
        (not source.is_title, rank, place) for place, (source, ids) in enumerate(found) for rank in range(len(ids))
    ]
    order.sort()
    chosen = order[page.offset : page.offset + page.page_size]
    shown: dict[tuple[int, Any], GlobalResult] = {}
    for place, (source, ids) in enumerate(found):
        mine = [ids[rank] for _, rank, of in chosen if of == place]
        if mine:
            shown |= {(place, key): result for key, result in (await source.shown(session, mine, terms)).items()}
    results = [shown.get((place, found[place][1][rank])) for _, rank, place in chosen]
    return [result for result in results if result is not None], len(order), capped

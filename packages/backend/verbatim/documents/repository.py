"""Reading documents: a page of a list costs four statements, however long it is, and never reads a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.guards import standing_on
from verbatim.core.pagination import Page
from verbatim.core.shown import shown
from verbatim.core.words import every_word
from verbatim.documents.errors import DocumentNotFoundError
from verbatim.documents.models import Document, DocumentPassage, DocumentTag, ProjectDocument
from verbatim.documents.schemas import DocumentResponse, PassageResponse, TextResponse
from verbatim.favourites.models import Favourite
from verbatim.favourites.narrowing import starred_by
from verbatim.projects.models import Project
from verbatim.recordings.schemas import NamedRef, TagRef
from verbatim.tags.models import Tag

SORTABLE = {"created_at": Document.created_at, "title": Document.title, "file_size": Document.file_size}


@dataclass(frozen=True)
class DocumentFilter:
    """Which documents a list shows. Everything that is set must hold; all of ``tag_ids`` must be on a document."""

    project_id: str | None = None
    status: str | None = None
    search: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None
    tag_ids: tuple[str, ...] = ()
    mime_type: str | None = None
    kind: str | None = None
    workspace_id: str | None = None
    starred_by: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return what must hold of a row."""
        same = {
            Document.status: self.status,
            Document.mime_type: self.mime_type,
            Document.kind: self.kind,
            Document.workspace_id: self.workspace_id,
        }
        found: list[ColumnElement[bool]] = [column == value for column, value in same.items() if value is not None]
        if self.search:
            found.append(every_word(self.search, Document.title, Document.file_name))
        if self.date_from is not None:
            found.append(Document.created_at >= self.date_from)
        if self.date_to is not None:
            found.append(Document.created_at <= self.date_to)
        if self.project_id is not None:
            inside = select(ProjectDocument.document_id).where(ProjectDocument.project_id == self.project_id)
            found.append(Document.id.in_(inside))
        if self.starred_by is not None:
            found.append(starred_by(self.starred_by, Favourite.document_id, Document.id))
        tagged = (select(DocumentTag.document_id).where(DocumentTag.tag_id == tag_id) for tag_id in self.tag_ids)
        return found + [Document.id.in_(ids) for ids in tagged]


async def list_documents(
    session: AsyncSession, wanted: DocumentFilter, page: Page, *, sort_by: str, descending: bool
) -> tuple[list[DocumentResponse], int]:
    """Return one page and the number of all matches."""
    conditions = wanted.conditions()
    total = await session.scalar(select(func.count(Document.id)).where(*conditions)) or 0
    by = SORTABLE[sort_by]
    order = (by.desc(), Document.id.desc()) if descending else (by.asc(), Document.id.asc())
    rows = _shown(session).where(*conditions).order_by(*order).offset(page.offset).limit(page.page_size)
    return await _responses(session, rows), total


async def get_response(session: AsyncSession, document_id: str) -> DocumentResponse:
    """Return one document as the API shows it.

    Raises:
        DocumentNotFoundError: it does not exist, or belongs to somebody else.
    """
    found = await _responses(session, _shown(session).where(Document.id == document_id))
    if not found:
        raise DocumentNotFoundError
    return found[0]


def _shown(session: AsyncSession) -> Select[Any]:
    holders = standing_on(session.info, "documents")
    held = or_(*(holder(Document) for holder in holders)) if holders else literal(value=False)
    columns: tuple[Any, ...] = (Document, held.label("held"))
    return select(*columns)


async def _responses(session: AsyncSession, statement: Select[Any]) -> list[DocumentResponse]:
    rows = (await session.execute(statement)).all()
    ids = [row[0].id for row in rows]
    tags: dict[str, list[TagRef]] = {}
    projects: dict[str, list[NamedRef]] = {}
    if ids:
        on_them = select(DocumentTag.document_id, Tag.id, Tag.name, Tag.color).join(Tag, Tag.id == DocumentTag.tag_id)
        for key, tag_id, name, color in await session.execute(
            on_them.where(DocumentTag.document_id.in_(ids)).order_by(Tag.name_key)
        ):
            tags.setdefault(key, []).append(TagRef(id=tag_id, name=name, color=color))
        around = select(ProjectDocument.document_id, Project.id, Project.name)
        around = around.join(Project, Project.id == ProjectDocument.project_id)
        for key, project_id, name in await session.execute(
            around.where(ProjectDocument.document_id.in_(ids)).order_by(Project.name, Project.id)
        ):
            projects.setdefault(key, []).append(NamedRef(id=project_id, name=name))
    return [
        _response(row[0], tags.get(row[0].id, []), projects.get(row[0].id, []), held=bool(row.held)) for row in rows
    ]


_AS_IS = (
    "id title mime_type kind sha256 status error error_code note page_count workspace_id job_id created_at updated_at"
)


def _response(
    document: Document, tags: Sequence[TagRef], projects: Sequence[NamedRef], *, held: bool
) -> DocumentResponse:
    found = shown(
        DocumentResponse,
        {name: getattr(document, name) for name in _AS_IS.split()}
        | {
            "filename": document.file_name,
            "file_path": document.storage_key,
            "file_size_bytes": document.file_size,
            "error_message": None,
            "metadata": document.details,
            "project_id": projects[0].id if projects else None,
            "project_ids": [one.id for one in projects],
            "projects": projects,
            "tag_ids": [one.id for one in tags],
            "tags": tags,
            "held": held,
        },
    )
    found.error_message = found.error
    return found


async def get_document(session: AsyncSession, document_id: str, *, lock: bool = False) -> Document:
    """Return the row, locked against other writers when asked.

    Raises:
        DocumentNotFoundError: it does not exist, or belongs to somebody else.
    """
    found = await lock_documents(session, [document_id]) if lock else await _one(session, document_id)
    if not found:
        raise DocumentNotFoundError
    return found[0]


async def _one(session: AsyncSession, document_id: str) -> list[Document]:
    return list(await session.scalars(select(Document).where(Document.id == document_id)))


async def lock_documents(session: AsyncSession, ids: Sequence[str] | Select[str]) -> list[Document]:
    """Return those of these documents that there are, locked against other writers, in the order of their ids."""
    wanted = select(Document).where(Document.id.in_(ids)).order_by(Document.id).with_for_update()
    return list(await session.scalars(wanted.execution_options(populate_existing=True)))


async def read_text(
    session: AsyncSession, document_id: str, *, offset: int, limit: int, page: int | None = None
) -> TextResponse:
    """Return a part of a document's text, or of one of its pages.

    Raises:
        DocumentNotFoundError: it does not exist, or belongs to somebody else.
    """
    await get_document(session, document_id)
    wanted = [DocumentPassage.document_id == document_id]
    if page is not None:
        wanted.append(DocumentPassage.page == page)
    total = await session.scalar(select(func.count(DocumentPassage.id)).where(*wanted)) or 0
    order = select(DocumentPassage).where(*wanted).order_by(DocumentPassage.position).offset(offset).limit(limit)
    rows = await session.scalars(order)
    items = [
        PassageResponse.model_validate(
            {name: getattr(row, name) for name in PassageResponse.model_fields if name != "id"} | {"id": str(row.id)}
        )
        for row in rows
    ]
    return TextResponse(items=items, total=total)


async def whole_text(session: AsyncSession, document_id: str, *, most: int) -> str:
    """Return a document's text, or its beginning when it has more than so many characters."""
    parts: list[str] = []
    size = 0
    order = select(DocumentPassage.text).where(DocumentPassage.document_id == document_id)
    stream = await session.stream_scalars(order.order_by(DocumentPassage.position).execution_options(yield_per=200))
    async for text in stream:
        parts.append(text)
        size += len(text) + 2
        if size > most:
            break
    await stream.close()
    return "\n\n".join(parts)[:most]

"""Tags on documents."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.documents.models import DocumentTag
from verbatim.tags.models import Tag
from verbatim.tags.service import tags_called


async def put_on(session: AsyncSession, document_id: str, tag: Tag) -> bool:
    """Put a tag on a document; says whether it was not there before."""
    there = select(DocumentTag.tag_id).where(DocumentTag.document_id == document_id, DocumentTag.tag_id == tag.id)
    if await session.scalar(there) is not None:
        return False
    session.add(DocumentTag(document_id=document_id, tag_id=tag.id))
    await session.flush()
    return True


async def take_off(session: AsyncSession, document_id: str, tag: Tag) -> bool:
    """Take a tag off a document; says whether it was there."""
    on_it = select(DocumentTag).where(DocumentTag.document_id == document_id, DocumentTag.tag_id == tag.id)
    if (found := await session.scalar(on_it)) is None:
        return False
    await session.delete(found)
    await session.flush()
    return True


async def tag_by_names(session: AsyncSession, document_id: str, names: Sequence[str]) -> None:
    """Put tags on a document by name, making those that do not exist yet."""
    for tag in await tags_called(session, names):
        await put_on(session, document_id, tag)

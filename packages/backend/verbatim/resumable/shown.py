"""What pages are shown of an upload."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.clock import utcnow
from verbatim.core.resources import resources_of
from verbatim.recordings.naming import safe_file_name
from verbatim.resumable.finishing import taker_of
from verbatim.resumable.models import UnfinishedUpload
from verbatim.resumable.protocol import said_in
from verbatim.resumable.schemas import UploadResponse
from verbatim.resumable.service import Here
from verbatim.uploads.schemas import DuplicateRef


async def twin_of(here: Here, session: AsyncSession, kind: str, sha256: str) -> DuplicateRef | None:
    """Return the oldest thing of a kind that has these bytes."""
    twin = await taker_of(here.database, kind).twin(session, sha256)
    return None if twin is None else DuplicateRef(id=twin.id, title=twin.title)


async def shown(here: Here, session: AsyncSession, row: UnfinishedUpload) -> UploadResponse:
    """Return an upload as the API shows it. What the books say counts here, wherever the bytes lie."""
    held = row.holder is not None and row.held_until is not None and row.held_until > utcnow()
    return UploadResponse(
        id=row.id,
        kind=row.kind,
        file_name=safe_file_name(said_in(row.said).file_name),
        length=row.length,
        offset=row.received,
        is_sending=held,
        result_id=row.result_id,
        duplicate_of=await _duplicate(here, session, row),
        created_at=row.created_at,
        expires_at=row.expires_at,
    )


async def _duplicate(here: Here, session: AsyncSession, row: UnfinishedUpload) -> DuplicateRef | None:
    resource = resources_of(session).named(row.kind)
    if row.result_id is None or resource is None or resource.file is None or not resource.file.sha256:
        return None
    model: Any = resource.model
    sha256 = await session.scalar(select(getattr(model, resource.file.sha256)).where(model.id == row.result_id))
    twin = None if sha256 is None else await twin_of(here, session, row.kind, sha256)
    return None if twin is None or twin.id == row.result_id else twin

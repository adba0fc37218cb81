"""`/api/tags`."""

from __future__ import annotations

from sqlalchemy import select

from verbatim.core.db import SessionDep
from verbatim.core.events import EVERYWHERE, tell_changed
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires
from verbatim.recordings.repository import get_recording
from verbatim.tags import service
from verbatim.tags.models import RecordingTag, Tag
from verbatim.tags.resource import TAG
from verbatim.tags.schemas import (
    TagAssignRequest,
    TagCreateRequest,
    TagListResponse,
    TagResponse,
    TagUpdateRequest,
)

router = Router()

READ = [requires(Permission.RECORDING_READ)]
UPDATE = [requires(Permission.RECORDING_UPDATE)]


def _response(tag: Tag) -> TagResponse:
    return TagResponse.model_validate(tag, from_attributes=True)


@router.get("", dependencies=READ)
async def list_tags(session: SessionDep) -> TagListResponse:
    """List all tags by name."""
    rows = await session.scalars(select(Tag).order_by(Tag.name_key))
    return TagListResponse(items=[_response(tag) for tag in rows])


@router.post("", status_code=201, dependencies=UPDATE)
async def create_tag(session: SessionDep, body: TagCreateRequest) -> TagResponse:
    """Make a tag."""
    return _response(await service.create_tag(session, body.name, body.color))


@router.patch("/{tag_id}", dependencies=UPDATE)
async def update_tag(session: SessionDep, tag_id: str, body: TagUpdateRequest) -> TagResponse:
    """Rename or recolour a tag."""
    tag = await service.get_tag(session, tag_id)
    await service.update_tag(session, tag, body.model_dump(exclude_unset=True))
    return _response(tag)


@router.delete("/{tag_id}", dependencies=UPDATE)
async def delete_tag(session: SessionDep, tag_id: str) -> MessageResponse:
    """Delete a tag and take it off every recording."""
    await session.delete(await service.get_tag(session, tag_id))
    tell_changed(session, TAG, tag_id, at=EVERYWHERE)
    return MessageResponse(message="The tag was deleted.", id=tag_id)


@router.get("/recordings/{recording_id}", dependencies=READ)
async def recording_tags(session: SessionDep, recording_id: str) -> TagListResponse:
    """List the tags on a recording."""
    await get_recording(session, recording_id)
    on_it = select(RecordingTag.tag_id).where(RecordingTag.recording_id == recording_id)
    rows = await session.scalars(select(Tag).where(Tag.id.in_(on_it)).order_by(Tag.name_key))
    return TagListResponse(items=[_response(tag) for tag in rows])


@router.post("/recordings/{recording_id}", status_code=201, dependencies=UPDATE)
async def put_tag(session: SessionDep, recording_id: str, body: TagAssignRequest) -> MessageResponse:
    """Put a tag on a recording."""
    recording = await get_recording(session, recording_id, lock=True)
    await service.put_on(session, recording.id, await service.get_tag(session, body.tag_id))
    return MessageResponse(message="The tag is on the recording.", id=recording_id)


@router.delete("/recordings/{recording_id}/{tag_id}", dependencies=UPDATE)
async def take_tag_off(session: SessionDep, recording_id: str, tag_id: str) -> MessageResponse:
    """Take a tag off a recording."""
    await get_recording(session, recording_id, lock=True)
    await service.take_off(session, recording_id, await service.get_tag(session, tag_id))
    return MessageResponse(message="The tag was taken off.", id=recording_id)

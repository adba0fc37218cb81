"""`/api/favourites`: the caller's own stars. Whoever may read a thing may star it, whatever else they may do."""

from __future__ import annotations

from fastapi import Request

from verbatim.core.db import SessionDep
from verbatim.core.pagination import MessageResponse
from verbatim.core.routing import Router
from verbatim.documents.repository import get_document
from verbatim.favourites import service
from verbatim.favourites.schemas import FavouriteListResponse, Kind
from verbatim.permissions import Permission, any_user, requires, signed_in
from verbatim.projects.service import get_project
from verbatim.recordings.repository import get_recording

router = Router()

RECORDING = [requires(Permission.RECORDING_READ)]
DOCUMENT = [requires(Permission.DOCUMENT_READ)]
PROJECT = [requires(Permission.PROJECT_READ)]


async def _give(request: Request, session: SessionDep, kind: Kind, thing_id: str) -> MessageResponse:
    await service.give_star(session, kind, thing_id, signed_in(request).id)
    return MessageResponse(message="It is among your favourites.", id=thing_id)


async def _take(request: Request, session: SessionDep, kind: Kind, thing_id: str) -> MessageResponse:
    await service.take_star(session, kind, thing_id, signed_in(request).id)
    return MessageResponse(message="It is no longer among your favourites.", id=thing_id)


@router.get("", dependencies=[any_user(delegates=Permission.RECORDING_READ)])
async def list_favourites(request: Request, session: SessionDep) -> FavouriteListResponse:
    """List what you have starred and may still read, the last starred first."""
    caller = signed_in(request)
    return FavouriteListResponse(items=await service.favourites_of(session, caller.id, caller.permissions))


@router.put("/recordings/{recording_id}", dependencies=RECORDING)
async def star_recording(request: Request, session: SessionDep, recording_id: str) -> MessageResponse:
    """Star a recording. Only you see your stars."""
    await get_recording(session, recording_id)
    return await _give(request, session, "recording", recording_id)


@router.delete("/recordings/{recording_id}", dependencies=RECORDING)
async def unstar_recording(request: Request, session: SessionDep, recording_id: str) -> MessageResponse:
    """Take your star back from a recording."""
    await get_recording(session, recording_id)
    return await _take(request, session, "recording", recording_id)


@router.put("/documents/{document_id}", dependencies=DOCUMENT)
async def star_document(request: Request, session: SessionDep, document_id: str) -> MessageResponse:
    """Star a document. Only you see your stars."""
    await get_document(session, document_id)
    return await _give(request, session, "document", document_id)


@router.delete("/documents/{document_id}", dependencies=DOCUMENT)
async def unstar_document(request: Request, session: SessionDep, document_id: str) -> MessageResponse:
    """Take your star back from a document."""
    await get_document(session, document_id)
    return await _take(request, session, "document", document_id)


@router.put("/projects/{project_id}", dependencies=PROJECT)
async def star_project(request: Request, session: SessionDep, project_id: str) -> MessageResponse:
    """Star a project. Only you see your stars."""
    await get_project(session, project_id)
    return await _give(request, session, "project", project_id)


@router.delete("/projects/{project_id}", dependencies=PROJECT)
async def unstar_project(request: Request, session: SessionDep, project_id: str) -> MessageResponse:
    """Take your star back from a project."""
    await get_project(session, project_id)
    return await _take(request, session, "project", project_id)

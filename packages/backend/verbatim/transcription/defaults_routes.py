"""`/api/transcription`: choices for new transcriptions, and the vocabulary among them."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from verbatim.core.db import SessionDep
from verbatim.core.routing import Router
from verbatim.permissions import Permission, requires
from verbatim.transcription import defaults
from verbatim.transcription.engines import EngineInspector
from verbatim.transcription.learning import suggest_terms
from verbatim.transcription.options import Term, TranscriptionOptions
from verbatim.transcription.schemas import SuggestedTermsResponse, TermsRequest

router = Router()

READ = [requires(Permission.PROJECT_READ)]
UPDATE = [requires(Permission.PROJECT_UPDATE)]
ProjectId = Annotated[str | None, Query(max_length=36, description="Left out: what holds for every project.")]


@router.get("/defaults", dependencies=READ)
async def get_defaults(session: SessionDep, project_id: ProjectId = None) -> TranscriptionOptions:
    """Get what a project chose for its transcriptions, or without one what holds for all."""
    return await defaults.defaults_of(session, project_id)


@router.put("/defaults", dependencies=UPDATE)
async def set_defaults(
    request: Request, session: SessionDep, body: TranscriptionOptions, project_id: ProjectId = None
) -> TranscriptionOptions:
    """Choose for the transcriptions of a project, or for all; each may still be started with other choices."""
    engines: EngineInspector = request.app.state.engines
    await engines.check(body)
    await defaults.set_defaults(session, project_id, body)
    return body


@router.get("/vocabulary/suggestions", dependencies=[requires(Permission.TRANSCRIPT_READ)])
async def suggestions(session: SessionDep, project_id: ProjectId = None) -> SuggestedTermsResponse:
    """List names and terms that people corrected, which could be listened for from now on."""
    return SuggestedTermsResponse(items=await suggest_terms(session, project_id))


@router.post("/vocabulary", dependencies=UPDATE)
async def add_terms(session: SessionDep, body: TermsRequest, project_id: ProjectId = None) -> TranscriptionOptions:
    """Listen for these names and terms from now on."""
    return await defaults.add_terms(session, project_id, body.terms)


@router.delete("/vocabulary", dependencies=UPDATE)
async def remove_term(
    session: SessionDep, term: Annotated[Term, Query(max_length=100)], project_id: ProjectId = None
) -> TranscriptionOptions:
    """Listen no longer for a term."""
    return await defaults.remove_term(session, project_id, term)

"""`POST /api/transcripts/{transcript_id}/presence`: pages tell each other who is at a transcript, and where.

Nothing is kept: a page says so again every few seconds while others are there, and whoever is not heard any more is
taken for gone by the others. What is said reaches pages by the live stream, on all servers, and only those of people
who may read the transcript.
"""

from __future__ import annotations

from typing import Annotated, Final

from fastapi import Request
from pydantic import BaseModel, StringConstraints

from verbatim.core.db import SessionDep
from verbatim.core.effects import Effect, declares
from verbatim.core.inbound import RequestBody, example
from verbatim.core.live import PRESENCE, LiveHub
from verbatim.permissions import Permission, requires, signed_in
from verbatim.transcripts import repository
from verbatim.transcripts.routes import router

MOST_LETTERS: Final = 80
"""Of a name, as others see it."""


class PresenceRequest(
    RequestBody, json_schema_extra=example({"page": "page-8f3k2m9x1c", "segment_id": "4711", "editing": True})
):
    """Where somebody is. ``page`` is a name that the page makes up for itself. ``editing``: they are writing in the
    segment; ``here``: false when they leave; ``asks``: the pages of others shall say where they are.
    """

    page: Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{8,40}$")]
    segment_id: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,19}$")] | None = None
    editing: bool = False
    here: bool = True
    asks: bool = False


class PresenceResponse(BaseModel):
    """It has been told to the other pages."""

    told: bool


@router.post("/{transcript_id}/presence", dependencies=[requires(Permission.TRANSCRIPT_READ), declares(Effect.READ)])
async def presence(
    request: Request, session: SessionDep, transcript_id: str, body: PresenceRequest
) -> PresenceResponse:
    """Tell the others who have this transcript open that you are there, and which segment you are writing in."""
    transcript = await repository.get_transcript(session, transcript_id)
    person = signed_in(request)
    message = {
        "type": PRESENCE,
        "transcript_id": transcript.id,
        "recording_id": transcript.recording_id,
        "person": person.id,
        "name": person.name[:MOST_LETTERS],
        **body.model_dump(),
    }
    hub: LiveHub = request.app.state.live
    places = frozenset() if transcript.workspace_id is None else frozenset({transcript.workspace_id})
    hub.publish(transcript.owner_id, message, places)
    return PresenceResponse(told=True)

"""Who calls a tool: the request that brought the call, and the transactions it may open."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request

from verbatim.core.db import Database
from verbatim.core.events import emit
from verbatim.core.ownership import use_scope
from verbatim.core.text import one_line
from verbatim.mcp_server.events import AssistantLooked, TranscriptReadByTool
from verbatim.permissions import Permission, demand, signed_in
from verbatim.transcripts.models import Transcript

current_client: ContextVar[str] = ContextVar("verbatim_mcp_client", default="")
_LONGEST_NAME: Final = 100
current_request: ContextVar[Request] = ContextVar("verbatim_mcp_request")


@asynccontextmanager
async def reading(*needed: Permission) -> AsyncIterator[tuple[AsyncSession, Request]]:
    """Open a transaction that only reads, with exactly the caller's sight.

    Raises:
        ForbiddenError: the caller lacks a permission.
    """
    request = current_request.get()
    for permission in needed:
        demand(request, permission)
    database: Database = request.app.state.database
    with use_scope(signed_in(request).scope):
        async with database.transaction(read_only=True) as session:
            yield session, request


async def note_reading(transcript: Transcript, tool: str) -> None:
    """Write down that a transcript was read, before it is shown."""
    request = current_request.get()
    database: Any = request.app.state.database
    with use_scope(signed_in(request).scope):
        async with database.transaction() as session:
            ids = {"transcript_id": transcript.id, "recording_id": transcript.recording_id}
            await emit(session, TranscriptReadByTool(**ids, tool=tool, facts={"client": current_client.get()}))


async def note_looking(tool: str, found: int) -> None:
    """Write down that a list was read or a search made, before it is shown. What was searched for is not kept."""
    request = current_request.get()
    database: Any = request.app.state.database
    with use_scope(signed_in(request).scope):
        async with database.transaction() as session:
            facts = {"client": current_client.get(), "found": found}
            await emit(session, AssistantLooked(tool=tool, facts=facts))


def client_named(told: str | None) -> str:
    """Return what the program calls itself that asks: as it introduced itself, else by its requests."""
    header = current_request.get().headers.get("user-agent", "")
    return one_line(told or header)[:_LONGEST_NAME]

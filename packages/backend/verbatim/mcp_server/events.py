"""What assistants do here that is to be known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.core.resources import Resource
from verbatim.mcp_server.resource import ASSISTANT
from verbatim.transcripts.resource import TRANSCRIPT


@dataclass(frozen=True, kw_only=True)
class TranscriptReadByTool(Event):
    """An assistant read a part of a transcript, or asked about it, with somebody's rights."""

    event_name: ClassVar[str] = "transcript.read_by_tool"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = TRANSCRIPT
    transcript_id: str
    recording_id: str
    tool: str


@dataclass(frozen=True, kw_only=True)
class AssistantLooked(Event):
    """An assistant searched or listed, with somebody's rights."""

    event_name: ClassVar[str] = "assistant.looked"
    announced: ClassVar[bool] = False
    subject: ClassVar[Resource | None] = ASSISTANT
    tool: str

"""What happens to summaries and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.ai.resource import AI_RESULT
from verbatim.core.events import Event, PageMessage
from verbatim.core.resources import Resource
from verbatim.recordings.events import RECORDING_LINK
from verbatim.recordings.resource import RECORDING


@dataclass(frozen=True, kw_only=True)
class AiResultCreated(Event):
    """A transcript was summarised or analysed, or a question about it answered; ``model`` is what was given its
    text to read.
    """

    event_name: ClassVar[str] = "ai_result.created"
    subject: ClassVar[Resource | None] = AI_RESULT
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"recording": RECORDING_LINK})
    ai_result_id: str
    transcript_id: str
    recording_id: str
    kind: str
    model: str


@dataclass(frozen=True, kw_only=True)
class AiResultDeleted(Event):
    """A version of a summary, or an answer, was deleted."""

    event_name: ClassVar[str] = "ai_result.deleted"
    subject: ClassVar[Resource | None] = AI_RESULT
    resource: ClassVar[Resource | None] = RECORDING
    links: ClassVar[Mapping[str, str]] = MappingProxyType({"recording": RECORDING_LINK})
    ai_result_id: str
    transcript_id: str
    recording_id: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class SummaryFailed(PageMessage):
    """There will be no summary of a transcript; beside it stands why."""

    event_name: ClassVar[str] = "ai_result.failed"
    transcript_id: str
    recording_id: str

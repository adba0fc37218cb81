"""Voice profiles on the wire. What was measured of a voice is never sent."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from verbatim.core.inbound import RequestBody, example
from verbatim.core.text import OneLine

Name = Annotated[str, OneLine, StringConstraints(min_length=1, max_length=200)]


class VoiceProfileResponse(BaseModel):
    """Somebody whose voice is known. ``consent_by`` said yes at ``consent_at``; ``entered_by`` wrote that down.

    ``seconds`` of speech were measured.
    """

    id: str
    name: str
    consent_by: str
    consent_at: datetime
    entered_by: str
    seconds: float
    created_at: datetime
    updated_at: datetime


class VoiceProfileListResponse(BaseModel):
    """All voice profiles by name; ``enabled`` says whether this server keeps any."""

    items: list[VoiceProfileResponse]
    enabled: bool


class VoiceProfileCreateRequest(
    RequestBody,
    json_schema_extra=example(
        {"speaker_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40", "name": "Ada Lovelace", "consent_by": "Ada Lovelace"}
    ),
):
    """Keep how a speaker sounds, under a name (left out: the one the speaker has).

    ``consent_by`` is who agreed to that, usually the speaker; ``consent_at`` when (left out: now).
    """

    speaker_id: str
    name: Name | None = None
    consent_by: Name
    consent_at: datetime | None = None


class VoiceProfileUpdateRequest(RequestBody, json_schema_extra=example({"name": "Ada King"})):
    """Another name."""

    name: Name


class NameSpeakerRequest(
    RequestBody, json_schema_extra=example({"speaker_id": "0b9d5a2e-6f1c-4c8e-9a37-5f2d8c1b7e40"})
):
    """The speaker who is the one of this profile."""

    speaker_id: str


class VoiceSuggestion(BaseModel):
    """Who a speaker may be. ``confidence`` lies between 0 and 1. Nothing is changed until somebody agrees."""

    speaker_id: str
    voice_profile_id: str
    name: str
    confidence: Annotated[float, Field(ge=0, le=1)]


class VoiceSuggestionListResponse(BaseModel):
    """Who the speakers of a transcript may be, at most one suggestion for each, the surest first."""

    items: list[VoiceSuggestion]

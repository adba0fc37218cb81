"""What happens to voice profiles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.core.resources import Resource
from verbatim.voice_profiles.resource import VOICE_PROFILE


@dataclass(frozen=True, kw_only=True)
class VoiceProfileCreated(Event):
    """A voice was kept under a name, with consent."""

    event_name: ClassVar[str] = "voice_profile.created"
    subject: ClassVar[Resource | None] = VOICE_PROFILE
    voice_profile_id: str
    name: str
    consent_by: str


@dataclass(frozen=True, kw_only=True)
class VoiceProfileUpdated(Event):
    """A voice profile got another name."""

    event_name: ClassVar[str] = "voice_profile.updated"
    subject: ClassVar[Resource | None] = VOICE_PROFILE
    voice_profile_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class VoiceProfileDeleted(Event):
    """A voice profile was deleted, and what was measured of the voice with it."""

    event_name: ClassVar[str] = "voice_profile.deleted"
    subject: ClassVar[Resource | None] = VOICE_PROFILE
    voice_profile_id: str
    name: str

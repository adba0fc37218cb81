"""What a voice profile is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim.core.resources import Resource
from verbatim.voice_profiles.models import VoiceProfile

VOICE_PROFILE = Resource(name="voice_profile", model=VoiceProfile, title="name")

"""What the voice profiles feature contributes."""

from __future__ import annotations

from verbatim.plugins.feature import Feature
from verbatim.voice_profiles.models import VoiceProfile
from verbatim.voice_profiles.resource import VOICE_PROFILE
from verbatim.voice_profiles.routes import router

feature = Feature(
    name="voice_profiles",
    routers={"/api/voice-profiles": router},
    models=(VoiceProfile,),
    resources=(VOICE_PROFILE,),
)

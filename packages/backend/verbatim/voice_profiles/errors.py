"""What can go wrong with voice profiles."""

from __future__ import annotations

from verbatim.core.errors import ConflictError, ForbiddenError, InvalidInputError, NotFoundError


class VoiceProfilesOffError(ForbiddenError):
    """Voice profiles are turned off here; VERBATIM_VOICE_PROFILES turns them on."""

    code = "voice_profiles_off"


class VoiceProfileNotFoundError(NotFoundError):
    """There is no such voice profile."""

    code = "voice_profile_not_found"


class VoiceProfileExistsError(ConflictError):
    """There is a voice profile of this name already."""

    code = "voice_profile_exists"


class NoVoiceError(InvalidInputError):
    """Nothing is known of how this speaker sounds: the recording has to be transcribed again with voice profiles on."""

    code = "no_voice"

"""Which tracks and channels of a recording are listened to."""

from __future__ import annotations

from typing import Any

from verbatim.adapters.media import MediaError, check_choice, parse_choice, single_voices, write_choice
from verbatim.core.errors import InvalidInputError
from verbatim.recordings.models import Recording


def known_sound(text: str | None, media: dict[str, Any]) -> str:
    """Return a choice of tracks and channels as it is kept; left out, the one made before, or else all of them mixed.

    Raises:
        InvalidInputError: it is no choice, or the file does not have these.
    """
    try:
        choice = parse_choice(text or media.get("sound"))
        check_choice(choice, channels_of(media))
    except MediaError as error:
        raise InvalidInputError(str(error), code=error.code) from error
    return write_choice(choice)


def voices_of(recording: Recording, sound: str | None) -> list[tuple[str, str]]:
    """Return what is listened to one after the other, each with its speaker's name; empty when all is heard at once."""
    return single_voices(parse_choice(sound), channels_of(recording.media))


def sound_of(recording: Recording) -> str:
    """Return what the player's picture shows: one track or channel if that was chosen, else all of them."""
    choice = parse_choice(recording.media.get("sound"))
    return "mix" if choice.speakers else write_choice(choice)


def channels_of(media: dict[str, Any]) -> list[int]:
    """Return how many channels each sound track has."""
    return [int(track["channels"]) for track in media.get("tracks") or ()] or [int(media.get("channels") or 1)]

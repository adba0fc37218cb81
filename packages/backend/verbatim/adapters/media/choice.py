"""Which of a file's tracks and channels is listened to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from verbatim.adapters.media.errors import NoSuchSound, UnknownSound

_ONE = re.compile(r"track:([1-9][0-9]{0,3})(?:,channel:([1-9][0-9]{0,3}))?|channel:([1-9][0-9]{0,3})")
MIX = "mix"


@dataclass(frozen=True, slots=True)
class Choice:
    """`track` and `channel` count from 1, None means all, mixed; `speakers` makes one of each track or channel."""

    track: int | None = None
    channel: int | None = None
    speakers: Literal["", "tracks", "channels"] = ""


def parse_choice(text: str | None) -> Choice:
    """Read a choice: `mix`, `track:2`, `channel:3`, `track:2,channel:1`, `tracks` or `channels`.

    Raises:
        UnknownSound: it is none of these.
    """
    said = (text or MIX).strip().lower().replace(" ", "")
    if said == MIX:
        return Choice()
    if said in {"tracks", "channels"}:
        return Choice(speakers="tracks" if said == "tracks" else "channels")
    found = _ONE.fullmatch(said)
    if found is None:
        raise UnknownSound(
            "Choose the sound as mix, track:2, channel:1, track:2,channel:1, or tracks or channels for a speaker each."
        )
    track, channel, alone = found.groups()
    if alone is not None:
        return Choice(None, int(alone))
    return Choice(int(track), None if channel is None else int(channel))


def write_choice(choice: Choice) -> str:
    """Return the text that `parse_choice` reads."""
    if choice.speakers:
        return choice.speakers
    parts = [("track", choice.track), ("channel", choice.channel)]
    return ",".join(f"{name}:{number}" for name, number in parts if number is not None) or MIX


def check_choice(choice: Choice, channels: Sequence[int]) -> None:
    """Refuse a choice that a file with so many channels in each of its tracks does not have.

    Raises:
        NoSuchSound: with what there is.
    """
    if choice.track is not None and choice.track > len(channels):
        raise NoSuchSound(f"The file has no sound track {choice.track}; it has {len(channels)}.")
    there = channels if choice.track is None else channels[choice.track - 1 : choice.track]
    if choice.channel is not None and choice.channel > max(there, default=0):
        raise NoSuchSound(f"The file has no channel {choice.channel} there; it has {max(there, default=0)}.")


def single_voices(choice: Choice, channels: Sequence[int]) -> list[tuple[str, str]]:
    """Return what is listened to one after the other, each with the name of its speaker; empty: all in one."""
    if choice.speakers == "tracks":
        return [(f"track:{number}", f"Track {number}") for number in range(1, len(channels) + 1)]
    if choice.speakers == "channels":
        several = len(channels) > 1
        return [
            (
                f"track:{track},channel:{channel}",
                f"Track {track}, channel {channel}" if several else f"Channel {channel}",
            )
            for track, count in enumerate(channels, start=1)
            for channel in range(1, count + 1)
        ]
    return []

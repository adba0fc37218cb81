"""The player's clock: where sound stands, by what was decoded and, where they make sense, by its time stamps."""

from __future__ import annotations

_GAP_SECONDS = 0.25
_BACK_SECONDS = 1.0
MAX_GAP_SECONDS = 3600.0
"""A longer jump between two time stamps is taken for damage and not for a pause."""


class Clock:
    """`seconds` is what came so far, pauses included."""

    def __init__(self, origin: float, longest: float) -> None:
        """`origin` is the stamp of 0:00; pauses do not make the recording longer than `longest`."""
        self.seconds = 0.0
        self._origin = origin
        self._longest = longest

    def pause_before(self, stamp: float | None) -> float:
        """Return the seconds of silence before sound with that time stamp, and count them.

        Stamps that jump back belong to another recording that was joined to the first; from there on they count anew.
        """
        if stamp is None:
            return 0.0
        missing = stamp - self._origin - self.seconds
        if missing < -_BACK_SECONDS or missing > MAX_GAP_SECONDS:
            self._origin = stamp - self.seconds
            return 0.0
        if missing <= _GAP_SECONDS or self.seconds + missing > self._longest:
            return 0.0
        self.seconds += missing
        return missing

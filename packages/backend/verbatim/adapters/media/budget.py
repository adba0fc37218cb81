"""How much work a file is worth: in proportion to the bytes that came, never to what they claim."""

from __future__ import annotations

from verbatim.adapters.media.errors import TooLong
from verbatim.core.cage.limits import MIB, Limits

MAX_HOURS = 100
_FREE_SECONDS = 3600.0
_LEAST_BYTES_PER_SECOND = 200
"""Speech in the thriftiest codecs (AMR at 4.75 kbit/s, Speex at 2.15) with pauses takes more."""


def longest_seconds(size: int) -> float:
    """How long a recording of so many bytes may be: an hour with pauses for nothing, the rest by its bytes."""
    return min(MAX_HOURS * 3600.0, _FREE_SECONDS + size / _LEAST_BYTES_PER_SECOND)


def check_length(seconds: float, size: int) -> None:
    """Refuse a recording that is too long for its bytes.

    Raises:
        TooLong: with a sentence that says so.
    """
    if seconds > MAX_HOURS * 3600:
        raise TooLong(f"The recording is longer than {MAX_HOURS} hours; cut it into parts and upload those.")
    if seconds > longest_seconds(size):
        raise TooLong(
            f"The file claims to last {seconds / 3600:.0f} hours, too long for its size; "
            "save it anew without its long gaps and upload that."
        )


def probe_limits(size: int) -> Limits:
    """What looking at a file may take. Its index grows with its samples, which take at least some bytes each."""
    return Limits(memory_bytes=_memory(size), cpu_seconds=10 + size // (64 * MIB), wall_seconds=90 + size / (4 * MIB))


def decode_limits(seconds: float, size: int, tracks: int = 1) -> Limits:
    """What hearing a recording of that length through may take. Decoders are some hundred times faster than this."""
    work = max(1, tracks) * min(seconds, longest_seconds(size))
    cpu = 30 + int(work / 15) + size // (64 * MIB)
    return Limits(
        memory_bytes=_memory(size) + 32 * MIB,
        cpu_seconds=cpu,
        wall_seconds=120 + 8.0 * cpu,
        output_bytes=64 * MIB + int(min(seconds, longest_seconds(size)) * 200_000),
        niceness=5,
    )


def _memory(size: int) -> int:
    return min(80 * MIB + 2 * size, 400 * MIB)

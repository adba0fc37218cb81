"""Names that come from outside, made safe to store, show and send back."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, line separators, and the marks that make a name read in another order than it is."""

MAX_NAME = 255


def safe_file_name(claimed: str) -> str:
    """Return the last part of a file name that a client sent, without path and control characters."""
    name = unicodedata.normalize("NFC", claimed.replace("\\", "/")).rsplit("/", 1)[-1]
    name = _CONTROL.sub("", name).strip().strip(".").strip()
    if not name:
        return "recording"
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    return f"{stem[: MAX_NAME - len(suffix)]}{suffix}"


def title_of(file_name: str) -> str:
    """Return a readable title for a file."""
    stem = PurePosixPath(file_name).stem
    return re.sub(r"[_\s]+", " ", stem).strip()[:500] or file_name


def format_bytes(size: int) -> str:
    """Return a size for people, such as "3.4 MB" (powers of 1000, as file managers show it)."""
    value = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:  # noqa: PLR2004 - SI prefix
            return f"{value:.0f} {unit}" if unit == "B" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} TB"


def format_duration(seconds: float) -> str:
    """Return a duration for people, such as "1:02:03" or "4:05"."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"

"""Names that come from outside, made safe to store, show and send back."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from verbatim.adapters.media import EXTENSIONS
from verbatim.core.text import one_line, without_controls

MAX_NAME = 255
MAX_SUFFIX = 20
MAX_TITLE = 500


def safe_file_name(claimed: str) -> str:
    """Return the last part of a file name that a client sent, without path and control characters."""
    name = claimed.replace("\\", "/").rsplit("/", 1)[-1]
    name = without_controls(name).strip().strip(".").strip()
    if not name:
        return "recording"
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    if len(suffix) > MAX_SUFFIX:  # a sentence with a full stop rather than a kind of file
        return name[:MAX_NAME]
    return f"{stem[: MAX_NAME - len(suffix)]}{suffix}"


def title_given(form: Mapping[str, str]) -> str:
    """Return the title that somebody gave with a file, in one line; empty when they gave none."""
    return one_line(form.get("title", ""))[:MAX_TITLE].strip()


def title_of(file_name: str, extensions: Collection[str] | None = EXTENSIONS) -> str:
    """Return a readable title for a file: its name without the extension, if that is one of these; None: any is."""
    stem, _, extension = file_name.rpartition(".")
    if not stem or (extensions is not None and extension.lower() not in extensions):
        stem = file_name
    return re.sub(r"[_\s]+", " ", stem).strip()[:MAX_TITLE] or file_name


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

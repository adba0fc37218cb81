"""What mode a data folder was last served in, so that commands on it need not be told again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

_NAME: Final = "served-mode"


def remember_mode(folder: Path, mode: str) -> None:
    """Note the mode in a folder. A folder that cannot be written to is the start's own trouble."""
    with suppress(OSError):
        (folder / _NAME).write_text(f"{mode}\n", "utf-8")


def remembered_mode(folder: Path) -> str | None:
    """Return the mode that was noted last, if one was."""
    try:
        return (folder / _NAME).read_text("utf-8").strip() or None
    except (OSError, ValueError):
        return None

"""The timeline of this installation's data: restoring a backup begins another one.

Whatever a client keeps of an older timeline, such as the tag of an answer, must not be taken for one of this: the same
numbers are given out again.
"""

from __future__ import annotations

_known: dict[str, str] = {}


def set_epoch(epoch: str) -> None:
    """Say which timeline this process serves."""
    _known["epoch"] = epoch


def epoch() -> str:
    """Return the name of the timeline; empty before a server has read it."""
    return _known.get("epoch", "")

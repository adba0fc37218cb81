"""What happens to the tags of recordings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.recordings.events import RECORDING_LINK

_LINKS: Mapping[str, str] = MappingProxyType({"recording": RECORDING_LINK})


@dataclass(frozen=True, kw_only=True)
class RecordingTagged(Event):
    """A tag was put on a recording; ``tag`` is its name."""

    event_name: ClassVar[str] = "recording.tagged"
    announced: ClassVar[bool] = False
    links: ClassVar[Mapping[str, str]] = _LINKS
    recording_id: str
    tag_id: str
    tag: str


@dataclass(frozen=True, kw_only=True)
class RecordingUntagged(Event):
    """A tag was taken off a recording."""

    event_name: ClassVar[str] = "recording.untagged"
    announced: ClassVar[bool] = False
    links: ClassVar[Mapping[str, str]] = _LINKS
    recording_id: str
    tag_id: str
    tag: str

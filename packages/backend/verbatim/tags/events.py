"""What happens to the tags of recordings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.core.resources import Resource
from verbatim.recordings.events import RECORDING_LINK
from verbatim.recordings.resource import RECORDING

_LINKS: Mapping[str, str] = MappingProxyType({"recording": RECORDING_LINK})


@dataclass(frozen=True, kw_only=True)
class RecordingTagged(Event):
    """A tag was put on a recording; ``tag`` is its name."""

    event_name: ClassVar[str] = "recording.tagged"
    subject: ClassVar[Resource | None] = RECORDING
    announced: ClassVar[bool] = False
    links: ClassVar[Mapping[str, str]] = _LINKS
    recording_id: str
    tag_id: str
    tag: str


@dataclass(frozen=True, kw_only=True)
class RecordingUntagged(Event):
    """A tag was taken off a recording."""

    event_name: ClassVar[str] = "recording.untagged"
    subject: ClassVar[Resource | None] = RECORDING
    announced: ClassVar[bool] = False
    links: ClassVar[Mapping[str, str]] = _LINKS
    recording_id: str
    tag_id: str
    tag: str

"""What happens to legal holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim_enterprise.holds.resource import HOLD
from verbatim_enterprise.host import Event, Resource

_LINKS: Mapping[str, str] = MappingProxyType(
    {
        "hold": "/api/holds/{hold_id}",
        "recording": "/api/recordings/{recording_id}",
        "project": "/api/projects/{project_id}",
        "document": "/api/documents/{document_id}",
    }
)


@dataclass(frozen=True, kw_only=True)
class HoldPlaced(Event):
    """A recording, a document or a project was put under legal hold: it stays as it is until the hold is lifted."""

    event_name: ClassVar[str] = "hold.placed"
    subject: ClassVar[Resource | None] = HOLD
    announced: ClassVar[bool] = False
    links: ClassVar[Mapping[str, str]] = _LINKS
    hold_id: str
    recording_id: str | None
    project_id: str | None
    document_id: str | None
    reason: str


@dataclass(frozen=True, kw_only=True)
class HoldLifted(Event):
    """A legal hold was lifted; ``reason`` says why. What no other hold is on may be changed and deleted again."""

    event_name: ClassVar[str] = "hold.lifted"
    subject: ClassVar[Resource | None] = HOLD
    announced: ClassVar[bool] = False
    links: ClassVar[Mapping[str, str]] = _LINKS
    hold_id: str
    recording_id: str | None
    project_id: str | None
    document_id: str | None
    reason: str

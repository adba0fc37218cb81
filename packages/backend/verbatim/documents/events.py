"""What happens to documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from verbatim.core.events import Event
from verbatim.core.resources import Resource
from verbatim.documents.resource import DOCUMENT

_LINKS: Mapping[str, str] = MappingProxyType(
    {"document": "/api/documents/{document_id}", "content": "/api/documents/{document_id}/content"}
)


@dataclass(frozen=True, kw_only=True)
class DocumentUploaded(Event):
    """A document was uploaded and stored; its text is not read yet. ``filename`` is the name of its file."""

    event_name: ClassVar[str] = "document.uploaded"
    subject: ClassVar[Resource | None] = DOCUMENT
    resource: ClassVar[Resource | None] = DOCUMENT
    links: ClassVar[Mapping[str, str]] = _LINKS
    document_id: str
    filename: str


@dataclass(frozen=True, kw_only=True)
class DocumentProcessed(Event):
    """A document's text was read: it can be searched."""

    event_name: ClassVar[str] = "document.processed"
    subject: ClassVar[Resource | None] = DOCUMENT
    resource: ClassVar[Resource | None] = DOCUMENT
    links: ClassVar[Mapping[str, str]] = _LINKS
    document_id: str


@dataclass(frozen=True, kw_only=True)
class DocumentFailed(Event):
    """A document's text could not be read; ``error`` says why. The file is kept."""

    event_name: ClassVar[str] = "document.failed"
    subject: ClassVar[Resource | None] = DOCUMENT
    resource: ClassVar[Resource | None] = DOCUMENT
    links: ClassVar[Mapping[str, str]] = _LINKS
    document_id: str
    error: str


@dataclass(frozen=True, kw_only=True)
class DocumentUpdated(Event):
    """A document's title, metadata, tags or projects were changed."""

    event_name: ClassVar[str] = "document.updated"
    subject: ClassVar[Resource | None] = DOCUMENT
    resource: ClassVar[Resource | None] = DOCUMENT
    links: ClassVar[Mapping[str, str]] = _LINKS
    document_id: str


@dataclass(frozen=True, kw_only=True)
class DocumentMoved(Event):
    """A document went to another workspace, by itself or with its project."""

    event_name: ClassVar[str] = "document.moved"
    subject: ClassVar[Resource | None] = DOCUMENT
    links: ClassVar[Mapping[str, str]] = _LINKS
    document_id: str
    workspace_id: str
    previous_workspace_id: str | None


@dataclass(frozen=True, kw_only=True)
class DocumentTrashed(Event):
    """A document was put into the trash: nobody sees it, and it can be restored."""

    event_name: ClassVar[str] = "document.trashed"
    subject: ClassVar[Resource | None] = DOCUMENT
    document_id: str


@dataclass(frozen=True, kw_only=True)
class DocumentRestored(Event):
    """A document came back from the trash, with its text."""

    event_name: ClassVar[str] = "document.restored"
    subject: ClassVar[Resource | None] = DOCUMENT
    resource: ClassVar[Resource | None] = DOCUMENT
    links: ClassVar[Mapping[str, str]] = _LINKS
    document_id: str


@dataclass(frozen=True, kw_only=True)
class DocumentDeleted(Event):
    """A document is gone for ever, with its file and its text."""

    event_name: ClassVar[str] = "document.deleted"
    subject: ClassVar[Resource | None] = DOCUMENT
    document_id: str

"""What a document is to those who treat all kinds of things alike.

Its text is not frozen by a hold: it follows from the file, which is.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from verbatim.core.lazy import lazy
from verbatim.core.resources import Resource, StoredFile
from verbatim.documents.files import ORIGINAL
from verbatim.documents.models import Document, ProjectDocument
from verbatim.documents.repository import get_response
from verbatim.documents.schemas import DocumentResponse
from verbatim.projects.resource import PROJECT
from verbatim.recordings.models import StrayFile

if TYPE_CHECKING:
    from verbatim.documents import upload
else:
    upload = lazy("verbatim.documents.upload")

DOCUMENT = Resource(
    name="document",
    model=Document,
    title="title",
    changed="document.updated",
    audited=("title", "details"),
    shown_as=MappingProxyType({"details": "metadata"}),
    frozen=("title", "file_name", "file_size", "mime_type", "sha256", "created_at", "details"),
    file=StoredFile("storage_key", ORIGINAL, StrayFile, place="storage_location", size="file_size", sha256="sha256"),
    takes=lambda: upload.TAKER,
    schema=DocumentResponse,
    load=get_response,
    # Where the file lies is the server's own affair; the text may be long and is fetched from the API.
    exclude=frozenset({"file_path", "extracted_text", "job_id"}),
)

PROJECT_DOCUMENT = Resource(
    name="project_document",
    model=ProjectDocument,
    parent=PROJECT,
    collects=DOCUMENT,
    frozen=("project_id", "document_id"),
    locked_with_parent=True,
)
"""That a document is in a project: a hold on the project keeps it there."""

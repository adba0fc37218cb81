"""Receiving a document: streamed to the storage, looked at in the cage, and only then a row with its job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fastapi import Request

from verbatim.adapters.documents import DocumentError, Kind, recognise_caged
from verbatim.adapters.documents.kinds import named_kind
from verbatim.adapters.storage.chosen import Storages
from verbatim.config import Settings
from verbatim.core.arrivals import Taker
from verbatim.core.db import Database
from verbatim.core.errors import InvalidInputError
from verbatim.core.lasting import confirm_rights
from verbatim.core.ownership import owner_of_new_rows
from verbatim.core.queries import refuse_unknown_form
from verbatim.documents.files import original_key
from verbatim.documents.repository import get_response
from verbatim.documents.schemas import DocumentCreateResponse
from verbatim.documents.service import create_document, earlier_document_of
from verbatim.permissions import Permission
from verbatim.projects.service import get_project
from verbatim.uploads.receive import StoredFile, receive_file
from verbatim.uploads.schemas import DuplicateRef

UPLOAD_PATH: Final = "/api/documents"

_TEXT = {"type": "string"}
FORM_FIELDS: Final[dict[str, Any]] = {
    "file": {"type": "string", "format": "binary"},
    "title": _TEXT,
    "project_id": _TEXT,
    "tags": {**_TEXT, "description": "Names, comma-separated; new ones are made."},
    "enable_ocr": {
        **_TEXT,
        "description": "Taken and ignored: pages that are pictures are always read where they can be.",
    },
}
# The form is read while it arrives, so its shape is described here rather than by a parameter.
FORM: Final[dict[str, Any]] = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {"schema": {"type": "object", "required": ["file"], "properties": FORM_FIELDS}}
        },
    }
}


async def receive_document(request: Request) -> DocumentCreateResponse:
    """Store the document in the request's form and have it read.

    Raises:
        InvalidInputError: the file is of no kind that can be read, and its name does not speak of one either.
    """
    state = request.app.state
    settings: Settings = state.settings
    storages: Storages = state.storages
    location, storage = await storages.for_new_files()
    async with receive_file(
        request,
        state.database,
        storage,
        location=location,
        max_bytes=settings.upload_max_bytes,
        key_of=original_key,
    ) as received:
        return await make_document(request, received)


async def check_document(request: Request, form: Mapping[str, str]) -> None:
    """Refuse what was said with a document as far as that can be known without its file.

    Raises:
        RequestValidationError: a field is unknown.
        NotFoundError: the project is not there.
    """
    refuse_unknown_form(form, frozenset(FORM_FIELDS))
    if project_id := form.get("project_id"):
        database: Database = request.app.state.database
        async with database.transaction(read_only=True) as session:
            await get_project(session, project_id)


async def make_document(request: Request, received: StoredFile) -> DocumentCreateResponse:
    """Make a document of a stored file and have it read.

    Raises:
        InvalidInputError: the file is of no kind that can be read, and its name does not speak of one either.
        RightsLostError: the caller may not do this any more.
    """
    state = request.app.state
    database: Database = state.database
    refuse_unknown_form(received.form, frozenset(FORM_FIELDS))
    kind = await _kind_of(request, received)
    await confirm_rights(request)
    async with database.transaction() as session:
        twin = await earlier_document_of(session, received.sha256)
        document = await create_document(session, received, kind)
        shown = await get_response(session, document.id)
    earlier = DuplicateRef(id=twin.id, title=twin.title) if twin else None
    return DocumentCreateResponse(**shown.model_dump(), duplicate_of=earlier)


async def _kind_of(request: Request, received: StoredFile) -> Kind | None:
    state = request.app.state
    storage = await state.storages.of(received.storage_location)
    async with storage.local_copy(received.storage_key) as path:
        try:
            return await recognise_caged(state.cage, path, received.file_name, on_behalf_of=owner_of_new_rows() or "")
        except DocumentError as error:
            # What calls itself a document is kept, and its job says what is wrong with it.
            if named_kind(received.file_name) is None:
                raise InvalidInputError(str(error), code=error.code) from error
    return None


TAKER: Final[Taker] = Taker(
    permission=Permission.DOCUMENT_CREATE,
    fields=frozenset(FORM_FIELDS) - {"file"},
    key_of=original_key,
    check=check_document,
    twin=earlier_document_of,
    make=make_document,
)
"""How documents take a file."""

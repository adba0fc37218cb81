"""Receiving a document: streamed to the storage, looked at in the cage, and only then a row with its job."""

from __future__ import annotations

from typing import Any, Final

from fastapi import Request

from verbatim.adapters.documents import DocumentError, Kind, recognise_caged
from verbatim.adapters.documents.kinds import named_kind
from verbatim.adapters.storage.chosen import Storages
from verbatim.config import Settings
from verbatim.core.db import Database
from verbatim.core.errors import InvalidInputError
from verbatim.core.lasting import confirm_rights
from verbatim.core.ownership import owner_of_new_rows
from verbatim.core.queries import refuse_unknown_form
from verbatim.documents.files import original_key
from verbatim.documents.repository import get_response
from verbatim.documents.schemas import DocumentCreateResponse
from verbatim.documents.service import create_document, earlier_document_of
from verbatim.uploads.receive import receive_file
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
    database: Database = state.database
    storages: Storages = state.storages
    location, storage = await storages.for_new_files()
    async with receive_file(
        request,
        database,
        storage,
        location=location,
        max_bytes=settings.upload_max_bytes,
        key_of=original_key,
    ) as received:
        refuse_unknown_form(received.form, frozenset(FORM_FIELDS))
        kind: Kind | None = None
        async with storage.local_copy(received.storage_key) as path:
            try:
                kind = await recognise_caged(
                    state.cage, path, received.file_name, on_behalf_of=owner_of_new_rows() or ""
                )
            except DocumentError as error:
                # What calls itself a document is kept, and its job says what is wrong with it.
                if named_kind(received.file_name) is None:
                    raise InvalidInputError(str(error), code=error.code) from error
        await confirm_rights(request)
        async with database.transaction() as session:
            twin = await earlier_document_of(session, received.sha256)
            document = await create_document(session, received, kind)
            shown = await get_response(session, document.id)
    earlier = DuplicateRef(id=twin.id, title=twin.title) if twin else None
    return DocumentCreateResponse(**shown.model_dump(), duplicate_of=earlier)

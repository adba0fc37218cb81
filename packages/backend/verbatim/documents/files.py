"""Where a document's file lies in its storage."""

from __future__ import annotations

from verbatim.core.ownership import storage_prefix

ORIGINAL = "/original"
"""How the key of an uploaded file ends, after the document's id."""


def original_key(document_id: str) -> str:
    """Return where the uploaded file goes."""
    return f"{storage_prefix()}documents/{document_id}{ORIGINAL}"

"""JSON as it is read from a database."""

from __future__ import annotations

import json
from typing import Any

import structlog

log = structlog.get_logger(__name__)


def read_json(text: str | bytes | float) -> Any:
    """Return what a column holds; SQLite gives a bare number as one.

    What cannot be read is empty and said in the log: it must not hide its neighbours.
    """
    if isinstance(text, int | float):
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        log.warning("stored_json_cannot_be_read", reason=str(error)[:200])
        return {"unshown": "This cannot be read: it is no JSON."}

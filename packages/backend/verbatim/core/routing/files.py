"""How routes that send files or streams stand in the API's description."""

from __future__ import annotations

from typing import Any

_BYTES = {"type": "string", "format": "binary"}
_TEXT = {"type": "string"}
EVENT: dict[str, Any] = {
    "type": "object",
    "description": "One event of the stream. Its data is JSON.",
    "properties": {"event": {"type": "string"}, "data": {"type": "string"}},
    "required": ["data"],
}
"""What `text/event-stream` is made of: a schema there is of each event, as OpenAPI 3.2 says in words of its own."""
_JSON: dict[str, Any] = {}
"""Whatever is in it: a file is kept, not read."""

HELD: dict[int | str, dict[str, Any]] = {304: {"description": "What the caller holds (`If-None-Match`) is still so."}}
"""The answer to somebody who has it already."""


def sends(*media_types: str, ranges: bool = False) -> dict[int | str, dict[str, Any]]:
    """Return the successful answers of a route that sends a file of one of these types, or the ``ranges`` of it that
    were asked for, as the ``responses`` of a route.
    """
    content = {kind: {"schema": _schema(kind)} for kind in media_types}
    answers: dict[int | str, dict[str, Any]] = {200: {"description": "The file.", "content": content}}
    if ranges:
        answers[206] = {"description": "The part of the file that `Range` asks for.", "content": content}
        answers[302] = {"description": "A link, good for a minute, to the file in a storage that allows that."}
        answers |= HELD
    return answers


def _schema(media_type: str) -> dict[str, Any]:
    if media_type == "application/json":
        return _JSON
    if media_type == "text/event-stream":
        return EVENT
    return _TEXT if media_type.startswith("text/") else _BYTES

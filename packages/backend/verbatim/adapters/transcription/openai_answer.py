"""Whether an answer with status 200 is a transcript at all: services and gateways send errors and pages so too."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from verbatim.adapters.transcription.errors import EngineFailed

_MAX_SHOWN = 200
_TEXT_TYPES = ("", "text/plain", "application/octet-stream", "application/x-ndjson")
_LOOKED_AT = 2000
_PAGE = re.compile(r"<(!--|(!doctype|html|head|body|title|center|h1|pre)\b)", re.IGNORECASE)
_MARKUP = re.compile(r"<(\?xml|error|response|exception)\b", re.IGNORECASE)
_SUBTITLES = re.compile(r"^(WEBVTT\b|[\d:]+[.,]\d{3} --> )", re.MULTILINE)
_NO_COMPLAINT = ("", "0", "none", "null", "ok", "success", "no error")
_FAILED = ("error", "failed", "failure")
_COMPLAINTS = ("error", "errors", "detail", "message", "msg", "reason", "error_message")
# A window of Whisper ends up to 30 s behind the sound; milliseconds are far beyond that.
_BEYOND_SECONDS = 60.0
_BEYOND_TIMES = 10.0


def read_body(body: str, content_type: str) -> dict[str, Any] | str:
    """Return the object in an answer, or its plain text.

    Raises:
        EngineFailed: it is neither.
    """
    kind = content_type.split(";", 1)[0].strip().casefold()
    bare = body.strip().removeprefix("\ufeff").strip()
    if kind in {"text/html", "application/xhtml+xml"} or _PAGE.match(bare):
        raise EngineFailed("The transcription service answered with a web page; check the address that is configured.")
    if _SUBTITLES.search(bare[:_LOOKED_AT]) and not bare.startswith("{"):
        raise EngineFailed("The transcription service answered with subtitles; have it answer with JSON.")
    try:
        data = json.loads(bare)
    except ValueError:
        data = None
        is_json = kind.endswith("json") or bare.startswith(("{", "[{"))
        if is_json or _MARKUP.match(bare) or kind not in _TEXT_TYPES:
            raise EngineFailed(_no_transcript(bare, kind)) from None
    if isinstance(data, str) and data.lstrip().startswith("{"):  # written as JSON twice
        return read_body(data, "application/json")
    if isinstance(data, dict | str):
        return data
    if kind.endswith("json") or isinstance(data, list):
        raise EngineFailed(_no_transcript(bare, kind))
    return bare


def complaint(data: dict[str, Any], *, has_text: bool) -> str | None:
    """Return why an object is no transcript: it holds an error, or nothing that was said."""
    said = said_in(data, ("error", "errors") if has_text else _COMPLAINTS)
    if said is not None:
        return f"The transcription service says: {said}"
    status = data.get("status")
    if not data.get("text") and isinstance(status, str) and status.casefold() in _FAILED:
        said = said_in(data) or status
        return f"The transcription service says: {said}"
    if has_text:
        return None
    return "The transcription service answered without a transcript; check that the configured address transcribes."


def said_in(data: dict[str, Any], names: Sequence[str] = _COMPLAINTS) -> str | None:
    """Return the sentence in which a service says what is wrong, short; None when there is none."""
    for name in names:
        value = data.get(name)
        while isinstance(value, (dict, list)) and value:
            if isinstance(value, list):
                value = value[0]
            else:
                told = {**value, "code": value.get("code") or None}
                value = next((told[key] for key in (*_COMPLAINTS, "code", "type") if told.get(key)), None)
        if value and not isinstance(value, (dict, list)) and str(value).strip().casefold() not in _NO_COMPLAINT:
            return shortened("an error" if value is True else str(value))
    return None


def refuse_other_units(times: Sequence[float], seconds: float | None) -> None:
    """Insist that times can be seconds of the sound that was sent.

    Raises:
        EngineFailed: they lie far beyond its end.
    """
    if seconds is None or not times:
        return
    if max(times) > max(seconds + _BEYOND_SECONDS, seconds * _BEYOND_TIMES):
        raise EngineFailed(
            "The transcription service tells times far behind the end of the recording, probably in milliseconds; "
            "it must tell seconds."
        )


def shortened(said: str) -> str:
    """Return somebody else's message as one short line."""
    line = " ".join(said.split())
    return line if len(line) <= _MAX_SHOWN else line[: _MAX_SHOWN - 1] + "…"


def _no_transcript(body: str, kind: str) -> str:
    is_plain = kind in _TEXT_TYPES or kind.endswith("json")
    what = "with something that is no transcript" if is_plain else f"with {kind}"
    said = shortened(body)[:80]
    return (
        f"The transcription service answered {what}: {said}" if said else f"The transcription service answered {what}."
    )

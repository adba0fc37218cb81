"""The lines of JSON between the server and the process in which a diarizer runs."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from verbatim.adapters.diarization.api import (
    Diarization,
    DiarizationError,
    DiarizationRequest,
    DiarizationSettings,
    DiarizerUnavailable,
    Turn,
    Voice,
)
from verbatim.adapters.media import MEDIA_ERRORS, MediaError

Message = dict[str, Any]
_ERRORS: dict[str, type[DiarizationError]] = {kind.code: kind for kind in (DiarizationError, DiarizerUnavailable)}


def to_line(message: Message) -> bytes:
    return json.dumps(message, separators=(",", ":"), default=str).encode() + b"\n"


def job_message(name: str, request: DiarizationRequest, settings: DiarizationSettings, parent: int) -> Message:
    return {
        "diarizer": name,
        "request": dataclasses.asdict(request),
        "settings": dataclasses.asdict(settings),
        "parent": parent,
    }


def read_job(message: Message) -> tuple[str, DiarizationRequest, DiarizationSettings, int]:
    request = DiarizationRequest(**{**message["request"], "path": Path(message["request"]["path"])})
    return message["diarizer"], request, DiarizationSettings(**message["settings"]), int(message["parent"])


def error_message(error: DiarizationError | MediaError) -> Message:
    return {"error": {"code": error.code, "message": str(error)}}


def read_error(message: Message) -> DiarizationError | MediaError:
    code, sentence = str(message["error"]["code"]), str(message["error"]["message"])
    kind = MEDIA_ERRORS.get(code) or _ERRORS.get(code) or DiarizationError
    return kind(sentence)


def to_json(found: Diarization) -> Message:
    """Return what `from_json` reads back."""
    return dataclasses.asdict(found)


def from_json(message: Message) -> Diarization:
    """Return the outcome that `to_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: it is something else.
    """
    voices = tuple(
        Voice(**{**voice, "vector": tuple(voice["vector"]), "spread": tuple(voice["spread"])})
        for voice in message["voices"]
    )
    return Diarization(message["diarizer"], tuple(Turn(**turn) for turn in message["turns"]), voices)

"""The lines of JSON between the server and the worker process."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from verbatim.adapters.media import MEDIA_ERRORS, MediaError
from verbatim.adapters.transcription.api import (
    TRANSCRIPTION_ERRORS,
    EngineChosen,
    EngineEvent,
    EngineFailed,
    OutputReady,
    Progress,
    Segment,
    SegmentReady,
    TranscriptionError,
    TranscriptionOutcome,
    TranscriptionRequest,
    TranscriptionSettings,
    Word,
)

Message = dict[str, Any]


def to_line(message: Message) -> bytes:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"), default=str).encode() + b"\n"


def job_message(request: TranscriptionRequest, settings: TranscriptionSettings, parent: int) -> Message:
    """What the worker is told; it holds the API key, so it travels through a pipe and is never logged."""
    return {
        "request": dataclasses.asdict(request),
        "settings": dataclasses.asdict(settings),
        "parent": parent,
    }


def preparation_message(settings: TranscriptionSettings, parent: int) -> Message:
    """Asks the worker to load the model that a recording would need now; its answer has `ready`."""
    return {"settings": dataclasses.asdict(settings), "parent": parent}


def read_job(message: Message) -> tuple[TranscriptionRequest | None, TranscriptionSettings, int]:
    """What the worker was told; no request means only to load the model."""
    settings = dict(message["settings"])
    for place in ("whisper_cache", "models_folder"):
        if settings[place] is not None:
            settings[place] = Path(settings[place])
    request = dict(message["request"]) if "request" in message else None
    if request is not None:
        request["path"] = Path(request["path"])
        request["languages"] = tuple(request["languages"])
    asked = None if request is None else TranscriptionRequest(**request)
    return asked, TranscriptionSettings(**settings), int(message["parent"])


def event_message(event: EngineEvent) -> Message:
    match event:
        case EngineChosen():
            return {"chosen": dataclasses.asdict(event)}
        case Progress():
            return {"progress": round(event.fraction, 4), "stage": event.stage}
        case SegmentReady():
            return {"segment": dataclasses.asdict(event.segment)}
        case OutputReady():
            return {"output": event.output}


def outcome_message(outcome: TranscriptionOutcome) -> Message:
    """The outcome without its segments and the engine's output, which went before it one by one."""
    return {"outcome": dataclasses.asdict(dataclasses.replace(outcome, segments=(), output=()))}


def error_message(error: TranscriptionError | MediaError) -> Message:
    return {"error": {"code": error.code, "message": str(error)}}


def read_event(message: Message) -> EngineEvent | None:
    if "progress" in message:
        return Progress(float(message["progress"]), str(message["stage"]))
    if "segment" in message:
        raw = dict(message["segment"])
        raw["words"] = tuple(Word(**word) for word in raw["words"])
        return SegmentReady(Segment(**raw))
    if "output" in message:
        return OutputReady(message["output"])
    if "chosen" in message:
        return EngineChosen(**message["chosen"])
    return None


def read_outcome(message: Message, segments: tuple[Segment, ...]) -> TranscriptionOutcome:
    fields = message["outcome"]
    speech = fields["speech"]
    heard = None if speech is None else tuple((start, end) for start, end in speech)
    return TranscriptionOutcome(**{**fields, "speech": heard, "segments": segments, "output": ()})


def read_error(message: Message) -> TranscriptionError | MediaError:
    code, sentence = str(message["error"]["code"]), str(message["error"]["message"])
    kind = MEDIA_ERRORS.get(code) or TRANSCRIPTION_ERRORS.get(code) or EngineFailed
    return kind(sentence)

"""The form of ``POST /v1/audio/transcriptions``: read strictly, so that nothing is ignored in silence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from verbatim.openai_api.errors import FieldError
from verbatim.transcription.options import MOST_TERMS, TranscriptionOptions

USUAL: Final = frozenset(
    {"", "auto", "whisper-1", "gpt-4o-transcribe", "gpt-4o-mini-transcribe", "gpt-4o-transcribe-diarize"}
)
"""Names of models that clients send by default; here they mean: the best on this server."""
_GRANULARITIES: Final = frozenset({"word", "segment"})
_CHUNKING: Final = "chunking_strategy"
_LONGEST_TERM: Final = 100
_FOUND_OUT: Final = 0
"""Number of speakers that says: tell them apart, however many there are."""
_LONGEST_NAME: Final = 200
_TRUE, _FALSE = frozenset({"true", "1"}), frozenset({"false", "0", ""})


class Answer(StrEnum):
    """Shapes of an answer."""

    JSON = "json"
    TEXT = "text"
    SRT = "srt"
    VTT = "vtt"
    VERBOSE_JSON = "verbose_json"
    DIARIZED_JSON = "diarized_json"


FIELDS: Final[dict[str, dict[str, Any]]] = {
    "file": {"type": "string", "format": "binary"},
    "model": {"type": "string", "description": "One of GET /v1/models; whisper-1 means the best that is here."},
    "language": {"type": "string"},
    "prompt": {"type": "string", "description": "Names and terms to listen for, with commas between them."},
    "response_format": {"type": "string", "enum": [one.value for one in Answer], "default": "json"},
    "temperature": {"type": "number", "minimum": 0, "maximum": 1, "description": "Checked, and of no effect."},
    "timestamp_granularities[]": {"type": "string", "enum": sorted(_GRANULARITIES)},
    "stream": {"type": "string", "enum": ["true", "false"], "default": "false"},
    "chunking_strategy": {"type": "string", "enum": ["auto"], "description": "Checked, and of no effect."},
}


@dataclass(frozen=True)
class Wish:
    """What a client wants. ``model`` is the name it gave."""

    model: str
    answer: Answer
    options: TranscriptionOptions
    words: bool
    stream: bool


def read(form: Mapping[str, str]) -> Wish:
    """Read a form.

    Raises:
        FieldError: naming the field that cannot be used.
    """
    for name in form:
        if name not in FIELDS and f"{name}[]" not in FIELDS and not name.startswith(f"{_CHUNKING}["):
            raise FieldError(name, f"There is no field {name[:100]} here.")
    if "model" not in form:
        raise FieldError("model", "Say which model, such as whisper-1.")
    model = form["model"].strip()
    if len(model) > _LONGEST_NAME:
        raise FieldError("model", "The name of the model is too long.")
    _check_temperature(form.get("temperature", "0"))
    if {form[name].strip() for name in form if name.startswith(_CHUNKING)} - {"auto"}:
        raise FieldError(_CHUNKING, "The chunking_strategy is auto: this server cuts a recording by itself.")
    answer = _answer(form.get("response_format", Answer.JSON))
    options = TranscriptionOptions(
        language=form.get("language", "").strip()[:_LONGEST_NAME] or None,
        model=None if model in USUAL else model,
        vocabulary=_terms(form.get("prompt", "")),
        num_speakers=_FOUND_OUT if answer is Answer.DIARIZED_JSON else None,
    )
    return Wish(model, answer, options, _wants_words(form), _flag(form.get("stream", "")))


def _answer(name: str) -> Answer:
    try:
        return Answer(name.strip() or "json")
    except ValueError:
        known = ", ".join(Answer)
        raise FieldError("response_format", f"The response_format is one of {known}.") from None


def _check_temperature(text: str) -> None:
    try:
        fine = 0 <= float(text or 0) <= 1
    except ValueError:
        fine = False
    if not fine:
        raise FieldError("temperature", "The temperature is a number from 0 to 1.")


def _terms(prompt: str) -> list[str] | None:
    parts = (part.strip() for part in re.split(r"[,;\n]", prompt))
    return list(dict.fromkeys(part for part in parts if 0 < len(part) <= _LONGEST_TERM))[:MOST_TERMS] or None


def _wants_words(form: Mapping[str, str]) -> bool:
    given = form.get("timestamp_granularities[]", form.get("timestamp_granularities", ""))
    wanted = {part.strip() for part in re.split(r"[,\n]", given) if part.strip()}
    if wanted - _GRANULARITIES:
        raise FieldError("timestamp_granularities", "The timestamp_granularities are word and segment.")
    return "word" in wanted


def _flag(text: str) -> bool:
    if text.strip().casefold() not in _TRUE | _FALSE:
        raise FieldError("stream", "stream is true or false.")
    return text.strip().casefold() in _TRUE

"""Reading what an OpenAI-compatible transcription endpoint answers; nothing in it is trusted to be there."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import Any

from verbatim.adapters.transcription.alignment import realign
from verbatim.adapters.transcription.api import Word
from verbatim.adapters.transcription.languages import language_code

_MIN_LOGPROB = -10.0


@dataclass(frozen=True, slots=True)
class ReplySegment:
    """Times in seconds from the start of what was sent."""

    start: float
    end: float
    text: str
    confidence: float | None
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """`segments` is None when the server told only the text, without any times."""

    text: str
    language: str | None
    language_probability: float | None
    segments: tuple[ReplySegment, ...] | None


def parse_reply(body: str) -> Reply:
    """Read `verbose_json`, `json` or plain text, whichever the server has sent."""
    try:
        data = json.loads(body)
    except ValueError:
        data = None
    if not isinstance(data, dict):
        return Reply(body.strip(), None, None, None)
    text = str(data.get("text") or "").strip()
    language = data.get("language")
    code = language_code(language) if isinstance(language, str) else None
    probability = _number(data.get("language_probability"))
    raw = data.get("segments")
    words = _words(data.get("words"))
    if not isinstance(raw, list):
        if not words:
            return Reply(text, code, probability, None)
        raw = [{"start": words[0].start, "end": words[-1].end, "text": text}]
    segments = tuple(_segments(raw, words))
    if text and not segments:
        return Reply(text, code, probability, None)
    return Reply(text, code, probability, segments)


def _segments(raw: list[Any], words: list[Word]) -> list[ReplySegment]:
    found = []
    position = 0
    entries = [entry for entry in raw if isinstance(entry, dict)]
    for index, entry in enumerate(entries):
        text = str(entry.get("text") or "").strip()
        start = _number(entry.get("start")) or 0.0
        end = max(start, _number(entry.get("end")) or start)
        own = _words(entry.get("words"))
        if not own:
            # The flat list of words is handed out by the middle of each; the last segment takes the rest.
            first = position
            is_last = index == len(entries) - 1
            while position < len(words) and (is_last or _middle(words[position]) < end):
                position += 1
            own = words[first:position]
        if not text:
            continue
        # Words come without punctuation, the text with it: the text gets the times of the words.
        timed = tuple(realign(own, text, start=start, end=end)) if own else ()
        found.append(ReplySegment(start, end, text, _confidence(entry), timed))
    return found


def _words(raw: Any) -> list[Word]:
    words = []
    for entry in raw if isinstance(raw, list) else ():
        if not isinstance(entry, dict):
            continue
        text = str(entry.get("word") or entry.get("text") or "").strip()
        start, end = _number(entry.get("start")), _number(entry.get("end"))
        if text and start is not None and end is not None:
            words.append(Word(text, start, max(start, end), _number(entry.get("probability"))))
    return words


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2


def _confidence(entry: dict[str, Any]) -> float | None:
    logprob = _number(entry.get("avg_logprob"))
    return None if logprob is None else math.exp(min(0.0, max(logprob, _MIN_LOGPROB)))


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    return float(value)

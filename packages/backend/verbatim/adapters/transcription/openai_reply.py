"""Reading what an OpenAI-compatible transcription endpoint answers; nothing in it is trusted to be there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from verbatim.adapters.transcription.alignment import realign
from verbatim.adapters.transcription.api import EngineFailed, Word
from verbatim.adapters.transcription.doubt import Evidence
from verbatim.adapters.transcription.languages import language_code
from verbatim.adapters.transcription.openai_answer import complaint, read_body, refuse_other_units
from verbatim.adapters.transcription.writing import glue, tidy

_MIN_LOGPROB = -10.0


@dataclass(frozen=True, slots=True)
class ReplySegment:
    """Times in seconds from the start of what was sent. `speaker` is the service's name for who speaks."""

    start: float
    end: float
    text: str
    confidence: float | None
    words: tuple[Word, ...]
    speaker: str | None = None
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class Reply:
    """`segments` is None when the server told only the text, without any times. `body` is the answer as it came."""

    text: str
    language: str | None
    language_probability: float | None
    segments: tuple[ReplySegment, ...] | None
    body: str = ""
    content_type: str = ""


def parse_reply(body: str, content_type: str = "", seconds: float | None = None) -> Reply:
    """Read `verbose_json`, `json` or plain text, whichever the server has sent for `seconds` of sound.

    Raises:
        EngineFailed: the answer is no transcript: an error, a page, something broken, or times in another unit.
    """
    data = read_body(body, content_type)
    if isinstance(data, str):
        return Reply(data.strip(), None, None, None, body, content_type)
    text = tidy(data["text"]) if isinstance(data.get("text"), str) else ""
    raw = [entry for entry in _list(data.get("segments")) if isinstance(entry, dict)]
    words = _words(data.get("words"))
    entries = _timed(raw, words, seconds)
    segments = tuple(_segments(entries, words))
    problem = complaint(data, has_text=isinstance(data.get("text"), str) or bool(segments) or bool(words))
    if problem is not None:
        raise EngineFailed(problem)
    if not raw and words:
        segments = (_of_words(text, words),)
    refuse_other_units([*(s.end for s in segments), *(w.end for s in segments for w in s.words)], seconds)
    language = data.get("language")
    return Reply(
        text or " ".join(segment.text for segment in segments),
        language_code(language) if isinstance(language, str) else None,
        _number(data.get("language_probability")),
        segments if segments or not text else None,
        body,
        content_type,
    )


def _timed(raw: list[dict[str, Any]], words: Sequence[Word], seconds: float | None) -> list[dict[str, Any]]:
    """Give a segment that lacks a time the one of its neighbour. None at all has times: then there are no segments."""
    starts = [_number(entry.get("start")) for entry in raw]
    ends = [_number(entry.get("end")) for entry in raw]
    if not words and not any(_words(entry.get("words")) for entry in raw) and not any(map(_is_positive, ends)):
        return []
    found = []
    reached = 0.0
    for index, entry in enumerate(raw):
        start = starts[index]
        begin = reached if start is None else start
        following = next((time for time in starts[index + 1 :] if time is not None), None)
        end = ends[index]
        if end is None:
            end = begin if following is None and seconds is None else following or seconds or begin
        reached = max(begin, end)
        found.append({**entry, "start": begin, "end": reached})
    return found


def _segments(entries: list[dict[str, Any]], words: list[Word]) -> list[ReplySegment]:
    found = []
    position = 0
    for index, entry in enumerate(entries):
        text = tidy(entry["text"]) if isinstance(entry.get("text"), str) else ""
        start, end = entry["start"], entry["end"]
        own = _words(entry.get("words"))
        if not own:
            # The flat list of words is handed out by the middle of each; the last segment takes the rest.
            first = position
            is_last = index == len(entries) - 1
            while position < len(words) and (is_last or _middle(words[position]) < end):
                position += 1
            own = words[first:position]
        text = text or _joined(own)
        if not text:
            continue
        # Words come without punctuation, the text with it: the text gets the times of the words.
        timed = tuple(realign(own, text, start=min(start, own[0].start), end=max(end, own[-1].end))) if own else ()
        evidence = Evidence(
            compression_ratio=_number(entry.get("compression_ratio")), no_speech=_number(entry.get("no_speech_prob"))
        )
        found.append(ReplySegment(start, end, text, _confidence(entry), timed, _speaker(entry), evidence))
    return found


def _of_words(text: str, words: list[Word]) -> ReplySegment:
    start, end = words[0].start, max(word.end for word in words)
    text = text or _joined(words)
    return ReplySegment(start, end, text, None, tuple(realign(words, text, start=start, end=end)))


def _joined(words: Sequence[Word]) -> str:
    text = ""
    for word in words:
        text += glue(text, word.text) + word.text
    return text


def _words(raw: Any) -> list[Word]:
    words = []
    for entry in _list(raw):
        if not isinstance(entry, dict):
            continue
        text = tidy(str(entry.get("word") or entry.get("text") or ""))
        start, end = _number(entry.get("start")), _number(entry.get("end"))
        if text and start is not None and end is not None:
            words.append(Word(text, start, max(start, end), _number(entry.get("probability"))))
    return words


def _speaker(entry: dict[str, Any]) -> str | None:
    """Who speaks, as the service calls them; where only words say it, whoever says most of them."""
    label = _label(entry)
    if label is not None:
        return label
    labels = [label for word in _list(entry.get("words")) if isinstance(word, dict) and (label := _label(word))]
    return max(dict.fromkeys(labels), key=labels.count) if labels else None


def _label(entry: dict[str, Any]) -> str | None:
    label = entry.get("speaker", entry.get("speaker_id"))
    if isinstance(label, int) and not isinstance(label, bool):
        return f"Speaker {label}"
    return tidy(label)[:200] or None if isinstance(label, str) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2


def _confidence(entry: dict[str, Any]) -> float | None:
    logprob = _number(entry.get("avg_logprob"))
    return None if logprob is None else math.exp(min(0.0, max(logprob, _MIN_LOGPROB)))


def _is_positive(value: float | None) -> bool:
    return value is not None and value > 0


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    return float(value)

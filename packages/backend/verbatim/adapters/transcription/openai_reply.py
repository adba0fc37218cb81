"""Reading what an OpenAI-compatible transcription endpoint answers; nothing in it is trusted to be there."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from verbatim.adapters.transcription.api import EngineFailed, Word
from verbatim.adapters.transcription.doubt import Evidence
from verbatim.adapters.transcription.languages import language_code
from verbatim.adapters.transcription.openai_answer import complaint, read_body, refuse_other_units
from verbatim.adapters.transcription.openai_words import (
    SaidWord,
    as_list,
    completed,
    joined,
    label_of,
    next_starts,
    number,
    runs_of,
    times_of,
    words_of,
)
from verbatim.adapters.transcription.writing import continues_word, tidy

_MIN_LOGPROB = -10.0
_PIECES = ("segments", "chunks", "utterances")
"""What services call the pieces of a transcript."""
_NOTHING = Evidence()
_SPOKEN = re.compile(r"\w")


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
    raw = next((found for name in _PIECES if (found := as_list(data.get(name)))), [])
    raw = [entry for entry in raw if isinstance(entry, dict)]
    words = words_of(data.get("words"))
    segments = list(_segments(_timed(raw, words, seconds), words))
    problem = complaint(data, has_text=isinstance(data.get("text"), str) or bool(segments) or bool(words))
    if problem is not None:
        raise EngineFailed(problem)
    if not raw and words:
        whole = completed(text or joined(words), words)
        segments = list(_by_speaker(whole, words, words[0].word.start, max(said.word.end for said in words)))
    refuse_other_units([*(s.end for s in segments), *(w.end for s in segments for w in s.words)], seconds)
    segments = _with_what_they_lack(segments, text, seconds)
    language = data.get("language")
    return Reply(
        text or " ".join(segment.text for segment in segments),
        language_code(language) if isinstance(language, str) else None,
        number(data.get("language_probability")),
        tuple(segments) if segments or not text else None,
        body,
        content_type,
    )


def _timed(raw: list[dict[str, Any]], words: Sequence[SaidWord], seconds: float | None) -> list[dict[str, Any]]:
    """Give a segment that lacks a time the one of its neighbour. None at all has times: then there are no segments."""
    times = [times_of(entry) for entry in raw]
    if not words and not any(words_of(entry.get("words")) for entry in raw) and not any(end for _, end in times):
        return []
    starts = next_starts([start for start, _ in times])
    found = []
    reached = 0.0
    for index, entry in enumerate(raw):
        start, end = times[index]
        begin = reached if start is None else start
        if end is None:
            following = starts[index]
            end = begin if following is None and seconds is None else following or seconds or begin
        begin, reached = (end, begin) if start is not None and end < begin else (begin, max(begin, end))
        found.append({**entry, "start": begin, "end": reached})
    return found


def _segments(entries: list[dict[str, Any]], words: list[SaidWord]) -> Iterator[ReplySegment]:
    position = 0
    for index, entry in enumerate(entries):
        text = tidy(entry["text"]) if isinstance(entry.get("text"), str) else ""
        start, end = entry["start"], entry["end"]
        own = words_of(entry.get("words"))
        if not own:
            # The flat list of words is handed out by the middle of each; the last segment takes the rest.
            first = position
            is_last = index == len(entries) - 1
            while position < len(words) and (is_last or _middle(words[position]) < end):
                position += 1
            own = words[first:position]
            end = max([end, *(said.word.end for said in own)])
        text = completed(text, own) if text else joined(own)
        if not text:
            continue
        evidence = Evidence(
            compression_ratio=number(entry.get("compression_ratio")), no_speech=number(entry.get("no_speech_prob"))
        )
        speaker, sure = label_of(entry), _confidence(entry)
        if own:
            yield from _by_speaker(text, own, start, end, speaker, sure, evidence)
        else:
            yield ReplySegment(start, end, text, sure, (), speaker, evidence)


def _by_speaker(
    text: str,
    words: Sequence[SaidWord],
    start: float,
    end: float,
    speaker: str | None = None,
    sure: float | None = None,
    evidence: Evidence = _NOTHING,
) -> Iterator[ReplySegment]:
    """Yield a segment, or several where its words tell that people take turns and nobody says whose the whole is."""
    # Words come without punctuation, the text with it: the text gets the times of the words.
    runs = runs_of(text, words if speaker is None else [SaidWord(said.word) for said in words], start, end)
    for place, run in enumerate(runs):
        begin = start if place == 0 else run.words[0].start
        finish = end if place == len(runs) - 1 else max(run.words[-1].end, begin)
        yield ReplySegment(begin, finish, run.text, sure, run.words, speaker or run.speaker, evidence)


def _with_what_they_lack(segments: list[ReplySegment], text: str, seconds: float | None) -> list[ReplySegment]:
    """Return the segments with those parts of the whole text between them that none of them has.

    That is seen only where the text holds all of them, in their order.
    """
    places: list[tuple[int, int]] = []
    reached = 0
    for segment in segments:
        place = _place_of(segment.text, text, reached)
        if place is None:
            return segments
        reached = place + len(segment.text)
        places.append((place, reached))
    found: list[ReplySegment] = []
    before = 0
    for segment, (place, behind) in zip(segments, places, strict=True):
        found += _lacking(text[before:place], found[-1].end if found else 0.0, segment.start)
        found.append(segment)
        before = behind
    if not segments:
        return segments
    return [*found, *_lacking(text[before:], found[-1].end, seconds or found[-1].end)]


def _place_of(part: str, text: str, reached: int) -> int | None:
    """Return where a part stands in a text as words of their own."""
    place = text.find(part, reached)
    while place >= 0:
        behind = place + len(part)
        if not (
            continues_word(text[max(0, place - 1) : place], part) or continues_word(part, text[behind : behind + 1])
        ):
            return place
        place = text.find(part, place + 1)
    return None


def _lacking(text: str, start: float, end: float) -> list[ReplySegment]:
    return [ReplySegment(start, max(start, end), text.strip(), None, ())] if _SPOKEN.search(text) else []


def _middle(said: SaidWord) -> float:
    return (said.word.start + said.word.end) / 2


def _confidence(entry: dict[str, Any]) -> float | None:
    logprob = number(entry.get("avg_logprob"))
    return None if logprob is None else math.exp(min(0.0, max(logprob, _MIN_LOGPROB)))

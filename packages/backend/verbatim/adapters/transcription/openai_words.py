"""Words in the answer of a service: their times, whoever says them, and the text that they belong to."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from verbatim.adapters.transcription.alignment import aligned, pieces_of
from verbatim.adapters.transcription.api import Word
from verbatim.adapters.transcription.writing import glue, spaced_tokens, tidy

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d+)?)")
_NOT_SPOKEN = re.compile(r"[^\w]+")
_LABELS = ("speaker", "speaker_id", "speaker_label", "speaker_tag")
_NAMES = ("name", "label", "id")
_MAX_LABEL = 200


@dataclass(frozen=True, slots=True)
class SaidWord:
    """A word, and the service's name for who says it."""

    word: Word
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class SaidRun:
    """What one person says without another: its text and its timed words."""

    text: str
    words: tuple[Word, ...]
    speaker: str | None


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        return None
    return float(value)


def seconds(value: Any) -> float | None:
    """Return a time, whether it comes as a number, as a number in quotes, or as on a clock (``00:01:02.5``)."""
    if not isinstance(value, str):
        return number(value)
    clock = _CLOCK.fullmatch(value.strip())
    if clock is not None:
        hours, minutes, rest = clock.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))
    try:
        return number(float(value))
    except ValueError:
        return None


def times_of(entry: dict[str, Any]) -> tuple[float | None, float | None]:
    """Return when a piece begins and ends; some services tell both as one ``timestamp``."""
    both = entry.get("timestamp")
    if isinstance(both, list) and len(both) == 2:  # noqa: PLR2004 - a beginning and an end
        return seconds(both[0]), seconds(both[1])
    return seconds(entry.get("start")), seconds(entry.get("end"))


def label_of(entry: dict[str, Any]) -> str | None:
    """Return the service's name for who speaks."""
    label = next((entry[name] for name in _LABELS if entry.get(name) not in (None, "")), None)
    if isinstance(label, dict):
        label = next((label[name] for name in _NAMES if label.get(name) not in (None, "")), None)
    if isinstance(label, float) and label.is_integer():
        label = int(label)
    if isinstance(label, int) and not isinstance(label, bool):
        return f"Speaker {label}"
    return tidy(label)[:_MAX_LABEL] or None if isinstance(label, str) else None


def words_of(raw: Any) -> list[SaidWord]:
    """Read a list of words. One without a time stands between its neighbours; if none has any, there are no words."""
    entries = [entry for entry in as_list(raw) if isinstance(entry, dict)]
    texts = [tidy(str(entry.get("word") or entry.get("text") or "")) for entry in entries]
    entries = [entry for entry, text in zip(entries, texts, strict=True) if text]
    times = [times_of(entry) for entry in entries]
    if not any(start is not None and end is not None for start, end in times):
        return []
    following = next_starts([start for start, _ in times])
    found: list[SaidWord] = []
    reached: float | None = None
    for place, (entry, text) in enumerate(zip(entries, filter(None, texts), strict=True)):
        start, end = times[place]
        if start is None:
            start = next(one for one in (reached, end, following[place], 0.0) if one is not None)
        if end is None:
            end = max(start, following[place] or start)
        reached = max(start, end)
        word = Word(text, start, reached, number(entry.get("probability")))
        found.append(SaidWord(word, label_of(entry)))
    return found


def next_starts(starts: Sequence[float | None]) -> list[float | None]:
    """Return for each piece when the next one begins of which that is known."""
    found: list[float | None] = []
    known: float | None = None
    for start in reversed(starts):
        found.append(known)
        known = known if start is None else start
    return found[::-1]


def joined(words: Sequence[SaidWord]) -> str:
    """Return the words as a text, with spaces where their letters want them."""
    text = ""
    for said in words:
        text += glue(text, said.word.text) + said.word.text
    return text


def completed(text: str, words: Sequence[SaidWord]) -> str:
    """Return the text with the words that it lacks, where it is the same words with some left out."""
    tokens = spaced_tokens(text)
    if len(words) <= len(tokens):
        return text
    whole, place = "", 0
    for said in words:
        if place < len(tokens) and _spoken(tokens[place][1]) == _spoken(said.word.text):
            space, token = tokens[place]
            whole += (space or glue(whole, token)) + token
            place += 1
        else:
            whole += glue(whole, said.word.text) + said.word.text
    return whole.strip() if place == len(tokens) else text


def _spoken(token: str) -> str:
    return _NOT_SPOKEN.sub("", token.casefold()) or token


def runs_of(text: str, words: Sequence[SaidWord], start: float, end: float) -> list[SaidRun]:
    """Give the words of a text their times, and part them where another person begins."""
    bare = [said.word for said in words]
    timed = aligned(bare, text, start=min(start, bare[0].start), end=max(end, *(word.end for word in bare)))
    labels: list[str | None] = []
    for _, place in timed:
        before = labels[-1] if labels else words[0].speaker
        labels.append(before if place is None else words[place].speaker or before)
    pieces = pieces_of(text, [word for word, _ in timed])
    found = []
    for speaker, run in groupby(range(len(pieces)), key=lambda place: labels[place]):
        own = [pieces[place] for place in run]
        said = "".join(space + word.text for space, word in own).strip()
        found.append(SaidRun(said, tuple(word for _, word in own), speaker))
    return found

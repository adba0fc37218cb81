"""What a document says, whichever program writes it: who speaks, from when on, in which direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from verbatim.transcripts.schemas import TranscriptWithSegmentsResponse

_NOT_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Signs that no document can hold."""

_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})


@dataclass(frozen=True)
class Paragraph:
    """What is said in one segment; ``start`` in seconds, None where times are not wanted."""

    text: str
    start: float | None

    @property
    def is_right_to_left(self) -> bool:
        return is_right_to_left(self.text)


@dataclass(frozen=True)
class Turn:
    """What one speaker says without somebody else between; no speaker where they are not wanted, or not known."""

    speaker: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Document:
    """A transcript to be read."""

    title: str
    language: str | None
    turns: tuple[Turn, ...]


def document_of(transcript: TranscriptWithSegmentsResponse, *, times: bool, speakers: bool) -> Document:
    """Return what a document of a transcript says."""
    return Document(
        clean(transcript.recording_title) or "Transcript",
        transcript.language,
        tuple(_turns(transcript, times=times, speakers=speakers)),
    )


def _turns(transcript: TranscriptWithSegmentsResponse, *, times: bool, speakers: bool) -> Iterator[Turn]:
    for speaker, segments in groupby(transcript.segments, key=lambda one: one.speaker if speakers else None):
        paragraphs = (Paragraph(clean(one.text), one.start_time if times else None) for one in segments)
        yield Turn(None if speaker is None else clean(speaker), tuple(paragraphs))


def clean(text: str) -> str:
    """Return a text without what no document can hold."""
    return _NOT_TEXT.sub("", text)


def is_right_to_left(text: str) -> bool:
    """Say whether a text runs from right to left: its first letter that has a direction decides."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L" or kind in _RIGHT_TO_LEFT:
            return kind in _RIGHT_TO_LEFT
    return False


def stamp(seconds: float) -> str:
    """Return hours, minutes and seconds, such as ``01:02:03``."""
    whole = int(max(0.0, seconds))
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"

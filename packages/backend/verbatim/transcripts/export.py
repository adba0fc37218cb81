"""Transcripts as files: plain text, SubRip, WebVTT, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from verbatim.transcripts.schemas import SegmentResponse, TranscriptWithSegmentsResponse

LINE_LENGTH = 42
"""Characters in a line of a subtitle, as broadcasters and streaming services ask for."""


class ExportFormat(StrEnum):
    """The formats a transcript can be saved in."""

    TXT = "txt"
    SRT = "srt"
    VTT = "vtt"
    JSON = "json"


@dataclass(frozen=True)
class ExportOptions:
    """What a file contains beside the words."""

    include_timestamps: bool = True
    include_speakers: bool = True


def clock(seconds: float, separator: str) -> str:
    """Return hours, minutes, seconds and milliseconds, such as ``01:02:03,456``."""
    milliseconds = round(max(0.0, seconds) * 1000)
    rest, milliseconds = divmod(milliseconds, 1000)
    minutes, second = divmod(rest, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02}:{minute:02}:{second:02}{separator}{milliseconds:03}"


def _text(transcript: TranscriptWithSegmentsResponse, options: ExportOptions) -> Iterator[str]:
    speaker: str | None = None
    for number, segment in enumerate(transcript.segments):
        changed = options.include_speakers and segment.speaker is not None and segment.speaker != speaker
        if changed:
            speaker = segment.speaker
            yield f"\n{speaker}:\n" if number else f"{speaker}:\n"
        stamp = f"[{clock(segment.start_time, '.')[:8]}] " if options.include_timestamps else ""
        yield f"{stamp}{segment.text}\n"


def _subrip(transcript: TranscriptWithSegmentsResponse, options: ExportOptions) -> Iterator[str]:
    for number, segment in enumerate(_cues(transcript.segments), 1):
        yield f"{number}\n{clock(segment.start_time, ',')} --> {clock(segment.end_time, ',')}\n"
        prefix = f"{segment.speaker}: " if options.include_speakers and segment.speaker else ""
        yield f"{wrap(_one_paragraph(prefix + segment.text))}\n\n"


def _webvtt(transcript: TranscriptWithSegmentsResponse, options: ExportOptions) -> Iterator[str]:
    yield "WEBVTT\n\n"
    for segment in _cues(transcript.segments):
        yield f"{clock(segment.start_time, '.')} --> {clock(segment.end_time, '.')}\n"
        voice = (
            f"<v {_escape(_one_paragraph(segment.speaker))}>" if options.include_speakers and segment.speaker else ""
        )
        yield f"{voice}{wrap(_escape(_one_paragraph(segment.text)))}\n\n"


def _json(transcript: TranscriptWithSegmentsResponse, options: ExportOptions) -> Iterator[str]:
    data = transcript.model_dump(mode="json")
    for segment in data["segments"]:
        if not options.include_speakers:
            segment["speaker"] = segment["speaker_id"] = None
        if not options.include_timestamps:
            for key in ("start_time", "end_time", "words"):
                del segment[key]
    if not options.include_speakers:
        data["speakers"] = []
    yield json.dumps(data, ensure_ascii=False, indent=2)
    yield "\n"


def _cues(segments: Sequence[SegmentResponse]) -> Iterator[SegmentResponse]:
    # A cue that ends where it starts is never shown, and players drop one without text.
    for segment in segments:
        if segment.text.strip():
            shown = max(segment.end_time, segment.start_time + 0.001)
            yield segment.model_copy(update={"end_time": shown})


def _one_paragraph(text: str) -> str:
    # An empty line ends a cue and an arrow starts one; a corrected text may hold either.
    return re.sub(r"\s+", " ", text).replace("-->", "→").strip()


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrap(text: str) -> str:
    """Break a subtitle into lines of about equal length, none far above `LINE_LENGTH`."""
    lines = -(-len(text) // LINE_LENGTH)
    if lines <= 1:
        return text
    target = max(len(text) / lines, LINE_LENGTH * 0.6)
    found: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) / 2 > target:
            found.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*found, line])


@dataclass(frozen=True)
class _Writer:
    media_type: str
    write: Callable[[TranscriptWithSegmentsResponse, ExportOptions], Iterator[str]]


_WRITERS = {
    ExportFormat.TXT: _Writer("text/plain; charset=utf-8", _text),
    ExportFormat.SRT: _Writer("application/x-subrip; charset=utf-8", _subrip),
    ExportFormat.VTT: _Writer("text/vtt; charset=utf-8", _webvtt),
    ExportFormat.JSON: _Writer("application/json", _json),
}


def export_transcript(
    transcript: TranscriptWithSegmentsResponse, kind: ExportFormat, options: ExportOptions
) -> tuple[str, str]:
    """Return the file's content and its media type."""
    writer = _WRITERS[kind]
    return "".join(writer.write(transcript, options)), writer.media_type

"""Transcripts as files: plain text, SubRip, WebVTT, JSON, and documents: Markdown, Word, PDF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from verbatim.transcripts.documents.content import Document, document_of
from verbatim.transcripts.documents.markdown import as_markdown
from verbatim.transcripts.documents.pdf import as_pdf
from verbatim.transcripts.documents.word import as_word
from verbatim.transcripts.schemas import Decision, SegmentResponse, TranscriptWithSegmentsResponse
from verbatim.transcripts.subtitles.cues import make_cues, one_paragraph
from verbatim.transcripts.subtitles.rules import SubtitleRules


class ExportFormat(StrEnum):
    """The formats a transcript can be saved in."""

    TXT = "txt"
    SRT = "srt"
    VTT = "vtt"
    JSON = "json"
    MD = "md"
    DOCX = "docx"
    PDF = "pdf"

    @property
    def needs_words(self) -> bool:
        """Whether the times of single words are in it, or decide how it is cut."""
        return self in {ExportFormat.SRT, ExportFormat.VTT, ExportFormat.JSON}


class Doubtful(StrEnum):
    """Which doubtful text a file contains; what somebody dropped is in none."""

    UNFOLDED = "unfolded"
    ALL = "all"
    KEPT = "kept"


@dataclass(frozen=True)
class ExportOptions:
    """What a file contains beside the words."""

    include_timestamps: bool = True
    include_speakers: bool = True
    subtitles: SubtitleRules = field(default_factory=SubtitleRules)
    doubtful: Doubtful = Doubtful.UNFOLDED

    def contain(self, segment: SegmentResponse) -> bool:
        """Say whether a segment is in the file."""
        if segment.doubt is None or segment.decision is Decision.KEEP:
            return True
        if segment.decision is Decision.DROP or self.doubtful is Doubtful.KEPT:
            return False
        return self.doubtful is Doubtful.ALL or not segment.folded


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
    cues = make_cues(transcript.segments, options.subtitles, named=options.include_speakers)
    for number, cue in enumerate(cues, 1):
        lines = "\n".join(cue.lines)
        yield f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{lines}\n\n"


def _webvtt(transcript: TranscriptWithSegmentsResponse, options: ExportOptions) -> Iterator[str]:
    yield "WEBVTT\n\n"
    # The name is no part of the text here: players show it, or give each voice a colour.
    for cue in make_cues(transcript.segments, options.subtitles, named=False):
        voice = f"<v {_escape(one_paragraph(cue.speaker))}>" if options.include_speakers and cue.speaker else ""
        lines = _escape("\n".join(cue.lines))
        yield f"{clock(cue.start, '.')} --> {clock(cue.end, '.')}\n{voice}{lines}\n\n"


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


def _document(transcript: TranscriptWithSegmentsResponse, options: ExportOptions) -> Document:
    return document_of(transcript, times=options.include_timestamps, speakers=options.include_speakers)


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@dataclass(frozen=True)
class _Writer:
    media_type: str
    write: Callable[[TranscriptWithSegmentsResponse, ExportOptions], Iterable[str | bytes]]


_WRITERS = {
    ExportFormat.TXT: _Writer("text/plain; charset=utf-8", _text),
    ExportFormat.SRT: _Writer("application/x-subrip; charset=utf-8", _subrip),
    ExportFormat.VTT: _Writer("text/vtt; charset=utf-8", _webvtt),
    ExportFormat.JSON: _Writer("application/json", _json),
    ExportFormat.MD: _Writer("text/markdown; charset=utf-8", lambda one, how: [as_markdown(_document(one, how))]),
    ExportFormat.DOCX: _Writer(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        lambda one, how: [as_word(_document(one, how))],
    ),
    ExportFormat.PDF: _Writer("application/pdf", lambda one, how: [as_pdf(_document(one, how))]),
}

EXPORT_TYPES = tuple(writer.media_type for writer in _WRITERS.values())
"""What the files say that they are."""


def export_file(
    transcript: TranscriptWithSegmentsResponse, kind: ExportFormat, options: ExportOptions
) -> tuple[bytes, str]:
    """Return the file's content and its media type."""
    writer = _WRITERS[kind]
    shown = [segment for segment in transcript.segments if options.contain(segment)]
    parts = writer.write(transcript.model_copy(update={"segments": shown}), options)
    return b"".join(part.encode() if isinstance(part, str) else part for part in parts), writer.media_type


def export_transcript(
    transcript: TranscriptWithSegmentsResponse, kind: ExportFormat, options: ExportOptions
) -> tuple[str, str]:
    """Return the content of a file that is text, and its media type."""
    content, media_type = export_file(transcript, kind, options)
    return content.decode(), media_type

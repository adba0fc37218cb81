"""A transcript in the shapes that OpenAI gives it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from starlette.responses import JSONResponse, Response, StreamingResponse

from verbatim.openai_api.form import Answer, Wish
from verbatim.transcripts.export import ExportFormat, ExportOptions, export_transcript
from verbatim.transcripts.schemas import TranscriptWithSegmentsResponse

_FILES = {Answer.SRT: ExportFormat.SRT, Answer.VTT: ExportFormat.VTT}


def answer(heard: TranscriptWithSegmentsResponse, seconds: float, wish: Wish) -> Response:
    """Return the answer to a request."""
    options = ExportOptions(include_speakers=False)
    segments = [one for one in heard.segments if options.contain(one)]
    text = " ".join(one.text.strip() for one in segments)
    if wish.stream:
        return StreamingResponse(_events([one.text.strip() for one in segments]), media_type="text/event-stream")
    if wish.answer is Answer.TEXT:
        return Response(f"{text}\n", media_type="text/plain")
    if wish.answer in _FILES:
        content, media_type = export_transcript(heard, _FILES[wish.answer], options)
        return Response(content, media_type=media_type)
    if wish.answer is Answer.JSON:
        return JSONResponse({"text": text, "usage": {"type": "duration", "seconds": round(seconds)}})
    return JSONResponse(_verbose(heard, segments, text, seconds, wish))


def _verbose(
    heard: TranscriptWithSegmentsResponse, segments: list[Any], text: str, seconds: float, wish: Wish
) -> dict[str, Any]:
    found = {
        "task": "transcribe",
        "language": heard.language or "",
        "duration": seconds,
        "text": text,
        "segments": [_segment(place, one) for place, one in enumerate(segments)],
        "usage": {"type": "duration", "seconds": round(seconds)},
    }
    if wish.words:
        words = [word for one in segments for word in one.words or ()]
        found["words"] = [{"word": word["text"], "start": word["start"], "end": word["end"]} for word in words]
    return found


def _segment(place: int, one: Any) -> dict[str, Any]:
    """Return a segment. What no engine here tells has the value that says nothing."""
    return {
        "id": place,
        "seek": 0,
        "start": one.start_time,
        "end": one.end_time,
        "text": one.text,
        "tokens": [],
        "temperature": 0.0,
        "avg_logprob": 0.0,
        "compression_ratio": 1.0,
        "no_speech_prob": 0.0,
    }


def _events(texts: list[str]) -> Iterator[str]:
    """Give the text segment by segment: it is all there when the first is sent."""
    for place, text in enumerate(texts):
        yield _event({"type": "transcript.text.delta", "delta": text if place == 0 else f" {text}"})
    yield _event({"type": "transcript.text.done", "text": " ".join(texts)})
    yield "data: [DONE]\n\n"


def _event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"

"""A transcript in the shapes that OpenAI gives it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from string import ascii_uppercase
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
    told = _by_speaker(heard, segments) if wish.answer is Answer.DIARIZED_JSON else []
    if wish.stream:
        texts = [one.text.strip() for one in segments]
        return StreamingResponse(_events(texts, told), media_type="text/event-stream")
    if wish.answer is Answer.TEXT:
        return Response(f"{text}\n", media_type="text/plain")
    if wish.answer in _FILES:
        content, media_type = export_transcript(heard, _FILES[wish.answer], options)
        return Response(content, media_type=media_type)
    if wish.answer is Answer.JSON:
        return JSONResponse({"text": text, "usage": {"type": "duration", "seconds": round(seconds)}})
    if wish.answer is Answer.DIARIZED_JSON:
        usage = {"type": "duration", "seconds": round(seconds)}
        return JSONResponse({"task": "transcribe", "duration": seconds, "text": text, "segments": told, "usage": usage})
    return JSONResponse(_verbose(heard, segments, text, seconds, wish))


def _by_speaker(heard: TranscriptWithSegmentsResponse, segments: list[Any]) -> list[dict[str, Any]]:
    """Return the segments with who speaks: by name where the voice is known, else by a letter in the order in which
    they are heard first. Where nobody was told apart, that is one.
    """
    names = {one.id: one.speaker_name for one in heard.speakers}
    letters: dict[str | None, str] = {}
    found = []
    for one in segments:
        name = names.get(one.speaker_id) if one.speaker_id else None
        label = name or letters.setdefault(one.speaker_id, _letter(len(letters)))
        times = {"start": one.start_time, "end": one.end_time}
        found.append(
            {"type": "transcript.text.segment", "id": one.id, **times, "speaker": label, "text": one.text.strip()}
        )
    return found


def _letter(place: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    before, place = divmod(place, len(ascii_uppercase))
    return (_letter(before - 1) if before else "") + ascii_uppercase[place]


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


def _events(texts: list[str], told: list[dict[str, Any]]) -> Iterator[str]:
    """Give the text segment by segment, and who speaks if that was told: it is all there when the first is sent."""
    for place, text in enumerate(texts):
        yield _event({"type": "transcript.text.delta", "delta": text if place == 0 else f" {text}"})
        if told:
            yield _event(told[place])
    yield _event({"type": "transcript.text.done", "text": " ".join(texts)})
    yield "data: [DONE]\n\n"


def _event(data: dict[str, Any]) -> str:
    return f"data: {json.dumps(data, ensure_ascii=False)}\n\n"

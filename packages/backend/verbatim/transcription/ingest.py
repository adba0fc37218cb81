"""Saving what an engine heard."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.diarization.api import Voice
from verbatim.adapters.transcription.api import Segment as HeardSegment
from verbatim.adapters.transcription.api import TranscriptionOutcome, Word
from verbatim.adapters.transcription.speech import uncovered
from verbatim.adapters.transcription.writing import count_words
from verbatim.core.clock import utcnow
from verbatim.core.text import storable
from verbatim.recordings.models import Recording
from verbatim.transcription.attribution import DEFAULT_SPEAKER, Attributed
from verbatim.transcription.known_names import names_given
from verbatim.transcription.speakers import WhoSpoke
from verbatim.transcripts.attempts import keep_output, packed
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.service import COLORS

BATCH = 500
TEXT_MARGIN_SECONDS = 0.6
SHORTEST_SECONDS = 1.0
"""A shorter stretch of speech without text is a breath, a laugh or an inexact time."""


def outcome_to_json(outcome: TranscriptionOutcome) -> bytes:
    """Return an outcome as bytes that `outcome_from_json` reads back."""
    return json.dumps(asdict(outcome), ensure_ascii=False).encode()


def outcome_from_json(data: bytes) -> TranscriptionOutcome:
    """Return the outcome that `outcome_to_json` wrote."""
    fields = json.loads(data)
    segments = tuple(
        HeardSegment(**{**segment, "words": tuple(Word(**word) for word in segment["words"])})
        for segment in fields.pop("segments")
    )
    speech, output = fields.pop("speech", None), tuple(fields.pop("output", ()))
    heard = None if speech is None else tuple((start, end) for start, end in speech)
    return TranscriptionOutcome(**fields, segments=segments, speech=heard, output=output)


async def save_transcript(
    session: AsyncSession,
    recording: Recording,
    job_id: str,
    outcome: TranscriptionOutcome,
    who: WhoSpoke | None = None,
    *,
    keep_voices: bool = False,
) -> Transcript:
    """Make a transcript of an outcome, with its segments as `who` gave them to speakers. Earlier transcripts of the
    recording stay, and names that people gave to their speakers are taken over. What voices sound like is written down
    only with `keep_voices`.
    """
    if who is None:
        who = WhoSpoke(Attributed(outcome.segments, (None,) * len(outcome.segments), {}))
    outcome = replace(outcome, segments=who.attributed.segments)
    confidences = [word.confidence for segment in outcome.segments for word in segment.words if word.confidence]
    transcript = Transcript(
        recording_id=recording.id,
        job_id=job_id,
        language=outcome.language,
        language_probability=outcome.language_probability,
        engine=outcome.engine,
        engine_reason=outcome.reason,
        model_used=outcome.model,
        confidence_avg=sum(confidences) / len(confidences) if confidences else None,
        word_count=sum(count_words(segment.text) for segment in outcome.segments),
        segment_count=len(outcome.segments),
        not_understood=not_understood(outcome),
        diarizer=who.diarizer,
        diarization_note=who.note,
    )
    session.add(transcript)
    await session.flush()
    speakers = await _save_speakers(session, transcript, outcome, who.voices if keep_voices else {})
    rows = list(_rows(transcript, speakers, who.attributed))
    for start in range(0, len(rows), BATCH):
        await session.execute(insert(Segment), rows[start : start + BATCH])
    if outcome.output:
        content = packed(said(outcome))
        keep_output(
            session,
            recording,
            job_id,
            content,
            engine=outcome.engine,
            model=outcome.model,
            transcript_id=transcript.id,
        )
    return transcript


def not_understood(outcome: TranscriptionOutcome) -> list[dict[str, Any]] | None:
    """Return where somebody speaks and the engine wrote nothing; None where nobody listened for voices."""
    if outcome.speech is None:
        return None
    text = [(word.start, word.end) for segment in outcome.segments for word in segment.words]
    text += [(segment.start, segment.end) for segment in outcome.segments if not segment.words]
    found = uncovered(outcome.speech, text, margin=TEXT_MARGIN_SECONDS, shortest=SHORTEST_SECONDS)
    return [{"start": start, "end": end, "tries": []} for start, end in found]


def said(outcome: TranscriptionOutcome) -> dict[str, Any]:
    """Return what the engine said and what the voice detector heard, for the record."""
    return {
        "engine": outcome.engine,
        "model": outcome.model,
        "language": outcome.language,
        "duration": outcome.duration,
        "speech": outcome.speech,
        "output": outcome.output,
    }


async def _save_speakers(
    session: AsyncSession, transcript: Transcript, outcome: TranscriptionOutcome, voices: Mapping[str, Voice]
) -> dict[str, str]:
    in_order = sorted(outcome.segments, key=lambda segment: segment.start)
    labels = dict.fromkeys(segment.speaker or DEFAULT_SPEAKER for segment in in_order)
    known = await names_given(session, transcript.recording_id, in_order)
    speakers = [
        Speaker(
            transcript_id=transcript.id,
            speaker_label=label[:200],
            speaker_name=known[label].name if label in known else None,
            color=(known[label].color if label in known else None) or COLORS[index % len(COLORS)],
            voice_profile_id=known[label].voice_profile_id if label in known else None,
            voice=asdict(voices[label]) if label in voices else None,
        )
        for index, label in enumerate(labels)
    ]
    session.add_all(speakers)
    await session.flush()
    return {label: speaker.id for label, speaker in zip(labels, speakers, strict=True)}


def _rows(transcript: Transcript, speakers: dict[str, str], heard: Attributed) -> Iterator[dict[str, Any]]:
    now = utcnow()
    both = zip(heard.segments, heard.confidences, strict=True)
    # People who talk at once come one after the other, and some engines tell one speaker's words after another's.
    for index, (segment, sure) in enumerate(sorted(both, key=lambda pair: pair[0].start)):
        yield {
            "transcript_id": transcript.id,
            "recording_id": transcript.recording_id,
            "speaker_id": speakers[segment.speaker or DEFAULT_SPEAKER],
            "segment_index": index,
            "start_time": segment.start,
            "end_time": segment.end,
            "text": storable(segment.text),
            "confidence": segment.confidence,
            "doubt": segment.doubt,
            "folded": segment.folded,
            "speaker_confidence": sure,
            "words": [asdict(word) for word in segment.words],
            "created_at": now,
            "updated_at": now,
        }

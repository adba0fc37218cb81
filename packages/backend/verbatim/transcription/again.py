"""A recording that is transcribed again: what people corrected before is worked out before anything is locked."""

from __future__ import annotations

from dataclasses import asdict

import structlog

from verbatim.core.jobs.context import JobContext
from verbatim.core.text import storable
from verbatim.recordings.repository import get_recording
from verbatim.transcription.attribution import DEFAULT_SPEAKER, Attributed
from verbatim.transcription.known_names import names_given
from verbatim.transcription.speakers import WhoSpoke
from verbatim.transcripts.carrying.lines import Line, words_of
from verbatim.transcripts.carrying.preparing import Heard, Prepared, prepare
from verbatim.transcripts.errors import TranscriptNotFoundError
from verbatim.transcripts.repository import get_transcript

log = structlog.get_logger(__name__)


def heard_of(attributed: Attributed) -> Heard:
    """Return the lines of the transcript that will be written of what was heard, in its order."""
    in_order = sorted(attributed.segments, key=lambda segment: segment.start)
    lines = []
    for place, one in enumerate(in_order):
        text = storable(one.text)
        words = words_of(text, [asdict(word) for word in one.words], one.start, one.end)
        speaker = (one.speaker or DEFAULT_SPEAKER)[:200]
        lines.append(Line(str(place), one.start, one.end, text, words, speaker, doubt=one.doubt))
    return Heard(lines)


async def prepare_corrections(job: JobContext, recording_id: str, who: WhoSpoke, heard: Heard) -> Prepared | None:
    """Work out what becomes of what people corrected in the recording's current transcript; None where there is none,
    and where that fails: it is tried once more when the new transcript is written.

    Raises:
        RecordingNotFoundError: it was deleted meanwhile.
    """
    async with job.database.transaction(read_only=True) as session:
        recording = await get_recording(session, recording_id)
        if recording.transcript_id is None:
            return None
        try:
            earlier = await get_transcript(session, recording.transcript_id)
        except TranscriptNotFoundError:
            return None
        in_order = sorted(who.attributed.segments, key=lambda segment: segment.start)
        known = await names_given(session, recording_id, in_order)
        heard.names.update({label[:200]: one.name for label, one in known.items()})
        try:
            return await prepare(session, earlier, heard)
        except Exception:
            log.exception("corrections_not_prepared", recording=recording_id, earlier=earlier.id)
            return None

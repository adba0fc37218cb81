"""Taking a correction whose place was not certain: it goes where it was said, by the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.adapters.transcription.writing import count_words
from verbatim.core.clock import utcnow
from verbatim.transcripts.carrying.corrections import Correction, Kind
from verbatim.transcripts.carrying.lines import Line
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.carrying.placing import Place
from verbatim.transcripts.carrying.preparing import as_correction
from verbatim.transcripts.carrying.rewriting import rewritten
from verbatim.transcripts.carrying.there import around, as_line, meant, place_of, silent_line
from verbatim.transcripts.errors import NobodySpeaksError
from verbatim.transcripts.models import Segment, Transcript
from verbatim.transcripts.places import take_out
from verbatim.transcripts.segment_changes import NewSegment, insert_segment
from verbatim.transcripts.service import Because, note_because, set_text, speaker_named

REASON = "Taken from the earlier transcript"


async def take(session: AsyncSession, transcript: Transcript, row: CarriedCorrection, editor: str) -> None:
    """Write what somebody had corrected into a locked transcript, as one change that can be taken back.

    Raises:
        NobodySpeaksError: it says who speaks, and nobody does at that time.
    """
    await session.flush()
    segments = await around(session, transcript.id, [row])
    if row.kind == Kind.SPEAKER:
        await _give(session, transcript, meant(segments, row), row.text)
        return
    lines = [as_line(one) for one in segments]
    place = place_of(lines, row)
    silent = silent_line(lines, row, place)
    if silent is not None:
        await _write(session, transcript, segments, {silent.id: row.text}, editor)
    elif place is not None:
        await _write(session, transcript, segments, _of_one_line(lines, place, as_correction(row)), editor)
    elif row.text:
        new = NewSegment(row.start_time, max(row.end_time, row.start_time + 0.1), row.text, None)
        await insert_segment(session, transcript, new, editor, Because(REASON))


async def _write(
    session: AsyncSession, transcript: Transcript, segments: Sequence[Segment], texts: Mapping[str, str], editor: str
) -> None:
    """Give segments other texts; those of which nothing is left go."""
    changed = []
    emptied = [one for one in segments if texts.get(str(one.id)) == ""]
    for segment in segments:
        text = texts.get(str(segment.id))
        if text and text != segment.text:
            set_text(transcript, segment, text)
            segment.edited_by = editor
            _younger(segment)
            changed.append(str(segment.id))
    if emptied:
        transcript.word_count = max(0, transcript.word_count - sum(count_words(one.text) for one in emptied))
        changed += [str(one.id) for one in emptied]
        await take_out(session, transcript, emptied)
    if changed:
        await note_because(session, transcript, "correction_taken", Because(REASON), segment_ids=changed)


def _of_one_line(lines: Sequence[Line], place: Place, correction: Correction) -> dict[str, str]:
    """Return what lines say with the correction; where it would empty one of several, only the first is changed."""
    texts, _ = rewritten(lines, [(place, correction)])
    if texts or place.start == place.end:
        return texts
    owners = [line.id for line in lines for _ in line.words]
    end = place.start
    while end < place.end and owners[end] == owners[place.start]:
        end += 1
    return rewritten(lines, [(Place(place.start, end), correction)])[0]


async def _give(session: AsyncSession, transcript: Transcript, segments: Sequence[Segment], name: str) -> None:
    if not segments:
        raise NobodySpeaksError
    person = await speaker_named(session, transcript.id, name) if name else None
    wanted = None if person is None else person.id
    moved = [one for one in segments if one.speaker_id != wanted]
    for segment in moved:
        segment.speaker_id, segment.speaker_confidence = wanted, None
        _younger(segment)
    if moved:
        ids = [str(one.id) for one in moved]
        await note_because(session, transcript, "correction_taken", Because(REASON), segment_ids=ids)


def _younger(segment: Segment) -> None:
    segment.version += 1
    segment.updated_at = utcnow()

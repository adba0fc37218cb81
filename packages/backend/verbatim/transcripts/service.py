"""Correcting transcripts: text, speakers, segments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.adapters.transcription.writing import count_words, tidy
from verbatim.core.clock import utcnow
from verbatim.core.db import one_of, rows_affected
from verbatim.core.events import emit
from verbatim.transcripts.errors import SegmentConflictError, SpeakerMergeError
from verbatim.transcripts.events import TranscriptUpdated
from verbatim.transcripts.history.content import SEGMENTS
from verbatim.transcripts.history.journal import write_change
from verbatim.transcripts.history.recorder import recorder_of
from verbatim.transcripts.locking import Spoken
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.places import take_out
from verbatim.transcripts.repository import segment_number, segment_response
from verbatim.transcripts.segment_times import move_segment
from verbatim.transcripts.word_times import retimed

COLORS = ("#3b7dd8", "#c2571a", "#2e8b57", "#9b4dca", "#b8860b", "#c0396b", "#0f8b8d", "#6b6f2a")
"""Colours of speakers, told apart on light and dark ground and by people who see few colours."""


@dataclass(frozen=True)
class Because:
    """Why a change is made, in somebody's words, and which earlier one it takes back."""

    reason: str | None = None
    undoes: int | None = None


BY_ITSELF = Because()
"""A change for which nobody gave a reason."""


async def edit_segment(  # noqa: D417 - the rest is plain
    session: AsyncSession,
    spoken: Spoken,
    *,
    text: str | None,
    speaker: str | None,
    version: int | None,
    editor: str,
    times: tuple[float | None, float | None] = (None, None),
) -> Speaker | None:
    """Change a segment's text, speaker or times. Returns whose it is now.

    Args:
        times: when it begins and ends, in seconds of the recording; None leaves it.
        version: the version the editor saw; None writes whatever the segment is now.

    Raises:
        SegmentConflictError: the segment has another version by now, and is not what the editor wants; the error
            carries its current state.
        BadTimesError: it would begin before the one in front of it, or after the next one.
    """
    transcript, segment, person = spoken.transcript, spoken.segment, spoken.speaker
    new_text = None if text is None else tidy(text)
    if version is not None and version != segment.version:
        # Whoever never heard that their change arrived sends it again: there is nothing to do, and nobody to ask.
        if speaker is None and times == (None, None) and new_text == segment.text:
            return person
        raise SegmentConflictError(extra={"current": segment_response(segment, person, words=True)})
    changed: dict[str, Any] = {}
    if times != (None, None):
        changed |= await move_segment(session, transcript, segment, start=times[0], end=times[1])
    if new_text is not None and new_text != segment.text:
        set_text(transcript, segment, new_text)
        segment.edited_by = editor
        changed["text_changed"] = True
    if speaker is not None:
        person = await speaker_named(session, segment.transcript_id, speaker)
        changed |= _give_to(segment, person)
    if changed:  # saving what is there already is no reason to send other editors into a conflict
        await _stamp(session, transcript, segment, **changed)
    return person


async def assign_segment(session: AsyncSession, spoken: Spoken, speaker: str) -> None:
    """Give a segment to the speaker of that name."""
    person = await speaker_named(session, spoken.transcript.id, speaker)
    await _stamp(session, spoken.transcript, spoken.segment, **_give_to(spoken.segment, person))


def _give_to(segment: Segment, person: Speaker) -> dict[str, Any]:
    """Give a segment to a speaker. Returns whose it was and is, or nothing when it was theirs before."""
    before, segment.speaker_id = segment.speaker_id, person.id
    segment.speaker_confidence = None  # a person has said so
    return {} if segment.speaker_id == before else {"previous_speaker_id": before, "speaker_id": segment.speaker_id}


async def _stamp(session: AsyncSession, transcript: Transcript, segment: Segment, **facts: Any) -> None:
    segment.version += 1
    segment.updated_at = utcnow()
    await note_change(session, transcript, "segment_edited", segment_ids=[str(segment.id)], **facts)


def set_text(transcript: Transcript, segment: Segment, text: str) -> None:
    """Give a segment another text; the words that stay keep their times."""
    before = count_words(segment.text)
    if segment.original_text is None:
        segment.original_text = segment.text
    segment.words = retimed(segment.words or [], text, start=segment.start_time, end=segment.end_time)
    segment.text = text
    transcript.word_count = max(0, transcript.word_count - before + count_words(text))


async def note_change(session: AsyncSession, transcript: Transcript, change: str, **facts: Any) -> None:
    """Write down what was done to a transcript and tell everybody; the facts are for the record, see `Event`."""
    await note_because(session, transcript, change, BY_ITSELF, **facts)


async def note_because(
    session: AsyncSession, transcript: Transcript, change: str, because: Because, /, **facts: Any
) -> None:
    """Write down a change as `note_change` does, with why it is made."""
    await write_change(session, transcript, change, reason=because.reason, undoes=because.undoes)
    ids = {"transcript_id": transcript.id, "recording_id": transcript.recording_id}
    await emit(session, TranscriptUpdated(**ids, facts={"change": change, **facts}))


async def speaker_named(session: AsyncSession, transcript_id: str, name: str) -> Speaker:
    """Return the transcript's speaker of that name, made if there is none."""
    called = func.coalesce(Speaker.speaker_name, Speaker.speaker_label) == name
    found: Speaker | None = await session.scalar(
        select(Speaker).where(Speaker.transcript_id == transcript_id, called).order_by(Speaker.speaker_label).limit(1)
    )
    if found is not None:
        return found
    labels = list(await session.scalars(select(Speaker.speaker_label).where(Speaker.transcript_id == transcript_id)))
    number = next(n for n in range(1, len(labels) + 2) if f"Speaker {n}" not in labels)
    speaker = Speaker(
        transcript_id=transcript_id,
        speaker_label=f"Speaker {number}",
        speaker_name=name if name != f"Speaker {number}" else None,
        color=COLORS[len(labels) % len(COLORS)],
    )
    session.add(speaker)
    await session.flush()
    return speaker


async def edit_speaker(
    session: AsyncSession, transcript: Transcript, speaker: Speaker, changes: Mapping[str, str | None]
) -> None:
    """Change a speaker's ``speaker_name`` or ``color``, whichever is given; neither is an answer too."""
    facts: dict[str, Any] = {}
    for name in {"speaker_name", "color"} & changes.keys():
        if (before := getattr(speaker, name)) != changes[name]:
            facts |= {f"previous_{name}": before, name: changes[name]}
            setattr(speaker, name, changes[name])
    await note_change(session, transcript, "speaker_edited", speaker_id=speaker.id, **facts)


async def delete_segments(
    session: AsyncSession, transcript: Transcript, segment_ids: Sequence[str], because: Because = BY_ITSELF
) -> int:
    """Delete segments of a transcript. Returns how many there were."""
    wanted = [segment_number(segment_id) for segment_id in segment_ids]
    there = (Segment.transcript_id == transcript.id, one_of(session, Segment.id, wanted))
    rows = select(Segment).where(*there).options(undefer(Segment.words)).order_by(Segment.id)
    found = list(await session.scalars(rows.execution_options(populate_existing=True)))
    transcript.word_count = max(0, transcript.word_count - sum(count_words(segment.text) for segment in found))
    await take_out(session, transcript, found)
    ids = [str(segment.id) for segment in found]
    await note_because(session, transcript, "segments_deleted", because, segment_ids=ids)
    return len(found)


async def merge_speakers(session: AsyncSession, transcript: Transcript, gone: Speaker, stays: Speaker) -> int:
    """Give all segments of one speaker to another and remove the first. Returns how many segments moved.

    Raises:
        SpeakerMergeError: they are the same, or of different transcripts.
    """
    if gone.id == stays.id or gone.transcript_id != stays.transcript_id:
        raise SpeakerMergeError
    theirs = list(await session.scalars(select(Segment.id).where(Segment.speaker_id == gone.id)))
    updated = await session.execute(
        update(Segment)
        .where(Segment.speaker_id == gone.id)
        .values(speaker_id=stays.id, version=Segment.version + 1, updated_at=utcnow())
        .execution_options(synchronize_session=False)
    )
    moved = rows_affected(updated)
    if (recorder := recorder_of(session)) is not None:
        for number in theirs:
            recorder.changed((SEGMENTS, str(number)), {"speaker_id": gone.id}, {"speaker_id": stays.id})
    await session.delete(gone)
    facts = {
        "previous_speaker_id": gone.id,
        "speaker_id": stays.id,
        "previous_speaker_name": gone.speaker_name,
        "speaker_name": stays.speaker_name,
        "segments_moved": moved,
    }
    await note_change(session, transcript, "speakers_merged", **facts)
    return moved

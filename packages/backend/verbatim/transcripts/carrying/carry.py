"""Carrying corrections over from one transcript of a recording to the next, in the transaction that makes that one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.adapters.transcription.writing import count_words
from verbatim.core.clock import utcnow
from verbatim.core.db import one_of
from verbatim.core.ownership import inside
from verbatim.transcripts.carrying.adding import add_lines
from verbatim.transcripts.carrying.listing import State
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.carrying.planning import Plan
from verbatim.transcripts.carrying.preparing import Heard, Prepared, prepare
from verbatim.transcripts.carrying.voices import Given
from verbatim.transcripts.errors import TranscriptNotFoundError
from verbatim.transcripts.history.recorder import forget_recording
from verbatim.transcripts.locking import lock_transcript
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.places import take_out
from verbatim.transcripts.repository import speakers_of
from verbatim.transcripts.service import Because, note_because, set_text, speaker_named

AT_ONCE = 500

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Target:
    """The new transcript, locked, the ids of its segments by place, and what is to be done in it."""

    transcript: Transcript
    ids: Mapping[str, int]
    plan: Plan


async def lock_earlier(session: AsyncSession, from_id: str | None) -> Transcript | None:
    """Return the transcript whose corrections are to be carried over, locked: a correction that comes meanwhile waits,
    and is seen by nobody here. None when there is none, or it is gone.
    """
    try:
        earlier = None if from_id is None else await lock_transcript(session, from_id)
    except TranscriptNotFoundError:
        return None
    forget_recording(session)  # nothing of it is changed
    return earlier


async def carry_over(
    session: AsyncSession, transcript_id: str, earlier: Transcript | None, heard: Heard, prepared: Prepared | None
) -> None:
    """Carry what people corrected in a locked transcript over to a new one, and list what has no certain place there.

    Both stay as they are otherwise: what was carried is one change with its reason, and the earlier one is not touched.
    What was just heard is kept even if that fails: both transcripts then stay as they are, the earlier one with its
    corrections, and the log says why.
    """
    if earlier is None:
        return
    try:
        async with session.begin_nested():
            if prepared is None or not prepared.fits(earlier):
                prepared = await prepare(session, earlier, heard)
            if prepared.plan is not None:
                await _carry_over(session, transcript_id, earlier, prepared.plan)
    except DBAPIError:
        raise  # a lost race or connection: the whole transaction is tried again
    except Exception:
        forget_recording(session)
        log.exception("corrections_not_carried", transcript=transcript_id, earlier=earlier.id)


async def _carry_over(session: AsyncSession, transcript_id: str, earlier: Transcript, made: Plan) -> None:
    transcript = await lock_transcript(session, transcript_id)
    rows = select(Segment.segment_index, Segment.id).where(Segment.transcript_id == transcript.id)
    ids = {str(place): number for place, number in await session.execute(rows)}
    target = Target(transcript, ids, made)
    reason = f"Carried over from the transcript of {earlier.created_at:%Y-%m-%d %H:%M} UTC"
    number = await _carry(session, target, Because(reason)) if made.changes_something else None
    await _write_down(session, transcript, earlier.id, made, number)
    transcript.corrections = len(made.carried) + len(made.left)
    await session.flush()


async def _carry(session: AsyncSession, target: Target, because: Because) -> int:
    """Change the transcript, all at once. Returns the number of that change."""
    transcript, made = target.transcript, target.plan
    people = await _people(session, target)
    changed: list[str] = []
    emptied: list[Segment] = []
    touched = sorted({*made.texts, *made.speakers, *made.marks}, key=int)
    for start in range(0, len(touched), AT_ONCE):
        for segment in await _segments(session, target, touched[start : start + AT_ONCE]):
            place = str(segment.segment_index)
            if made.texts.get(place) == "":
                emptied.append(segment)
            else:
                _change(target, segment, place, people)
                changed.append(str(segment.id))
    transcript.word_count = max(0, transcript.word_count - sum(count_words(one.text) for one in emptied))
    for start in range(0, len(emptied), AT_ONCE):
        await take_out(session, transcript, emptied[start : start + AT_ONCE])
    changed += [str(one.id) for one in emptied]
    changed += await add_lines(session, transcript, made.added)
    facts = {"segment_ids": changed[:AT_ONCE], "segments": len(changed)}
    await note_because(session, transcript, "corrections_carried", because, **facts)
    return transcript.revision


async def _people(session: AsyncSession, target: Target) -> dict[Given, Speaker | None]:
    by_label = {one.speaker_label: one for one in await speakers_of(session, target.transcript.id)}
    people: dict[Given, Speaker | None] = {}
    for given in dict.fromkeys(target.plan.speakers.values()):
        people[given] = by_label.get(given.voice or "")
        if given.name is not None:
            with inside(target.transcript.workspace_id):
                people[given] = await speaker_named(session, target.transcript.id, given.name)
    return people


async def _segments(session: AsyncSession, target: Target, places: Sequence[str]) -> list[Segment]:
    numbers = one_of(session, Segment.id, [target.ids[one] for one in places])
    rows = select(Segment).where(Segment.transcript_id == target.transcript.id, numbers)
    ordered = rows.options(undefer(Segment.words)).order_by(Segment.segment_index, Segment.id).with_for_update()
    return list(await session.scalars(ordered.execution_options(populate_existing=True)))


def _change(target: Target, segment: Segment, place: str, people: Mapping[Given, Speaker | None]) -> None:
    made = target.plan
    if place in made.texts:
        set_text(target.transcript, segment, made.texts[place])
        segment.edited_by = made.authors.get(place)
    if place in made.speakers:
        person = people[made.speakers[place]]
        segment.speaker_id, segment.speaker_confidence = None if person is None else person.id, None
    if place in made.marks:
        segment.checked_by, segment.decision = made.marks[place]
    segment.version += 1
    segment.updated_at = utcnow()


async def _write_down(
    session: AsyncSession, transcript: Transcript, from_id: str, made: Plan, number: int | None
) -> None:
    carried = [(one, State.CARRIED, number) for one in made.carried]
    both = carried + [(one, State.OPEN, None) for one in made.left]
    ordered = sorted(both, key=lambda each: (each[0].start, each[0].end))
    with inside(transcript.workspace_id):
        for place, (one, state, change) in enumerate(ordered):
            what = {name: getattr(one, name) for name in ("kind", "heard", "text", "before", "after", "author")}
            ids = {"transcript_id": transcript.id, "recording_id": transcript.recording_id, "from_id": from_id}
            when = {"start_time": one.start, "end_time": one.end}
            session.add(CarriedCorrection(**ids, **what, **when, number=place, state=state, change_number=change))
        await session.flush()

"""Carrying corrections over from one transcript of a recording to the next, in the transaction that makes that one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import exists, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.core.clock import utcnow
from verbatim.core.db import one_of
from verbatim.core.ownership import inside
from verbatim.transcripts.carrying.corrections import Correction, Earlier, Kind
from verbatim.transcripts.carrying.lines import lines_of
from verbatim.transcripts.carrying.listing import State, waiting_in
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.carrying.planning import Plan, plan
from verbatim.transcripts.errors import TranscriptNotFoundError
from verbatim.transcripts.history.content import SPEAKERS
from verbatim.transcripts.history.recorder import forget_recording
from verbatim.transcripts.history.versions import ENGINE, rows_at
from verbatim.transcripts.locking import lock_transcript
from verbatim.transcripts.models import Segment, Speaker, Transcript
from verbatim.transcripts.segment_changes import NewSegment, insert_segment
from verbatim.transcripts.service import Because, delete_segments, note_because, set_text, speaker_named

AT_ONCE = 500

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class _Target:
    """The new transcript, locked, and why it is changed."""

    transcript: Transcript
    because: Because


async def carry_over(session: AsyncSession, transcript_id: str, from_id: str | None) -> None:
    """Carry corrections over as `_carry_over` does. What was just heard is kept even if that fails: both transcripts
    then stay as they are, the earlier one with its corrections, and the log says why.
    """
    try:
        async with session.begin_nested():
            await _carry_over(session, transcript_id, from_id)
    except DBAPIError:
        raise  # a lost race or connection: the whole transaction is tried again
    except Exception:
        forget_recording(session)
        log.exception("corrections_not_carried", transcript=transcript_id, earlier=from_id)


async def _carry_over(session: AsyncSession, transcript_id: str, from_id: str | None) -> None:
    """Carry what people corrected in one transcript over to a new one, and list what has no certain place there.

    Both stay as they are otherwise: what was carried is a change with its reason, and the earlier one is not touched.
    """
    earlier = None if from_id is None else await _read_earlier(session, from_id)
    if earlier is None:
        return
    before, old = earlier
    transcript = await lock_transcript(session, transcript_id)
    rows = await rows_at(session, transcript, transcript.revision, words=True)
    speakers = {key[1]: row["speaker_name"] for key, row in rows.items() if key[0] == SPEAKERS and row["speaker_name"]}
    known = Earlier(old.then, old.now, old.names, old.labels, speakers, old.waiting)
    made = await asyncio.to_thread(plan, known, lines_of(rows))  # an hour of speech takes a part of a second
    reason = f"Carried over from the transcript of {before.created_at:%Y-%m-%d %H:%M} UTC"
    numbers = await _carry(session, _Target(transcript, Because(reason)), made)
    await _write_down(session, transcript, before.id, made, numbers)
    transcript.corrections = len(made.carried) + len(made.left)
    await session.flush()


async def _read_earlier(session: AsyncSession, from_id: str) -> tuple[Transcript, Earlier] | None:
    """Return a transcript and what people made of it; None when it is gone, or nobody has touched it.

    It is locked: a correction that comes meanwhile waits, and is seen by nobody here.
    """
    try:
        old = await lock_transcript(session, from_id)
    except TranscriptNotFoundError:
        return None
    waiting = [as_correction(one) for one in await waiting_in(session, old.id)]
    edited = select(exists().where(Segment.transcript_id == old.id, Segment.original_text.is_not(None)))
    if old.revision == ENGINE and not waiting and not await session.scalar(edited):
        return None
    then = await rows_at(session, old, ENGINE, words=True)
    now = await rows_at(session, old, old.revision, words=True)
    speakers = {key[1]: row for key, row in {**then, **now}.items() if key[0] == SPEAKERS}
    names = {one: row["speaker_name"] for one, row in speakers.items() if row["speaker_name"]}
    labels = {one: row["speaker_label"] for one, row in speakers.items()}
    return old, Earlier(lines_of(then), lines_of(now), names, labels, {}, waiting)


def as_correction(row: CarriedCorrection) -> Correction:
    """Return a correction as it was found."""
    what = (row.heard, row.text, row.before, row.after, row.author)
    return Correction(Kind(row.kind), row.start_time, row.end_time, *what)


async def _carry(session: AsyncSession, target: _Target, made: Plan) -> dict[int, int]:
    """Change the transcript. Returns by which change corrections were put in, by their place among the carried."""
    numbers: dict[int, int] = {}
    emptied = [one for one, text in made.texts.items() if not text]
    touched = sorted({*made.texts, *made.speakers, *made.marks} - set(emptied), key=int)
    people = {name: await _speaker(session, target.transcript, name) for name in dict.fromkeys(made.speakers.values())}
    for start in range(0, len(touched), AT_ONCE):
        for segment in await _segments(session, target.transcript, touched[start : start + AT_ONCE]):
            _change(target.transcript, segment, made, people)
    if touched:
        facts = {"segment_ids": touched[:AT_ONCE], "segments": len(touched)}
        await note_because(session, target.transcript, "corrections_carried", target.because, **facts)
        numbers = dict.fromkeys(range(len(made.carried)), target.transcript.revision)
    if emptied:
        await delete_segments(session, target.transcript, emptied, target.because)
    for one in made.added:
        new = NewSegment(one.start, one.end, one.text, None)
        await insert_segment(session, target.transcript, new, one.author, target.because)
        numbers[made.carried.index(one)] = target.transcript.revision
    return numbers


async def _speaker(session: AsyncSession, transcript: Transcript, name: str) -> Speaker:
    known = await session.get(Speaker, name)
    if known is not None and known.transcript_id == transcript.id:
        return known
    with inside(transcript.workspace_id):
        return await speaker_named(session, transcript.id, name)


async def _segments(session: AsyncSession, transcript: Transcript, ids: Sequence[str]) -> list[Segment]:
    numbers = one_of(session, Segment.id, [int(one) for one in ids])
    rows = select(Segment).where(Segment.transcript_id == transcript.id, numbers).options(undefer(Segment.words))
    ordered = rows.order_by(Segment.segment_index, Segment.id).with_for_update()
    return list(await session.scalars(ordered.execution_options(populate_existing=True)))


def _change(transcript: Transcript, segment: Segment, made: Plan, people: dict[str, Speaker]) -> None:
    identity = str(segment.id)
    if identity in made.texts:
        set_text(transcript, segment, made.texts[identity])
        segment.edited_by = made.authors.get(identity)
    if identity in made.speakers:
        segment.speaker_id, segment.speaker_confidence = people[made.speakers[identity]].id, None
    if identity in made.marks:
        segment.checked_by, segment.decision = made.marks[identity]
    segment.version += 1
    segment.updated_at = utcnow()


async def _write_down(
    session: AsyncSession, transcript: Transcript, from_id: str, made: Plan, numbers: dict[int, int]
) -> None:
    carried = [(one, State.CARRIED, numbers.get(place)) for place, one in enumerate(made.carried)]
    both = carried + [(one, State.OPEN, None) for one in made.left]
    ordered = sorted(both, key=lambda each: (each[0].start, each[0].end))
    with inside(transcript.workspace_id):
        for place, (one, state, number) in enumerate(ordered):
            what = {name: getattr(one, name) for name in ("kind", "heard", "text", "before", "after", "author")}
            ids = {"transcript_id": transcript.id, "recording_id": transcript.recording_id, "from_id": from_id}
            when = {"start_time": one.start, "end_time": one.end}
            session.add(CarriedCorrection(**ids, **what, **when, number=place, state=state, change_number=number))
        await session.flush()

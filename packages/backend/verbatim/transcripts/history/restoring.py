"""Going back to a version, wholly or in some segments, by a change that can be taken back like any other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.transcripts.errors import SegmentNotFoundError
from verbatim.transcripts.history.applying import Wanted, apply, read_current
from verbatim.transcripts.history.content import SEGMENTS, SPEAKERS, Fields, Key, whole_row
from verbatim.transcripts.history.versions import rows_at
from verbatim.transcripts.models import Segment, Transcript
from verbatim.transcripts.places import room_at
from verbatim.transcripts.repository import segments_of
from verbatim.transcripts.service import Because, note_because

Rows = dict[Key, Fields | None]


async def restore(
    session: AsyncSession,
    transcript: Transcript,
    number: int,
    *,
    segment_ids: Sequence[str] | None = None,
    reason: str | None = None,
) -> list[str]:
    """Make a transcript, or some of its segments, what it was after change `number`.

    Returns the ids of the segments it is about.

    Raises:
        VersionNotFoundError: there is no such change.
        SegmentNotFoundError: a segment was there neither then nor is now.
    """
    then = await rows_at(session, transcript, number, words=True)
    if segment_ids is None:
        wanted = await _everything(session, transcript, then)
    else:
        wanted = await _some(session, transcript, then, segment_ids)
    current = await read_current(session, transcript, wanted)
    changing = {key: fields for key, fields in wanted.items() if _is_other(current.row(key), fields)}
    ids = await apply(session, transcript, Wanted(changing), current)
    facts = {"segment_ids": ids, "version": number, "reason": reason}
    await note_because(session, transcript, "restored", Because(reason), **facts)
    return ids


async def _everything(session: AsyncSession, transcript: Transcript, then: dict[Key, Fields]) -> Rows:
    wanted: Rows = dict(then)
    now = await session.scalars(select(Segment.id).where(Segment.transcript_id == transcript.id))
    return wanted | {key: None for one in now if (key := (SEGMENTS, str(one))) not in then}


def _is_other(row: Any, fields: Fields | None) -> bool:
    if row is None or fields is None:
        return (row is None) != (fields is None)
    now = whole_row(row)
    return any(now.get(name) != value for name, value in fields.items() if name != "version")


async def _some(
    session: AsyncSession, transcript: Transcript, then: dict[Key, Fields], segment_ids: Sequence[str]
) -> Rows:
    """Return what concerns some segments: they, who speaks in them, and what has been split off from them since."""
    now = {str(one.id): one for one in await segments_of(session, transcript.id, words=False)}
    if any(one not in now and (SEGMENTS, one) not in then for one in segment_ids):
        raise SegmentNotFoundError
    wanted: Rows = {(SEGMENTS, one): then.get((SEGMENTS, one)) for one in segment_ids}
    chosen = [(one, fields) for one in dict.fromkeys(segment_ids) if (fields := wanted[SEGMENTS, one]) is not None]
    places: dict[str, int] = {}
    for one, fields in sorted(chosen, key=lambda pair: pair[1]["start_time"], reverse=True):
        if one in now:
            wanted[SEGMENTS, one] = {name: value for name, value in fields.items() if name != "segment_index"}
        else:  # those that begin later have their places already, and make room
            place = await _room_for(session, transcript, fields["start_time"])
            places = {key: known + (known >= place) for key, known in places.items()} | {one: place}
        speaker = (SPEAKERS, fields["speaker_id"] or "")
        if speaker in then:
            wanted[speaker] = then[speaker]
        for other in now.values():
            key = (SEGMENTS, str(other.id))
            middle = (other.start_time + other.end_time) / 2
            if key not in then and fields["start_time"] <= middle <= fields["end_time"]:
                wanted[key] = None
    for one, place in places.items():
        wanted[SEGMENTS, one] = {**(wanted[SEGMENTS, one] or {}), "segment_index": place}
    return wanted


async def _room_for(session: AsyncSession, transcript: Transcript, start: float) -> int:
    before = await session.scalar(
        select(Segment.segment_index)
        .where(Segment.transcript_id == transcript.id, Segment.start_time <= start)
        .order_by(Segment.segment_index.desc())
        .limit(1)
    )
    return await room_at(session, transcript.id, 0 if before is None else before + 1)

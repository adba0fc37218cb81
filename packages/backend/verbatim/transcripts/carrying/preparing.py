"""Working out what becomes of corrections before anything is locked: an hour of speech takes a part of a second, a day
of it several, and nobody who corrects the earlier transcript waits for that.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.transcripts.carrying.corrections import Correction, Earlier, Kind
from verbatim.transcripts.carrying.lines import Line, lines_of
from verbatim.transcripts.carrying.listing import waiting_in
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.carrying.planning import Plan, plan
from verbatim.transcripts.history.content import SPEAKERS
from verbatim.transcripts.history.versions import ENGINE, rows_at
from verbatim.transcripts.models import Segment, Transcript


@dataclass(frozen=True)
class Heard:
    """A transcript that is about to be written: its lines, called by their place in it and by the labels of who speaks,
    and the names by which these speakers are known already.
    """

    lines: Sequence[Line]
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Prepared:
    """What is to be done with the corrections of a transcript, as it was at a moment; None where it has none."""

    from_id: str
    revision: int
    changed_at: datetime
    plan: Plan | None

    def fits(self, earlier: Transcript) -> bool:
        """Say whether that transcript is still as it was, and what was decided in it too."""
        now = (earlier.id, earlier.revision, earlier.updated_at)
        return now == (self.from_id, self.revision, self.changed_at)


async def prepare(session: AsyncSession, earlier: Transcript, heard: Heard) -> Prepared:
    """Work out what becomes of the corrections of a transcript in the next one."""
    known = await _read(session, earlier, heard)
    made = None if known is None else await asyncio.to_thread(plan, known, heard.lines)
    return Prepared(earlier.id, earlier.revision, earlier.updated_at, made)


def as_correction(row: CarriedCorrection) -> Correction:
    """Return a correction as it was found."""
    what = (row.heard, row.text, row.before, row.after, row.author)
    return Correction(Kind(row.kind), row.start_time, row.end_time, *what)


async def _read(session: AsyncSession, old: Transcript, heard: Heard) -> Earlier | None:
    """Return what people made of a transcript; None when nobody has touched it."""
    waiting = [as_correction(one) for one in await waiting_in(session, old.id)]
    edited = select(exists().where(Segment.transcript_id == old.id, Segment.original_text.is_not(None)))
    if old.revision == ENGINE and not waiting and not await session.scalar(edited):
        return None
    then = await rows_at(session, old, ENGINE, words=True)
    now = await rows_at(session, old, old.revision, words=True)
    speakers = {key[1]: row for key, row in {**then, **now}.items() if key[0] == SPEAKERS}
    names = {one: row["speaker_name"] for one, row in speakers.items() if row["speaker_name"]}
    labels = {one: row["speaker_label"] for one, row in speakers.items()}
    return Earlier(lines_of(then), lines_of(now), names, labels, heard.names, waiting)

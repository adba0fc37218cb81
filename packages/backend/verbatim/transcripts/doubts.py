"""What people make of doubtful text."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from verbatim.core.clock import utcnow
from verbatim.core.errors import InvalidInputError
from verbatim.transcripts.models import Segment, Transcript
from verbatim.transcripts.repository import segment_number
from verbatim.transcripts.schemas import Decision
from verbatim.transcripts.service import note_change


class NotDoubtfulError(InvalidInputError):
    """Only text that is marked as doubtful can be kept or dropped; correct or delete other text."""

    code = "not_doubtful"


async def decide(
    session: AsyncSession, transcript: Transcript, segment_ids: Sequence[str], decision: Decision | None
) -> list[Segment]:
    """Keep or drop doubtful segments, or take that back. Returns those that are in the transcript, in order.

    Raises:
        NotDoubtfulError: one of them is not doubtful, or none of them is in this transcript.
    """
    wanted = [segment_number(segment_id) for segment_id in segment_ids]
    rows = await session.scalars(
        select(Segment)
        .where(Segment.transcript_id == transcript.id, Segment.id.in_(wanted))
        .order_by(Segment.segment_index, Segment.id)
        .options(undefer(Segment.words))
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    segments = list(rows)
    if not segments or any(segment.doubt is None for segment in segments):
        raise NotDoubtfulError
    changed = [segment for segment in segments if segment.decision != decision]
    ids = [str(segment.id) for segment in changed]
    before = dict.fromkeys(segment.decision for segment in changed)
    for segment in changed:
        segment.decision = decision
        segment.version += 1
        segment.updated_at = utcnow()
    if changed:
        previous = next(iter(before)) if len(before) == 1 else "several"
        facts = {"segment_ids": ids, "previous_decision": previous, "decision": decision}
        await note_change(session, transcript, "doubt_decided", **facts)
    return segments

"""Corrections that came from an earlier transcript, as they stand: carried, open, decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.history.models import TranscriptChange


class State(StrEnum):
    """What became of a correction: carried over by itself, open, or decided for what somebody wrote, or for the new."""

    CARRIED = "carried"
    OPEN = "open"
    MINE = "mine"
    NEW = "new"


@dataclass(frozen=True)
class Standing:
    """A correction and its state. One that was put in is open again while the change that did so is taken back."""

    row: CarriedCorrection
    state: State


async def standing_in(
    session: AsyncSession, transcript_id: str, ids: Sequence[str] | None = None, *, lock: bool = False
) -> list[Standing]:
    """Return the corrections of a transcript in order of time, or those with some ids."""
    rows = select(CarriedCorrection).where(CarriedCorrection.transcript_id == transcript_id)
    if ids is not None:
        rows = rows.where(CarriedCorrection.id.in_(ids))
    if lock:
        rows = rows.with_for_update().execution_options(populate_existing=True)
    found = list(await session.scalars(rows.order_by(CarriedCorrection.number)))
    numbers = {one.change_number for one in found if one.change_number is not None}
    undone: set[int] = set()
    if numbers:
        changes = select(TranscriptChange.number).where(
            TranscriptChange.transcript_id == transcript_id, TranscriptChange.undone_by.is_not(None)
        )
        undone = set(await session.scalars(changes))
    return [Standing(one, State.OPEN if one.change_number in undone else State(one.state)) for one in found]


async def waiting_in(session: AsyncSession, transcript_id: str) -> list[CarriedCorrection]:
    """Return the corrections of a transcript on which nobody has decided."""
    return [one.row for one in await standing_in(session, transcript_id) if one.state is State.OPEN]

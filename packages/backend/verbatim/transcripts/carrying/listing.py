"""Corrections that came from an earlier transcript, as they stand: carried, open, decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVarTuple

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim.core.pagination import Page
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.history.models import TranscriptChange

Columns = TypeVarTuple("Columns")


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


@dataclass(frozen=True)
class Counts:
    """How many corrections of a transcript there are in which state, and from which earlier one they are."""

    by_state: dict[str, int]
    from_id: str | None

    def of(self, *states: State) -> int:
        return sum(self.by_state.get(one, 0) for one in states)

    @property
    def open(self) -> int:
        return self.of(State.OPEN)

    @property
    def decided(self) -> int:
        return self.of(*(one for one in State if one is not State.OPEN))


def _state() -> ColumnElement[str]:
    undone = TranscriptChange.undone_by.is_not(None)
    return case((undone, State.OPEN.value), else_=CarriedCorrection.state)


def _with_change(wanted: Select[*Columns], transcript_id: str) -> Select[*Columns]:
    put_in = and_(
        TranscriptChange.transcript_id == CarriedCorrection.transcript_id,
        TranscriptChange.number == CarriedCorrection.change_number,
    )
    return wanted.outerjoin(TranscriptChange, put_in).where(CarriedCorrection.transcript_id == transcript_id)


async def standing_in(session: AsyncSession, transcript_id: str, ids: Sequence[str]) -> list[Standing]:
    """Return the corrections of a locked transcript with some ids, in order of time."""
    wanted = _with_change(select(CarriedCorrection, _state()), transcript_id).where(CarriedCorrection.id.in_(ids))
    return await _standing(session, wanted)


async def page_of(session: AsyncSession, transcript_id: str, page: Page, *, waiting: bool | None) -> list[Standing]:
    """Return a page of the corrections of a transcript in order of time: all, the open ones, or the others."""
    wanted = _with_change(select(CarriedCorrection, _state()), transcript_id)
    if waiting is not None:
        wanted = wanted.where(_state() == State.OPEN if waiting else _state() != State.OPEN)
    return await _standing(session, wanted.offset(page.offset).limit(page.page_size))


async def counts_of(session: AsyncSession, transcript_id: str) -> Counts:
    """Return how many corrections a transcript has in which state."""
    state = _state().label("stands")
    wanted = select(state, func.count(CarriedCorrection.id), func.min(CarriedCorrection.from_id))
    found = list(await session.execute(_with_change(wanted, transcript_id).group_by(state)))
    return Counts({str(one): number for one, number, _ in found}, found[0][2] if found else None)


async def waiting_in(session: AsyncSession, transcript_id: str) -> list[CarriedCorrection]:
    """Return the corrections of a transcript on which nobody has decided."""
    wanted = _with_change(select(CarriedCorrection, _state()), transcript_id).where(_state() == State.OPEN)
    return [one.row for one in await _standing(session, wanted)]


async def _standing(session: AsyncSession, wanted: Select[CarriedCorrection, str]) -> list[Standing]:
    ordered = wanted.order_by(CarriedCorrection.number, CarriedCorrection.id)
    rows = await session.execute(ordered.execution_options(populate_existing=True))
    return [Standing(row, State(state)) for row, state in rows]

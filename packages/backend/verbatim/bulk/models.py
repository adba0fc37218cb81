"""The table of what somebody does to many recordings at once."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Owned


class RunState(StrEnum):
    """waiting → running → done | stopped | failed. Stopped: by whoever asked, or because they may not any more."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


UNDER_WAY = (RunState.WAITING, RunState.RUNNING)


class BulkRun(Owned, Base):
    """One wish for many recordings, and how far it has come. It is its person's own.

    ``wish`` is the body of the request, ``known_by`` what `AuthProvider.recall` takes. Of the ``total`` that matched at
    the beginning ``done`` were done; ``left`` says by the code of the refusal how many were not, with its sentence.
    Recordings come in the order of their ids: all up to ``after`` have had their turn. ``undoable`` says that what
    it deletes goes to the trash, and that nobody has taken it back; ``undoes`` is the run that this one takes back.
    """

    is_content: ClassVar[bool] = False
    __tablename__ = "bulk_runs"
    __table_args__ = (
        Index("ix_bulk_runs_person_id", "person_id", "created_at", "id"),
        Index("ix_bulk_runs_ended_at", "ended_at"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(String(100))
    known_by: Mapped[dict[str, str | None]] = mapped_column(JSON)
    action: Mapped[str] = mapped_column(String(20))
    wish: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(20), default=RunState.WAITING)
    reason: Mapped[str | None] = mapped_column(String(500))
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    left: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    after: Mapped[str] = mapped_column(String(36), default="")
    undoable: Mapped[bool] = mapped_column(default=False)
    undoes: Mapped[str | None] = mapped_column(String(36))
    job_id: Mapped[str | None] = mapped_column(String(36))
    storage_location: Mapped[str | None] = mapped_column(String(100))
    storage_key: Mapped[str | None] = mapped_column(String(1000))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    ended_at: Mapped[datetime | None]


class BulkDone(Owned, Base):
    """That a recording was done in a run, for those who take it back or want its file."""

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # each recording tells of itself
    is_content: ClassVar[bool] = False
    __tablename__ = "bulk_done"

    run_id: Mapped[str] = mapped_column(String(36), ForeignKey("bulk_runs.id", ondelete="CASCADE"), primary_key=True)
    recording_id: Mapped[str] = mapped_column(String(36), primary_key=True)

"""Tables of backups: the installation itself, and what was backed up and proved when."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base


class Installation(Base):
    """One row: which installation the data belong to, and in which timeline they are. A restore begins a new one.

    ``restoring`` names the backup that is being restored, until all of it is there.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True
    __tablename__ = "installation"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(36))
    epoch: Mapped[str] = mapped_column(String(36))
    restored_at: Mapped[datetime | None]
    restored_from: Mapped[str | None] = mapped_column(String(100))
    restoring: Mapped[str | None] = mapped_column(String(100))


class RunKind(StrEnum):
    """What was done."""

    BACKUP = "backup"
    PROOF = "proof"


class RunStatus(StrEnum):
    """running → good | bad. One that says nothing any more has died."""

    RUNNING = "running"
    GOOD = "good"
    BAD = "bad"


class BackupRun(Base):
    """A backup that was taken, or one that was proved. ``seen_at`` moves while it runs."""

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # the server's own work, which nobody did
    __tablename__ = "backup_runs"
    __table_args__ = (Index("ix_backup_runs_kind", "kind", "started_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    kind: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(10), default=RunStatus.RUNNING)
    place: Mapped[str] = mapped_column(Text)
    backup: Mapped[str | None] = mapped_column(String(100))
    detail: Mapped[str | None] = mapped_column(Text)
    counts: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    started_at: Mapped[datetime] = mapped_column(default=utcnow)
    seen_at: Mapped[datetime] = mapped_column(default=utcnow)
    ended_at: Mapped[datetime | None]

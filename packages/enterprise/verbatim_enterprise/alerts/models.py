"""Tables of alerts: what was told, what counts as told of each part, and what each reader has seen."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, new_id, utcnow


class Alert(Base):
    """One thing that administrators were told. ``kind`` is ``raised``, ``reminder`` or ``resolved``; the rest is the
    finding of the check ``name`` at that moment. Ids sort by time.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # its event is in the log
    __tablename__ = "alerts"
    __table_args__ = (
        Index("ix_alerts_at", "at"),
        CheckConstraint("kind IN ('raised', 'reminder', 'resolved')", name="kind"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    at: Mapped[datetime] = mapped_column(default=utcnow)
    kind: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(120))
    host: Mapped[str] = mapped_column(String(255), default="")
    status: Mapped[str] = mapped_column(String(20))
    detail: Mapped[str] = mapped_column(Text)
    todo: Mapped[str] = mapped_column(Text, default="")
    link: Mapped[str] = mapped_column(String(500), default="")
    setting: Mapped[str] = mapped_column(String(100), default="")


class AlertState(Base):
    """How a part is as far as administrators know. ``turn`` grows with each change, so that of several servers that
    notice the same one tells it.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True
    __tablename__ = "alert_states"

    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    host: Mapped[str] = mapped_column(String(255), primary_key=True, default="")
    status: Mapped[str] = mapped_column(String(20))
    told_at: Mapped[datetime] = mapped_column(default=utcnow)
    turn: Mapped[int] = mapped_column(default=1)


class AlertReader(Base):
    """Up to which alert somebody has read, and whether they want mail."""

    bookkeeping: ClassVar[bool | frozenset[str]] = True
    __tablename__ = "alert_readers"

    user_id: Mapped[str] = mapped_column(String(36), ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    read_up_to: Mapped[str] = mapped_column(String(36), default="")
    mail: Mapped[bool] = mapped_column(default=True)

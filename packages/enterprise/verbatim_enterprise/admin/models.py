"""Counters of the installation, kept as things happen."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Date, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, BigKey, utcnow


class ActivityDay(Base):
    """The last day on which somebody did anything, signed in or by a key of theirs."""

    bookkeeping: ClassVar[bool | frozenset[str]] = True
    __tablename__ = "activity_days"
    __table_args__ = (Index("ix_activity_days_day", "day"),)

    user_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    day: Mapped[date] = mapped_column(Date)


class FigureEntry(Base):
    """Something that happened, written in its transaction, until it is added to its hour. Nobody waits for a row that
    all transactions would have to change.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True
    __tablename__ = "figure_entries"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(default=utcnow)
    name: Mapped[str] = mapped_column(String(60))
    amount: Mapped[float]


class FigureHour(Base):
    """The sum of one figure over an hour, or of one that is sampled, its highest value in that hour."""

    bookkeeping: ClassVar[bool | frozenset[str]] = True
    __tablename__ = "figure_hours"

    hour: Mapped[datetime] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    amount: Mapped[float]

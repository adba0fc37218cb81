"""The table of findings: what each check found last, so that nobody forgets since when over a restart."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import utcnow
from verbatim.core.db import Base


class HealthFinding(Base):
    """What a check found last. ``host`` is empty for what is the same on all machines; ``source`` names the check that
    found it, which may find several things of a kind; ``last_good`` is when all was well for the last time.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True
    __tablename__ = "health_findings"

    name: Mapped[str] = mapped_column(String(120), primary_key=True)
    host: Mapped[str] = mapped_column(String(255), primary_key=True, default="")
    source: Mapped[str] = mapped_column(String(120))
    status: Mapped[str] = mapped_column(String(20))
    detail: Mapped[str] = mapped_column(Text)
    todo: Mapped[str] = mapped_column(Text, default="")
    since: Mapped[datetime] = mapped_column(default=utcnow)
    checked_at: Mapped[datetime] = mapped_column(default=utcnow)
    last_good: Mapped[datetime | None]
    latency_ms: Mapped[float] = mapped_column(default=0.0)

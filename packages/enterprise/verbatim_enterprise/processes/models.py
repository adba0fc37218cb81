"""The servers that run on this database, so that each knows which part of a quota is its own."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, new_id, utcnow


class ServerProcess(Base):
    """A server process. One that was killed leaves its row, which counts no more after a minute."""

    __tablename__ = "server_processes"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    host: Mapped[str] = mapped_column(String(255))
    started_at: Mapped[datetime] = mapped_column(default=utcnow)
    seen_at: Mapped[datetime] = mapped_column(default=utcnow)

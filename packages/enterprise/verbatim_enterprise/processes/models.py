"""The row of a process that is there."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, new_id, utcnow


class Role(StrEnum):
    """What a process is for: a server answers requests, a worker runs jobs. Of a server of several processes one is the
    server, the others are its members.
    """

    SERVER = "server"
    MEMBER = "member"
    WORKER = "worker"


class ServerProcess(Base):
    """A process. One that was killed leaves its row, which counts no more after a minute."""

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # says that a server is alive
    __tablename__ = "server_processes"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    host: Mapped[str] = mapped_column(String(255))
    role: Mapped[str] = mapped_column(String(20), default=Role.SERVER)
    job_types: Mapped[list[str]] = mapped_column(JSON, default=list)
    """The types of jobs that it runs."""
    started_at: Mapped[datetime] = mapped_column(default=utcnow)
    seen_at: Mapped[datetime] = mapped_column(default=utcnow)

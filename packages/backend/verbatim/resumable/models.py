"""Table of uploads that come in pieces."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Placed


class UnfinishedUpload(Placed, Base):
    """A file on its way. Its bytes so far lie in a file named by the id, in the folder known by ``place``.

    ``received`` are those that are certainly on disk; of a whole file one is left out until the thing is made of it, so
    that whoever goes on sends that byte, and with it asks for the thing again. ``holder`` is the request that writes,
    until ``held_until``. ``result_id`` is what was made; the row stays for those who missed the answer.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # a file before what it belongs to is there
    is_content: ClassVar[bool] = False
    __tablename__ = "unfinished_uploads"
    __table_args__ = (
        Index("ix_unfinished_uploads_uploader", "uploader", "id"),
        Index("ix_unfinished_uploads_owner_id", "owner_id"),
        Index("ix_unfinished_uploads_expires_at", "expires_at"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    uploader: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(50))
    said: Mapped[str] = mapped_column(Text)
    """The header ``Upload-Metadata``, as it came."""
    length: Mapped[int] = mapped_column(BigInteger)
    received: Mapped[int] = mapped_column(BigInteger, default=0)
    place: Mapped[str] = mapped_column(String(36))
    host: Mapped[str] = mapped_column(String(255))
    holder: Mapped[str | None] = mapped_column(String(300))
    held_until: Mapped[datetime | None]
    result_id: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    expires_at: Mapped[datetime]

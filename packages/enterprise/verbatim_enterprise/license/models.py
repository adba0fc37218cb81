"""Licences that were uploaded, and what the installation remembers about time."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, SealedColumn, new_id, utcnow


class StoredLicense(Base):
    """An uploaded licence. The one in use has its ``token``; a replaced one is kept ``sealed`` with the secret key."""

    __tablename__ = "licenses"

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    license_id: Mapped[str] = mapped_column(String(200), unique=True)
    token: Mapped[str | None] = mapped_column(Text)
    sealed: Mapped[str | None] = mapped_column(Text)
    org_name: Mapped[str] = mapped_column(String(200))
    seat_count: Mapped[int]
    expires_at: Mapped[datetime]
    installed_at: Mapped[datetime] = mapped_column(default=utcnow)
    installed_by: Mapped[str | None] = mapped_column(String(36))
    replaced_at: Mapped[datetime | None]


SEALED = SealedColumn(StoredLicense, "sealed", "replaced licence")
"""Backups of replaced licences."""


class LicenseWatch(Base):
    """One row: the latest time seen, and what was told last, so that each change is told once.

    ``state`` is in the log; of ``stage`` administrators got mail.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # remembers the clock
    __tablename__ = "license_watch"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seen_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20))
    clock_set_back: Mapped[bool] = mapped_column(default=False)
    stage: Mapped[str | None] = mapped_column(String(30))

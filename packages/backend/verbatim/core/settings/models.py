"""What an administrator has set."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Final

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import utcnow
from verbatim.core.db import Base
from verbatim.core.sealed import SealedColumn


class StoredSetting(Base):
    """One value in place of a default: as JSON, or sealed when it is secret. ``name`` is the field's."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(String(100), primary_key=True)
    value: Mapped[str | None] = mapped_column(Text)
    sealed: Mapped[str | None] = mapped_column(Text)
    changed_by: Mapped[str | None] = mapped_column(String(200))
    changed_at: Mapped[datetime] = mapped_column(default=utcnow)


class SettingsVersion(Base):
    """One row, which counts the changes: two people cannot change settings over each other's heads, and every process
    sees that there is something to read.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True
    __tablename__ = "settings_version"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int] = mapped_column(default=0)


class SettingsChange(Base):
    """One change as it can be taken back. ``before`` is JSON: what was stored of each setting that was changed, null
    where its default counted. Of secrets only that they were changed: ``secrets`` names them.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # each setting that is changed has a row of its own in the log
    __tablename__ = "settings_changes"

    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    before: Mapped[str] = mapped_column(Text)
    secrets: Mapped[str] = mapped_column(Text, default="")
    changed_by: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[datetime] = mapped_column(default=utcnow)


SEALED: Final = SealedColumn(StoredSetting, "sealed", "setting", key="name")

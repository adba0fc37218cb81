"""Tables of storage locations."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, SealedColumn, new_id, utcnow


class LocationType(StrEnum):
    """What kind of storage it is. There is one ``local``, the server's own disk."""

    LOCAL = "local"
    S3 = "s3"
    AZURE_BLOB = "azure_blob"


class StorageLocation(Base):
    """A storage by its id, which is what rows with files call it.

    A ``locked`` one comes from the environment and is called ``local``, ``s3`` or ``azure_blob``; the others have their
    ``config`` here and their ``credentials`` sealed. One that was ``removed_at`` takes nothing new and is forgotten as
    soon as nobody can be writing to it any more.
    """

    __tablename__ = "storage_locations"
    __table_args__ = (
        Index(
            "uq_storage_locations_default",
            "is_default",
            unique=True,
            sqlite_where=text("is_default"),
            postgresql_where=text("is_default"),
        ),
        Index(
            "uq_storage_locations_name",
            "name",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
        CheckConstraint("type IN ('local', 's3', 'azure_blob')", name="type"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100))
    type: Mapped[str] = mapped_column(String(20))
    locked: Mapped[bool] = mapped_column(default=False)
    is_default: Mapped[bool] = mapped_column(default=False)
    stands_in: Mapped[bool] = mapped_column(default=False, server_default=false())
    config: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    credentials: Mapped[str | None] = mapped_column(Text)
    created_by: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    removed_at: Mapped[datetime | None]


CREDENTIALS = SealedColumn(StorageLocation, "credentials", "storage credentials")


class StorageTeam(Base):
    """Which location takes the new files of a team that has one of its own."""

    __tablename__ = "storage_teams"
    __table_args__ = (Index("ix_storage_teams_location_id", "location_id"),)

    team_id: Mapped[str] = mapped_column(String(36), ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    location_id: Mapped[str] = mapped_column(String(36), ForeignKey("storage_locations.id", ondelete="CASCADE"))


class StorageCheck(Base):
    """What a comparison of the storages with the database found; of ``location_id``, or of all. Of long lists of
    findings only the first are kept, the counts are of all.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # the server looks by itself
    __tablename__ = "storage_checks"
    __table_args__ = (Index("ix_storage_checks_finished_at", "finished_at", "id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    location_id: Mapped[str | None] = mapped_column(String(36))
    quick: Mapped[bool] = mapped_column(default=False)
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime] = mapped_column(default=utcnow)
    recordings: Mapped[int]
    files: Mapped[int]
    counts: Mapped[dict[str, int]] = mapped_column(JSON)
    findings: Mapped[list[dict[str, Any]]] = mapped_column(JSON)

    @property
    def ok(self) -> bool:
        """Whether something was looked at, and all of it was well."""
        return self.recordings > 0 and not any(self.counts.values())

"""Table of retention rules."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, Owned, new_id, utcnow


class Basis(StrEnum):
    """What a recording's age counts from: when it was made, or when it or its transcript last changed."""

    CREATED = "created"
    CHANGED = "changed"


class RuleStatus(StrEnum):
    """A draft deletes nothing; an active rule deletes from ``starts_at`` on. A change makes it a draft again."""

    DRAFT = "draft"
    ACTIVE = "active"


class RetentionRule(Owned, Base):
    """How long recordings and documents of a team, or of one project, are kept; without ``keep_days`` for ever.

    A project's rule stands before the team's. The project is named without a foreign key: a rule of a project that is
    gone matches nothing.
    """

    is_content: ClassVar[bool] = False
    __tablename__ = "retention_rules"
    __table_args__ = (
        Index("uq_retention_rules_project", "owner_id", "project_id", unique=True),
        Index(
            "uq_retention_rules_team",
            "owner_id",
            unique=True,
            sqlite_where=text("project_id IS NULL"),
            postgresql_where=text("project_id IS NULL"),
        ),
        Index("ix_retention_rules_created_by", "created_by"),
        Index("ix_retention_rules_confirmed_by", "confirmed_by"),
        CheckConstraint("basis IN ('created', 'changed')", name="basis"),
        CheckConstraint("status IN ('draft', 'active')", name="status"),
        CheckConstraint("keep_days IS NULL OR keep_days > 0", name="keep_days"),
        CheckConstraint("keep_days IS NOT NULL OR project_id IS NOT NULL", name="forever"),
        CheckConstraint("(status = 'active') = (starts_at IS NOT NULL)", name="started"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    project_id: Mapped[str | None] = mapped_column(String(36))
    keep_days: Mapped[int | None]
    basis: Mapped[str] = mapped_column(String(20), default=Basis.CREATED)
    status: Mapped[str] = mapped_column(String(20), default=RuleStatus.DRAFT)
    starts_at: Mapped[datetime | None]
    created_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("users.id", ondelete="SET NULL"))
    confirmed_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("users.id", ondelete="SET NULL"))
    confirmed_by_name: Mapped[str | None] = mapped_column(String(200))
    confirmed_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    last_run_at: Mapped[datetime | None]
    deleted_recordings: Mapped[int] = mapped_column(BigInteger, default=0)
    deleted_documents: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    deleted_bytes: Mapped[int] = mapped_column(BigInteger, default=0)

"""Tables of the audit log. Nothing in them is ever changed; only what retention has signed for is removed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, new_id, utcnow

INDEXES: Final[Mapping[str, tuple[str, ...]]] = {
    "action": ("action", "id", "resource_type"),
    "actor": ("actor_id", "id", "team_id", "action", "resource_type", "address"),
    "team": ("team_id", "id", "resource_type"),
    "actor_action": ("actor_id", "action", "id"),
    "team_action": ("team_id", "action", "id"),
    "resource": ("resource_type", "resource_id", "id"),
    "resource_type": ("resource_type", "id", "action"),
    "resource_id": ("resource_id", "id"),
    "address": ("address", "id", "team_id", "action", "resource_type", "actor_id"),
}
"""The id is the order of a page. What stands behind it is looked at in the index: where two things must hold that
mostly go together, as a person and an address, the planner takes them for unrelated, and still no row is read that the
page does not show.
"""
FAILURES: Final[Mapping[str, tuple[str, ...]]] = {
    "outcome": ("outcome", "id", "action", "resource_type"),
    "failed_actor": ("actor_id", "id", "outcome", "action", "team_id", "address"),
    "failed_address": ("address", "id", "outcome", "action", "team_id"),
    "failed_team": ("team_id", "id", "outcome", "action", "resource_type"),
}
"""Those of what did not succeed: few rows, which nobody should have to be looked for among all."""

_FAILED = text("outcome <> 'success'")


class AuditLog(Base):
    """One thing that was done, or tried. Not `Owned`: it outlives the team, the people and the things it tells of.

    ``id`` begins with the time (UUIDv7), so that its order is the order of events and every index ends with it.
    Names are copies, readable after what they name is gone. ``mac`` shows that this server wrote the row.
    """

    __tablename__ = "audit_log"
    __table_args__ = (
        *(Index(f"ix_audit_log_{name}", *columns) for name, columns in INDEXES.items()),
        *(
            Index(f"ix_audit_log_{name}", *columns, sqlite_where=_FAILED, postgresql_where=_FAILED)
            for name, columns in FAILURES.items()
        ),
    )

    id: Mapped[str] = mapped_column(Uuid(as_uuid=False), primary_key=True)
    at: Mapped[datetime]
    action: Mapped[str] = mapped_column(String(64))
    outcome: Mapped[str] = mapped_column(String(16))
    actor_type: Mapped[str] = mapped_column(String(16))
    actor_id: Mapped[str | None] = mapped_column(String(36))
    actor_name: Mapped[str | None] = mapped_column(String(300))
    team_id: Mapped[str | None] = mapped_column(String(36))
    resource_type: Mapped[str | None] = mapped_column(String(40))
    resource_id: Mapped[str | None] = mapped_column(String(64))
    resource_name: Mapped[str | None] = mapped_column(String(300))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)
    address: Mapped[str | None] = mapped_column(String(64))
    user_agent: Mapped[str | None] = mapped_column(String(300))
    request_id: Mapped[str | None] = mapped_column(String(64))
    session_id: Mapped[str | None] = mapped_column(String(36))
    key_id: Mapped[str | None] = mapped_column(String(36))
    words: Mapped[str] = mapped_column(Text)
    mac: Mapped[str] = mapped_column(String(80))


class AuditSeal(Base):
    """The place of a row in the chain: numbers without gaps, each hash made of the row and the hash before it."""

    __tablename__ = "audit_seals"

    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    audit_id: Mapped[str] = mapped_column(Uuid(as_uuid=False), unique=True)
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(Base):
    """The end of the chain as it was at some moment, signed.

    ``kind`` is seal, or purge: rows up to ``last_seq``, which is that of an earlier head, may go.
    ``chain`` is the hash of the last seal; ``previous`` the hash of the head before this one;
    ``marks`` eight characters of the hash of each of its rows.
    """

    __tablename__ = "audit_heads"
    __table_args__ = (Index("ix_audit_heads_kind", "kind", "last_seq"),)

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(10))
    last_seq: Mapped[int] = mapped_column(BigInteger)
    chain: Mapped[str] = mapped_column(String(64))
    previous: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(default=utcnow)
    key_id: Mapped[str] = mapped_column(String(16))
    marks: Mapped[str] = mapped_column(Text)
    signature: Mapped[str] = mapped_column(String(100))


class AuditFilter(Base):
    """A search that somebody saved for themselves."""

    __tablename__ = "audit_filters"
    __table_args__ = (Index("ix_audit_filters_user", "user_id", "name"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(String(36), ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    query: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class AuditStream(Base):
    """How far a receiver has been told: the number of the last row that it has taken.

    Who sends holds a lease until ``lease_until``. ``target`` is what the receiver was; another one begins anew.
    """

    __tablename__ = "audit_streams"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    target: Mapped[str] = mapped_column(Text)
    last_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    lease: Mapped[str | None] = mapped_column(String(36))
    lease_until: Mapped[datetime | None]
    failing_since: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(300))
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)

"""Tables of API keys and of how much they were used."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim_enterprise.host import Base, folded_of, keep_folded, new_id, utcnow


class ApiKey(Base):
    """A key that acts for ``user_id``, with at most ``scopes``.

    The plaintext is not kept: ``secret_hash`` is its SHA-256, ``start`` its beginning. After a rotation the secret
    before lives on as ``previous_hash`` until ``previous_ends_at``. A key limited to a team or workspace goes with it:
    it must never become one without limit. ``second_factor`` says whether it was made in a session that had one.
    """

    __tablename__ = "api_keys"
    __table_args__ = (
        Index("ix_api_keys_user_id", "user_id", "created_at", "id"),
        Index("ix_api_keys_team_id", "team_id", "created_at", "id"),
        Index("ix_api_keys_workspace_id", "workspace_id"),
        Index("ix_api_keys_created_at", "created_at", "id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(String(36), ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    start: Mapped[str] = mapped_column(String(12))
    secret_hash: Mapped[str] = mapped_column(String(64), unique=True)
    secret_made_at: Mapped[datetime] = mapped_column(default=utcnow)
    previous_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    previous_ends_at: Mapped[datetime | None]
    scopes: Mapped[list[str]] = mapped_column(JSON)
    team_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("teams.id", ondelete="CASCADE"))
    workspace_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("workspaces.id", ondelete="CASCADE"))
    addresses: Mapped[list[str]] = mapped_column(JSON, default=list)
    rate_per_minute: Mapped[int | None]
    rate_burst: Mapped[int | None]
    second_factor: Mapped[bool] = mapped_column(default=False)
    made_by_key_id: Mapped[str | None] = mapped_column(String(36))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
    revoked_by: Mapped[str | None] = mapped_column(String(36))
    last_used_at: Mapped[datetime | None]
    last_used_address: Mapped[str | None] = mapped_column(String(64))
    name_folded: Mapped[str | None] = folded_of("name")

    _fold = validates("name")(keep_folded)


class ApiKeyUsage(Base):
    """What came with a key on one day (UTC); ``errors`` are requests answered with 400 or above."""

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # counts requests
    __tablename__ = "api_key_usage"

    key_id: Mapped[str] = mapped_column(String(36), ForeignKey("api_keys.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    requests: Mapped[int] = mapped_column(BigInteger, default=0)
    errors: Mapped[int] = mapped_column(BigInteger, default=0)

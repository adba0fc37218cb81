"""The table of accounts."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import Index, String, Text, true
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim_enterprise.host import Base, Role, folded_of, keep_folded, new_id, utcnow


class User(Base):
    """An account. ``username_key`` and ``email_key`` are case-folded: names are unique however they are written.

    Somebody who registered and was not approved yet has no ``approved_at``; ``is_active`` says whether an account may
    sign in at all. ``password_hash`` is null for accounts that only sign in through a provider.
    ``signed_in_after`` ends every session begun before it. ``email_proved`` says whether somebody vouches for the
    address: an administrator, a provider, or a link that was opened.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = frozenset({"last_sign_in_at", "totp_last_step"})
    __tablename__ = "users"
    __table_args__ = (Index("ix_users_created_at", "created_at", "id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    username: Mapped[str] = mapped_column(String(64))
    username_key: Mapped[str] = mapped_column(String(128), unique=True)
    email: Mapped[str] = mapped_column(String(254))
    email_key: Mapped[str] = mapped_column(String(508), unique=True)
    email_proved: Mapped[bool] = mapped_column(default=True, server_default=true())
    display_name: Mapped[str | None] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(20), default=Role.USER)
    is_active: Mapped[bool] = mapped_column(default=False)
    approved_at: Mapped[datetime | None]
    password_hash: Mapped[str | None] = mapped_column(Text)
    password_changed_at: Mapped[datetime | None]
    signed_in_after: Mapped[datetime | None]
    totp_secret: Mapped[str | None] = mapped_column(Text)
    totp_confirmed_at: Mapped[datetime | None]
    totp_last_step: Mapped[int | None]
    default_team_id: Mapped[str | None] = mapped_column(String(36))
    last_sign_in_at: Mapped[datetime | None]
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    email_folded: Mapped[str | None] = folded_of("email")
    display_name_folded: Mapped[str | None] = folded_of("display_name")

    _fold = validates("email", "display_name")(keep_folded)

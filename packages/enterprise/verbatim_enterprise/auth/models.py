"""Tables of identity: sessions, throttles, second factors, linked identities, reset links, the first set-up."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, new_id, utcnow


def _user() -> ForeignKey:
    return ForeignKey("users.id", ondelete="CASCADE")


class AuthSession(Base):
    """One signed-in device.

    Its refresh tokens follow from ``salt`` and ``generation`` (see `tokens`), so that the same successor can be given
    twice without keeping it; ``token_hash`` is that of the current one. ``expires_at`` moves with each rotation, up to
    ``ends_at``. A session with ``ended_at`` is over, whatever its tokens say.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = frozenset(
        {"expires_at", "generation", "key_id", "rotated_at", "token_hash"}  # a token was renewed
    )
    __tablename__ = "sessions"
    __table_args__ = (Index("ix_sessions_user_id", "user_id", "created_at"), Index("ix_sessions_ends_at", "ends_at"))

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(String(36), _user())
    team_id: Mapped[str | None] = mapped_column(String(36))
    workspace_id: Mapped[str | None] = mapped_column(String(36))
    salt: Mapped[str] = mapped_column(String(64))
    key_id: Mapped[str] = mapped_column(String(16))
    generation: Mapped[int] = mapped_column(default=0)
    token_hash: Mapped[str] = mapped_column(String(64))
    rotated_at: Mapped[datetime] = mapped_column(default=utcnow)
    expires_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None] = mapped_column(String(40))
    second_factor: Mapped[bool] = mapped_column(default=False)
    method: Mapped[str] = mapped_column(String(80))
    address: Mapped[str | None] = mapped_column(String(64))
    user_agent: Mapped[str | None] = mapped_column(String(300))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)


class Throttle(Base):
    """Failed attempts under one key (an account from one place, an account, an address) and when the next may come.

    ``account`` is the key of the account meant, so that an administrator can unlock it. ``pending`` attempts are under
    way; those that are not settled by ``pending_until`` have failed.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # counts attempts, also such as are refused afterwards
    __tablename__ = "auth_throttles"
    __table_args__ = (Index("ix_auth_throttles_account", "account"), Index("ix_auth_throttles_failed_at", "failed_at"))

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    account: Mapped[str | None] = mapped_column(String(64))
    failures: Mapped[int]
    failed_at: Mapped[datetime]
    blocked_until: Mapped[datetime]
    pending: Mapped[int] = mapped_column(default=0, server_default="0")
    pending_until: Mapped[datetime | None]


class RecoveryCode(Base):
    """A code that replaces the second factor once."""

    bookkeeping: ClassVar[bool | frozenset[str]] = frozenset({"used_at"})
    __tablename__ = "mfa_recovery_codes"
    __table_args__ = (UniqueConstraint("user_id", "code_hash", name="uq_mfa_recovery_codes_user_id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(String(36), _user())
    code_hash: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None]


class Identity(Base):
    """Somebody at an OpenID Connect provider, known by issuer and subject and nothing else."""

    __tablename__ = "identities"
    __table_args__ = (
        UniqueConstraint("issuer", "subject", name="uq_identities_issuer"),
        Index("ix_identities_user_id", "user_id"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(String(36), _user())
    provider: Mapped[str] = mapped_column(String(32))
    issuer: Mapped[str] = mapped_column(Text)
    subject: Mapped[str] = mapped_column(String(255))
    email: Mapped[str | None] = mapped_column(String(254))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    last_used_at: Mapped[datetime | None]


class MappedMembership(Base):
    """A membership that a provider's group gave, and that goes when the group does. Others are left alone."""

    __tablename__ = "mapped_memberships"

    user_id: Mapped[str] = mapped_column(String(36), _user(), primary_key=True)
    provider: Mapped[str] = mapped_column(String(32), primary_key=True)
    team_id: Mapped[str] = mapped_column(String(36), ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)


class PasswordReset(Base):
    """A link that sets a new password once.

    With ``confirms_email`` it went to the address of somebody who registered, and wakes their account too.
    """

    __tablename__ = "password_resets"
    __table_args__ = (Index("ix_password_resets_user_id", "user_id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    user_id: Mapped[str] = mapped_column(String(36), _user())
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_by: Mapped[str | None] = mapped_column(String(36))
    confirms_email: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Setup(Base):
    """One row, ever: the first administrator exists. Its fixed key makes two racing registrations one."""

    __tablename__ = "auth_setup"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    user_id: Mapped[str | None] = mapped_column(String(36), ForeignKey("users.id", ondelete="SET NULL"))
    done_at: Mapped[datetime] = mapped_column(default=utcnow)

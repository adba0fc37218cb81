"""Tables of language models: where they are, what they cost, who has used them, and how much may be used."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim_enterprise.host import Base, SealedColumn, new_id, utcnow


class EndpointKind(StrEnum):
    """Which wire format a server speaks."""

    OPENAI = "openai"
    ANTHROPIC = "anthropic"
    GENERIC_OPENAI = "generic_openai"


class LlmEndpoint(Base):
    """A server of language models that an administrator added. The key lies sealed.

    ``models`` are ``[{name, label, context_tokens}]``; ``team_ids`` who may use them, null: every team. The one with
    the lowest ``position`` comes first.
    """

    __tablename__ = "llm_endpoints"
    __table_args__ = (CheckConstraint("kind IN ('openai', 'anthropic', 'generic_openai')", name="kind"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(20))
    base_url: Mapped[str] = mapped_column(Text)
    api_key: Mapped[str | None] = mapped_column(Text)
    models: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    team_ids: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    enabled: Mapped[bool] = mapped_column(default=True)
    position: Mapped[int] = mapped_column(default=100)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)


API_KEY = SealedColumn(LlmEndpoint, "api_key", "language model key")


class LlmPrice(Base):
    """What a model costs from a moment on, in millionths of a unit of money for a million tokens.

    ``endpoint_id`` is that of a row, or the name of one from the environment.
    """

    __tablename__ = "llm_prices"
    __table_args__ = (UniqueConstraint("endpoint_id", "model", "valid_from"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    endpoint_id: Mapped[str] = mapped_column(String(36))
    model: Mapped[str] = mapped_column(String(200))
    valid_from: Mapped[datetime] = mapped_column(default=utcnow)
    input_micros: Mapped[int] = mapped_column(BigInteger)
    output_micros: Mapped[int] = mapped_column(BigInteger)
    cached_micros: Mapped[int] = mapped_column(BigInteger)


class LlmUsage(Base):
    """One call of a model, from before it is made: what is put by for it, then what it used.

    It outlives whatever it was for. ``worst_micros`` is what it may cost at most, ``worst_tokens`` what it may use.
    ``finished_at`` is null while the call goes on in the process ``holder``, and ``reserved_for`` are the budgets in
    which something is put by for it.
    ``cost_micros`` is null without a price.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # each call is a row already
    __tablename__ = "llm_usage"
    __table_args__ = (
        Index("ix_llm_usage_started_at", "started_at", "id"),
        Index("ix_llm_usage_user_id", "user_id", "started_at"),
        Index("ix_llm_usage_team_id", "team_id", "started_at"),
        Index("ix_llm_usage_like", "team_id", "endpoint_id", "model", "feature", "started_at"),
        Index(
            "ix_llm_usage_open",
            "started_at",
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    endpoint_id: Mapped[str] = mapped_column(String(36))
    provider: Mapped[str] = mapped_column(String(20))
    model: Mapped[str] = mapped_column(String(240))
    feature: Mapped[str] = mapped_column(String(50))
    user_id: Mapped[str | None] = mapped_column(String(36))
    team_id: Mapped[str | None] = mapped_column(String(36))
    key_id: Mapped[str | None] = mapped_column(String(36))
    recording_id: Mapped[str | None] = mapped_column(String(36))
    tokens_in: Mapped[int] = mapped_column(default=0)
    tokens_out: Mapped[int] = mapped_column(default=0)
    tokens_cached: Mapped[int] = mapped_column(default=0)
    estimated: Mapped[bool] = mapped_column(default=False)
    cost_micros: Mapped[int | None] = mapped_column(BigInteger)
    outcome: Mapped[str] = mapped_column(String(40), default="running")
    first_byte_ms: Mapped[int | None]
    latency_ms: Mapped[int | None]
    reserved_tokens: Mapped[int] = mapped_column(default=0)
    reserved_micros: Mapped[int] = mapped_column(BigInteger, default=0)
    reserved_for: Mapped[list[str]] = mapped_column(JSON, default=list)
    worst_micros: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    worst_tokens: Mapped[int] = mapped_column(default=0, server_default="0")
    holder: Mapped[str] = mapped_column(String(200))
    started_at: Mapped[datetime] = mapped_column(default=utcnow)
    seen_at: Mapped[datetime] = mapped_column(default=utcnow)
    finished_at: Mapped[datetime | None]


class LlmBudget(Base):
    """How much may be used in each day or month (UTC): of the installation, a team, a person or an API key."""

    __tablename__ = "llm_budgets"
    __table_args__ = (
        CheckConstraint("scope IN ('installation', 'team', 'user', 'key')", name="scope"),
        CheckConstraint("period IN ('day', 'month')", name="period"),
        UniqueConstraint("scope", "scope_id", "period"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    scope: Mapped[str] = mapped_column(String(20))
    scope_id: Mapped[str] = mapped_column(String(36), default="")
    period: Mapped[str] = mapped_column(String(10))
    limit_tokens: Mapped[int | None] = mapped_column(BigInteger)
    limit_micros: Mapped[int | None] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)


class LlmSpend(Base):
    """What has been used of a budget in one period, and what is put by for calls that go on.

    ``told`` is the share of it in percent that was told of, ``mailed`` the one that administrators had mail about.
    """

    bookkeeping: ClassVar[bool | frozenset[str]] = True  # follows from the calls
    __tablename__ = "llm_spend"

    budget_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("llm_budgets.id", ondelete="CASCADE"), primary_key=True
    )
    period_start: Mapped[datetime] = mapped_column(primary_key=True)
    used_tokens: Mapped[int] = mapped_column(BigInteger, default=0)
    used_micros: Mapped[int] = mapped_column(BigInteger, default=0)
    reserved_tokens: Mapped[int] = mapped_column(BigInteger, default=0)
    reserved_micros: Mapped[int] = mapped_column(BigInteger, default=0)
    told: Mapped[int] = mapped_column(default=0)
    mailed: Mapped[int] = mapped_column(default=0, server_default="0")

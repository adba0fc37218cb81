"""The table of voice profiles."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from verbatim.core.clock import new_id, utcnow
from verbatim.core.db import Base
from verbatim.core.ownership import Owned

_NO_OWNER = text("owner_id IS NULL")


class VoiceProfile(Owned, Base):
    """What somebody sounds like. ``consent_by`` is who said yes and when, ``entered_by`` who wrote that down.

    ``voices`` are measured voices, one for each model that measured one. ``name_key`` is the name case-folded: there is
    one profile of a name per owner.
    """

    __tablename__ = "voice_profiles"
    __table_args__ = (
        Index("uq_voice_profiles_owner_name", "owner_id", "name_key", unique=True),
        # NULLs are distinct to a unique index, so single-user mode needs one of its own.
        Index("uq_voice_profiles_name", "name_key", unique=True, sqlite_where=_NO_OWNER, postgresql_where=_NO_OWNER),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(200))
    name_key: Mapped[str] = mapped_column(String(400))
    voices: Mapped[list[dict[str, Any]]] = mapped_column(JSON(none_as_null=True))
    consent_by: Mapped[str] = mapped_column(String(200))
    consent_at: Mapped[datetime]
    entered_by: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)

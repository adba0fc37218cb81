"""Tables of teams, their members, workspaces and invitations."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, validates

from verbatim_enterprise.host import Base, folded_of, keep_folded, new_id, utcnow


class TeamRole(StrEnum):
    """What somebody is to a team."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"
    VIEWER = "viewer"


_ROLES = "role IN ('owner', 'admin', 'member', 'viewer')"


class Team(Base):
    """The owner of content: a row of the core with this ``owner_id`` belongs to it."""

    __tablename__ = "teams"
    __table_args__ = (Index("ix_teams_name", "name", "id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    name: Mapped[str] = mapped_column(String(100))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)
    name_folded: Mapped[str | None] = folded_of("name")

    _fold = validates("name")(keep_folded)


class TeamMember(Base):
    """A membership. There is no access without one, and none that outlives it."""

    __tablename__ = "team_members"
    __table_args__ = (Index("ix_team_members_user_id", "user_id"), CheckConstraint(_ROLES, name="role"))

    team_id: Mapped[str] = mapped_column(String(36), ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    user_id: Mapped[str] = mapped_column(String(36), ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), default=TeamRole.MEMBER)
    joined_at: Mapped[datetime] = mapped_column(default=utcnow)


class Workspace(Base):
    """A part of a team's content, such as a client. A private one is visible only to its listed members.

    Every team has exactly one default workspace, which is never private: new content goes there.
    """

    __tablename__ = "workspaces"
    __table_args__ = (
        UniqueConstraint("team_id", "name_key"),
        Index(
            "uq_workspaces_default",
            "team_id",
            unique=True,
            sqlite_where=text("is_default"),
            postgresql_where=text("is_default"),
        ),
        CheckConstraint("NOT (is_default AND is_private)", name="default_is_shared"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    team_id: Mapped[str] = mapped_column(String(36), ForeignKey("teams.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(100))
    name_key: Mapped[str] = mapped_column(String(200))
    is_private: Mapped[bool] = mapped_column(default=False)
    is_default: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    updated_at: Mapped[datetime] = mapped_column(default=utcnow)


class WorkspaceMember(Base):
    """Somebody who sees a private workspace."""

    __tablename__ = "workspace_members"
    __table_args__ = (Index("ix_workspace_members_user_id", "user_id"),)

    workspace_id: Mapped[str] = mapped_column(
        String(36), ForeignKey("workspaces.id", ondelete="CASCADE"), primary_key=True
    )
    user_id: Mapped[str] = mapped_column(String(36), ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    added_at: Mapped[datetime] = mapped_column(default=utcnow)


class Invite(Base):
    """An invitation to a team: for one person, once, for a while. Its link holds the token, the row only its hash.

    A ``bound`` one is for whoever has its address, and for nobody else; another one for whoever gets the link, also
    when it was mailed to an ``email``.
    """

    __tablename__ = "team_invites"
    __table_args__ = (
        Index("ix_team_invites_team_id", "team_id", "created_at", "id"),
        Index("ix_team_invites_created_by", "created_by"),
        Index("ix_team_invites_accepted_by", "accepted_by"),
        CheckConstraint(_ROLES, name="role"),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True, default=new_id)
    team_id: Mapped[str] = mapped_column(String(36), ForeignKey("teams.id", ondelete="CASCADE"))
    email: Mapped[str | None] = mapped_column(String(254))
    email_key: Mapped[str | None] = mapped_column(String(508))
    bound: Mapped[bool] = mapped_column(default=False, server_default=false())
    role: Mapped[str] = mapped_column(String(20), default=TeamRole.MEMBER)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("users.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(default=utcnow)
    sent_at: Mapped[datetime | None]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    accepted_by: Mapped[str | None] = mapped_column(String(36), ForeignKey("users.id", ondelete="SET NULL"))
    revoked_at: Mapped[datetime | None]

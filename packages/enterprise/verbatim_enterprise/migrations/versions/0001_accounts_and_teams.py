"""Accounts, teams, members, workspaces and invitations."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROLES = "role IN ('owner', 'admin', 'member', 'viewer')"
CONTENT = ("recordings", "projects", "tags")
"""What people add to a team; everything else hangs under it."""

NO_SUCH_TEAM = """
CREATE TRIGGER {table}_owner_is_a_team BEFORE INSERT ON {table}
WHEN NEW.owner_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM teams WHERE id = NEW.owner_id)
BEGIN SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed'); END
"""


def upgrade() -> None:
    """Make every table of people and teams."""
    _users()
    _teams()
    _workspaces()
    _invites()
    _keep_content_to_teams()


def _id(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=nullable)


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _refers(table: str, column: str, other: str, ondelete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"), ondelete=ondelete)


def _users() -> None:
    op.create_table(
        "users",
        _id("id"),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("username_key", sa.String(length=128), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("email_key", sa.String(length=508), nullable=False),
        sa.Column("display_name", sa.String(length=200), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        _time("approved_at", nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=True),
        _time("password_changed_at", nullable=True),
        _time("signed_in_after", nullable=True),
        sa.Column("totp_secret", sa.Text(), nullable=True),
        _time("totp_confirmed_at", nullable=True),
        sa.Column("totp_last_step", sa.Integer(), nullable=True),
        _id("default_team_id", nullable=True),
        _time("last_sign_in_at", nullable=True),
        _time("created_at"),
        _time("updated_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("username_key", name=op.f("uq_users_username_key")),
        sa.UniqueConstraint("email_key", name=op.f("uq_users_email_key")),
    )
    op.create_index("ix_users_created_at", "users", ["created_at", "id"], unique=False)


def _teams() -> None:
    op.create_table(
        "teams",
        _id("id"),
        sa.Column("name", sa.String(length=100), nullable=False),
        _time("created_at"),
        _time("updated_at"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams")),
    )
    op.create_index("ix_teams_name", "teams", ["name", "id"], unique=False)
    op.create_table(
        "team_members",
        _id("team_id"),
        _id("user_id"),
        sa.Column("role", sa.String(length=20), nullable=False),
        _time("joined_at"),
        sa.CheckConstraint(ROLES, name=op.f("ck_team_members_role")),
        _refers("team_members", "team_id", "teams"),
        _refers("team_members", "user_id", "users"),
        sa.PrimaryKeyConstraint("team_id", "user_id", name=op.f("pk_team_members")),
    )
    op.create_index("ix_team_members_user_id", "team_members", ["user_id"], unique=False)


def _workspaces() -> None:
    op.create_table(
        "workspaces",
        _id("id"),
        _id("team_id"),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("name_key", sa.String(length=200), nullable=False),
        sa.Column("is_private", sa.Boolean(), nullable=False),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        _time("created_at"),
        _time("updated_at"),
        sa.CheckConstraint("NOT (is_default AND is_private)", name=op.f("ck_workspaces_default_is_shared")),
        _refers("workspaces", "team_id", "teams"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_workspaces")),
        sa.UniqueConstraint("team_id", "name_key", name=op.f("uq_workspaces_team_id_name_key")),
    )
    op.create_index(
        "uq_workspaces_default",
        "workspaces",
        ["team_id"],
        unique=True,
        sqlite_where=sa.text("is_default"),
        postgresql_where=sa.text("is_default"),
    )
    op.create_table(
        "workspace_members",
        _id("workspace_id"),
        _id("user_id"),
        _time("added_at"),
        _refers("workspace_members", "workspace_id", "workspaces"),
        _refers("workspace_members", "user_id", "users"),
        sa.PrimaryKeyConstraint("workspace_id", "user_id", name=op.f("pk_workspace_members")),
    )
    op.create_index("ix_workspace_members_user_id", "workspace_members", ["user_id"], unique=False)


def _invites() -> None:
    op.create_table(
        "team_invites",
        _id("id"),
        _id("team_id"),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("email_key", sa.String(length=508), nullable=True),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        _id("created_by", nullable=True),
        _time("created_at"),
        _time("sent_at", nullable=True),
        _time("expires_at"),
        _time("accepted_at", nullable=True),
        _id("accepted_by", nullable=True),
        _time("revoked_at", nullable=True),
        sa.CheckConstraint(ROLES, name=op.f("ck_team_invites_role")),
        _refers("team_invites", "team_id", "teams"),
        _refers("team_invites", "created_by", "users", "SET NULL"),
        _refers("team_invites", "accepted_by", "users", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_invites")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_team_invites_token_hash")),
    )
    op.create_index("ix_team_invites_team_id", "team_invites", ["team_id", "created_at", "id"], unique=False)
    op.create_index("ix_team_invites_created_by", "team_invites", ["created_by"], unique=False)
    op.create_index("ix_team_invites_accepted_by", "team_invites", ["accepted_by"], unique=False)


def _keep_content_to_teams() -> None:
    # Content can only be added to a team that exists, so that deleting a team cannot race with an upload into it.
    # The core's tables were made before; SQLite adds no constraint to a table that exists, but triggers.
    for table in CONTENT:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(NO_SUCH_TEAM.format(table=table))
        else:
            op.create_foreign_key(f"fk_{table}_owner_id", table, "teams", ["owner_id"], ["id"])

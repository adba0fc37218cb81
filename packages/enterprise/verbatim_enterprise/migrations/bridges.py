"""What the database does about rows that servers of the release before go on writing (see the core's ``steps``)."""

from __future__ import annotations

from typing import Final

from verbatim_enterprise.host import stale_names

BRIDGES: Final = (
    # Who makes an invitation and does not say whether it is bound to its address is of the release before (0021).
    "ALTER TABLE team_invites ALTER COLUMN bound DROP DEFAULT",
    """
    CREATE OR REPLACE FUNCTION verbatim_bound_invite() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN NEW.bound := NEW.email IS NOT NULL; RETURN NEW; END $$
    """,
    "DROP TRIGGER IF EXISTS verbatim_bound_invite ON team_invites",
    (
        "CREATE TRIGGER verbatim_bound_invite BEFORE INSERT ON team_invites FOR EACH ROW WHEN (NEW.bound IS NULL) "
        "EXECUTE FUNCTION verbatim_bound_invite()"
    ),
    *stale_names("users", "email", "display_name"),
    *stale_names("teams", "name"),
    *stale_names("api_keys", "name"),
)

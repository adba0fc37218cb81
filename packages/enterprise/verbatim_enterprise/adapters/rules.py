"""The rules of the walls in SQL, and the two roles they are for."""

from __future__ import annotations

from typing import Final

APP_ROLE: Final = "verbatim_app"
SYSTEM_ROLE: Final = "verbatim_system"

# The sub-select makes the planner evaluate the setting once for each statement instead of once for each row. After a
# transaction the setting is an empty string rather than null, and no owner is called that.
VISIBLE = "owner_id = ANY ((SELECT string_to_array(nullif(current_setting('verbatim.scope', true), ''), ','))::text[])"
WRITABLE = "owner_id = (SELECT nullif(current_setting('verbatim.owner', true), ''))"
EVERYWHERE: Final = "*"
INSIDE = (
    f"((SELECT current_setting('verbatim.workspaces', true)) = '{EVERYWHERE}' OR workspace_id = "
    "ANY ((SELECT string_to_array(nullif(current_setting('verbatim.workspaces', true), ''), ','))::text[]))"
)

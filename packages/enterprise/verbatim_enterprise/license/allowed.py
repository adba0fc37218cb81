"""What stays possible when the licence lets nobody, or not the caller, create or change anything: one table.

Reading (``GET``, ``HEAD``, ``OPTIONS``) and deleting (``DELETE``) always do, on every route. Of the routes with other
methods only those below do; whatever is not here is refused, new routes too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.routing import compile_path

ALWAYS: Final = frozenset({"GET", "HEAD", "OPTIONS", "DELETE"})

_SIGN_IN = "signing in and out"
_SELF = "looking after one's own account's safety"
_LOOK = "choosing whose content to look at"
_OUT = "letting people out"
_IN = "letting people back in"
_DELETE = "deleting data"
_STOP = "stopping what runs"
_CURE = "curing the licence"

ALLOWED: Final[Mapping[tuple[str, str], str]] = {
    ("POST", "/api/auth/login"): _SIGN_IN,
    ("POST", "/api/auth/logout"): _SIGN_IN,
    ("POST", "/api/auth/refresh"): _SIGN_IN,
    ("POST", "/api/auth/mfa"): _SIGN_IN,
    ("POST", "/api/auth/mfa/setup"): _SIGN_IN,
    ("POST", "/api/auth/register"): f"{_IN}: the first administrator; without a licence others wait for a seat",
    ("POST", "/api/auth/setup"): f"{_IN}: the first administrator only, which the service decides",
    ("POST", "/api/auth/reset"): _IN,
    ("POST", "/api/auth/reset/confirm"): f"{_IN}: whether a new account may wake, the service decides",
    ("POST", "/api/auth/password"): _SELF,
    ("POST", "/api/auth/mfa/enable"): _SELF,
    ("POST", "/api/auth/mfa/disable"): _SELF,
    ("POST", "/api/auth/mfa/recovery-codes"): _SELF,
    ("POST", "/api/auth/team"): _LOOK,
    ("POST", "/api/auth/workspace"): _LOOK,
    ("PATCH", "/api/users/{user_id}"): f"{_OUT}: deactivating only, which the route decides",
    ("POST", "/api/users/{user_id}/unlock"): _IN,
    ("POST", "/api/users/{user_id}/reset-link"): _IN,
    ("POST", "/api/invites/{token}/accept"): "it answers strangers too, so the service decides",
    ("POST", "/api/teams/{team_id}/leave"): _OUT,
    ("POST", "/api/teams/{team_id}/transfer"): f"{_OUT}: an owner cannot leave before",
    ("POST", "/api/recordings/bulk-delete"): _DELETE,
    ("POST", "/api/transcripts/{transcript_id}/segments/bulk-delete"): _DELETE,
    ("POST", "/api/jobs/clear-completed"): _DELETE,
    ("POST", "/api/jobs/{job_id}/cancel"): _STOP,
    ("POST", "/api/recordings/{recording_id}/cancel"): _STOP,
    ("POST", "/api/webhooks/{webhook_id}/pause"): _STOP,
    ("POST", "/api/teams/{team_id}/retention/rules/{rule_id}/pause"): f"{_STOP}: rules go on deleting in every state",
    ("POST", "/api/holds/{hold_id}/lift"): f"{_DELETE}: what is held cannot be deleted before",
    ("POST", "/api/admin/audit/retention"): f"{_DELETE}: old rows of the log, as the server itself goes on to do",
    ("POST", "/api/admin/audit/verify"): "checking the audit log",
    ("POST", "/api/license"): _CURE,
    ("POST", "/api/license/validate"): _CURE,
}
"""By method and path, with the reason."""

_PATTERNS = [(method, compile_path(path)[0]) for method, path in ALLOWED]


def is_way_out(method: str, path: str) -> bool:
    """Say whether a request deletes or stops something: that also works where the licence does not include it."""
    return method == "DELETE" or (method not in ALWAYS and is_allowed(method, path))


def is_allowed(method: str, path: str) -> bool:
    """Say whether a request is possible in every state of the licence."""
    return method in ALWAYS or any(one == method and pattern.match(path) for one, pattern in _PATTERNS)

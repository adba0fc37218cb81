"""Who is asking, what they may do, and what asks it."""

from verbatim.core.auth import AuthDescription, AuthProvider, Principal, acting_for, principal_in, principal_of
from verbatim.core.effects import AuditedRead, Declaration, Declared, Effect, declares
from verbatim.core.epoch import epoch
from verbatim.core.guards import Guard, GuardMaker, Standing, refuse_made_from_kept
from verbatim.permissions import (
    ADMINISTRATIVE,
    ROLE_PERMISSIONS,
    Permission,
    Role,
    any_user,
    demand,
    public,
    requires,
    signed_in,
)

__all__ = [
    "ADMINISTRATIVE",
    "ROLE_PERMISSIONS",
    "AuditedRead",
    "AuthDescription",
    "AuthProvider",
    "Declaration",
    "Declared",
    "Effect",
    "Guard",
    "GuardMaker",
    "Permission",
    "Principal",
    "Role",
    "Standing",
    "acting_for",
    "any_user",
    "declares",
    "demand",
    "epoch",
    "principal_in",
    "principal_of",
    "public",
    "refuse_made_from_kept",
    "requires",
    "signed_in",
]

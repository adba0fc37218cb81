"""What an account is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.host import Resource
from verbatim_enterprise.users.models import User

USER = Resource(
    name="user",
    model=User,
    title="username",
    audited=("username", "email", "display_name", "role", "is_active"),
)

"""What a session is to those who treat all kinds of things alike."""

from __future__ import annotations

from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.host import Resource

SESSION = Resource(name="session", model=AuthSession)

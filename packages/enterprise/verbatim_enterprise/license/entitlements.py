"""What a licence can include, by name. The one list of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final


class Entitlement(StrEnum):
    """A feature that a licence turns on. The value is its name in licences and in answers."""

    TEAMS = "teams"
    API_KEYS = "api_keys"
    WEBHOOKS = "webhooks"
    SSO = "sso"
    AUDIT = "audit"
    STORAGE = "storage"
    LLM = "llm"


EVERYTHING: Final = "*"
"""In a licence: all there is, also what later versions bring."""

MEANINGS: Final[Mapping[Entitlement, str]] = {
    Entitlement.TEAMS: "further teams, workspaces and invitations",
    Entitlement.API_KEYS: "API keys",
    Entitlement.WEBHOOKS: "webhooks",
    Entitlement.SSO: "accounts from a sign-in provider",
    Entitlement.AUDIT: "reading, exporting and streaming the audit log",
    Entitlement.STORAGE: "storage in S3 and Azure",
    Entitlement.LLM: "language models of the organisation's choice",
}
"""What each turns on, as people read it. Sign-in, the writing of the audit log and the walls between teams are none of
these: they cannot be turned off.
"""


def granted(features: Iterable[str]) -> frozenset[Entitlement]:
    """Return what the names in a licence grant. Names this version does not know grant nothing."""
    names = frozenset(features)
    return frozenset(Entitlement) if EVERYTHING in names else frozenset(one for one in Entitlement if one in names)

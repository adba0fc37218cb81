"""What a provider says about somebody, in the types that the rest of this folder relies on.

Providers send what they like: text where the standard has a truth value, objects where it has lists. This is the one
place that looks at the types; what cannot be read counts as not said, never as yes.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Final

from verbatim_enterprise.auth.oidc.settings import OidcProviderSettings
from verbatim_enterprise.users.names import normal_email

USERINFO: Final = "userinfo missing"
"""A mark beside the claims: the provider was to be asked for the rest, and did not answer."""

_NAMES_OF_GROUP: Final = ("name", "value", "id", "display")
_MAX_GROUPS: Final = 10_000
_UNSAID: Final = object()


@dataclass(frozen=True)
class Told:
    """What a sign-in tells.

    ``email`` is an address as it is stored, or None when there is no usable one. ``email_checked`` says whether the
    provider has checked it; None when it does not say. ``groups`` is None when this provider's groups mean nothing
    here, and also when it did not tell them all: then ``groups_untold`` says so.
    """

    subject: str
    name: str
    username: str
    email: str | None
    email_checked: bool | None
    groups: frozenset[str] | None = None
    groups_untold: bool = False


def read(claims: dict[str, Any], settings: OidcProviderSettings) -> Told:
    """Return what the claims say, whatever types they have."""
    groups, untold = _groups(claims, settings)
    return Told(
        subject=str(claims["sub"]),
        name=_text(claims.get("name")),
        username=_text(claims.get("preferred_username")),
        email=_email(claims, settings),
        email_checked=_checked(claims, settings),
        groups=groups,
        groups_untold=untold,
    )


def wanted(settings: OidcProviderSettings) -> tuple[str, ...]:
    """Return the claims that the userinfo endpoint is asked for when the ID token lacks one."""
    groups = (settings.groups_claim,) if settings.groups_claim and settings.groups else ()
    return (settings.email_claim, "email_verified", *groups)


def lacks(claims: dict[str, Any], settings: OidcProviderSettings) -> bool:
    """Say whether something is missing of what a sign-in can use."""
    return any(find(claims, name) is _UNSAID for name in wanted(settings))


def completed(claims: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """Return an ID token's claims with those of userinfo behind them."""
    found = {**more, **claims}
    is_other = "email" in claims and more.get("email", claims["email"]) != claims["email"]
    if "email_verified" not in claims and is_other:
        found.pop("email_verified", None)  # it speaks of another address
    return found


def find(claims: dict[str, Any], name: str) -> Any:
    """Return a claim by its name or by its path, such as ``realm_access.roles``; names in a path may have dots."""
    if name in claims:
        return claims[name]
    for dot in (at for at, sign in enumerate(name) if sign == "."):
        inside = claims.get(name[:dot])
        if isinstance(inside, dict) and (found := find(inside, name[dot + 1 :])) is not _UNSAID:
            return found
    return _UNSAID


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _email(claims: dict[str, Any], settings: OidcProviderSettings) -> str | None:
    value = find(claims, settings.email_claim)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    try:
        return normal_email(_text(value))
    except ValueError:
        return None


def _checked(claims: dict[str, Any], settings: OidcProviderSettings) -> bool | None:
    said = claims.get("email_verified", _UNSAID)
    if said is not _UNSAID and not (said is True or said == "true"):
        return False
    if said is not _UNSAID and settings.email_claim == "email":
        return True
    # What the provider has checked is ``email``. Of an address in another claim only the administrator knows.
    return True if settings.trust_email else None


def _groups(claims: dict[str, Any], settings: OidcProviderSettings) -> tuple[frozenset[str] | None, bool]:
    """Return the groups that a sign-in tells of, and whether it should have told them and did not."""
    if settings.groups_claim is None or not settings.groups:
        return None, False
    value = find(claims, settings.groups_claim)
    if _are_elsewhere(claims, settings.groups_claim):
        return None, True
    if value is _UNSAID:
        # None at all, as providers say it that leave empty claims out; unless the answer is missing.
        return (None, True) if claims.get(USERINFO) is True else (frozenset(), False)
    listed = _listed(value, frozenset(mapping.group for mapping in settings.groups))
    return (None, True) if listed is None else (frozenset(group_key(group) for group in listed), False)


def _are_elsewhere(claims: dict[str, Any], name: str) -> bool:
    """Say whether a provider names another place instead of the groups, as Microsoft Entra does above some 200.

    OpenID Connect Core, section 5.6.2; ``hasgroups`` stands for it in tokens that came through the browser.
    """
    names = claims.get("_claim_names")
    if isinstance(names, str):
        try:
            names = json.loads(names)
        except ValueError:
            names = None
    elsewhere = isinstance(names, dict) and (name in names or name.partition(".")[0] in names)
    hint = claims.get("hasgroups")
    return elsewhere or hint is True or (isinstance(hint, str) and hint.lower() == "true")


def _listed(value: object, known: frozenset[str]) -> list[str] | None:
    """Return the groups in one of the shapes in which providers send them; None for another one."""
    if isinstance(value, str):
        return _split(value, known)
    if isinstance(value, dict):  # Zitadel: the keys are the roles
        return _granted(value)
    if not isinstance(value, list) or len(value) > _MAX_GROUPS:
        return None
    if value and all(_is_of_roles(entry) for entry in value):
        return [name for entry in value for name in _granted(entry)]
    listed = [_named(entry) for entry in value]
    return None if None in listed else [name for name in listed if name is not None]


def _granted(roles: dict[str, Any]) -> list[str]:
    return [name for name, granted in roles.items() if granted is not False and granted is not None]


def _is_of_roles(entry: object) -> bool:
    """Say whether it is an object of roles, each with where it is granted, and not one that describes a group."""
    return isinstance(entry, dict) and bool(entry) and all(isinstance(where, dict) for where in entry.values())


def _named(entry: object) -> str | None:
    if isinstance(entry, str):
        return entry
    if isinstance(entry, int) and not isinstance(entry, bool):
        return str(entry)
    if isinstance(entry, dict):
        names = (entry.get(key) for key in _NAMES_OF_GROUP)
        return next((name for name in names if isinstance(name, str) and name), None)
    return None


def _split(text: str, known: frozenset[str]) -> list[str] | None:
    # The name of one group may have spaces and commas; only what is no such name is a list.
    keys = {group_key(group) for group in known}
    if group_key(text) in keys:
        return [text]
    if text.strip()[:1] in {"[", "{"}:
        return _written_out(text.strip(), known)
    separator = next((sign for sign in ",;" if sign in text), None)
    parts = text.split(separator) if separator else re.split(r"\s+", text)
    return [part.strip() for part in parts if part.strip()]


def _written_out(text: str, known: frozenset[str]) -> list[str] | None:
    """Return the groups of a list that came as text: in JSON, or as Amazon Cognito writes one, ``[one, two]``."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        is_list = text.startswith("[") and text.endswith("]") and text[1:2] not in {"[", "{"}
        return _split(text[1:-1], known) if is_list else None
    return None if isinstance(value, str) else _listed(value, known)


def group_key(name: str) -> str:
    """Return the form in which two names of a group are compared: Keycloak puts a slash in front when asked to."""
    return name.strip().removeprefix("/")

"""A plugin that signs people in by a header, so that tests can be several people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from starlette.requests import HTTPConnection
from verbatim.core.auth import AuthDescription, Principal
from verbatim.core.db import Database
from verbatim.core.ownership import Scope
from verbatim.permissions import Permission
from verbatim.plugins.registry import PluginRegistry

EVERYTHING = frozenset(Permission)


class HeaderProvider:
    """Believes ``X-Owner``; ``X-Permissions`` (comma-separated) narrows what the caller may do, and ``X-Delegate``
    says that it is a program that acts for the owner.
    """

    def describe(self) -> AuthDescription:
        return AuthDescription(required=True, methods=({"type": "header"},))

    async def authenticate(self, connection: HTTPConnection) -> Principal | None:
        owner = connection.headers.get("x-owner")
        if not owner:
            return None
        named = connection.headers.get("x-permissions")
        allowed = EVERYTHING if named is None else frozenset(filter(None, named.split(",")))
        scope = Scope(frozenset({owner}), owner, f"owners/{owner}/")
        return Principal(
            id=owner,
            name=owner.title(),
            permissions=allowed,
            scope=scope,
            is_delegate="x-delegate" in connection.headers,
            known_by={"owner": owner, "permissions": named},
        )

    async def recall(
        self, database: Database, known_by: Mapping[str, str | None], *, changes: bool = False
    ) -> Principal | None:
        """Let in whoever is not in ``gone``, with what is in ``fewer`` if anything is."""
        owner = known_by["owner"] or ""
        if owner in self.gone:
            return None
        named = known_by["permissions"]
        allowed = EVERYTHING if named is None else frozenset(filter(None, named.split(",")))
        allowed = self.fewer.get(owner, allowed)
        return Principal(
            id=owner,
            name=owner.title(),
            permissions=allowed,
            scope=Scope(frozenset({owner}), owner, f"owners/{owner}/"),
        )

    gone: ClassVar[set[str]] = set()
    fewer: ClassVar[dict[str, frozenset[str]]] = {}


class SignInPlugin:
    """The plugin around `HeaderProvider`."""

    name = "header-sign-in"
    version = "1"

    def register(self, registry: PluginRegistry) -> None:
        registry.add_adapter("auth", "header", lambda _: HeaderProvider())


def as_owner(owner: str, permissions: str | None = None) -> dict[str, str]:
    """Return the headers of a request by `owner`."""
    return {"X-Owner": owner} | ({} if permissions is None else {"X-Permissions": permissions})

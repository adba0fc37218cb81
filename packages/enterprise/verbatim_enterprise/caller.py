"""Who calls a route, as far as the routes of people and teams need to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from verbatim_enterprise.host import ForbiddenError, Permission, Principal, principal_of, signed_in


@dataclass(frozen=True)
class Caller:
    """Somebody signed in. ``permissions`` are those of this request, which may be fewer than the person's."""

    id: str
    name: str
    permissions: frozenset[str]

    @property
    def manages_teams(self) -> bool:
        return Permission.TEAM_MANAGE in self.permissions


def caller_of(principal: Principal) -> Caller:
    return Caller(id=principal.id, name=principal.name, permissions=principal.permissions)


def caller_or_none(request: Request) -> Caller | None:
    """Return who calls a public route; None for strangers.

    Raises:
        ForbiddenError: it is a program that acts for somebody, which is neither.
    """
    principal = principal_of(request)
    if principal is not None and principal.is_delegate:
        raise ForbiddenError
    return None if principal is None else caller_of(principal)


async def _caller(request: Request) -> Caller:
    return caller_of(signed_in(request))


CallerDep = Annotated[Caller, Depends(_caller)]

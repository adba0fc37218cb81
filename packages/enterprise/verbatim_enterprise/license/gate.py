"""How a route says that it belongs to a feature of the licence."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, Request
from starlette.requests import HTTPConnection

from verbatim_enterprise.host import signed_in
from verbatim_enterprise.license.allowed import is_way_out
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.verdict import licenses_of


class EntitlementRule:
    """The dependency that ``entitled(...)`` turns into. What exists can be deleted and stopped without it too."""

    def __init__(self, entitlement: Entitlement) -> None:
        self.entitlement = entitlement

    async def __call__(self, request: HTTPConnection) -> None:
        if not is_way_out(request.scope):
            (await licenses_of(request).verdict()).demand(self.entitlement)


def entitled(entitlement: Entitlement) -> Any:
    """Declare, beside its permission, that a route needs something the licence includes; 402 with its name otherwise.

    >>> router = APIRouter(dependencies=[requires(Permission.AUDIT_READ), entitled(Entitlement.AUDIT)])
    """
    return Depends(EntitlementRule(entitlement))


async def demand_changes(request: Request) -> None:
    """Refuse a change in a route that the middleware lets through for the sake of another.

    Raises:
        LicenseReadOnlyError, LicenseNeededError: the caller may not change anything.
    """
    refusal = (await licenses_of(request).verdict()).refusal(signed_in(request).id)
    if refusal is not None:
        raise refusal

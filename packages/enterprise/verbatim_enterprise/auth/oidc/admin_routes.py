"""`/api/auth/oidc` for administrators: the providers there are, and trying one out."""

from __future__ import annotations

import contextlib

from fastapi import Request

from verbatim_enterprise.addresses import AddressUnknownError
from verbatim_enterprise.auth.cookies import Cookie, reply_to
from verbatim_enterprise.auth.errors import OidcError
from verbatim_enterprise.auth.oidc.client import OidcClient
from verbatim_enterprise.auth.oidc.flow import TEST_PAGE, begin, begun_here, client_of, redirect_uri
from verbatim_enterprise.auth.oidc.rehearsal import rehearse
from verbatim_enterprise.auth.oidc.schemas import (
    OidcTestBegun,
    OidcTestResponse,
    OidcTestResult,
    ProviderListResponse,
    ProviderResponse,
)
from verbatim_enterprise.auth.provider import PERSON, caller_session
from verbatim_enterprise.auth.services import AuthServices, ServicesDep
from verbatim_enterprise.host import Permission, Router, requires

router = Router()


@router.get("/providers", dependencies=[requires(Permission.SYSTEM_ADMIN), PERSON])
async def list_providers(request: Request, services: ServicesDep) -> ProviderListResponse:
    """List the sign-in providers of the settings, with the address that each has to allow."""
    return ProviderListResponse(
        items=[
            ProviderResponse(
                **client.settings.model_dump(include=set(ProviderResponse.model_fields) - {"groups", "redirect_uri"}),
                redirect_uri=_known(services, request, client),
                groups=len(client.settings.groups),
            )
            for client in services.oidc.values()
        ]
    )


def _known(services: AuthServices, request: Request, client: OidcClient) -> str | None:
    with contextlib.suppress(AddressUnknownError):
        return redirect_uri(services, request, client)
    return None


@router.post("/{provider_id}/test", dependencies=[requires(Permission.SYSTEM_ADMIN), PERSON])
async def begin_test(request: Request, services: ServicesDep, provider_id: str) -> OidcTestBegun:
    """Begin to try a provider out; the browser goes to the address in the answer, and comes back to the page."""
    tester = caller_session(request).session.id
    client = client_of(services, provider_id)
    return OidcTestBegun(url=await begin(services, request, client, return_to=TEST_PAGE, test=tester))


@router.post("/{provider_id}/test/result", dependencies=[requires(Permission.SYSTEM_ADMIN), PERSON])
async def finish_test(
    request: Request, services: ServicesDep, provider_id: str, body: OidcTestResult
) -> OidcTestResponse:
    """Show what the provider tells and what a sign-in would do. Nobody is signed in, and nothing is changed."""
    client = client_of(services, provider_id)
    sealed = services.cookies.read(Cookie.OIDC, request)
    reply_to(request.scope).set([services.cookies.make(Cookie.OIDC, "", request, seconds=0, lax=True)])
    begun = begun_here(services, sealed, provider_id, body.state)
    if begun["test"] != caller_session(request).session.id:
        raise OidcError("This test was begun in another session; begin again.", code="oidc_state")
    if body.error is not None or body.code is None or (body.iss is not None and body.iss != client.settings.issuer):
        raise OidcError
    claims = await client.claims(
        code=body.code,
        redirect_uri=redirect_uri(services, request, client),
        nonce=begun["nonce"],
        verifier=begun["verifier"],
    )
    return await rehearse(services, client.settings, claims)

"""The way to a provider and back, in the browser that began it."""

from __future__ import annotations

import hmac
import json
import secrets
import time
from typing import Any, Final

from fastapi import Request

from verbatim_enterprise.addresses import origin_for
from verbatim_enterprise.auth.cookies import Cookie, reply_to
from verbatim_enterprise.auth.errors import OidcError, ProviderNotFoundError
from verbatim_enterprise.auth.oidc.client import OidcClient
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.host import SealError

PURPOSE: Final = "oidc state"
STATE_SECONDS: Final = 600
TEST_PAGE: Final = "/admin/sign-in"
"""Where an administrator tries a provider out."""


async def begin(
    services: AuthServices,
    request: Request,
    client: OidcClient,
    *,
    return_to: str,
    link: str | None = None,
    test: str | None = None,
) -> str:
    """Return where the browser goes; a sealed cookie keeps what has to be known when it comes back.

    ``link`` is the session that asks for its account to be linked, ``test`` the one that only tries the provider out.
    """
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    url = await client.authorization_url(
        redirect_uri=redirect_uri(services, request, client), state=state, nonce=nonce, verifier=verifier
    )
    kept = {
        "provider": client.settings.id,
        "state": state,
        "nonce": nonce,
        "verifier": verifier,
        "return_to": return_to,
        "link": link,
        "test": test,
        "until": time.time() + STATE_SECONDS,
    }
    # Lax, because the provider's site leads back here.
    sealed = services.keys.seal(PURPOSE, json.dumps(kept))
    reply_to(request.scope).set([services.cookies.make(Cookie.OIDC, sealed, request, seconds=STATE_SECONDS, lax=True)])
    return url


def begun_here(services: AuthServices, sealed: str | None, provider_id: str, state: str | None) -> dict[str, Any]:
    """Return what this very browser began, so that nobody is signed in by a link somebody else made."""
    try:
        begun: dict[str, Any] = json.loads(services.keys.open(PURPOSE, sealed or ""))
    except (SealError, ValueError) as error:
        raise OidcError("This sign-in was begun in another browser, or too long ago.", code="oidc_state") from error
    same = hmac.compare_digest(str(begun["state"]).encode(), (state or "").encode())
    if not same or begun["provider"] != provider_id or begun["until"] < time.time():
        raise OidcError("This sign-in was begun in another browser, or too long ago.", code="oidc_state")
    return begun


def client_of(services: AuthServices, provider_id: str) -> OidcClient:
    client = services.oidc.get(provider_id)
    if client is None:
        raise ProviderNotFoundError
    return client


def redirect_uri(services: AuthServices, request: Request, client: OidcClient) -> str:
    """Return the address to which a provider sends the browser back.

    Raises:
        AddressUnknownError: the server does not know its own.
    """
    base = origin_for(request, request.app.state.runtime.settings, services.settings.web)
    return f"{base}/api/auth/oidc/{client.settings.id}/callback"

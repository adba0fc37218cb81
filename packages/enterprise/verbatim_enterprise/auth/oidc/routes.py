"""`/api/auth/oidc`: to the provider, and back."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import quote, urlencode

from fastapi import Query, Request
from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from starlette.responses import RedirectResponse

from verbatim_enterprise.auth.cookies import Cookie, reply_to
from verbatim_enterprise.auth.errors import MfaStateError, OidcError
from verbatim_enterprise.auth.login import MFA_TIME, SecondFactorNeeded, after_first_factor
from verbatim_enterprise.auth.models import Identity
from verbatim_enterprise.auth.oidc.claims import read
from verbatim_enterprise.auth.oidc.client import OidcClient
from verbatim_enterprise.auth.oidc.flow import TEST_PAGE, begin, begun_here, client_of, redirect_uri
from verbatim_enterprise.auth.oidc.service import account_of
from verbatim_enterprise.auth.provider import caller_session
from verbatim_enterprise.auth.schemas import OidcLink
from verbatim_enterprise.auth.services import AuthServices, ServicesDep
from verbatim_enterprise.host import MessageResponse, Router, VerbatimError, any_user, public
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.gate import entitled
from verbatim_enterprise.system_session import SystemSession, system_transaction
from verbatim_enterprise.users.models import User

router = Router()

LOGIN_PAGE: Final = "/login"
ACCOUNT_PAGE: Final = "/account"
MFA_PAGE: Final = "/login?step=mfa"
MFA_SETUP_PAGE: Final = "/login?step=mfa-setup"

ShortText = Annotated[str | None, Query(max_length=4096)]


@router.get("/{provider_id}/login", dependencies=[public()], response_class=RedirectResponse, status_code=303)
async def to_provider(
    request: Request, services: ServicesDep, provider_id: str, return_to: ShortText = None
) -> RedirectResponse:
    """Send the browser to a provider to sign in."""
    client = client_of(services, provider_id)
    try:
        url = await begin(services, request, client, return_to=_local(return_to))
    except VerbatimError as error:
        return _failed(error)
    return RedirectResponse(url, 303)


@router.post("/{provider_id}/link", dependencies=[any_user(), entitled(Entitlement.SSO)])
async def link(request: Request, services: ServicesDep, provider_id: str) -> OidcLink:
    """Begin to link the caller's account to a provider's; the browser goes to the address in the answer."""
    caller = caller_session(request)
    client = client_of(services, provider_id)
    return OidcLink(url=await begin(services, request, client, return_to=ACCOUNT_PAGE, link=caller.session.id))


@router.delete("/{provider_id}/link", dependencies=[any_user()])
async def unlink(request: Request, session: SystemSession, provider_id: str) -> MessageResponse:
    """Take the links to a provider away, unless there is no other way to sign in."""
    user = await session.get_one(User, caller_session(request).id)
    others = select(func.count()).where(Identity.user_id == user.id, Identity.provider != provider_id)
    if user.password_hash is None and not await session.scalar(others):
        raise MfaStateError("Set a password first; this is your only way to sign in.", code="last_sign_in_method")
    await session.execute(delete(Identity).where(Identity.user_id == user.id, Identity.provider == provider_id))
    return MessageResponse(message="The link was taken away.")


@router.get(
    "/{provider_id}/callback", dependencies=[public(any_query=True)], response_class=RedirectResponse, status_code=303
)
async def from_provider(
    request: Request,
    services: ServicesDep,
    provider_id: str,
    code: ShortText = None,
    state: ShortText = None,
    iss: ShortText = None,
    error: ShortText = None,
) -> RedirectResponse:
    """Take the browser back and sign it in."""
    reply = reply_to(request.scope)
    sealed = services.cookies.read(Cookie.OIDC, request)
    client, begun = client_of(services, provider_id), None
    try:
        begun = begun_here(services, sealed, provider_id, state)
        if begun["test"] is not None:
            return _to_test_page(provider_id, code=code, state=state, iss=iss, error=error)
        if error is not None or code is None or (iss is not None and iss != client.settings.issuer):
            raise OidcError
        return await _finish(services, request, client, begun, code)
    except VerbatimError as failure:
        return _failed(failure, page=ACCOUNT_PAGE if begun and begun["link"] else LOGIN_PAGE)
    finally:
        if begun is None or begun["test"] is None:
            reply.set([services.cookies.make(Cookie.OIDC, "", request, seconds=0, lax=True)])


def _to_test_page(provider_id: str, **sent: str | None) -> RedirectResponse:
    """Hand what the provider sent to the page behind the #, where no server and no proxy reads it; it asks for more."""
    kept = {name: value for name, value in {"provider": provider_id, **sent}.items() if value is not None}
    return RedirectResponse(f"{TEST_PAGE}#{urlencode(kept)}", 303)


async def _finish(
    services: AuthServices, request: Request, client: OidcClient, begun: dict[str, Any], code: str
) -> RedirectResponse:
    claims = await client.claims(
        code=code,
        redirect_uri=redirect_uri(services, request, client),
        nonce=begun["nonce"],
        verifier=begun["verifier"],
    )
    user = await _account(services, client, claims, begun["link"])
    services.cache.forget()
    if begun["link"] is not None:
        return RedirectResponse(begun["return_to"], 303)
    outcome = await after_first_factor(
        services,
        request,
        user.id,
        method=f"oidc:{client.settings.id}",
        second_factor=client.settings.second_factor,
    )
    reply = reply_to(request.scope)
    if isinstance(outcome, SecondFactorNeeded):
        seconds = MFA_TIME.total_seconds()
        reply.set([services.cookies.make(Cookie.MFA, outcome.mfa_token, request, seconds=seconds)])
        return RedirectResponse(MFA_SETUP_PAGE if outcome.enrol else MFA_PAGE, 303)
    reply.set(services.sign_in_cookies(request, outcome))
    return RedirectResponse(begun["return_to"], 303)


async def _account(services: AuthServices, client: OidcClient, claims: dict[str, Any], link: str | None) -> User:
    told = read(claims, client.settings)
    try:
        async with system_transaction(services.database) as session:
            return await account_of(session, client.settings, told, link_session=link)
    except IntegrityError:  # the same person, twice at once for the first time: the other one made the account
        async with system_transaction(services.database) as session:
            return await account_of(session, client.settings, told, link_session=link)


def _local(path: str | None) -> str:
    """Return a path of this site; whatever could lead elsewhere becomes the start page."""
    fits = path is not None and path.startswith("/") and not path.startswith("//")
    return path if path and fits and path.isprintable() and "\\" not in path else "/"


def _failed(error: VerbatimError, *, page: str = LOGIN_PAGE) -> RedirectResponse:
    return RedirectResponse(f"{page}?error={quote(error.code)}", 303)

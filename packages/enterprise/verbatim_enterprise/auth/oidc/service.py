"""Whose account a sign-in at a provider belongs to. Issuer and subject decide, and nothing else does."""

from __future__ import annotations

import re
from typing import Final

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.auth.errors import (
    OidcAccountError,
    OidcNoAddressError,
    OidcUncheckedAddressError,
    SetupRequiredError,
)
from verbatim_enterprise.auth.events import GroupsUntold, IdentityLinked
from verbatim_enterprise.auth.models import AuthSession, Identity
from verbatim_enterprise.auth.oidc.claims import Told
from verbatim_enterprise.auth.oidc.groups import apply_groups
from verbatim_enterprise.auth.oidc.settings import OidcProviderSettings
from verbatim_enterprise.auth.sessions import is_usable
from verbatim_enterprise.auth.setup import is_set_up
from verbatim_enterprise.host import ConflictError, emit, utcnow
from verbatim_enterprise.license.entitlements import Entitlement
from verbatim_enterprise.license.rights import refuse_without
from verbatim_enterprise.license.seats import claim_seat_from_outside
from verbatim_enterprise.users.errors import EmailTakenError, UsernameTakenError
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import USERNAME, name_key
from verbatim_enterprise.users.repository import free_name
from verbatim_enterprise.users.service import create_user

log = structlog.get_logger(__name__)

_UNFIT: Final = re.compile(r"[^A-Za-z0-9._-]+")


class IdentityTakenError(ConflictError):
    """That sign-in belongs to another account already."""

    code = "identity_taken"


async def account_of(
    session: AsyncSession, settings: OidcProviderSettings, told: Told, *, link_session: str | None
) -> User:
    """Return the account behind a sign-in; with ``link_session`` the one that asked to be linked.

    Group memberships are brought up to date in the same transaction, if the provider told the groups.

    Raises:
        OidcAccountError, IdentityTakenError, SetupRequiredError: there is none, and none may be made.
        EntitlementMissingError, SeatsExceededError, LicenseReadOnlyError: the licence allows no further account.
    """
    identity = await session.scalar(
        select(Identity).where(Identity.issuer == settings.issuer, Identity.subject == told.subject)
    )
    if link_session is not None:
        user = await _link(session, settings, told, identity, link_session)
    elif identity is not None:
        user = await session.get_one(User, identity.user_id)
        identity.last_used_at = utcnow()
        if told.email_checked and told.email is not None and name_key(told.email) == user.email_key:
            user.email_proved = True
    else:
        user = await _create(session, settings, told)
    if told.groups is not None and user.is_active:
        await apply_groups(session, settings, user.id, told.groups)
    elif told.groups_untold:
        log.warning("oidc_groups_untold", user_id=user.id, provider=settings.id)
        await emit(session, GroupsUntold(user_id=user.id, provider=settings.id))
    return user


async def _link(
    session: AsyncSession,
    settings: OidcProviderSettings,
    told: Told,
    identity: Identity | None,
    link_session: str,
) -> User:
    row = await session.get(AuthSession, link_session)
    user = await session.get(User, row.user_id) if row else None
    if row is None or user is None or not is_usable(row, user, frozenset()):
        raise OidcAccountError("The session that asked for this has ended; sign in again.")
    if identity is None:
        await _remember(session, settings, told, user)
    elif identity.user_id != user.id:
        raise IdentityTakenError
    return user


async def _create(session: AsyncSession, settings: OidcProviderSettings, told: Told) -> User:
    if not await is_set_up(session):
        raise SetupRequiredError
    if not settings.create_users:
        raise OidcAccountError
    # An address that the provider has not checked may be somebody else's, and invitations go by address.
    if told.email is None:
        raise OidcNoAddressError
    if told.email_checked is False:
        raise OidcUncheckedAddressError
    # Whoever has an account signs in whatever the licence says; it only makes no new ones.
    await refuse_without(session, Entitlement.SSO)
    try:
        user = await create_user(
            session,
            username=await _free_name(session, told, told.email),
            email=told.email,
            # Without a word of the provider it is an address like one that anybody typed.
            email_proved=told.email_checked is True,
            display_name=_display_name(told),
            active=True,
            claim=claim_seat_from_outside,
        )
    except EmailTakenError as error:
        # Never joined by address: whoever controls it at the provider would get the account here.
        raise OidcAccountError from error
    await _remember(session, settings, told, user)
    return user


async def _remember(session: AsyncSession, settings: OidcProviderSettings, told: Told, user: User) -> None:
    session.add(
        Identity(
            user_id=user.id,
            provider=settings.id,
            issuer=settings.issuer,
            subject=told.subject,
            email=told.email,
            last_used_at=utcnow(),
        )
    )
    await session.flush()
    await emit(session, IdentityLinked(user_id=user.id, provider=settings.id))


async def _free_name(session: AsyncSession, told: Told, email: str) -> str:
    wished = (told.username or email).partition("@")[0]
    base = _UNFIT.sub("-", wished).strip("._-")[:56].rstrip("._-") or "user"
    assert USERNAME.fullmatch(base)  # noqa: S101 - made to fit
    try:
        return await free_name(session, base)
    except UsernameTakenError as error:
        raise OidcAccountError from error


def _display_name(told: Told) -> str | None:
    name = " ".join(told.name.split())
    return "".join(letter for letter in name if letter.isprintable())[:200] or None

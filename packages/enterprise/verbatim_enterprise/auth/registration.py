"""Asking for an account. The answer is the same whether an address or a name has one: it tells nobody who is here."""

from __future__ import annotations

import contextlib
from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import public_origin
from verbatim_enterprise.auth import reset
from verbatim_enterprise.auth.password_routes import PATH, mail_link
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.auth.setup import NewAccount, refuse_unwelcome, register
from verbatim_enterprise.config import Registration
from verbatim_enterprise.license.rights import refuse_if_read_only
from verbatim_enterprise.mail.message import Mail, called
from verbatim_enterprise.mail.service import send_mail
from verbatim_enterprise.users.errors import EmailTakenError, UsernameTakenError
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key
from verbatim_enterprise.users.repository import free_name

MAILED: Final = "If this address can have an account here, a link is on its way to it."
WAITING: Final = (
    "If this address had no account here, it has one now, which waits for an administrator to approve it. If your user "
    "name was taken, sign in with your e-mail address."
)


def answer(services: AuthServices) -> str:
    """Return what everybody is told."""
    return MAILED if services.settings.auth.registration is Registration.DOMAINS else WAITING


async def ask_for_account(services: AuthServices, session: AsyncSession, account: NewAccount) -> None:
    """Make an account that waits for approval or for the proof of its address, or tell the owner of the address that
    they have one.

    Raises:
        RegistrationClosedError, LicenseReadOnlyError: for every address alike.
    """
    refuse_unwelcome(account.email, services.settings.auth)
    await refuse_if_read_only(session)
    if await session.scalar(select(exists().where(User.email_key == name_key(account.email)))):
        await _tell_owner(services, session, account.email)
        return
    # A name that is taken by somebody, perhaps in this moment, keeps nobody from having an account.
    for _ in range(3):
        with contextlib.suppress(UsernameTakenError, EmailTakenError):
            named = NewAccount(
                username=await free_name(session, account.username),
                email=account.email,
                password_hash=account.password_hash,
                display_name=account.display_name,
            )
            user = await register(session, named)
            if reset.may_confirm(user, services.settings.auth):
                await mail_link(services, session, user)
            return


async def _tell_owner(services: AuthServices, session: AsyncSession, email: str) -> None:
    user = await reset.find_for_mail(session, email, services.settings.auth)
    if user is None or not public_origin():
        return
    if reset.may_confirm(user, services.settings.auth):
        await mail_link(services, session, user)
        return
    token, _ = await reset.make_link(session, user, by=None)
    await send_mail(session, known_mail(user, f"{public_origin()}{PATH}{token}"))


def known_mail(user: User, link: str) -> Mail:
    return Mail(
        to=user.email,
        subject=f"You have an account for {called()}",
        paragraphs=(
            f"Somebody, hopefully you, asked for an account with this address. It has one already: {user.username}.",
            "Sign in with it. If you have forgotten the password, the link sets a new one, once, within an hour.",
            "If it was not you, do nothing: your account stays as it is.",
        ),
        link=link,
        link_label="Choose a new password",
    )

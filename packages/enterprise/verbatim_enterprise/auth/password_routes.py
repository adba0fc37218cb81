"""`/api/auth/password` and `/api/auth/reset`: a new password, known or forgotten."""

from __future__ import annotations

from typing import Any, Final

from fastapi import Request
from sqlalchemy.ext.asyncio import AsyncSession

from verbatim_enterprise.addresses import public_origin
from verbatim_enterprise.auth import reset, throttle
from verbatim_enterprise.auth.attempts import spend
from verbatim_enterprise.auth.errors import WrongPasswordError
from verbatim_enterprise.auth.login import confirm_password, usable_user
from verbatim_enterprise.auth.passwords import check_password
from verbatim_enterprise.auth.provider import PERSON, caller_session
from verbatim_enterprise.auth.schemas import PasswordChange, ResetConfirm, ResetLink, ResetRequest
from verbatim_enterprise.auth.services import AUTH, AuthServices, ServicesDep, device
from verbatim_enterprise.caller import CallerDep
from verbatim_enterprise.host import (
    Effect,
    JobContext,
    MessageResponse,
    Permission,
    Router,
    any_user,
    as_system,
    declares,
    enqueue,
    public,
    requires,
)
from verbatim_enterprise.mail.message import Mail, called
from verbatim_enterprise.mail.service import send_mail
from verbatim_enterprise.system_session import SystemSession, system_transaction
from verbatim_enterprise.users.models import User
from verbatim_enterprise.users.names import name_key
from verbatim_enterprise.users.service import get_user, may_touch

password_router = Router()
reset_router = Router()
admin_router = Router()

MAIL_JOB: Final = "password_reset_mail"
PATH: Final = "/reset#"
"""After the hash, which browsers keep to themselves: no server and no proxy logs the token."""
REQUESTS: Final = throttle.Rule(free=10, longest=300.0)
CONFIRMATIONS: Final = throttle.Rule(free=100, longest=60.0)
"""Of one address in a day: a link's token cannot be guessed, and an office may have many people."""


@password_router.post("", dependencies=[any_user(effect=Effect.ACCESS)])
async def change_password(request: Request, services: ServicesDep, body: PasswordChange) -> MessageResponse:
    """Change one's own password. Every other session of the account ends."""
    caller = caller_session(request)
    async with system_transaction(services.database, read_only=True) as session:
        user = await usable_user(session, caller.id)
    plain = check_password(body.new_password.get_secret_value(), user.username, user.email)
    if user.password_hash is not None:
        if body.current_password is None:
            raise WrongPasswordError
        await confirm_password(services, request, user.id, body.current_password.get_secret_value())
    hashed = await services.hasher.hash(plain)
    async with system_transaction(services.database) as session:
        user = await usable_user(session, caller.id)
        await reset.set_password(session, user, hashed, how="change", but=caller.session.id)
    services.cache.forget()
    return MessageResponse(message="Your password was changed, and your other sessions have ended.")


@reset_router.post("", status_code=202, dependencies=[public(effect=Effect.ACCESS)])
async def ask_for_reset(request: Request, services: ServicesDep, body: ResetRequest) -> MessageResponse:
    """Ask for a link by mail. The answer and its time are the same whether there is such an account or not."""
    attempt = throttle.by_address("reset", device(request).address, REQUESTS)
    await spend(services.database, attempt)
    async with system_transaction(services.database) as session:
        key = f"{MAIL_JOB}:{throttle.short_hash(name_key(body.username))}"
        await enqueue(session, MAIL_JOB, {"name": services.keys.seal(MAIL_JOB, body.username)}, dedupe_key=key)
    return MessageResponse(message="If there is such an account, a link is on its way to its e-mail address.")


@reset_router.post("/confirm", dependencies=[public(effect=Effect.ACCESS)])
async def confirm_reset(request: Request, services: ServicesDep, body: ResetConfirm) -> MessageResponse:
    """Set a new password by the link's token, once. Every session of the account ends."""
    attempt = throttle.by_address("reset confirm", device(request).address, CONFIRMATIONS)
    await spend(services.database, attempt)
    async with system_transaction(services.database, read_only=True) as session:
        user = await reset.user_of_token(session, body.token)
    plain = check_password(body.new_password.get_secret_value(), user.username, user.email)
    hashed = await services.hasher.hash(plain)
    async with system_transaction(services.database) as session:
        user = await reset.reset_password(session, body.token, hashed)
        await unlock_account(session, user)
    services.cache.forget()
    return MessageResponse(message="Your password was changed. Sign in with it.")


@admin_router.post(
    "/{user_id}/reset-link",
    status_code=201,
    dependencies=[requires(Permission.USER_MANAGE), PERSON, declares(Effect.ACCESS)],
)
async def make_reset_link(session: SystemSession, caller: CallerDep, user_id: str) -> ResetLink:
    """Make a link with which somebody sets a new password, to pass on to them. Whoever holds it can take the account
    over, so one for an administrator is made by administrators only.
    """
    user = await get_user(session, user_id)
    may_touch(caller, user)
    token, row = await reset.make_link(session, user, by=caller.id)
    # Never of the Host that a request names: what is passed on must lead here. Without an address it is a path.
    base = public_origin()
    return ResetLink(url=f"{base}{PATH}{token}", token=token, expires_at=row.expires_at)


async def unlock_account(session: AsyncSession, user: User) -> None:
    """Forget failed attempts to sign in as `user`, whichever name they used."""
    for name in (user.username_key, user.email_key, f"mfa {user.id}", f"confirm {user.id}"):
        await throttle.unlock(session, name)


async def send_reset_mail(job: JobContext) -> dict[str, Any] | None:
    """Job: mail a link to whoever asked for one, if there is such an account."""
    services = AUTH.of(job.database)
    with as_system("password reset"):
        async with job.transaction() as session:
            name = services.keys.open(MAIL_JOB, job.payload["name"])
            user = await reset.find_for_mail(session, name, services.settings.auth)
            if user is not None and public_origin():
                await mail_link(services, session, user)
            await job.finish(session)
    return None


async def mail_link(services: AuthServices, session: AsyncSession, user: User) -> None:
    """Mail somebody a link that sets a password, and that confirms their address when that is what is missing."""
    confirms = reset.may_confirm(user, services.settings.auth)
    token, _ = await reset.make_link(session, user, by=None, confirms_email=confirms)
    link = f"{public_origin()}{PATH}{token}"
    await send_mail(session, confirm_mail(user, link) if confirms else reset_mail(user, link))


def confirm_mail(user: User, link: str) -> Mail:
    return Mail(
        to=user.email,
        subject=f"Confirm your address for {called()}",
        paragraphs=(
            f"Somebody, hopefully you, registered the account {user.username} with this address.",
            "Open the link and choose the password with which you will sign in.",
            "The link can be used once, within a day. If it was not you, do nothing: nobody can use the account.",
        ),
        link=link,
        link_label="Confirm the address",
    )


def reset_mail(user: User, link: str) -> Mail:
    return Mail(
        to=user.email,
        subject=f"A new password for {called()}",
        paragraphs=(
            f"Somebody, hopefully you, asked for a new password for the account {user.username}.",
            "The link can be used once, within an hour. If you did not ask for it, do nothing: your password stays.",
        ),
        link=link,
        link_label="Choose a new password",
    )

"""`/api/auth/register` and `/api/auth/setup`: accounts that people make themselves, the first one among them."""

from __future__ import annotations

import contextlib
from typing import Final

from fastapi import Request, Response

from verbatim_enterprise.addresses import public_origin
from verbatim_enterprise.auth import throttle
from verbatim_enterprise.auth.attempts import attempted, spend
from verbatim_enterprise.auth.errors import SetupDoneError, SetupRequiredError, WrongSetupTokenError
from verbatim_enterprise.auth.passwords import check_password
from verbatim_enterprise.auth.registration import answer, ask_for_account
from verbatim_enterprise.auth.schemas import AccountResponse, RegisterRequest, SetupState
from verbatim_enterprise.auth.services import AuthServices, ServicesDep, device
from verbatim_enterprise.auth.setup import NewAccount, is_set_up, make_first_admin
from verbatim_enterprise.auth.setup_token import forget, is_same
from verbatim_enterprise.host import Effect, MessageResponse, Router, public
from verbatim_enterprise.system_session import system_transaction

router = Router()

REGISTRATIONS: Final = throttle.Rule(free=100, longest=60.0)
"""Accounts that one address may ask for in a day before it has to wait."""
WRONG_TOKENS: Final = throttle.Rule(free=5, longest=900.0, second=60.0)
"""Wrong set-up tokens that one address may try before it has to wait."""


@router.post(
    "/register",
    status_code=201,
    dependencies=[public(effect=Effect.ACCESS, note="the first administrator only")],
    responses={202: {"model": MessageResponse, "description": "Noted; the same for every name and address."}},
)
async def register_account(
    request: Request, response: Response, services: ServicesDep, body: RegisterRequest
) -> AccountResponse | MessageResponse:
    """Make the first account, which administers the server, or ask for one (202): it waits for approval, or for its
    owner to open the link in a mail, as it is set. What is answered then is the same whoever has the name or address.
    """
    await _count_registration(request, services)
    is_first = await _may_set_up(request, services, body.setup_token)
    async with services.admission(request):
        account = await _account(services, body)
    if is_first:
        with contextlib.suppress(SetupDoneError):  # somebody else was faster: one of many now
            return await _first_account(services, account)
    async with system_transaction(services.database) as session:
        await ask_for_account(services, session, account)
    response.status_code = 202
    return MessageResponse(message=answer(services))


async def _count_registration(request: Request, services: AuthServices) -> None:
    await spend(services.database, throttle.by_address("register", device(request).address, REGISTRATIONS))


async def _may_set_up(request: Request, services: AuthServices, token: str | None) -> bool:
    """Say whether this makes the first administrator; False when there is one.

    Raises:
        SetupRequiredError, WrongSetupTokenError, TooManyAttemptsError: there is none, and not by this.
    """
    async with system_transaction(services.database, read_only=True) as session:
        if await is_set_up(session):
            return False
    if token is None:
        raise SetupRequiredError
    attempt = throttle.by_address("setup", device(request).address, WRONG_TOKENS)
    async with attempted(services.database, services.queue, attempt) as outcome:
        outcome.right = is_same(token, services.setup_token)
    if not outcome.right:
        raise WrongSetupTokenError
    return True


async def _first_account(services: AuthServices, account: NewAccount) -> AccountResponse:
    async with system_transaction(services.database) as session:
        user = await make_first_admin(session, account)
        made = AccountResponse.model_validate(user, from_attributes=True)
    forget(services.setup_token_file)
    return made


@router.get("/setup", dependencies=[public()])
async def setup_state(services: ServicesDep) -> SetupState:
    """Tell whether this server still needs its first administrator, and how people get accounts."""
    async with system_transaction(services.database, read_only=True) as session:
        is_done = await is_set_up(session)
    return SetupState(
        setup_required=not is_done,
        token_required=not is_done,
        registration=services.settings.auth.registration.value,
        registration_domains=list(services.settings.auth.registration_domains),
        sends_mail=bool(services.settings.mail.mail_host and public_origin()),
    )


@router.post(
    "/setup", status_code=201, dependencies=[public(effect=Effect.ACCESS, note="the first administrator only")]
)
async def set_up(request: Request, services: ServicesDep, body: RegisterRequest) -> AccountResponse:
    """Make the first administrator, who starts with a first team."""
    await _count_registration(request, services)
    if not await _may_set_up(request, services, body.setup_token):
        raise SetupDoneError
    async with services.admission(request):
        account = await _account(services, body)
    return await _first_account(services, account)


async def _account(services: AuthServices, body: RegisterRequest) -> NewAccount:
    password = check_password(body.password.get_secret_value(), body.username, body.email)
    return NewAccount(
        username=body.username,
        email=body.email,
        display_name=body.display_name,
        password_hash=await services.hasher.hash(password),
    )

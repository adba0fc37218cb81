"""`/api/auth/register` and `/api/auth/setup`: accounts that people make themselves, the first one among them."""

from __future__ import annotations

from typing import Final

from fastapi import Request, Response

from verbatim_enterprise.auth import throttle
from verbatim_enterprise.auth.attempts import spend
from verbatim_enterprise.auth.errors import SetupDoneError, SetupRequiredError
from verbatim_enterprise.auth.passwords import check_password
from verbatim_enterprise.auth.registration import answer, ask_for_account
from verbatim_enterprise.auth.schemas import AccountResponse, RegisterRequest, SetupState
from verbatim_enterprise.auth.services import AuthServices, ServicesDep, device, is_local
from verbatim_enterprise.auth.setup import NewAccount, is_set_up, make_first_admin
from verbatim_enterprise.host import MessageResponse, Router, public
from verbatim_enterprise.system_session import system_transaction

router = Router()

REGISTRATIONS: Final = throttle.Rule(free=100, longest=60.0)
"""Accounts that one address may ask for in a day before it has to wait."""


@router.post(
    "/register",
    status_code=201,
    dependencies=[public()],
    responses={202: {"model": MessageResponse, "description": "Noted; the same for every name and address."}},
)
async def register_account(
    request: Request, response: Response, services: ServicesDep, body: RegisterRequest
) -> AccountResponse | MessageResponse:
    """Make the first account, which administers the server, or ask for one (202): it waits for approval, or for its
    owner to open the link in a mail, as it is set. What is answered then is the same whoever has the name or address.
    """
    await _count_registration(request, services)
    async with services.admission(request):
        account = await _account(services, body)
    if (first := await _first_account(request, services, account, body.setup_token)) is not None:
        return first
    async with system_transaction(services.database) as session:
        await ask_for_account(services, session, account)
    response.status_code = 202
    return MessageResponse(message=answer(services))


async def _count_registration(request: Request, services: AuthServices) -> None:
    await spend(services.database, throttle.by_address("register", device(request).address, REGISTRATIONS))


async def _first_account(
    request: Request, services: AuthServices, account: NewAccount, token: str | None
) -> AccountResponse | None:
    try:
        async with system_transaction(services.database) as session:
            if await is_set_up(session):
                return None
            if not services.may_set_up(request, token):
                raise SetupRequiredError
            user = await make_first_admin(session, account)
            return AccountResponse.model_validate(user, from_attributes=True)
    except SetupDoneError:  # somebody else was faster: one of many now
        return None


@router.get("/setup", dependencies=[public()])
async def setup_state(request: Request, services: ServicesDep) -> SetupState:
    """Tell whether this server still needs its first administrator, and how people get accounts."""
    async with system_transaction(services.database, read_only=True) as session:
        is_done = await is_set_up(session)
    return SetupState(
        setup_required=not is_done,
        token_required=not is_done and not is_local(request),
        registration=services.settings.auth.registration.value,
        registration_domains=list(services.settings.auth.registration_domains),
        sends_mail=bool(services.settings.mail.mail_host and services.settings.web.public_url),
    )


@router.post("/setup", status_code=201, dependencies=[public()])
async def set_up(request: Request, services: ServicesDep, body: RegisterRequest) -> AccountResponse:
    """Make the first administrator, who starts with a first team."""
    await _count_registration(request, services)
    async with services.admission(request):
        account = await _account(services, body)
    async with system_transaction(services.database) as session:
        if not services.may_set_up(request, body.setup_token):
            raise SetupRequiredError
        user = await make_first_admin(session, account)
        return AccountResponse.model_validate(user, from_attributes=True)


async def _account(services: AuthServices, body: RegisterRequest) -> NewAccount:
    password = check_password(body.password.get_secret_value(), body.username, body.email)
    return NewAccount(
        username=body.username,
        email=body.email,
        display_name=body.display_name,
        password_hash=await services.hasher.hash(password),
    )

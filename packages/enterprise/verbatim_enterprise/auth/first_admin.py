"""The first administrator, as the server starts: made from the settings, or told how to come about."""

from __future__ import annotations

import typer
from pydantic import TypeAdapter, ValidationError

from verbatim_enterprise.auth.errors import SetupDoneError
from verbatim_enterprise.auth.passwords import check_password
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.auth.setup import NewAccount, is_set_up, make_first_admin
from verbatim_enterprise.config import FirstAdminSettings, SettingsError
from verbatim_enterprise.host import VerbatimError
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.names import EmailAddress, Username

_USERNAME: TypeAdapter[str] = TypeAdapter(Username)
_EMAIL: TypeAdapter[str] = TypeAdapter(EmailAddress)


async def ensure_first_admin(services: AuthServices) -> None:
    """Make the administrator whom the settings describe, once, or print how to become it.

    Raises:
        SettingsError: VERBATIM_ADMIN_* do not describe one.
    """
    async with system_transaction(services.database, read_only=True) as session:
        if await is_set_up(session):
            return
    wanted = services.settings.first_admin
    if not wanted.admin_username:
        _tell(services.setup_token)
        return
    username, email, password = _checked(wanted)
    hashed = await services.hasher.hash(password)
    try:
        async with system_transaction(services.database) as session:
            await make_first_admin(session, NewAccount(username=username, email=email, password_hash=hashed))
    except SetupDoneError:
        pass  # another server, started at the same time


def _checked(wanted: FirstAdminSettings) -> tuple[str, str, str]:
    if wanted.admin_password is None or not wanted.admin_email:
        raise SettingsError("VERBATIM_ADMIN_USERNAME needs VERBATIM_ADMIN_EMAIL and VERBATIM_ADMIN_PASSWORD beside it.")
    password = wanted.admin_password.get_secret_value()
    return checked_account(wanted.admin_username, wanted.admin_email, password)


def checked_account(username: str, email: str, password: str) -> tuple[str, str, str]:
    """Return the three as they are stored.

    Raises:
        SettingsError: one of them is not allowed.
    """
    try:
        username, email = _USERNAME.validate_python(username), _EMAIL.validate_python(email)
        return username, email, check_password(password, username, email)
    except ValidationError as error:
        raise SettingsError(f"{error.errors()[0]['msg'].removeprefix('Value error, ').capitalize()}.") from None
    except VerbatimError as error:
        raise SettingsError(error.detail) from None


def _tell(token: str) -> None:
    typer.echo(
        "\n  This server has no administrator yet. The first account that is registered on this machine becomes it,"
        f"\n  or from elsewhere the first with this set-up token: {token}\n"
    )

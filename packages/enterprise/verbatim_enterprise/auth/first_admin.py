"""The first administrator, as the server starts: made from the settings, or told how to come about."""

from __future__ import annotations

import typer
from pydantic import TypeAdapter, ValidationError

from verbatim_enterprise.auth.errors import SetupDoneError
from verbatim_enterprise.auth.passwords import check_password
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.auth.settings import FirstAdminSettings
from verbatim_enterprise.auth.setup import NewAccount, is_set_up, make_first_admin
from verbatim_enterprise.auth.setup_token import forget, keep, link_to_set_up
from verbatim_enterprise.host import SettingsError, VerbatimError
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.names import EmailAddress, Username

_USERNAME: TypeAdapter[str] = TypeAdapter(Username)
_EMAIL: TypeAdapter[str] = TypeAdapter(EmailAddress)


async def ensure_first_admin(services: AuthServices, origin: str) -> None:
    """Make the administrator whom the settings describe, once, or print how to become it, with a page at `origin`.

    Raises:
        SettingsError: VERBATIM_ADMIN_* do not describe one.
    """
    async with system_transaction(services.database, read_only=True) as session:
        is_done = await is_set_up(session)
    if is_done:
        forget(services.setup_token_file)
        return
    wanted = services.settings.first_admin
    if not wanted.admin_username:
        _tell(services, origin)
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


def _tell(services: AuthServices, origin: str) -> None:
    if services.settings.first_admin.setup_token is not None:
        typer.echo(
            "\n  This server has no administrator yet. Whoever registers with the token of VERBATIM_SETUP_TOKEN"
            f"\n  becomes it, at {origin}/setup\n"
        )
        return
    token = services.setup_token
    keep(services.setup_token_file, token)
    typer.echo(
        "\n  This server has no administrator yet. Whoever opens this address first becomes it, so keep it to yourself:"
        f"\n  {link_to_set_up(origin, token)}"
        f"\n  Programs register with this set-up token: {token}"
        f"\n  It is kept in {services.setup_token_file} until then.\n"
    )

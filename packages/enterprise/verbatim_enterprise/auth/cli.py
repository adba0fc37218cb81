"""``verbatim users …``: for whoever has access to the server itself, when nobody can sign in."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from verbatim_enterprise.addresses import origin_of
from verbatim_enterprise.auth.errors import SetupDoneError
from verbatim_enterprise.auth.first_admin import checked_account
from verbatim_enterprise.auth.hashing import ARGON2
from verbatim_enterprise.auth.setup import NewAccount, add_admin, is_set_up
from verbatim_enterprise.auth.setup_token import link_to_set_up, token_of
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import KEY_FILE, SettingsError, VerbatimError, key_ring, open_database
from verbatim_enterprise.license.seats import seats_beyond
from verbatim_enterprise.system_session import system_transaction

users_cli = typer.Typer(name="users", help="Accounts, for whoever runs the server.", no_args_is_help=True)


@users_cli.command("create-admin")
def create_admin(
    username: Annotated[str, typer.Option(prompt=True, help="User name.")],
    email: Annotated[str, typer.Option(prompt=True, help="E-mail address.")],
    password: Annotated[
        str,
        typer.Option(
            prompt=True,
            confirmation_prompt=True,
            hide_input=True,
            envvar="VERBATIM_ADMIN_PASSWORD",
            help="Asked for when left out, which keeps it out of the shell's history.",
        ),
    ],
) -> None:
    """Make an administrator: the first one, or one more when nobody can sign in, whatever the licence says."""
    try:
        beyond = asyncio.run(_create(*checked_account(username, email, password)))
    except (SettingsError, VerbatimError) as error:
        typer.echo(f"verbatim: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"{username} can sign in now and administers this server.")
    if beyond:
        typer.echo(beyond)


async def _create(username: str, email: str, password: str) -> str | None:
    account = NewAccount(username=username, email=email, password_hash=ARGON2.hash(password))
    async with open_database() as (_, database), system_transaction(database) as session:
        await add_admin(session, account)
        return await seats_beyond(session)


@users_cli.command("setup-token")
def show_setup_token() -> None:
    """Show the token with which the first administrator registers, and the address of the page that does it."""
    try:
        token, link = asyncio.run(_setup_token())
    except (SettingsError, VerbatimError) as error:
        typer.echo(f"verbatim: {error}", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"Open {link}", err=True)
    typer.echo(token)


async def _setup_token() -> tuple[str, str]:
    wanted = enterprise_settings()
    async with open_database() as (settings, database):
        async with system_transaction(database, read_only=True) as session:
            if await is_set_up(session):
                raise SetupDoneError
        if wanted.keys.secret_key is None and not (settings.data_dir / KEY_FILE).exists():
            # Made here, it would belong to whoever types this, and the server could not read it.
            raise SettingsError(f"{settings.data_dir} has no secret key yet. Start the server once, it makes one.")
        token = token_of(key_ring(wanted.keys, settings.data_dir), wanted.first_admin)
    return token, link_to_set_up(origin_of(settings, wanted.web), token)

"""``verbatim users …``: for whoever has access to the server itself, when nobody can sign in."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from verbatim_enterprise.auth.first_admin import checked_account
from verbatim_enterprise.auth.hashing import ARGON2
from verbatim_enterprise.auth.setup import NewAccount, add_admin
from verbatim_enterprise.config import SettingsError
from verbatim_enterprise.host import VerbatimError, open_database
from verbatim_enterprise.license.seats import seats_beyond
from verbatim_enterprise.system_session import system_transaction

users_cli = typer.Typer(name="users", help="Accounts, for whoever runs the server.", no_args_is_help=True)


@users_cli.callback()
def _group() -> None:
    """Keep ``create-admin`` a command of its own while it is the only one."""


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

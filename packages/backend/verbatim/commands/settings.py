"""``verbatim settings``: what an administrator sets, from the command line."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Annotated, Any

import typer
from sqlalchemy.exc import SQLAlchemyError

from verbatim.adapter_choice import ConfigurationError
from verbatim.cli import settings_or_stop, stop
from verbatim.core.errors import VerbatimError
from verbatim.core.logging import configure_logging
from verbatim.core.migrate import migrate
from verbatim.core.ownership import as_system
from verbatim.core.settings.fields import SettingField
from verbatim.core.settings.group import Applies
from verbatim.core.settings.service import RESET, change_settings, shown
from verbatim.core.settings.store import SettingsStore, Source
from verbatim.plugins.loader import PluginError
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime

app = typer.Typer(name="settings", help="What the server has been told, and by whom.", no_args_is_help=True)

BY = "the command line"
Name = Annotated[str, typer.Argument(help="The setting, such as invite_days or VERBATIM_INVITE_DAYS.")]


@app.command("list")
def list_settings(
    *, changed: Annotated[bool, typer.Option("--changed", help="Only those that have not their default.")] = False
) -> None:
    """List every setting with its value and where that comes from. Secrets are not shown."""
    store = asyncio.run(_read())
    found = [field for field in store.fields.values() if not changed or store.source(field) is not Source.DEFAULT]
    width = max((len(field.name) for field in found), default=0)
    for field in found:
        typer.echo(f"{field.name:{width}}  {store.source(field).value:11}  {_value(store, field)}")
    for problem in store.conflicts().values():
        typer.echo(f"verbatim: {problem}", err=True)


@app.command("get")
def get_setting(name: Name) -> None:
    """Say one setting: its value, where that comes from, and who set it."""
    store = asyncio.run(_read())
    field = _named(store, name)
    source, held = store.source(field), store.held.get(field.name)
    typer.echo(_value(store, field))
    if source is Source.ENVIRONMENT:
        typer.echo(f"Set by {field.variable}.", err=True)
    elif source is Source.DATABASE and held is not None:
        typer.echo(f"Set by {held.changed_by} at {held.changed_at:%Y-%m-%d %H:%M} UTC.", err=True)
    else:
        typer.echo("The default.", err=True)


@app.command("set")
def set_setting(
    name: Name,
    value: Annotated[str, typer.Argument(help="The value; lists are comma-separated. - reads it from the input.")],
) -> None:
    """Set a setting. Every process of the server follows within seconds, or at its next start where it says so."""
    text = sys.stdin.read().rstrip("\n") if value == "-" else value
    field = asyncio.run(_change(name, text))
    typer.echo(f"{field.name} is set." + (_RESTART if field.applies is Applies.RESTART else ""))


@app.command("reset")
def reset_setting(name: Name) -> None:
    """Give a setting its default back."""
    field = asyncio.run(_change(name, RESET))
    typer.echo(f"{field.name} has its default again." + (_RESTART if field.applies is Applies.RESTART else ""))


_RESTART = " Restart the server, so that it counts."


def _named(store: SettingsStore, name: str) -> SettingField:
    field = store.fields.get(name.lower().removeprefix("verbatim_"))
    if field is None:
        stop(f"There is no setting {name}; `verbatim settings list` shows those there are.")
    return field


def _value(store: SettingsStore, field: SettingField) -> str:
    return shown(field, getattr(store.wanted[field.group], field.name))


def _meant(field: SettingField, text: str) -> Any:
    """Return what somebody means who types this."""
    if field.kind == "list":
        return [part.strip() for part in text.split(",") if part.strip()]
    if field.kind in {"json", "whole_number", "number", "yes_no"}:
        try:
            return json.loads(text)
        except ValueError:
            return text  # the model says what is wrong with it
    return text


async def _read() -> SettingsStore:
    async with _opened() as runtime:
        return runtime.store


async def _change(name: str, value: Any) -> SettingField:
    async with _opened() as runtime:
        field = _named(runtime.store, name)
        wanted: Mapping[str, Any] = {field.name: value if value is RESET else _meant(field, value)}
        try:
            with as_system("settings"):
                async with runtime.database.transaction() as session:
                    await change_settings(session, runtime.store, wanted, version=None, by=BY)
        except VerbatimError as error:
            stop(error.detail)
        return field


@asynccontextmanager
async def _opened() -> AsyncIterator[Runtime]:
    """Open the database that ``verbatim serve`` would use, and read what is set."""
    settings = settings_or_stop()
    configure_logging("error", settings.log_format)
    try:
        runtime = build_runtime(settings, build_registry(settings))
    except (PluginError, ConfigurationError) as error:
        stop(str(error))
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        await migrate(runtime.database.engine, runtime.database_adapter, runtime.migrations)
        await runtime.store.load(runtime.database, start=True)
        yield runtime
    except (SQLAlchemyError, OSError) as error:
        stop(f"The database cannot be opened: {type(error).__name__}.")
    finally:
        await runtime.database.close()

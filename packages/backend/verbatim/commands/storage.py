"""``verbatim storage …``: what only whoever runs the server does with stored files."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Annotated, Any, Final, TypeVar

import typer

from verbatim.adapter_choice import ConfigurationError
from verbatim.adapters.storage.api import StorageError
from verbatim.adapters.storage.chosen import Storages
from verbatim.cli import settings_or_stop, stop
from verbatim.config import Settings
from verbatim.core.logging import configure_logging
from verbatim.core.migrate import SchemaError
from verbatim.core.stored.moving import Moved, Route, move_files
from verbatim.plugins.loader import PluginError
from verbatim.recordings.storage_check import StorageReport, check_storages
from verbatim.registration import build_registry
from verbatim.runtime import Runtime, build_runtime

T = TypeVar("T")

app = typer.Typer(name="storage", help="Stored files: check them, and move them.", no_args_is_help=True)

_LOOKS: Final = 3
_PAUSE_SECONDS: Final = 5.0
Json = Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")]


class _AskedError(Exception):
    """What was asked for cannot be done; the message says why."""


@app.command()
def check(
    quick: Annotated[bool, typer.Option("--quick", help="Compare sizes instead of contents.")] = False,  # noqa: FBT002 - typer's way
    location: Annotated[str, typer.Option(help="Only what lies in this storage, by its name or id.")] = "",
    json_output: Json = False,  # noqa: FBT002 - typer's way
) -> None:
    """Compare every stored file with the database. Exit status 1 when something is wrong or nothing was checked."""

    async def work(runtime: Runtime) -> StorageReport:
        only = await _storage_called(runtime.storages, location) if location else None
        return await check_storages(runtime.database, runtime.storages, quick=quick, only=only)

    report = _run(work)
    if json_output:
        typer.echo(json.dumps({"ok": report.ok, **asdict(report)}, indent=2))
    else:
        _tell(report)
    if not report.ok:
        raise typer.Exit(1)


@app.command()
def move(
    source: Annotated[str, typer.Option("--from", help="Where the files lie, by its name or id.")],
    target: Annotated[str, typer.Option("--to", help="Where they shall lie.")],
    team: Annotated[str, typer.Option(help="Only files of this team, by its name or id.")] = "",
    json_output: Json = False,  # noqa: FBT002 - typer's way
) -> None:
    """Move files from one storage to another while people work. Go on after an interruption by the same command. Exit
    status 1 when something was left where it was.
    """

    async def work(runtime: Runtime) -> Moved:
        storages = runtime.storages
        owner = await _owner_called(storages, team) if team else None
        route = Route(await _storage_called(storages, source), await _storage_called(storages, target), owner)
        if route.source == route.target:
            raise _AskedError("The files lie there already: name two different storages.")
        return await _move(runtime, route, quiet=json_output)

    done = _run(work)
    if json_output:
        typer.echo(json.dumps({"ok": done.is_done, **asdict(done)}, indent=2))
    else:
        _tell_moved(done)
    if not done.is_done:
        raise typer.Exit(1)


async def _move(runtime: Runtime, route: Route, *, quiet: bool) -> Moved:
    told = 0

    async def tell(done: Moved) -> None:
        nonlocal told
        if not quiet and done.moved - told >= max(100, done.total // 20):
            told = done.moved
            typer.echo(f"  {done.moved} of {done.total} moved")

    done = await move_files(runtime.database, runtime.storages, route, tell)
    for _ in range(_LOOKS):
        if not done.later:
            break
        await asyncio.sleep(_PAUSE_SECONDS)  # what is in use is often free again soon
        again = await move_files(runtime.database, runtime.storages, route, tell)
        done.moved, done.bytes, done.later = done.moved + again.moved, done.bytes + again.bytes, again.later
        done.failed, done.problems = again.failed, again.problems
    return done


async def _storage_called(storages: Storages, text: str) -> str:
    """Return the id of the storage that people call so."""
    titles: Mapping[str, str] = await storages.titles()
    found = [name for name, title in titles.items() if text in {name, title}]
    if len(found) != 1:
        known = ", ".join(name if name == title else f"{name} ({title})" for name, title in titles.items())
        raise _AskedError(f"There is no storage {text}; there are {known}.")
    return found[0]


async def _owner_called(storages: Storages, text: str) -> str:
    found = None if storages.source is None else await storages.source.owner(text)
    if found is None:
        raise _AskedError(f"There is no team {text}, or more than one: name it by its id.")
    return found


def _run(work: Callable[[Runtime], Coroutine[Any, Any, T]]) -> T:
    """Do something with the parts of a server on a migrated database."""
    settings = settings_or_stop()
    configure_logging("error", settings.log_format)
    try:
        return asyncio.run(_with_runtime(settings, work))
    except (PluginError, ConfigurationError, SchemaError, StorageError, _AskedError) as error:
        stop(str(error))


async def _with_runtime(settings: Settings, work: Callable[[Runtime], Coroutine[Any, Any, T]]) -> T:
    async with _runtime(settings) as runtime:
        return await work(runtime)


@asynccontextmanager
async def _runtime(settings: Settings) -> AsyncIterator[Runtime]:
    runtime = build_runtime(settings, build_registry(settings))
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        await runtime.migrate()
        await runtime.store.load(runtime.database, start=True)
        yield runtime
    finally:
        await runtime.database.close()


def _tell_moved(done: Moved) -> None:
    for one in done.problems:
        typer.echo(f"  NOT MOVED  {one.kind} {one.id} {one.key}: {one.detail}")
    if done.failed > len(done.problems):
        typer.echo(f"  … and {done.failed - len(done.problems)} more.")
    left = [f"{done.failed} could not be moved"] if done.failed else []
    left += [f"{done.later} are in use or still being deleted there: run the command again later"] if done.later else []
    typer.echo(f"Moved {done.moved} of {done.total} ({done.bytes} bytes)" + "".join(f"; {one}" for one in left) + ".")


def _tell(report: StorageReport) -> None:
    for found in report.findings:
        whose = f' Recording {found.recording_id} "{found.title}"' if found.recording_id else ""
        typer.echo(f"  {found.kind.upper():10} {found.location} {found.key}: {found.detail}.{whose}")
    counts = {
        kind: sum(found.kind == kind for found in report.findings)
        for kind in ("changed", "missing", "unknown", "unreadable")
    }
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count) or "all is well"
    if report.recordings + report.others == 0:
        told = "there was no recording to check" + (f", {told}" if report.findings else "")
    looked_at = f"{report.recordings} recordings" + (f", {report.others} documents" if report.others else "")
    typer.echo(f"Checked {looked_at} and {report.files} files: {told}.")

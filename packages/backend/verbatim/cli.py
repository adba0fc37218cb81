"""The command ``verbatim``. Each command loads what it needs by itself, so that help comes at once."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from verbatim.core.lazy import late_models, load_without
from verbatim.core.settings.files import SettingFileError, read_files

if TYPE_CHECKING:
    from verbatim.config import Settings

app = typer.Typer(
    name="verbatim",
    help="Self-hosted transcription. Settings are read from VERBATIM_* variables.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _tell_version() -> None:
    from verbatim import __version__  # noqa: PLC0415 - see above

    typer.echo(__version__)


def _version(value: bool) -> None:  # noqa: FBT001 - typer's callback
    if value:
        _tell_version()
        raise typer.Exit


@app.callback()
def _main(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Carries the options that come before a command."""


def stop(message: str) -> NoReturn:
    """End with one sentence for the person at the terminal and exit status 1."""
    typer.echo(f"verbatim: {message}", err=True)
    raise typer.Exit(1)


def settings_or_stop() -> Settings:
    """Read the settings; a wrong one ends the command with its name and what is wrong with it."""
    from pydantic import ValidationError  # noqa: PLC0415 - see above

    from verbatim.config import Settings  # noqa: PLC0415 - see above

    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name = "VERBATIM_" + "_".join(str(part) for part in first["loc"]).upper()
        stop(f"{name} cannot be used: {first['msg']}.")


def _prepare_to_load() -> None:
    gc.disable()  # nothing is thrown away while everything is loaded; `settle` lets it begin
    load_without("structlog", "rich")  # which draws tracebacks with their variables, and some of those are secret


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (VERBATIM_API_HOST).")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (VERBATIM_API_PORT).")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, max=64, help="Processes that answer requests (VERBATIM_WORKERS).")
    ] = None,
) -> None:
    """Start the server: migrate the database, transcribe in the background, serve the API and the web app."""
    _prepare_to_load()
    with late_models():
        from verbatim.commands.serve import run_server  # noqa: PLC0415 - see above

    settings = settings_or_stop()
    given = {"api_host": host, "api_port": port, "workers": workers}
    changes = {key: value for key, value in given.items() if value is not None}
    run_server(settings.model_copy(update=changes), stop)


@app.command()
def worker(
    queues: Annotated[str, typer.Option(help="Types of jobs to run, comma-separated, such as transcribe.")] = "",
    concurrency: Annotated[
        int | None, typer.Option(min=1, max=256, help="Jobs at the same time (VERBATIM_JOBS_CONCURRENCY).")
    ] = None,
) -> None:
    """Run jobs for the servers on the same database, on this machine. Needs VERBATIM_JOBS=distributed."""
    from verbatim.commands.worker import run_worker  # noqa: PLC0415 - see above
    from verbatim.core.jobs.parts import WorkerOptions  # noqa: PLC0415 - see above

    wanted = frozenset(name.strip() for name in queues.split(",") if name.strip())
    run_worker(settings_or_stop(), WorkerOptions(wanted, concurrency), stop)


@app.command()
def migrate(
    *,
    back: Annotated[bool, typer.Option("--back", help="Let the version before start on this database again.")] = False,
) -> None:
    """Bring the database to the schema of this version. Safe to repeat, and on several machines at once."""
    from verbatim.commands.migrate import run_migrations  # noqa: PLC0415 - see above

    run_migrations(settings_or_stop(), stop, back=back)


@app.command()
def doctor(
    json_output: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,  # noqa: FBT002 - typer's way
    *,
    before_upgrade: Annotated[
        bool, typer.Option("--before-upgrade", help="Ask whether this version may take over a database.")
    ] = False,
) -> None:
    """Look at the database, storage, engines and disk, and say what is wrong. Exit status 1 when something is."""
    from verbatim.commands.doctor import run_doctor  # noqa: PLC0415 - see above

    if not run_doctor(settings_or_stop(), as_json=json_output, stop=stop, before_upgrade=before_upgrade):
        raise typer.Exit(1)


@app.command("support-packet")
def support_packet(
    file: Annotated[Path, typer.Option(help="Where to write.")] = Path("verbatim-support.json"),
) -> None:
    """Write what somebody who helps has to know: versions, findings, settings, failed jobs. It holds no secrets."""
    from verbatim.commands.support import write_packet  # noqa: PLC0415 - see above

    write_packet(settings_or_stop(), file, stop=stop)


@app.command("version")
def version_command() -> None:
    """Show the version."""
    _tell_version()


@app.command()
def about(
    *,
    notices: Annotated[bool, typer.Option("--notices", help="Print the texts of all licences.")] = False,
) -> None:
    """Say what others made of what is installed, and under which licences."""
    from verbatim.commands.about import tell_about  # noqa: PLC0415 - see above

    tell_about(whole=notices)


@app.command()
def openapi() -> None:
    """Print the API's description (OpenAPI) as JSON."""
    from verbatim.commands.openapi import print_openapi  # noqa: PLC0415 - see above

    print_openapi(settings_or_stop(), stop)


def _add_names(groups: dict[str, str]) -> None:
    """Let the help list groups of commands that have not been loaded."""
    for name, line in groups.items():
        group = typer.Typer(name=name, help=line)
        group.callback()(lambda: None)
        app.add_typer(group)


_GROUPS = {
    "backup": "Backups: take them, list them, prove them.",
    "restore": "Restore a backup into an empty installation.",
    "models": "The Whisper models on this machine.",
    "settings": "What the server has been told, and by whom.",
    "database": "The database: move it to PostgreSQL.",
    "storage": "Stored files: check them, and move them.",
}


def _take_mode_of_folder(command: str) -> None:
    """Let a command that belongs to one mode run in the mode in which its data folder was last served, when nobody
    names one; where that is another, say which it needs.
    """
    from verbatim.core.mode_file import remembered_mode  # noqa: PLC0415 - see above
    from verbatim.plugins.declared import mode_given, modes_with  # noqa: PLC0415 - see above

    wanted = modes_with(command)
    if not wanted or mode_given() in wanted:
        return
    if mode_given() is None and (known := remembered_mode(settings_or_stop().data_dir)) in wanted:
        os.environ["VERBATIM_MODE"] = str(known)
        return
    typer.echo(
        f"verbatim: The command {command} is there with VERBATIM_MODE={' or '.join(wanted)}; "
        "set VERBATIM_MODE, and VERBATIM_DATA_DIR, as for the server.",
        err=True,
    )
    sys.exit(1)


def main() -> None:
    """Run the command line with the commands of the installed plugins."""
    try:
        read_files(os.environ)
    except SettingFileError as error:
        typer.echo(f"verbatim: {error}", err=True)
        sys.exit(1)
    own = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    asked = sys.argv[1] if len(sys.argv) > 1 else "--help"
    if asked in _GROUPS:
        app.add_typer(import_module(f"verbatim.commands.{asked}").app)
        own.add(asked)
    else:
        _add_names(_GROUPS)
    if asked not in {*own, "--version"}:
        from verbatim.plugins.declared import declared_commands  # noqa: PLC0415 - only when needed

        declared = declared_commands() if asked == "--help" else None
        if declared is None:
            from verbatim.commands.plugins import add_plugin_commands  # noqa: PLC0415 - only when needed

            _take_mode_of_folder(asked)

            add_plugin_commands(app)
        else:
            _add_names(declared)
    app()

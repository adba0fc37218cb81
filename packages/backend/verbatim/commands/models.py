"""``verbatim models``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from verbatim.adapters.transcription.model_files import local_model, model_places
from verbatim.adapters.transcription.models.hub import fetch_model
from verbatim.adapters.transcription.models.inventory import LocalModel, models_here
from verbatim.adapters.transcription.models.speeds import read_speeds
from verbatim.adapters.transcription.models.store import ModelError, import_model, remove_model, verify_model
from verbatim.cli import settings_or_stop, stop
from verbatim.transcription.engines import engine_settings, models_folder

app = typer.Typer(name="models", help="The Whisper models on this machine.", no_args_is_help=True)

_ORIGINS = {
    "package": "came with the installation",
    "imported": "imported",
    "cache": "in the hub's cache",
    "folder": "a folder that a setting names",
}


def _here() -> list[LocalModel]:
    settings = engine_settings(settings_or_stop())
    places = model_places(settings)
    named = local_model(settings.whisper_model, places) if settings.whisper_model else None
    found = models_here(places)
    return [named, *found] if named is not None and named.name not in {model.name for model in found} else found


def _named(name: str) -> LocalModel:
    found = next((model for model in _here() if model.name == name), None)
    if found is None:
        stop(f"There is no model {name} on this machine; `verbatim models list` shows those that are.")
    return found


@app.command("list")
def list_models() -> None:
    """List the models on this machine, the largest first."""
    speeds = read_speeds(models_folder(settings_or_stop()))
    found = _here()
    for model in found:
        known = "English" if len(model.languages) == 1 else f"{len(model.languages)} languages"
        speed = f", {speeds[model.name]:.1f} times as fast as speech here" if model.name in speeds else ""
        typer.echo(f"{model.name:24} {model.size_bytes / 1e6:8.0f} MB  {known}, {_ORIGINS[model.origin]}{speed}")
    if not found:
        typer.echo("There are none. `verbatim models get small` fetches one.")


@app.command("get")
def get_model(name: Annotated[str, typer.Argument(help="A size such as small, or owner/model.")]) -> None:
    """Fetch a model from the hub."""
    store = models_folder(settings_or_stop())

    def show(done: int, whole: int) -> None:
        if sys.stderr.isatty():
            typer.echo(f"\r{done / 1e6:.0f} of {whole / 1e6:.0f} MB", nl=False, err=True)

    try:
        model = fetch_model(name, store, show)
    except ModelError as error:
        stop(str(error))
    typer.echo(f"{model.name} is here; it is used from now on where it is the best.")


@app.command("import")
def import_folder(
    folder: Annotated[Path, typer.Argument(help="A folder with a Whisper model in CTranslate2 format.")],
    name: Annotated[str, typer.Option(help="What to call it; else as the folder.")] = "",
) -> None:
    """Copy a model that was brought in a folder."""
    try:
        model = import_model(folder, models_folder(settings_or_stop()), name or folder.resolve().name)
    except ModelError as error:
        stop(str(error))
    typer.echo(f"{model.name} is here; it is used from now on where it is the best.")


@app.command("verify")
def verify(name: Annotated[str, typer.Argument(help="As `verbatim models list` shows it.")]) -> None:
    """Compare a model's files with what they were when it came here. Exit status 1 when one differs."""
    try:
        damaged = verify_model(_named(name))
    except ModelError as error:
        stop(str(error))
    if damaged:
        stop(f"{name} was changed: {', '.join(damaged)}. Fetch or import it again.")
    typer.echo(f"{name} is what it was when it came here.")


@app.command("remove")
def remove(name: Annotated[str, typer.Argument(help="As `verbatim models list` shows it.")]) -> None:
    """Remove a model that was fetched or imported."""
    try:
        remove_model(_named(name))
    except ModelError as error:
        stop(str(error))
    typer.echo(f"{name} was removed.")

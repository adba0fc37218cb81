"""The folder of models that were brought to this machine: putting one in, checking it, taking it out."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from verbatim.adapters.transcription.errors import TranscriptionError
from verbatim.adapters.transcription.models.inventory import LocalModel, read_model
from verbatim.adapters.transcription.models.packaged import SHA256, damaged_files, sha256_of

MANIFEST = "verbatim-model.json"
"""Beside the files of a model: their hashes when they were put there."""

_NEEDED = ("model.bin", "config.json", "tokenizer.json")
_VOCABULARIES = ("vocabulary.json", "vocabulary.txt")
_WELCOME = (*_NEEDED, *_VOCABULARIES, "preprocessor_config.json")
_MOST_NAME = 100

OnBytes = Callable[[int, int], None]
"""Told how many bytes of how many are done."""


class ModelError(TranscriptionError):
    """Something cannot be done with a model; the sentence is for whoever looks after the server."""

    code = "model_unusable"


def import_model(folder: Path, store: Path, name: str, on_bytes: OnBytes = lambda _done, _of: None) -> LocalModel:
    """Copy the model in `folder` into the store under a name; the one that had it is replaced when all is copied.

    Raises:
        ModelError: it is no Whisper model in CTranslate2 format, or the name cannot be used.
    """
    check_name(name)
    files = _files_of(folder)
    store.mkdir(parents=True, exist_ok=True)
    beginning = store / f".{name}.new"
    shutil.rmtree(beginning, ignore_errors=True)
    beginning.mkdir()
    try:
        _copy(files, beginning, on_bytes)
        hashes = {file.name: sha256_of(beginning / file.name) for file in files}
        if hashes != {file.name: sha256_of(file) for file in files}:
            raise ModelError("The model changed while it was copied; try again.")
        (beginning / MANIFEST).write_text(json.dumps(hashes, indent=2), encoding="utf-8")
        shutil.rmtree(store / name, ignore_errors=True)
        beginning.rename(store / name)
    except OSError as error:
        raise ModelError(f"The model cannot be copied: {error.strerror or error}.") from error
    finally:
        shutil.rmtree(beginning, ignore_errors=True)
    made = read_model(name, store / name, "imported")
    if made is None:
        raise ModelError("The model was copied but cannot be read.")
    return made


def verify_model(model: LocalModel) -> list[str]:
    """Return the files of a model that are not what they were when it came here.

    Raises:
        ModelError: nobody noted what they were.
    """
    if model.origin == "package":
        return damaged_files(model.folder, SHA256)
    try:
        expected = json.loads((model.folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"What {model.name} should be was not noted: only models that were fetched or imported can be verified."
        ) from error
    return damaged_files(model.folder, expected)


def remove_model(model: LocalModel) -> None:
    """Take a model out of the store.

    Raises:
        ModelError: it did not come into it, or its files cannot be deleted.
    """
    if model.origin != "imported":
        raise ModelError(f"{model.name} was neither fetched nor imported here: only such models can be removed.")
    try:
        shutil.rmtree(model.folder)
    except OSError as error:
        raise ModelError(f"{model.name} cannot be removed: {error.strerror or error}.") from error


def check_name(name: str) -> None:
    """Refuse a name that would not be a plain folder.

    Raises:
        ModelError: with what is allowed.
    """
    if not 0 < len(name) <= _MOST_NAME or name.startswith(".") or not set(name) <= _NAME_CHARACTERS:
        raise ModelError("Call the model by letters, digits, dots, dashes and underscores only.")


_NAME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")


def _files_of(folder: Path) -> list[Path]:
    files = [folder / name for name in _WELCOME if (folder / name).is_file()]
    names = {file.name for file in files}
    if not names.issuperset(_NEEDED) or not names.intersection(_VOCABULARIES):
        raise ModelError(
            f"A folder with a Whisper model in CTranslate2 format has {', '.join(_NEEDED)} and a vocabulary; "
            "this one does not."
        )
    return files


def _copy(files: list[Path], target: Path, on_bytes: OnBytes) -> None:
    whole = sum(file.stat().st_size for file in files)
    done = 0
    for file in files:
        shutil.copyfile(file, target / file.name)
        done += file.stat().st_size
        on_bytes(done, whole)

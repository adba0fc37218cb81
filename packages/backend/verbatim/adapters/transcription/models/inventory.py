"""Which Whisper models are on this machine, and what each of them knows."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from verbatim.adapters.transcription.languages import LANGUAGES
from verbatim.adapters.transcription.models.hub_names import HUB_NAMES
from verbatim.adapters.transcription.models.packaged import NAME as PACKAGED
from verbatim.adapters.transcription.models.packaged import packaged_model

Origin = Literal["folder", "imported", "cache", "package"]
ENGLISH = frozenset({"en"})
_ENGLISH_VOCABULARY = 51_864
"""Whisper's English vocabulary has so many words; those of the other models have more."""
_CACHE_PREFIX = "models--"


@dataclass(frozen=True, slots=True)
class ModelPlaces:
    """Where to look: the hub's cache (None: its usual place) and the folder of imported models."""

    cache: Path | None = None
    imported: Path | None = None


@dataclass(frozen=True, slots=True)
class LocalModel:
    """A model that is complete on this machine. `languages` are codes; the folder is nothing for the web page."""

    name: str
    folder: Path
    origin: Origin
    languages: frozenset[str]
    size_bytes: int

    def knows(self, language: str | None) -> bool:
        return language is None or language in self.languages


def read_model(name: str, folder: Path, origin: Origin) -> LocalModel | None:
    """Describe the model in a folder; None when it holds none."""
    try:
        size = (folder / "model.bin").stat().st_size
    except OSError:
        return None
    return LocalModel(name, folder, origin, _languages(folder), size)


def models_here(places: ModelPlaces) -> list[LocalModel]:
    """Return every model on this machine but a folder that only a setting names: the largest first."""
    found: dict[str, LocalModel] = {}
    for model in (*_imported(places.imported), *_cached(places.cache), *_packaged()):
        found.setdefault(model.name, model)
    return sorted(found.values(), key=lambda model: (-model.size_bytes, model.name))


def _imported(root: Path | None) -> list[LocalModel]:
    if root is None or not root.is_dir():
        return []
    folders = [folder for folder in sorted(root.iterdir()) if not folder.name.startswith(".")]
    return [model for folder in folders if (model := read_model(folder.name, folder, "imported")) is not None]


def _cached(cache: Path | None) -> list[LocalModel]:
    root = cache or hub_cache()
    if not root.is_dir():
        return []
    short = {hub: size for size, hub in reversed(HUB_NAMES.items())}
    found = []
    for repository in sorted(root.glob(f"{_CACHE_PREFIX}*--*")):
        name = repository.name.removeprefix(_CACHE_PREFIX).replace("--", "/", 1)
        folder = cached_folder(name, root)
        if folder is not None and (model := read_model(short.get(name, name), folder, "cache")) is not None:
            found.append(model)
    return found


def _packaged() -> list[LocalModel]:
    folder = packaged_model()
    model = read_model(PACKAGED, folder, "package") if folder is not None else None
    return [] if model is None else [model]


def hub_cache() -> Path:
    """Return where the hub's own library keeps what it fetched."""
    if named := os.environ.get("HF_HUB_CACHE"):
        return Path(named).expanduser()
    home = os.environ.get("HF_HOME")
    if home is None:
        home = str(Path(os.environ.get("XDG_CACHE_HOME", "~/.cache"), "huggingface"))
    return Path(home).expanduser() / "hub"


def cached_folder(name: str, cache: Path) -> Path | None:
    """Return where the cache keeps a whole model of this name (`owner/model`).

    Looked up by hand: importing the hub's library takes a second and much memory.
    """
    repository = cache / (_CACHE_PREFIX + name.replace("/", "--"))
    try:
        revision = (repository / "refs" / "main").read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return None
    folder = repository / "snapshots" / revision
    whole = all((folder / file).is_file() for file in ("model.bin", "config.json", "tokenizer.json"))
    return folder if whole else None


def _languages(folder: Path) -> frozenset[str]:
    for file in ("vocabulary.json", "vocabulary.txt"):
        path = folder / file
        if path.is_file():
            return _languages_of(path, path.stat().st_mtime_ns)
    return frozenset(LANGUAGES)


@lru_cache(maxsize=64)
def _languages_of(vocabulary: Path, _changed: int) -> frozenset[str]:
    """Return which languages a vocabulary has tokens for; a model of the English one was taught nothing else."""
    try:
        text = vocabulary.read_text(encoding="utf-8")
        words = json.loads(text) if vocabulary.suffix == ".json" else text.removesuffix("\n").split("\n")
    except (OSError, ValueError):
        return frozenset(LANGUAGES)
    if len(words) <= _ENGLISH_VOCABULARY and "" not in words:
        return ENGLISH
    known = {word[2:-2] for word in words if word.startswith("<|") and word.endswith("|>")}
    return frozenset(known & set(LANGUAGES)) or frozenset(LANGUAGES)

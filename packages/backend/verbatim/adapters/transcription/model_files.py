"""Where Whisper models are: a folder, the hub's cache on this machine, or the hub itself."""

from __future__ import annotations

import os
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from verbatim.adapters.transcription.api import TranscriptionSettings
from verbatim.adapters.transcription.languages import LANGUAGES
from verbatim.adapters.transcription.models.hub_names import HUB_NAMES
from verbatim.adapters.transcription.models.inventory import (
    ENGLISH,
    LocalModel,
    ModelPlaces,
    cached_folder,
    hub_cache,
    read_model,
)
from verbatim.adapters.transcription.models.packaged import NAME as PACKAGED
from verbatim.adapters.transcription.models.packaged import packaged_model

_HUB_TIMEOUT = 2.0
_HUB_MEMORY = 60.0
_TRUE = {"1", "on", "yes", "true"}

_hub_seen: dict[str, tuple[float, bool]] = {}


def is_folder(model: str) -> bool:
    """Whether the name is meant as a path rather than as a hub name."""
    return model.startswith(("/", "./", "../", "~")) or Path(model).is_dir()


def model_places(settings: TranscriptionSettings) -> ModelPlaces:
    return ModelPlaces(settings.whisper_cache, settings.models_folder)


def languages_by_name(model: str) -> frozenset[str]:
    """What a model that is not here is said to know: by custom, `.en` at its end means English only."""
    return ENGLISH if model.endswith(".en") else frozenset(LANGUAGES)


def shown_name(model: str) -> str:
    """The name of a model for people: of a folder, only its own name."""
    return Path(model).expanduser().name if is_folder(model) else model


def local_model(model: str, places: ModelPlaces) -> LocalModel | None:
    """The model of that name or in that folder, if it is complete on this machine."""
    if is_folder(model):
        return read_model(shown_name(model), Path(model).expanduser(), "folder")
    if places.imported is not None and _is_plain(model):
        found = read_model(model, places.imported / model, "imported")
        if found is not None:
            return found
    hub_name = HUB_NAMES.get(model, model)
    folder = cached_folder(hub_name, places.cache or hub_cache()) if "/" in hub_name else None
    if folder is not None:
        return read_model(model, folder, "cache")
    packaged = packaged_model() if model == PACKAGED else None
    return read_model(model, packaged, "package") if packaged is not None else None


def _is_plain(name: str) -> bool:
    return bool(name) and "/" not in name and "\\" not in name and not name.startswith(".")


def hub_reachable() -> bool:
    """Ask the hub for a sign of life; never takes longer than about 2 s, remembered for a minute."""
    if os.environ.get("HF_HUB_OFFLINE", "").lower() in _TRUE:
        return False
    address = os.environ.get("HF_ENDPOINT") or "https://huggingface.co"
    seen = _hub_seen.get(address)
    if seen and time.monotonic() - seen[0] < _HUB_MEMORY:
        return seen[1]
    answers = answers_quickly(address)
    _hub_seen[address] = (time.monotonic(), answers)
    return answers


def answers_quickly(address: str) -> bool:
    """Whether a web server answers at all; looking up a name may hang, hence the thread."""
    answered = threading.Event()

    def knock() -> None:
        request = urllib.request.Request(address, method="HEAD")  # noqa: S310  scheme is checked below
        try:
            with urllib.request.urlopen(request, timeout=_HUB_TIMEOUT):  # noqa: S310  same
                answered.set()
        except urllib.error.HTTPError as error:
            error.close()
            answered.set()
        except OSError:
            pass

    if not address.startswith(("https://", "http://")):
        return False
    thread = threading.Thread(target=knock, daemon=True)
    thread.start()
    thread.join(_HUB_TIMEOUT)
    return answered.is_set()

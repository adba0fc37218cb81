"""Where Whisper models are: a folder, the hub's cache on this machine, or the hub itself."""

from __future__ import annotations

import os
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

# The sizes people know and their converted models; the same table as in faster-whisper, whose import is slow.
HUB_NAMES = {
    **{
        size: f"Systran/faster-whisper-{size}"
        for size in (
            *("tiny", "base", "small", "medium", "tiny.en", "base.en", "small.en", "medium.en"),
            *("large-v1", "large-v2", "large-v3"),
        )
    },
    "large": "Systran/faster-whisper-large-v3",
    "distil-large-v2": "Systran/faster-distil-whisper-large-v2",
    "distil-medium.en": "Systran/faster-distil-whisper-medium.en",
    "distil-small.en": "Systran/faster-distil-whisper-small.en",
    "distil-large-v3": "Systran/faster-distil-whisper-large-v3",
    "distil-large-v3.5": "distil-whisper/distil-large-v3.5-ct2",
    "large-v3-turbo": "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
    "turbo": "mobiuslabsgmbh/faster-whisper-large-v3-turbo",
}
_HUB_TIMEOUT = 2.0
_HUB_MEMORY = 60.0
_TRUE = {"1", "on", "yes", "true"}

_hub_seen: dict[str, tuple[float, bool]] = {}


def is_folder(model: str) -> bool:
    """Whether the name is meant as a path rather than as a hub name."""
    return model.startswith(("/", "./", "../", "~")) or Path(model).is_dir()


def local_model(model: str, cache: Path | None) -> Path | None:
    """The folder of a model that is complete on this machine, else None."""
    if is_folder(model):
        folder = Path(model).expanduser()
        return folder if (folder / "model.bin").is_file() else None
    name = HUB_NAMES.get(model, model)
    if "/" not in name:
        return None
    from huggingface_hub import try_to_load_from_cache  # noqa: PLC0415  slow, needed only here
    from huggingface_hub.errors import HFValidationError  # noqa: PLC0415  same

    try:
        found = [
            try_to_load_from_cache(name, file, cache_dir=cache)
            for file in ("model.bin", "config.json", "tokenizer.json")
        ]
    except HFValidationError:
        return None
    if not all(isinstance(file, str) and Path(file).is_file() for file in found):
        return None
    return Path(str(found[0])).parent


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

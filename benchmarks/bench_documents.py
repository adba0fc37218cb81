"""Thousands of mutated documents: is each answered, does anything die? And how fast are pages of an honest one read?"""

from __future__ import annotations

import asyncio
import os
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from figures import Figure
from support.document_mutations import mutated_documents
from support.made_documents import SCRIPTS, pdf
from verbatim.adapters.documents import DocumentError, Kind, extract_caged, recognise_caged
from verbatim.core.cage import Cage

NAMES = ("document_fuzz", "document_pages_per_s")
COUNT = int(os.environ.get("DOCUMENT_FUZZ_FILES", "5000"))
PAGES = 1_000
AT_ONCE = 2
_MIB = 1024 * 1024


async def _fuzz(cage: Cage, folder: Path) -> list[Figure]:
    deaths = unnamed = read = 0
    files = mutated_documents(COUNT, seed=19)

    async def work(number: int) -> None:
        nonlocal deaths, unnamed, read
        path = folder / f"mutated-{number}"
        for name, content in files:
            path.write_bytes(content)
            try:
                await extract_caged(cage, path, await recognise_caged(cage, path, name))
                read += 1
            except DocumentError as error:
                unnamed += not (error.code and str(error).endswith("."))
            except Exception:  # noqa: BLE001 - that is what is counted
                deaths += 1

    await asyncio.gather(*(work(number) for number in range(AT_ONCE)))
    return [
        Figure("document_fuzz", deaths + unnamed, "files without an answer", limit=0),
        Figure("document_fuzz.files", COUNT, "files"),
        Figure("document_fuzz.read", read, "files"),
    ]


async def _pages(cage: Cage, folder: Path) -> list[Figure]:
    lines = [line for paragraphs in SCRIPTS.values() for line in paragraphs]
    path = folder / "long.pdf"
    path.write_bytes(pdf([" ".join([line] * 30) for line in islice(cycle(lines), PAGES)]))
    cage.most_bytes = 0
    begun = time.perf_counter()
    found = await extract_caged(cage, path, Kind.PDF)
    seconds = time.perf_counter() - begun
    return [
        Figure("document_pages_per_s", found.pages / seconds if found.pages else 0, "pages/s", "at least", PAGES / 20),
        Figure("document_pages_per_s.memory", cage.most_bytes / _MIB, "MiB", limit=300),
    ]


async def run() -> list[Figure]:
    """Read the mutated files, then a PDF of 1,000 pages."""
    cage = Cage("verbatim.adapters.documents.caged")
    with tempfile.TemporaryDirectory() as folder:
        return [*await _fuzz(cage, Path(folder)), *await _pages(cage, Path(folder))]

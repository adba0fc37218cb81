"""Reading pages that are pictures, where the machine has a program for that (Tesseract). It is never needed.

The page is drawn in the cage; the program gets a picture of our own making, on its input, and a time it must end in.
"""

from __future__ import annotations

import asyncio
import contextlib
import csv
import io
import shutil
from functools import cache
from pathlib import Path
from typing import Protocol

import structlog

from verbatim.adapters.documents import DocumentError, Extract, Piece, draw_page_caged
from verbatim.core.cage import Cage
from verbatim.core.text import storable

log = structlog.get_logger(__name__)

MOST_PAGES = 300
"""Pages of one document that are read so: each takes seconds of a processor."""
SECONDS = 120.0


class Recogniser(Protocol):
    """Reads pictures."""

    async def read(self, picture: bytes) -> tuple[str, float]:
        """Return the text in a picture (PGM) and how sure it is (0 to 1).

        Raises:
            OSError: the program cannot be run, or took too long.
        """
        ...


class Tesseract:
    """The program ``tesseract``, in all languages that are installed for it."""

    def __init__(self, program: str, languages: str) -> None:
        self._command = (program, "stdin", "stdout", "-l", languages, "tsv")

    async def read(self, picture: bytes) -> tuple[str, float]:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"},
        )
        try:
            async with asyncio.timeout(SECONDS):
                told, _ = await process.communicate(picture)
        except TimeoutError as error:
            raise OSError("the program took too long") from error
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        if process.returncode:
            raise OSError(f"the program ended with status {process.returncode}")
        return words_of(told.decode("utf-8", "replace"))


def words_of(table: str) -> tuple[str, float]:
    """Return the text of what the program tells as a table, a word in each row, and how sure it is on average."""
    lines: dict[tuple[str, ...], list[str]] = {}
    sure: list[float] = []
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        word = (row.get("text") or "").strip()
        if word and row.get("level") == "5":
            key = tuple(str(row.get(name)) for name in ("block_num", "par_num", "line_num"))
            lines.setdefault(key, []).append(word)
            sure.append(min(max(float(row.get("conf") or 0) / 100, 0.0), 1.0))
    return "\n".join(map(" ".join, lines.values())), sum(sure) / len(sure) if sure else 0.0


@cache
def find_recogniser() -> Recogniser | None:
    """Return what reads pictures on this machine, if there is something."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    folders = (
        "/usr/share/tesseract-ocr",
        "/usr/share/tessdata",
        "/usr/local/share/tessdata",
        "/opt/homebrew/share/tessdata",
    )
    known = {path.stem for folder in folders for path in Path(folder).rglob("*.traineddata")} - {"osd", "equ"}
    return Tesseract(program, "+".join(sorted(known)[:8]) or "eng")


async def read_blank_pages(
    recogniser: Recogniser, cage: Cage, path: Path, found: Extract, *, password: str | None = None
) -> None:
    """Add the text of pages that are pictures; a page that cannot be read stays blank."""
    for number in found.blank[:MOST_PAGES]:
        picture = bytearray()

        async def take(data: bytes, into: bytearray = picture) -> None:
            into += data

        try:
            await draw_page_caged(cage, path, number, take, password=password)
            text, sure = await recogniser.read(bytes(picture))
        except (DocumentError, OSError) as error:
            log.info("page_not_recognised", page=number, reason=str(error))
            continue
        if text := storable(text).strip():
            found.pieces.append(Piece(text, page=number))
            found.confidence[number] = round(sure, 3)
    found.blank = [number for number in found.blank if number not in found.confidence]

"""The bytes of unfinished uploads: a file for each, in one folder of the data folder. Blocking; call it in a thread."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from verbatim.adapters.storage.api import StorageFullError
from verbatim.adapters.storage.scratch import translated
from verbatim.core.clock import new_id

_PLACE: Final = ".place"
_PIECE: Final = 1024 * 1024
_CHECK_BYTES: Final = 16 * 1024 * 1024


class UploadFolder:
    """The folder; ``reserve`` tells how many bytes of its disk are never used."""

    def __init__(self, root: Path, reserve: Callable[[], int]) -> None:
        self.root = root
        self._reserve = reserve

    def place(self) -> str:
        """Return the name of this folder, which servers that share it agree on; made at the first use."""
        path = self.root / _PLACE
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                draft = self.root / f"{_PLACE}.{new_id()}"
                draft.write_text(new_id(), "ascii")
                try:
                    os.link(draft, path)  # of several servers that begin at once only one succeeds
                except FileExistsError:
                    pass
                except OSError:  # a disk without links
                    draft.replace(path)
                draft.unlink(missing_ok=True)
            return path.read_text("ascii").strip()
        except OSError as error:
            raise translated(error) from error

    def path(self, upload_id: str) -> Path:
        """Return where the bytes of an upload lie; the id is one that a row has."""
        return self.root / upload_id

    def size(self, upload_id: str) -> int | None:
        """Return how many bytes there are; None when there is no file."""
        try:
            return self.path(upload_id).stat().st_size
        except FileNotFoundError:
            return None
        except OSError as error:
            raise translated(error) from error

    def insist_on_space(self, more: int) -> None:
        """Insist that there is room for so many more bytes.

        Raises:
            StorageFullError: there is not.
        """
        if shutil.disk_usage(self.root).free - more < self._reserve():
            raise StorageFullError("The disk is full.")

    def delete(self, upload_id: str) -> None:
        try:
            self.path(upload_id).unlink(missing_ok=True)
        except OSError as error:
            raise translated(error) from error

    def uploads(self) -> Iterator[str]:
        """Yield the ids of the uploads that have a file here."""
        if self.root.is_dir():
            yield from (path.name for path in self.root.iterdir() if not path.name.startswith("."))

    def sha256(self, upload_id: str, size: int) -> Any:
        """Read the first ``size`` bytes and return their digest."""
        digest, left = hashlib.sha256(), size
        try:
            with self.path(upload_id).open("rb", buffering=0) as file:
                while left and (data := file.read(min(_PIECE, left))):
                    digest.update(data)
                    left -= len(data)
        except OSError as error:
            raise translated(error) from error
        return digest


class PartialFile:
    """The file of one upload while it is written. What came after ``offset`` was never confirmed, and goes."""

    def __init__(self, folder: UploadFolder, upload_id: str, offset: int) -> None:
        self._folder = folder
        self.size = offset
        self._checked = 0
        try:
            self._file = os.open(folder.path(upload_id), os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise translated(error) from error
        try:
            os.ftruncate(self._file, offset)
            os.lseek(self._file, offset, os.SEEK_SET)
            folder.insist_on_space(0)
        except OSError as error:
            self.close()
            raise translated(error) from error
        except StorageFullError:
            self.close()
            raise

    def write(self, data: bytes, *digests: Any) -> None:
        """Append, and let what counts the bytes see them.

        Raises:
            StorageFullError: there is no room.
        """
        self._checked += len(data)
        if self._checked > _CHECK_BYTES:
            self._checked = 0
            self._folder.insist_on_space(0)
        left = memoryview(data)
        try:
            while left:
                left = left[os.write(self._file, left) :]
        except OSError as error:
            raise translated(error) from error
        for digest in digests:
            digest.update(data)
        self.size += len(data)

    def sync(self) -> None:
        """Return when everything is on disk."""
        try:
            os.fsync(self._file)
        except OSError as error:
            raise translated(error) from error

    def close(self) -> None:
        os.close(self._file)

"""A foreign file that is open already: nothing else can be opened in the cage."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Read = Callable[[int, int, int], bytes]
"""What gives bytes of a descriptor: how many, from which offset on."""


class ForeignFile:
    """A file, or the part of it from `start` up to `end`, from which any number of readers can be made."""

    def __init__(
        self,
        descriptor: int,
        start: int = 0,
        end: int | None = None,
        *,
        read: Read = os.pread,
    ) -> None:
        """`read` is `os.pread`, or does as it for a descriptor that is none of a file; then `end` has to be told."""
        self._descriptor = descriptor
        self._read = read
        self._whole: ForeignFile | None = None  # that of which it is a part stays open
        self.start = start
        self.end = os.fstat(descriptor).st_size if end is None else end

    @classmethod
    def open(cls, path: Path) -> ForeignFile:
        """Open a file for as long as the process, or this object, lives.

        Raises:
            OSError: it cannot be read.
        """
        return _Owner(os.open(path, os.O_RDONLY | os.O_CLOEXEC))

    @property
    def size(self) -> int:
        return self.end - self.start

    def part(self, start: int, end: int | None = None) -> ForeignFile:
        """Return the piece between two offsets as a file of its own."""
        until = self.end if end is None else self.start + end
        made = ForeignFile(self._descriptor, self.start + start, until, read=self._read)
        made._whole = self
        return made

    def close(self) -> None:
        """Close it for its parts and readers too."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1

    def reader(self) -> ForeignReader:
        """Return a new reader at the beginning; readers do not disturb each other."""
        return ForeignReader(self)

    def peek(self, size: int, offset: int = 0) -> bytes:
        """Return up to `size` bytes from `offset` on."""
        if not 0 <= offset < self.size:
            return b""
        return self._read(self._descriptor, min(size, self.size - offset), self.start + offset)


class _Owner(ForeignFile):
    """A file that closes when nobody holds it any more."""

    def __del__(self) -> None:
        self.close()


class ForeignReader(io.RawIOBase):
    """Reads one file from any place, as libraries want it."""

    def __init__(self, file: ForeignFile) -> None:
        super().__init__()
        self._file = file
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._file.peek(self._file.size if size < 0 else size, self._position)
        self._position += len(data)
        return data

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._position, os.SEEK_END: self._file.size}[whence]
        if base + offset < 0:
            raise OSError(22, "before the beginning of the file")
        self._position = base + offset
        return self._position

    def tell(self) -> int:
        return self._position

"""What a plugin needs of storage: the adapter, its files, and moving them."""

from verbatim.adapters.storage.api import (
    CHUNK,
    ConnectionTest,
    FileInfo,
    RangeReader,
    StorageAdapter,
    StorageError,
    StorageFullError,
    StorageWriter,
)
from verbatim.adapters.storage.chosen import LocationSource, LocationUnknownError, Storages
from verbatim.adapters.storage.keys import check_key
from verbatim.adapters.storage.ranges import BlockReader
from verbatim.adapters.storage.scratch import Scratch
from verbatim.core.stored.moving import Moved, Route, count_left, move_files

__all__ = [
    "CHUNK",
    "BlockReader",
    "ConnectionTest",
    "FileInfo",
    "LocationSource",
    "LocationUnknownError",
    "Moved",
    "RangeReader",
    "Route",
    "Scratch",
    "StorageAdapter",
    "StorageError",
    "StorageFullError",
    "StorageWriter",
    "Storages",
    "check_key",
    "count_left",
    "move_files",
]

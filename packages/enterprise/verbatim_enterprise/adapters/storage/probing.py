"""Trying out an object store, so that whoever sets it up is told which step failed."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, Protocol

from verbatim_enterprise.adapters.storage.troubles import ObjectStoreError
from verbatim_enterprise.host import ConnectionTest, StorageError, new_id

_CONTENT = b"Verbatim tries out whether it can write here."


class Probed(Protocol):
    """What is tried out."""

    where: str

    async def require_bucket(self) -> None: ...

    async def read_file(self, key: str) -> bytes: ...

    async def write_file(self, key: str, data: bytes) -> None: ...

    async def delete_file(self, key: str) -> None: ...


class _StepError(Exception):
    """One step failed; the message names it."""


async def probe(storage: Probed) -> ConnectionTest:
    """Write, read and delete an object of its own. Changes nothing else."""
    key = f"verbatim-test/{new_id()}"
    try:
        await _step("", storage.require_bucket())
        await _step("writing", storage.write_file(key, _CONTENT))
        try:
            if await _step("reading", storage.read_file(key)) != _CONTENT:
                raise _StepError("reading: The object store gives back something else than what was written.")
        finally:
            await _step("deleting", storage.delete_file(key))
    except (_StepError, OSError) as error:
        return ConnectionTest(ok=False, detail=str(error))
    return ConnectionTest(ok=True, detail=f"{storage.where} can be written, read and deleted from.")


async def _step(name: str, work: Awaitable[Any]) -> Any:
    try:
        return await work
    except FileNotFoundError as error:
        raise _StepError(f"{name}: What was just written is not there.") from error
    except ObjectStoreError as error:
        raise _StepError(f"{name or error.trouble}: {error}") from error
    except StorageError as error:
        raise _StepError(f"{name or 'space'}: {error}") from error

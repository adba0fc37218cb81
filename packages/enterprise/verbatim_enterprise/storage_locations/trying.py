"""Trying out a location: which step failed, and which were not even tried."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from verbatim_enterprise.host import Settings, StorageAdapter, StorageError, VerbatimError
from verbatim_enterprise.storage_locations.addresses import refuse_private
from verbatim_enterprise.storage_locations.making import check_config, make_storage
from verbatim_enterprise.storage_locations.schemas import LocationTestResponse, LocationTestStep
from verbatim_enterprise.webhooks.addresses import Guard

STEPS: Final = ("name resolution", "connection", "TLS", "credentials", "bucket", "write", "read", "delete")
_SECONDS: Final = 30.0
_EARLY: Final = {"time": "connection", "answer": "bucket", "space": "write"}
"""Troubles that are no step: which step they stopped."""
_WORDS: Final = {"writing": "write", "reading": "read", "deleting": "delete"}


async def try_out(storage: StorageAdapter) -> LocationTestResponse:
    """Write, read and delete a small object, and say how far that went."""
    try:
        async with asyncio.timeout(_SECONDS):
            found = await storage.test_connection()
    except TimeoutError:
        return _failed("connection", f"The store does not answer within {_SECONDS:.0f} seconds.")
    except StorageError as error:
        return _failed("connection", str(error))
    if found.ok:
        return LocationTestResponse(
            ok=True, detail=found.detail, failed=None, steps=[LocationTestStep(name=one, ok=True) for one in STEPS]
        )
    word, _, sentence = found.detail.partition(": ")
    step = _EARLY.get(word, _WORDS.get(word, word))
    return _failed(step, sentence) if step in STEPS else _failed("write", found.detail)


async def try_description(
    kind: str, config: Mapping[str, Any], secrets: Mapping[str, str], *, settings: Settings, guard: Guard
) -> LocationTestResponse:
    """Try out what is no location yet.

    Raises:
        LocationConfigError, EndpointRefusedError
    """
    check_config(kind, config, secrets)
    await refuse_private(guard, config)
    return await try_out(make_storage(kind, config, secrets, settings))


async def try_location(storages: Any, name: str) -> LocationTestResponse:
    """Try out a location there is."""
    try:
        storage = await storages.of(name)
    except StorageError as error:
        return _failed("connection", str(error))
    except VerbatimError as error:
        return _failed("connection", error.detail)
    return await try_out(storage)


def _failed(step: str, detail: str) -> LocationTestResponse:
    reached = STEPS.index(step)
    steps = [
        LocationTestStep(name=name, ok=True if place < reached else False if place == reached else None)
        for place, name in enumerate(STEPS)
    ]
    return LocationTestResponse(ok=False, detail=detail, failed=step, steps=steps)

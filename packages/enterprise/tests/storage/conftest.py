"""Fixtures: one storage after the other, each on a real server that lives as long as the run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from support_stores.made import KINDS, REMOTE, adapter, disk, own_folder
from support_stores.servers import STARTERS, ServerMissingError, StoreServer
from verbatim.adapters.storage.api import StorageAdapter

ServerOf = Callable[[str], StoreServer]


@pytest.fixture(scope="session")
def server_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerOf]:
    """Give the server of a kind, started when the first test asks for it."""
    running: dict[str, StoreServer | ServerMissingError] = {}
    with ExitStack() as stack:

        def find(kind: str) -> StoreServer:
            if kind not in running:
                try:
                    running[kind] = stack.enter_context(STARTERS[kind](tmp_path_factory.mktemp(kind)))
                except ServerMissingError as error:
                    running[kind] = error
            found = running[kind]
            if isinstance(found, ServerMissingError):
                pytest.skip(str(found))
            return found

        yield find


@pytest.fixture(params=KINDS)
def storage(request: pytest.FixtureRequest, server_of: ServerOf, tmp_path: Path) -> StorageAdapter:
    """Give an empty storage, of each kind."""
    if request.param == "disk":
        return disk(tmp_path)
    return adapter(own_folder(server_of(request.param)), tmp_path)


@pytest.fixture(params=REMOTE)
def server(request: pytest.FixtureRequest, server_of: ServerOf) -> StoreServer:
    """Give the object store of each kind."""
    return server_of(request.param)


@pytest.fixture
def moto(server_of: ServerOf) -> StoreServer:
    return server_of("moto")

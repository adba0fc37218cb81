"""When an object store fails or says no, people learn it within seconds and in words, and nothing is lost."""

from __future__ import annotations

import asyncio
import hashlib
import os
import ssl
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from support.server import free_port
from support_stores.certificates import make_certificates
from support_stores.line import Line, line_to
from support_stores.made import adapter, own_folder
from support_stores.servers import BUCKET, StoreServer
from verbatim.adapters.storage.api import StorageAdapter, StorageError
from verbatim.core.clock import new_id

MB = 1024 * 1024
SOON = 15.0


@pytest.fixture
async def line(server: StoreServer) -> AsyncIterator[Line]:
    async with line_to(server.url) as found:
        yield found


@pytest.fixture
def storage(server: StoreServer, line: Line, tmp_path: Path) -> StorageAdapter:
    """Give a storage behind a line that can be made to break."""
    return adapter(own_folder(server, server.through(line.url)), tmp_path)


async def read(storage: StorageAdapter, key: str) -> bytes:
    return b"".join([piece async for piece in storage.stream_file(key)])


@pytest.mark.parametrize("after", [0, 100, 100_000, 3 * MB])
async def test_a_download_that_is_cut_goes_on(storage: StorageAdapter, line: Line, after: int) -> None:
    content = os.urandom(6 * MB)
    await storage.write_file("file", content)
    line.cut_down_after = [after]
    await fresh(storage)
    assert hashlib.sha256(await read(storage, "file")).digest() == hashlib.sha256(content).digest()


@pytest.mark.parametrize("after", [0, 1_000, 2 * MB])
async def test_an_upload_that_is_cut_is_sent_again(storage: StorageAdapter, line: Line, after: int) -> None:
    content = os.urandom(20 * MB)
    line.cut_up_after = [10_000_000, after]
    await storage.write_file("file", content)
    assert hashlib.sha256(await read(storage, "file")).digest() == hashlib.sha256(content).digest()


async def test_a_store_that_is_busy_for_a_moment_is_asked_again(storage: StorageAdapter, line: Line) -> None:
    for work in (lambda: storage.write_file("file", b"x"), lambda: storage.read_file("file")):
        line.busy = 2
        await fresh(storage)
        await work()
    line.busy = 1
    assert await storage.exists("file")


async def test_a_store_that_stays_busy_is_given_up_soon(storage: StorageAdapter, line: Line) -> None:
    await storage.write_file("file", b"kept")
    line.busy = 10_000
    await fresh(storage)
    for work in (storage.read_file, storage.exists, storage.delete_file, storage.get_file_info):
        begun = time.monotonic()
        with pytest.raises(StorageError, match="try again soon"):
            await work("file")
        assert time.monotonic() - begun < SOON
    with pytest.raises(StorageError, match="503"):
        await storage.write_file("file", bytes(20 * MB))
    line.busy = 0
    assert await storage.read_file("file") == b"kept"


async def test_a_store_that_is_silent_is_given_up_soon(storage: StorageAdapter, line: Line) -> None:
    line.silent = True
    begun = time.monotonic()
    with pytest.raises(StorageError, match="does not answer in time"):
        await storage.exists("file")
    assert time.monotonic() - begun < SOON
    result = await storage.test_connection()
    assert not result.ok
    assert result.detail.startswith("time: ")


async def test_a_slow_store_is_waited_for(storage: StorageAdapter, line: Line) -> None:
    content = os.urandom(3 * MB)
    await storage.write_file("file", content)
    line.pause = 0.05
    assert await read(storage, "file") == content


async def test_somebody_who_listens_slowly_hears_everything(storage: StorageAdapter) -> None:
    content = os.urandom(8 * MB)
    await storage.write_file("file", content)
    found: list[bytes] = []
    async for piece in storage.stream_file("file"):
        if len(found) in (1, 3):
            await asyncio.sleep(1.5)
        found.append(piece)
    assert b"".join(found) == content


async def test_a_store_that_has_gone_is_told_from_a_missing_file(server: StoreServer, tmp_path: Path) -> None:
    storage = adapter(own_folder(server, server.through(f"http://127.0.0.1:{free_port()}")), tmp_path)
    for work in (storage.read_file, storage.exists, storage.delete_file, storage.get_file_info):
        with pytest.raises(StorageError, match="cannot be reached"):
            await work("file")
    with pytest.raises(StorageError, match="cannot be reached"):
        await storage.write_file("file", b"x")
    with pytest.raises(StorageError, match="cannot be reached"):
        await storage.write_file("file", bytes(20 * MB))
    with pytest.raises(StorageError, match="cannot be reached"):
        [info async for info in storage.list_files()]
    assert (await storage.test_connection()).detail.startswith("connection: ")


async def test_a_bucket_that_is_not_there_is_told_from_a_missing_file(server: StoreServer, tmp_path: Path) -> None:
    name = "VERBATIM_STORAGE_AZURE_CONTAINER" if server.kind == "azurite" else "VERBATIM_STORAGE_S3_BUCKET"
    storage = adapter({**server.variables, name: "no-such-bucket"}, tmp_path)
    for work in (storage.read_file, storage.exists, storage.delete_file, storage.get_file_info):
        with pytest.raises(StorageError, match="no such bucket"):
            await work("file")
    for size in (1, 20 * MB):
        with pytest.raises(StorageError, match="no such bucket"):
            await storage.write_file("file", bytes(size))
    assert (await storage.test_connection()).detail.startswith("bucket: ")


async def test_a_name_that_does_not_resolve_is_said(server: StoreServer, tmp_path: Path) -> None:
    storage = adapter(server.through("http://store.invalid"), tmp_path)
    with pytest.raises(StorageError, match="cannot be resolved"):
        await storage.exists("file")
    assert (await storage.test_connection()).detail.startswith("name resolution: ")


async def test_wrong_credentials_are_said_and_never_shown(server: StoreServer, tmp_path: Path) -> None:
    if server.kind == "moto":
        pytest.skip("moto accepts any credentials")
    secret = "d3JvbmcgYnV0IHNlY3JldA=="
    name = "VERBATIM_STORAGE_AZURE_KEY" if server.kind == "azurite" else "VERBATIM_STORAGE_S3_SECRET"
    storage = adapter({**server.variables, name: secret}, tmp_path)
    for work in (storage.read_file, storage.exists, storage.delete_file, storage.get_file_info):
        with pytest.raises(StorageError, match="refuses the credentials") as caught:
            await work("file")
        assert secret not in str(caught.value)
        assert caught.value.__cause__ is None
    with pytest.raises(StorageError, match="refuses the credentials"):
        await storage.write_file("file", bytes(20 * MB))
    result = await storage.test_connection()
    assert result.detail.startswith("credentials: ")
    assert secret not in result.detail + repr(storage)


async def test_a_certificate_is_trusted_only_when_its_authority_is(moto: StoreServer, tmp_path: Path) -> None:
    made = make_certificates(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made.certificate, made.key)
    line = Line(moto.url)
    listening = await asyncio.start_server(line.serve, "127.0.0.1", 0, ssl=context)
    variables = own_folder(moto, moto.through(f"https://127.0.0.1:{listening.sockets[0].getsockname()[1]}"))
    try:
        strange = adapter(variables, tmp_path)
        with pytest.raises(StorageError, match="not trusted"):
            await strange.exists("file")
        assert (await strange.test_connection()).detail.startswith("TLS: ")
        known = adapter({**variables, "VERBATIM_STORAGE_CA": made.authority.read_text()}, tmp_path)
        await known.write_file("file", b"x")
        assert (await known.test_connection()).ok
    finally:
        listening.close()
        line.end()


async def test_a_full_store_is_said_to_be_full(tmp_path: Path) -> None:
    async def full(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        if b"Content-Length: 1\r\n" in head.title():
            await reader.read(1)
        body = b"<Error><Code>QuotaExceeded</Code></Error>"
        writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(full, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    variables = {
        "VERBATIM_STORAGE_S3_BUCKET": BUCKET,
        "VERBATIM_STORAGE_S3_ENDPOINT": url,
        "VERBATIM_STORAGE_S3_KEY_ID": "somebody",
        "VERBATIM_STORAGE_S3_SECRET": new_id(),
    }
    with pytest.raises(StorageError, match=r"is full \(QuotaExceeded\)") as caught:
        await adapter(variables, tmp_path).write_file("file", b"x")
    assert type(caught.value).__name__ == "StorageFullError"
    server.close()


async def fresh(storage: StorageAdapter) -> None:
    """Let the next request take a new connection: what the line does is told for connections."""
    clients = vars(storage)["_clients"]
    for name in ("asking", "reading", "writing"):
        vars(clients).pop(name, None)

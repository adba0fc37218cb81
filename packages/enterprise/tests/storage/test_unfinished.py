"""Uploads whose process was killed leave nothing behind that anybody would pay for."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from azure.core.credentials import AzureNamedKeyCredential
from azure.core.exceptions import ResourceNotFoundError
from azure.storage.blob import ContainerClient
from support_stores.azurite import ACCOUNT, ACCOUNT_KEY
from support_stores.line import line_to
from support_stores.made import adapter, own_folder
from support_stores.servers import BUCKET, StoreServer
from verbatim.adapters.storage.api import StorageError

KEYS = tuple(f"recordings/{number}/original" for number in range(3))
_WRITER = """
import asyncio, json, os, signal, sys
from pathlib import Path
from support_stores.made import adapter

async def main():
    storage = adapter(json.loads(sys.argv[1]), Path(sys.argv[2]))
    async with storage.open_writer(sys.argv[3]) as writer:
        for _ in range(int(sys.argv[4])):
            await writer.write(bytes(8 * 1024 * 1024))
        await asyncio.sleep(float(sys.argv[5]))
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


def open_uploads(server: StoreServer, variables: dict[str, str]) -> list[str]:
    """Return the keys of uploads that the store has open, as another program sees it."""
    prefix = variables[server.prefix_variable]
    if server.kind == "azurite":
        key = AzureNamedKeyCredential(ACCOUNT, ACCOUNT_KEY)
        open_ones = []
        with ContainerClient(f"{server.url}/{ACCOUNT}", BUCKET, credential=key) as container:
            for name in KEYS:
                try:
                    blocks = container.get_blob_client(f"{prefix}/{name}").get_block_list("uncommitted")[1]
                except ResourceNotFoundError:
                    continue
                open_ones += [name] if blocks else []
        return open_ones
    found = server.s3.list_multipart_uploads(Bucket=BUCKET).get("Uploads") or []
    return [one["Key"] for one in found if one["Key"].startswith(prefix)]


async def kill_while_writing(variables: dict[str, str], folder: Path, key: str, parts: int, seconds: float) -> None:
    command = [sys.executable, "-c", _WRITER, json.dumps(variables), str(folder), key, str(parts), str(seconds)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = await asyncio.to_thread(subprocess.run, command, env=env, timeout=60, check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()


async def test_a_killed_upload_is_taken_back(server: StoreServer, tmp_path: Path) -> None:
    variables = own_folder(server)
    storage = adapter(variables, tmp_path)
    for key, (parts, seconds) in zip(KEYS, [(4, 1.0), (6, 0.2), (2, 1.0)], strict=True):
        await kill_while_writing(variables, tmp_path, key, parts, seconds)
    assert open_uploads(server, variables)
    assert [info async for info in storage.list_files()] == []
    await storage.write_file("recordings/0/original-of-another", b"kept")
    for key in KEYS:
        await storage.discard_unfinished(key)
        await storage.delete_file(key)
    assert open_uploads(server, variables) == []
    assert [info.key async for info in storage.list_files()] == ["recordings/0/original-of-another"]


async def test_a_file_that_is_there_and_uploads_of_others_stay(server: StoreServer, tmp_path: Path) -> None:
    variables = own_folder(server)
    storage = adapter(variables, tmp_path)
    await storage.write_file("a/original", b"there")
    await storage.discard_unfinished("a/original")
    assert await storage.read_file("a/original") == b"there"
    async with storage.open_writer("a/original2") as writer:
        await writer.write(os.urandom(20_000_000))
        await storage.discard_unfinished("a/original")
    assert (await storage.get_file_info("a/original2")).size == 20_000_000
    await storage.discard_unfinished("nothing/here")
    await storage.delete_file("nothing/here")


async def test_a_store_that_is_away_is_asked_again_later(server: StoreServer, tmp_path: Path) -> None:
    async with line_to(server.url) as line:
        storage = adapter(own_folder(server, server.through(line.url)), tmp_path)
        line.busy = 1000
        with pytest.raises(StorageError) as caught:
            await storage.discard_unfinished("a/original")
        assert "X-Amz" not in str(caught.value)
        line.busy = 0
        await storage.discard_unfinished("a/original")


@pytest.mark.parametrize("status", [403, 404, 405, 501])
async def test_a_store_that_keeps_no_list_is_left_alone(tmp_path: Path, status: int) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 %d No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" % status)
        await writer.drain()
        writer.close()

    listening = await asyncio.start_server(answer, "127.0.0.1", 0)
    variables = {
        "VERBATIM_STORAGE_S3_BUCKET": BUCKET,
        "VERBATIM_STORAGE_S3_ENDPOINT": f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}",
        "VERBATIM_STORAGE_S3_KEY_ID": "somebody",
        "VERBATIM_STORAGE_S3_SECRET": "hush",
    }
    await adapter(variables, tmp_path).discard_unfinished("a/original")
    listening.close()

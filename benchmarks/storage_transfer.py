"""One program carries a file one way: `storage_transfer.py PROGRAM up|down VARIABLES FOLDER MB` prints what it took."""

from __future__ import annotations

import asyncio
import hashlib
import json
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import psutil

MB = 1024**2
_KEY = "bench/file"
_SAMPLE_SECONDS = 0.02


def content(size: int) -> Iterator[bytes]:
    """Yield a file of so many MB that no two parts of it are alike in."""
    block = hashlib.sha512(b"verbatim").digest() * (MB // 64)
    for number in range(size):
        yield number.to_bytes(8, "big") + block[8:]


class Feed:
    """The file as an object to read from, for programs that want one."""

    def __init__(self, size: int) -> None:
        self._pieces = content(size)
        self._rest = b""
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._rest) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._rest += piece
        end = len(self._rest) if size < 0 else size
        found, self._rest = self._rest[:end], self._rest[end:]
        self.digest.update(found)
        return found


async def _verbatim(way: str, told: dict[str, str], folder: Path, size: int) -> str:
    from support_stores.made import adapter  # noqa: PLC0415 - each program loads its own library only

    storage, digest = adapter(told, folder), hashlib.sha256()
    if way == "up":
        async with storage.open_writer(_KEY) as writer:
            for piece in content(size):
                digest.update(piece)
                await writer.write(piece)
    else:
        async for piece in storage.stream_file(_KEY):
            digest.update(piece)
    return digest.hexdigest()


def _boto3(way: str, told: dict[str, str], size: int) -> str:
    import boto3  # type: ignore[import-untyped]  # noqa: PLC0415 - it has no types; see above
    from botocore.config import Config  # type: ignore[import-untyped]  # noqa: PLC0415 - the same

    client = boto3.client(
        "s3",
        endpoint_url=told["VERBATIM_STORAGE_S3_ENDPOINT"],
        aws_access_key_id=told["VERBATIM_STORAGE_S3_KEY_ID"],
        aws_secret_access_key=told["VERBATIM_STORAGE_S3_SECRET"],
        region_name="us-east-1",
        config=Config(s3={"addressing_style": "path"}, request_checksum_calculation="when_required"),
    )
    bucket = told["VERBATIM_STORAGE_S3_BUCKET"]
    if way == "up":
        feed = Feed(size)
        client.upload_fileobj(feed, bucket, f"{_KEY}-of-boto3")
        return feed.digest.hexdigest()
    digest = hashlib.sha256()
    for piece in client.get_object(Bucket=bucket, Key=f"{_KEY}-of-boto3")["Body"].iter_chunks(256 * 1024):
        digest.update(piece)
    return digest.hexdigest()


def _azure(way: str, told: dict[str, str], size: int) -> str:
    from azure.core.credentials import AzureNamedKeyCredential  # noqa: PLC0415 - see above
    from azure.storage.blob import ContainerClient  # noqa: PLC0415 - see above

    key = AzureNamedKeyCredential(told["VERBATIM_STORAGE_AZURE_ACCOUNT"], told["VERBATIM_STORAGE_AZURE_KEY"])
    endpoint, container = told["VERBATIM_STORAGE_AZURE_ENDPOINT"], told["VERBATIM_STORAGE_AZURE_CONTAINER"]
    with ContainerClient(endpoint, container, credential=key, max_block_size=8 * MB) as client:
        blob = client.get_blob_client(f"{_KEY}-of-azure")
        if way == "up":
            feed = Feed(size)
            blob.upload_blob(cast("IO[bytes]", feed), length=size * MB, overwrite=True, max_concurrency=3)
            return feed.digest.hexdigest()
        digest = hashlib.sha256()
        for piece in blob.download_blob().chunks():
            digest.update(piece)
        return digest.hexdigest()


def _carry(program: str, way: str, told: dict[str, str], folder: Path, size: int) -> str:
    if program == "verbatim":
        return asyncio.run(_verbatim(way, told, folder, size))
    return _boto3(way, told, size) if program == "boto3" else _azure(way, told, size)


def main(arguments: list[str]) -> int:
    program, way, variables, folder, size = arguments
    told: dict[str, str] = json.loads(variables)
    process, stop = psutil.Process(), threading.Event()
    _carry(program, "up", told, Path(folder), 32)  # what a program needs once is not growth
    _carry(program, "down", told, Path(folder), 32)
    if way == "down":
        _carry(program, "up", told, Path(folder), int(size))
    before = process.memory_info().rss
    seen: list[Any] = [before]

    def sample() -> None:
        while not stop.wait(_SAMPLE_SECONDS):
            seen.append(process.memory_info().rss)

    sampling = threading.Thread(target=sample)
    sampling.start()
    begun = time.perf_counter()
    try:
        digest = _carry(program, way, told, Path(folder), int(size))
    finally:
        seconds = time.perf_counter() - begun
        stop.set()
        sampling.join()
    print(json.dumps({"seconds": seconds, "growth_mb": (max(seen) - before) / MB, "sha256": digest}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

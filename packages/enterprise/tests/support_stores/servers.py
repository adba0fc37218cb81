"""Starting and ending object stores, each with a bucket."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3  # type: ignore[import-untyped]  # it has no types
import httpx
from botocore.config import Config  # type: ignore[import-untyped]  # the same
from botocore.exceptions import ClientError  # type: ignore[import-untyped]  # the same
from support.server import free_port

from support_stores.azurite import ACCOUNT, ACCOUNT_KEY, azurite_command, azurite_environment, make_container
from support_stores.swift import KEY_ID, SECRET, start_swift

BUCKET = "recordings"
_PATIENCE = 60.0


class ServerMissingError(Exception):
    """Such a server cannot be had here; the text says why."""


@dataclass(frozen=True)
class StoreServer:
    """A running object store. ``url`` is its endpoint."""

    kind: str
    url: str
    variables: Mapping[str, str]

    def through(self, url: str) -> dict[str, str]:
        """Return the settings with which it is reached by another address."""
        name = "VERBATIM_STORAGE_S3_ENDPOINT" if self.kind != "azurite" else "VERBATIM_STORAGE_AZURE_ENDPOINT"
        return {**self.variables, name: self.variables[name].replace(self.url, url)}

    @property
    def prefix_variable(self) -> str:
        return "VERBATIM_STORAGE_AZURE_PREFIX" if self.kind == "azurite" else "VERBATIM_STORAGE_S3_PREFIX"

    @property
    def s3(self) -> Any:
        """Another program's view of it (boto3)."""
        return boto3.client(
            "s3",
            endpoint_url=self.url,
            aws_access_key_id=self.variables["VERBATIM_STORAGE_S3_KEY_ID"],
            aws_secret_access_key=self.variables["VERBATIM_STORAGE_S3_SECRET"],
            region_name="us-east-1",
            config=Config(retries={"max_attempts": 1}, s3={"addressing_style": "path"}),
        )


@contextmanager
def moto(folder: Path) -> Iterator[StoreServer]:
    """Start moto's S3, which accepts any key."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with _running(command, folder, port, {}):
        server = StoreServer("moto", f"http://127.0.0.1:{port}", _s3_variables(port, "moto-key-id", "moto-key-value"))
        server.s3.create_bucket(Bucket=BUCKET)
        yield server


@contextmanager
def swift(folder: Path) -> Iterator[StoreServer]:
    """Start OpenStack Swift with its S3 API, which checks signatures."""
    with start_swift(folder) as port:
        server = StoreServer("swift", f"http://127.0.0.1:{port}", _s3_variables(port, KEY_ID, SECRET))
        _make_bucket(server)
        yield server


def _make_bucket(server: StoreServer, seconds: float = 30) -> None:
    """Make the bucket as soon as the store is ready: on a busy machine its parts come up one after the other."""
    until = time.monotonic() + seconds
    while True:
        try:
            server.s3.create_bucket(Bucket=BUCKET)
        except ClientError as error:
            if error.response["Error"]["Code"] != "ServiceUnavailable" or time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


@contextmanager
def azurite(folder: Path) -> Iterator[StoreServer]:
    """Start Azurite, Microsoft's emulator of Azure Blob Storage.

    Raises:
        ServerMissingError: it cannot be installed here.
    """
    port = free_port()
    try:
        command = azurite_command(folder, port)
    except (OSError, subprocess.SubprocessError) as error:
        raise ServerMissingError(f"Azurite cannot be installed: {error}") from error
    url = f"http://127.0.0.1:{port}"
    with _running(command, folder, port, azurite_environment()):
        make_container(url, BUCKET)
        yield StoreServer(
            "azurite",
            url,
            {
                "VERBATIM_STORAGE_AZURE_ACCOUNT": ACCOUNT,
                "VERBATIM_STORAGE_AZURE_CONTAINER": BUCKET,
                "VERBATIM_STORAGE_AZURE_ENDPOINT": f"{url}/{ACCOUNT}",
                "VERBATIM_STORAGE_AZURE_KEY": ACCOUNT_KEY,
            },
        )


STARTERS: Mapping[str, Callable[[Path], Any]] = {"moto": moto, "swift": swift, "azurite": azurite}


def _s3_variables(port: int, key_id: str, secret: str) -> dict[str, str]:
    return {
        "VERBATIM_STORAGE_S3_BUCKET": BUCKET,
        "VERBATIM_STORAGE_S3_ENDPOINT": f"http://127.0.0.1:{port}",
        "VERBATIM_STORAGE_S3_KEY_ID": key_id,
        "VERBATIM_STORAGE_S3_SECRET": secret,
    }


@contextmanager
def _running(command: Sequence[str], folder: Path, port: int, env: Mapping[str, str]) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=dict(env) or None, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        yield
    finally:
        process.kill()
        process.wait()


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until something answers there."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            httpx.get(url, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"No store answers at {url}.")

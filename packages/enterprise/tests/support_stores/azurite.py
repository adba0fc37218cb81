"""Azurite: installed into the checkout's cache at its first use, and asked in Azure's own way for a container."""

from __future__ import annotations

import base64
import fcntl
import hashlib
import hmac
import os
import shutil
import subprocess
from email.utils import formatdate
from pathlib import Path

import httpx
import node_env
from steps import ROOT

ACCOUNT = "verbatim"
ACCOUNT_KEY = base64.b64encode(hashlib.sha256(b"the key of an account in tests").digest()).decode()
_PACKAGE = Path(__file__).parent / "azurite_package"
_VERSION = "2021-12-02"


def azurite_command(folder: Path, port: int) -> list[str]:
    """Return how Azurite starts here, installed first if it is not.

    Raises:
        OSError, SubprocessError: it cannot be installed.
    """
    place = ROOT / ".cache" / "azurite"
    program = place / "node_modules" / "azurite" / "dist" / "src" / "blob" / "main.js"
    node = node_env.of_machine()
    if node is None:
        raise FileNotFoundError("there is no Node on this machine")
    place.mkdir(parents=True, exist_ok=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "installed").exists():
            for name in ("package.json", "package-lock.json"):
                shutil.copy(_PACKAGE / name, place / name)
            command = [*node.npm, "ci", "--omit=dev", "--no-audit", "--no-fund"]
            subprocess.run(command, cwd=place, env=azurite_environment(), check=True, capture_output=True, timeout=100)
            (place / "installed").touch()
    # Without --disableTelemetry it would try to reach an outside host.
    options = ["--silent", "--disableTelemetry", "--skipApiVersionCheck", "--blobHost", "127.0.0.1"]
    found = shutil.which("node")
    assert found is not None
    return [found, str(program), *options, "--blobPort", str(port), "--location", str(folder)]


def azurite_environment() -> dict[str, str]:
    """Return the variables Azurite runs with: an account of our own."""
    return {**os.environ, "AZURITE_ACCOUNTS": f"{ACCOUNT}:{ACCOUNT_KEY}"}


def make_container(url: str, name: str) -> None:
    """Make a container, with a request that is signed by hand."""
    moment = formatdate(usegmt=True)
    signed = "PUT" + "\n" * 12 + f"x-ms-date:{moment}\nx-ms-version:{_VERSION}\n"
    signed += f"/{ACCOUNT}/{ACCOUNT}/{name}\nrestype:container"
    digest = hmac.new(base64.b64decode(ACCOUNT_KEY), signed.encode(), hashlib.sha256).digest()
    headers = {
        "x-ms-date": moment,
        "x-ms-version": _VERSION,
        "Authorization": f"SharedKey {ACCOUNT}:{base64.b64encode(digest).decode()}",
    }
    response = httpx.put(f"{url}/{ACCOUNT}/{name}?restype=container", headers=headers, trust_env=False)
    assert response.status_code == 201, response.text

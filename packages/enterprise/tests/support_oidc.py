"""An OpenID Connect provider that runs as a server of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from support.server import free_port
from support_enterprise import Person

BASE = "http://127.0.0.1:52780"


@contextmanager
def running_provider() -> Iterator[str]:
    """Start the provider; give its issuer."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce", "true"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    issuer = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                httpx.get(f"{issuer}/.well-known/openid-configuration").raise_for_status()
                break
            except httpx.HTTPError:
                assert time.monotonic() < deadline
                time.sleep(0.1)
        yield issuer
    finally:
        process.terminate()
        process.wait(10)


def people(provider: str, subject: str, **claims: Any) -> None:
    """Let the provider know somebody."""
    httpx.put(f"{provider}/users/{subject}", json=claims).raise_for_status()


async def to_provider(client: Person, name: str = "corp", **query: str) -> str:
    """Ask the server for the way to the provider; give where that is."""
    response = await client.get(f"/api/auth/oidc/{name}/login", params=query)
    assert response.status_code == 303, response.text
    return str(response.headers["location"])


def consent(url: str, subject: str) -> str:
    """Sign in at the provider; give where it sends the browser back to."""
    response = httpx.post(url, data={"sub": subject})
    assert response.status_code == 302, response.text
    return str(response.headers["location"])


async def sign_in(client: Person, subject: str, name: str = "corp", **query: str) -> str:
    """Go the whole way; give where the browser ends up."""
    back = consent(await to_provider(client, name, **query), subject)
    response = await client.get(back.removeprefix(BASE), headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 303, response.text
    return str(response.headers["location"])

"""Servers as processes of their own, and the administrator who comes back to them."""

from __future__ import annotations

import httpx
from support_enterprise import ADMIN, PASSWORD
from support_license import LICENSED
from support_setup import KNOWN_TOKEN, first_account
from support_teams import ok

SECRET_KEY = "m4V7vPzq0n3bJ8cXw2yKt6RfLh9sDgAe1uQiZoB5"


def server_environment(database_url: str) -> dict[str, str]:
    """Return the variables with which such servers start on a database."""
    return {
        "VERBATIM_MODE": "enterprise",
        "VERBATIM_DATABASE_URL": database_url,
        "VERBATIM_SECRET_KEY": SECRET_KEY,
        "VERBATIM_LOG_LEVEL": "error",
        **LICENSED,
        **KNOWN_TOKEN,
    }


async def sign_in(client: httpx.AsyncClient, *, first: bool) -> None:
    """Sign the administrator in; the ``first`` time there is none yet."""
    account = {"username": ADMIN, "email": f"{ADMIN}@example.org", "password": PASSWORD}
    if first:
        ok(await client.post("/api/auth/register", json=first_account()), 201)
    tokens = ok(await client.post("/api/auth/login", json=account))
    client.cookies.clear()
    client.headers["Authorization"] = f"Bearer {tokens['access_token']}"

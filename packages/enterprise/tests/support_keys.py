"""Programs: clients that present an API key."""

from __future__ import annotations

from typing import Any

import httpx
from fastapi import FastAPI
from support_enterprise import BASE_URL, Person
from support_teams import Json, ok


async def make_key(maker: httpx.AsyncClient, *scopes: str, **fields: Any) -> Json:
    """Make a key and return what the server answers, its secret included."""
    body = {"name": "Nightly import", "scopes": list(scopes), **fields}
    return ok(await maker.post("/api/keys", json=body), 201)


def program(app: FastAPI, key: str, address: str = "127.0.0.1") -> Person:
    """Make a client that presents `key` and comes from an address."""
    transport = httpx.ASGITransport(app=app, client=(address, 50_000))
    return Person(transport=transport, base_url=BASE_URL, headers={"Authorization": f"Bearer {key}"})

"""People who use the server: clients that can sign in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from fastapi import FastAPI
from support.client import Client
from verbatim_enterprise.auth import throttle
from verbatim_enterprise.host import utcnow

if TYPE_CHECKING:
    from support_teams import Crew

BASE_URL = "http://127.0.0.1:52780"
ADMIN = "ada"
PASSWORD = "a quite sturdy pass phrase"
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


class Person(Client):
    """A client that signs in with a bearer token, or as a browser with cookies."""

    id: str = ""
    tokens: dict[str, Any]
    crew: Crew | None = None
    """The team that was made before the test, if its database came with one."""

    async def login(self, name: str, password: str = PASSWORD, **headers: str) -> httpx.Response:
        """Try to sign in, without keeping what comes back but cookies."""
        return await self.post("/api/auth/login", json={"username": name, "password": password}, headers=headers)

    async def sign_in(self, name: str, password: str = PASSWORD) -> dict[str, Any]:
        """Sign in like a program: with a bearer token and without cookies."""
        response = await self.login(name, password)
        assert response.status_code == 200, response.text
        self.cookies.clear()
        return await self.use(response.json())

    async def use(self, tokens: dict[str, Any]) -> dict[str, Any]:
        """Take these tokens from now on."""
        self.tokens = tokens
        self.headers["Authorization"] = f"Bearer {tokens['access_token']}"
        self.id = (await self.me())["id"]
        return tokens

    async def browse_in(self, name: str, password: str = PASSWORD) -> None:
        """Sign in like a browser: with cookies, on the server's own pages."""
        self.headers.update(SAME_ORIGIN)
        response = await self.login(name, password)
        assert response.status_code == 200, response.text
        self.id = (await self.me())["id"]

    async def me(self) -> dict[str, Any]:
        """Return who the server thinks this is."""
        response = await self.get("/api/auth/me")
        assert response.status_code == 200, response.text
        found: dict[str, Any] = response.json()
        return found


def person(app: FastAPI, address: str = "127.0.0.1", *, base_url: str = BASE_URL) -> Person:
    """Make a client of a running application that comes from an address."""
    transport = httpx.ASGITransport(app=app, client=(address, 50_000))
    return Person(transport=transport, base_url=base_url)


@dataclass
class Clock:
    """The clock of the sign-in's delays, stopped."""

    now: datetime

    @classmethod
    def stop(cls, monkeypatch: pytest.MonkeyPatch) -> Clock:
        clock = cls(utcnow())
        monkeypatch.setattr(throttle, "utcnow", lambda: clock.now)
        return clock

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


async def ask_for_account(client: Person, admin: Person, name: str, **more: Any) -> dict[str, Any]:
    """Ask for an account as a visitor; give it as an administrator sees it, who still has to approve it."""
    body = {"username": name, "email": f"{name}@example.org", "password": PASSWORD, **more}
    asked = await client.post("/api/auth/register", json=body)
    assert (asked.status_code, set(asked.json())) == (202, {"message", "id"}), asked.text
    found = await admin.get("/api/users", params={"search": body["email"]})
    account: dict[str, Any] = found.json()["items"][0]
    assert account["username"] == name
    return account

"""The first account of a server under test, which needs the set-up token like everybody's first account."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI
from support.server import RunningServer
from support_enterprise import ADMIN, PASSWORD
from verbatim_enterprise.auth.setup_token import FILE_NAME

SETUP_TOKEN: Final = "t7Qm2Zr9vKx4Lw8pHs3n"
KNOWN_TOKEN: Final = {"VERBATIM_SETUP_TOKEN": SETUP_TOKEN}
"""Settings of a server whose token tests know without looking into its folder."""


def first_account(server: RunningServer | FastAPI | None = None, name: str = ADMIN, **more: Any) -> dict[str, Any]:
    """Return what somebody sends to become the first administrator; without a server, of one with `KNOWN_TOKEN`."""
    token = SETUP_TOKEN if server is None else token_of(server)
    return {"username": name, "email": f"{name}@example.org", "password": PASSWORD, "setup_token": token, **more}


def token_of(server: RunningServer | FastAPI) -> str:
    """Return a server's token: of a process, as whoever may read its data folder finds it."""
    if isinstance(server, FastAPI):
        found: str = server.state.auth_services.setup_token
        return found
    return (server.data_dir / FILE_NAME).read_text(encoding="utf-8").strip()


def app_of(client: Any) -> FastAPI:
    """Return the application that a test's client speaks with."""
    found: FastAPI = client._transport.app
    return found


async def become_first(client: Any, name: str = ADMIN) -> None:
    """Make the first account of the application that a client speaks with."""
    response = await client.post("/api/auth/register", json=first_account(app_of(client), name))
    assert response.status_code == 201, response.text

"""People of a server that asks for sign-in, and how they get in through its page."""

from __future__ import annotations

from typing import Any, Self

import httpx
from playwright.sync_api import Page, expect
from support.server import RunningServer

ADMIN = "ada"
PASSWORD = "a quite sturdy pass phrase"
ENTERPRISE = {
    "VERBATIM_MODE": "enterprise",
    "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx",
    "VERBATIM_ADMIN_USERNAME": ADMIN,
    "VERBATIM_ADMIN_EMAIL": "ada@example.org",
    "VERBATIM_ADMIN_PASSWORD": PASSWORD,
}


class Program:
    """Somebody's program: signed in with a bearer token."""

    def __init__(self, server: RunningServer, name: str = ADMIN) -> None:
        self.http = httpx.Client(base_url=server.url, timeout=60)
        tokens = self.post("/api/auth/login", username=name, password=PASSWORD)
        self.http.headers["Authorization"] = f"Bearer {tokens['access_token']}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def post(self, path: str, **body: Any) -> Any:
        return self._answer(self.http.post(path, json=body))

    def get(self, path: str) -> Any:
        return self._answer(self.http.get(path))

    def delete(self, path: str) -> Any:
        return self._answer(self.http.delete(path))

    def patch(self, path: str, **body: Any) -> Any:
        return self._answer(self.http.patch(path, json=body))

    def make_user(self, name: str, *, role: str = "user") -> str:
        """Make an account that may sign in; give its id."""
        body = {"username": name, "email": f"{name}@example.org", "password": PASSWORD, "role": role}
        made: str = self.post("/api/users", **body)["id"]
        return made

    @staticmethod
    def _answer(response: httpx.Response) -> Any:
        assert response.is_success, response.text
        return response.json()


def fill_sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("User name or e-mail address").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_in(page: Page, name: str = ADMIN) -> None:
    """Open the app and sign in; give the dashboard."""
    page.goto("/")
    fill_sign_in(page, name)
    expect(page.get_by_role("button", name=f"Account of {name}")).to_be_visible()

"""People of a server that asks for sign-in, and how they get in through its page."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

import httpx
from playwright.sync_api import Page, expect
from support.server import RunningServer
from support_license import LICENSED

ADMIN = "ada"
PASSWORD = "a quite sturdy pass phrase"
ENTERPRISE = {
    "VERBATIM_MODE": "enterprise",
    "VERBATIM_TRANSCRIPTION_ENGINE": "pocketsphinx",
    "VERBATIM_ADMIN_USERNAME": ADMIN,
    "VERBATIM_ADMIN_EMAIL": "ada@example.org",
    "VERBATIM_ADMIN_PASSWORD": PASSWORD,
    **LICENSED,
}


class Program:
    """Somebody's program: signed in with a bearer token."""

    def __init__(self, server: RunningServer, name: str = ADMIN) -> None:
        self.name = name
        self.http = httpx.Client(base_url=server.url, timeout=60)
        self._sign_in()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.http.close()

    def get(self, path: str) -> Any:
        return self._ask("GET", path)

    def post(self, path: str, **body: Any) -> Any:
        return self._ask("POST", path, body)

    def patch(self, path: str, **body: Any) -> Any:
        return self._ask("PATCH", path, body)

    def delete(self, path: str) -> Any:
        return self._ask("DELETE", path)

    def upload(self, sound: Path, title: str) -> str:
        """Upload a recording that is not to be transcribed; give its id."""
        form: Any = {
            "files": {"file": (sound.name, sound.read_bytes())},
            "data": {"title": title, "transcribe": "false"},
        }
        answer = self.http.post("/api/recordings/upload", **form)
        if answer.status_code == 401:  # the token has run out
            self._sign_in()
            answer = self.http.post("/api/recordings/upload", **form)
        assert answer.is_success, answer.text
        made: str = answer.json()["id"]
        return made

    def make_user(self, name: str, *, role: str = "user") -> str:
        """Make an account that may sign in; give its id."""
        body = {"username": name, "email": f"{name}@example.org", "password": PASSWORD, "role": role}
        made: str = self.post("/api/users", **body)["id"]
        return made

    def make_colleague(self, name: str, *, role: str = "user") -> str:
        """Make an account and take it into the team; give its id."""
        made = self.make_user(name, role=role)
        team = self.get("/api/auth/me")["team_id"]
        self.post(f"/api/teams/{team}/members", user_id=made, role="viewer" if role == "viewer" else "member")
        return made

    def _sign_in(self) -> None:
        answer = self.http.post("/api/auth/login", json={"username": self.name, "password": PASSWORD})
        assert answer.is_success, answer.text
        self.http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        self.http.cookies.clear()

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        answer = self.http.request(method, path, json=body)
        if answer.status_code == 401:  # the token has run out
            self._sign_in()
            answer = self.http.request(method, path, json=body)
        assert answer.is_success, answer.text
        return answer.json()


def fill_sign_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("User name or e-mail address").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_in(page: Page, name: str = ADMIN) -> None:
    """Open the app and sign in; give the dashboard."""
    page.goto("/")
    fill_sign_in(page, name)
    expect(page.get_by_role("button", name=f"Account of {name}")).to_be_visible()

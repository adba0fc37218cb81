"""`make run` starts with a test licence, unless somebody says something else about the licence."""

from __future__ import annotations

import sys
from pathlib import Path

import httpx
import pytest
from support.server import running_server
from support_enterprise import ADMIN, PASSWORD
from support_license import make_license
from support_setup import first_account

SERVE = (sys.executable, str(Path(__file__).parents[4] / "scripts" / "serve.py"))

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.mark.parametrize(
    ("settings", "state", "is_test"),
    [
        ({}, "valid", True),
        ({"VERBATIM_LICENSE_MODE": "production"}, "unlicensed", False),
        ({"VERBATIM_LICENSE_MODE": "test", "VERBATIM_LICENSE_KEY": make_license(days=-3)}, "grace", True),
    ],
    ids=["nothing", "production", "another"],
)
def test_the_licence_it_starts_with(settings: dict[str, str], state: str, *, is_test: bool, tmp_path: Path) -> None:
    with running_server(tmp_path, command=SERVE, env={"VERBATIM_MODE": "enterprise", **settings}) as server:
        account = {"username": ADMIN, "email": f"{ADMIN}@example.org", "password": PASSWORD}
        with httpx.Client(base_url=server.url, timeout=60) as client:
            client.post("/api/auth/register", json=first_account(server)).raise_for_status()
            token = client.post("/api/auth/login", json=account).json()["access_token"]
            client.cookies.clear()
            client.headers["Authorization"] = f"Bearer {token}"
            found = client.get("/api/license/status").json()
    assert (found["state"], found["is_test"]) == (state, is_test)

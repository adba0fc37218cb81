"""Whose word is taken about where a request came from."""

from __future__ import annotations

import json
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from fastapi import APIRouter, FastAPI, Request
from pydantic import ValidationError
from structlog.testing import capture_logs
from support.client import Client
from verbatim.config import Settings
from verbatim.core import seldom
from verbatim.core.proxies import Note, Proxies
from verbatim.permissions import public
from verbatim.plugins.loader import Plugin
from verbatim.plugins.registry import PluginRegistry
from verbatim.runtime import Runtime
from verbatim.system.checks import check_proxies

router = APIRouter()


@router.get("/where", dependencies=[public()])
async def where(request: Request) -> dict[str, str | None]:
    return {"client": request.client.host if request.client else None, "scheme": request.url.scheme}


class WherePlugin:
    """Tells from where a request came."""

    name = "where"
    version = "1"

    def register(self, registry: PluginRegistry) -> None:
        registry.add_router(router, prefix="/api")


@pytest.fixture
def database_url(migrated_file: Path, tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{shutil.copy(migrated_file, tmp_path / 'verbatim.db')}"


@pytest.fixture
def plugins() -> list[Plugin]:
    return [WherePlugin()]


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    return settings.model_copy(update={"trusted_proxies": getattr(request, "param", "")})


@pytest.fixture
async def behind(app: FastAPI) -> AsyncIterator[Client]:
    """Give a client whose requests come from 10.0.0.7."""
    transport = httpx.ASGITransport(app=app, client=("10.0.0.7", 4711))
    async with Client(transport=transport, base_url="http://127.0.0.1:52780") as made:
        yield made


async def _where(client: Client, *forwarded: str, **headers: str) -> dict[str, str]:
    sent = [("X-Forwarded-For", value) for value in forwarded]
    sent += [(name.replace("_", "-"), value) for name, value in headers.items()]
    found: dict[str, str] = (await client.get("/api/where", headers=sent)).json()
    return found


@pytest.mark.parametrize("settings", ["", "192.0.2.0/24", "10.0.0.8"], indirect=True)
async def test_nobody_is_believed_who_is_not_named(behind: Client) -> None:
    found = await _where(behind, "203.0.113.9", X_Forwarded_Proto="https")
    assert found == {"client": "10.0.0.7", "scheme": "http"}


@pytest.mark.parametrize("settings", ["10.0.0.0/8, 2001:db8::/32"], indirect=True)
@pytest.mark.parametrize(
    ("forwarded", "client"),
    [
        (["203.0.113.9"], "203.0.113.9"),
        (["203.0.113.9:4711"], "203.0.113.9"),
        (["[2001:db9::1]:4711"], "2001:db9::1"),
        (["2001:db9::1"], "2001:db9::1"),
        (["::ffff:203.0.113.9"], "203.0.113.9"),
        (["1.1.1.1, 203.0.113.9, 10.0.0.8"], "203.0.113.9"),
        (["1.1.1.1", "203.0.113.9"], "203.0.113.9"),
        (["203.0.113.9, 2001:db8::5"], "203.0.113.9"),
        (["10.0.0.1, 10.0.0.2"], "10.0.0.1"),
        (["203.0.113.9, unknown"], "10.0.0.7"),
        (["203.0.113.9, nonsense, 10.0.0.8"], "10.0.0.8"),
        ([""], "10.0.0.7"),
    ],
)
async def test_the_last_address_that_is_no_proxy(behind: Client, forwarded: list[str], client: str) -> None:
    assert (await _where(behind, *forwarded))["client"] == client


@pytest.mark.parametrize("settings", ["10.0.0.7"], indirect=True)
@pytest.mark.parametrize(
    ("said", "scheme"),
    [("https", "https"), ("HTTPS", "https"), ("http, https", "https"), ("ftp", "http"), ("", "http")],
)
async def test_the_scheme(behind: Client, said: str, scheme: str) -> None:
    assert (await _where(behind, "203.0.113.9", X_Forwarded_Proto=said))["scheme"] == scheme
    answer = await behind.get("/", headers={"X-Forwarded-Proto": said})
    assert ("strict-transport-security" in answer.headers) == (scheme == "https")


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Proto"])
async def test_an_untrusted_proxy_is_told_of_once(
    behind: Client, app: FastAPI, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("verbatim.core.proxies.seldom", seldom.Seldom())
    with capture_logs() as log:
        for _ in range(3):
            await behind.get("/api/where", headers={name: "203.0.113.9"})
    (line,) = [entry for entry in log if entry["event"] == "proxy_not_trusted"]
    assert line["peer"] == "10.0.0.7"
    runtime: Runtime = app.state.runtime
    check = await check_proxies(runtime)
    assert not check.ok
    assert "VERBATIM_TRUSTED_PROXIES=10.0.0.7" in check.detail
    runtime.settings = runtime.settings.model_copy(update={"trusted_proxies": "10.0.0.0/8"})
    assert (await check_proxies(runtime)).ok


def test_what_was_noted_and_cannot_be_read(tmp_path: Path) -> None:
    note = Note(tmp_path)
    assert note.read() is None
    note.write("8.8.8.8")  # far away: somebody who makes up headers
    assert note.read() is None
    for text in ("", "[]", "{}", json.dumps({"peer": "10.0.0.1", "at": 5})):
        (tmp_path / "proxy-not-trusted.json").write_text(text)
        assert note.read() is None


def test_networks(tmp_path: Path) -> None:
    assert "192.0.2.9" in Proxies("192.0.2.1/24")
    assert "::ffff:192.0.2.9" in Proxies("192.0.2.9")
    assert "fe80::1%eth0" in Proxies("fe80::/10")
    for host in ("", None, "testclient", "192.0.3.1"):
        assert host not in Proxies("192.0.2.0/24")
    for wrong in ("localhost", "10.0.0.0/33", "10.0.0", "*"):
        with pytest.raises(ValidationError, match="no network address"):
            Settings(trusted_proxies=wrong)

"""Whatever a request calls the server, the addresses that the server hands out begin with its own."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import verbatim
import verbatim_enterprise
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send
from support_enterprise import BASE_URL, Person, person
from support_matrix.callers import client_of
from support_matrix.operations import ENDLESS, operations_of
from support_matrix.worlds import join, make_person, make_world, sign_in
from support_odd_oidc import OddProvider, odd_provider
from verbatim_enterprise.host import Role
from verbatim_enterprise.teams.models import TeamRole

STRANGER = "stranger.example"
SAID = {
    "Host": f"{STRANGER}:8443",
    "X-Forwarded-Host": STRANGER,
    "X-Forwarded-Server": STRANGER,
    "X-Original-Host": STRANGER,
    "X-Forwarded-Port": "8443",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": f"//{STRANGER}",
    "Forwarded": f"for=192.0.2.1;host={STRANGER};proto=https",
}
"""What somebody can write who sends a request, or makes a proxy send one."""

OWN = {"VERBATIM_PUBLIC_URL": "https://verbatim.example.org"}


pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(scope="module")
def provider() -> Iterator[OddProvider]:
    with odd_provider() as made:
        yield made


@pytest.fixture
def known() -> Mapping[str, str]:
    return {}


@pytest.fixture
def environment(provider: OddProvider, known: Mapping[str, str]) -> Mapping[str, str]:
    one = {"id": "odd", "name": "Odd", "issuer": provider.issuer, "client_id": "verbatim", "client_secret": "s3cret"}
    return {"VERBATIM_OIDC_PROVIDERS": json.dumps([one]), **known}


def _tells(answer: httpx.Response) -> bool:
    return STRANGER in answer.text.lower() or any(STRANGER in value.lower() for value in answer.headers.values())


@pytest.mark.slow
@pytest.mark.timeout(300)
async def test_no_route_repeats_what_a_request_calls_the_server(app: FastAPI, admin: Person) -> None:
    """Every route, with everything there that its ids name, asked by somebody who may do it all."""
    other = await make_person(app, "other", Role.ADMIN)
    world = await make_world(app, "emucontent", "lyrebirdpeople")
    await join(world, other.id, TeamRole.OWNER)
    told, reached = [], 0
    for operation in operations_of(app):
        if operation.name == ENDLESS:
            continue
        async with client_of(app, (await sign_in(app, other.id)).access_token, **SAID) as client:
            ids = {one: getattr(world, one.kind, "made-up") for one in operation.positions}
            answer = await operation.call(client, ids, team="made-up", room="made-up")
        reached += answer.is_success
        if _tells(answer):
            told.append(f"{operation.name}: {answer.status_code} {answer.text[:200]} {answer.headers}")
    assert told == []
    assert reached > 40, "else this shows little"


@pytest.mark.parametrize(
    "host",
    [
        STRANGER,
        f"{STRANGER}:52780",
        "127.0.0.1",
        "127.0.0.1:52781",
        "127.0.0.1.stranger.example:52780",
        "localhost.stranger.example:52780",
        "localhost@stranger.example:52780",
        "stranger.example/@localhost:52780",
        "verbatim",
        "0.0.0.0:52780",
        "127.1:52780",
        "2130706433:52780",
        "[::ffff:127.0.0.1]:52780",
        "[::1",
        "",
    ],
)
async def test_single_sign_on_is_refused_where_the_server_has_another_name(
    admin: Person, app: FastAPI, host: str
) -> None:
    browser = person(app)
    led = await browser.get("/api/auth/oidc/odd/login", headers={"Host": host})
    assert (led.status_code, led.headers["location"]) == (303, "/login?error=address_unknown")
    begun = await admin.post("/api/auth/oidc/odd/test", headers={"Host": host})
    assert (begun.status_code, begun.json()["code"]) == (409, "address_unknown")
    assert "VERBATIM_PUBLIC_URL" in begun.json()["detail"]
    listed = await admin.get("/api/auth/oidc/providers", headers={"Host": host})
    assert listed.json()["items"][0]["redirect_uri"] is None


@pytest.mark.parametrize("server", [None, ("/run/verbatim.sock", None)], ids=["unknown", "a file"])
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.1:80"])
async def test_single_sign_on_is_refused_where_the_server_listens_at_no_port(
    admin: Person, app: FastAPI, host: str, server: tuple[str, None] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = app.state.runtime.settings
    monkeypatch.setattr(app.state.runtime, "settings", chosen.model_copy(update={"api_port": 0}))

    async def there(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "server": server}, receive, send)

    async with httpx.AsyncClient(transport=httpx.ASGITransport(there), base_url="http://127.0.0.1") as browser:
        led = await browser.get("/api/auth/oidc/odd/login", headers={"Host": host})
    assert (led.status_code, led.headers["location"]) == (303, "/login?error=address_unknown")


async def _leads_back_to(app: FastAPI, **headers: str) -> str:
    led = await person(app).get("/api/auth/oidc/odd/login", headers=headers)
    return parse_qs(urlsplit(led.headers["location"]).query)["redirect_uri"][0]


@pytest.mark.parametrize("host", ["127.0.0.1:52780", "localhost:52780", "LOCALHOST:52780", "[::1]:52780"])
async def test_single_sign_on_works_on_the_machine_of_a_newcomer(admin: Person, app: FastAPI, host: str) -> None:
    back = await _leads_back_to(app, **{**SAID, "Host": host})
    assert back == f"http://{host.lower()}/api/auth/oidc/odd/callback"


@pytest.mark.parametrize("known", [OWN])
@pytest.mark.parametrize("host", ["127.0.0.1:52780", STRANGER, "[::1"])
async def test_single_sign_on_leads_back_to_the_public_address(admin: Person, app: FastAPI, host: str) -> None:
    back = await _leads_back_to(app, **{**SAID, "Host": host})
    assert back == "https://verbatim.example.org/api/auth/oidc/odd/callback"


@pytest.mark.parametrize("known", [{}, OWN], ids=["unknown", "known"])
async def test_links_to_pass_on(admin: Person, app: FastAPI, known: Mapping[str, str]) -> None:
    grace = await make_person(app, "grace", Role.USER)
    begins = known.get("VERBATIM_PUBLIC_URL", "")
    team = (await admin.post("/api/teams", json={"name": "Radio"}, headers=SAID)).json()["id"]
    reset = await admin.post(f"/api/users/{grace.id}/reset-link", headers=SAID)
    assert reset.json()["url"].startswith(f"{begins}/")
    invited = await admin.post(f"/api/teams/{team}/invites", json={"role": "member"}, headers=SAID)
    link = invited.json()["link"]
    assert link is None if not begins else link.startswith(f"{begins}/")
    upload = {"Tus-Resumable": "1.0.0", "Upload-Length": "9", "Upload-Metadata": "filename YS53YXY=", "X-Team-ID": team}
    begun = await admin.post("/api/uploads", headers={**SAID, **upload})
    assert begun.headers["location"].startswith("/api/uploads/"), begun.text


_BY_REQUEST = frozenset({"base_url", "url_for", "url_path_for"})
_ITS_NAMES = frozenset({"host", "x-forwarded-host", "x-original-host", "x-forwarded-prefix", "x-forwarded-port"})
MAY_LOOK = frozenset(
    {
        "verbatim/core/http.py",  # does it name this server; does a page of it ask
        "verbatim/core/connections/protocol.py",  # is there one, as HTTP wants it
        "verbatim/core/proxies.py",
        "verbatim_enterprise/auth/cookies.py",  # does a page of this server ask
        "verbatim_enterprise/addresses.py",
    }
)
"""Files that read what a request calls the server; they compare it, and send it to nobody."""


def _reads(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute) and node.attr in _BY_REQUEST:
        return isinstance(node.value, ast.Name) and node.value.id in {"request", "connection", "websocket"}
    if not isinstance(node, ast.Call | ast.Subscript):
        return False
    asked = node.slice if isinstance(node, ast.Subscript) else next(iter(node.args), None)
    whom = node.value if isinstance(node, ast.Subscript) else node.func
    name = asked.value if isinstance(asked, ast.Constant) else None
    name = name.decode() if isinstance(name, bytes) else name
    return isinstance(name, str) and name.lower() in _ITS_NAMES and "headers" in ast.unparse(whom)


@pytest.mark.usefixtures("database_url")
def test_nothing_else_reads_what_a_request_calls_the_server() -> None:
    found = set()
    for package in (verbatim, verbatim_enterprise):
        folder = Path(package.__file__ or "").parent
        for file in folder.rglob("*.py"):
            if any(map(_reads, ast.walk(ast.parse(file.read_text("utf-8"))))):
                found.add(file.relative_to(folder.parent).as_posix())
    assert found <= MAY_LOOK, "say in verbatim_enterprise/addresses.py with what addresses begin"
    assert "verbatim_enterprise/addresses.py" in found, "else the test sees nothing"
    assert BASE_URL.endswith(":52780"), "the port of the settings, which single sign-on compares"

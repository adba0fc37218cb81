"""An OpenID Connect provider that says exactly what a test wants, in the ID token and at userinfo."""

from __future__ import annotations

import base64
import http.server
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey
from support.answering import answering
from support_enterprise import Person
from support_oidc import BASE, to_provider

SECRET = "a secret/with+signs%20:and=more"
_KEY = RSAKey.generate_key(2048, {"kid": "k1", "use": "sig", "alg": "RS256"})


@dataclass
class OddProvider:
    """What it says is up to the test; ``ways`` are the ways to send the secret that it knows and tells."""

    issuer: str = ""
    token: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] | bytes | None = None
    ways: list[str] | None = None
    told_ways: list[str] | None = None
    asked: list[str] = field(default_factory=list)
    nonce: str = ""

    def says(self, *, userinfo: dict[str, Any] | bytes | None = None, **token: Any) -> None:
        """Let the next sign-in be of somebody of whom the ID token and userinfo say this."""
        self.token, self.userinfo = {"sub": "one", **token}, userinfo

    def settings(self, name: str, **more: Any) -> dict[str, Any]:
        """Return the provider as a server is told of it."""
        return {
            "id": name,
            "name": name.title(),
            "issuer": self.issuer,
            "client_id": "verbatim",
            "client_secret": SECRET,
            **more,
        }

    def metadata(self) -> dict[str, Any]:
        names = {"authorization": "auth", "token": "token", "userinfo": "userinfo"}
        found: dict[str, Any] = {f"{name}_endpoint": f"{self.issuer}/{path}" for name, path in names.items()}
        found |= {"issuer": self.issuer, "jwks_uri": f"{self.issuer}/jwks"}
        if self.told_ways is not None:
            found["token_endpoint_auth_methods_supported"] = self.told_ways
        return found

    def id_token(self) -> str:
        now = int(time.time())
        frame = {"iss": self.issuer, "aud": "verbatim", "iat": now, "exp": now + 300, "nonce": self.nonce}
        return jwt.encode({"alg": "RS256", "kid": "k1"}, {**self.token, **frame}, _KEY)

    def way_of(self, header: str, body: dict[str, str]) -> str | None:
        """Return how a client has proved who it is."""
        if header.startswith("Basic "):
            name, _, secret = base64.b64decode(header[6:]).decode().partition(":")
            right = (unquote_plus(name), unquote_plus(secret)) == ("verbatim", SECRET)
            return "client_secret_basic" if right else None
        return "client_secret_post" if body.get("client_secret") == SECRET else None


class _Handler(http.server.BaseHTTPRequestHandler):
    def __init__(self, provider: OddProvider, *args: Any) -> None:
        self.provider = provider
        super().__init__(*args)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _send(self, content: object, status: int = 200) -> None:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        provider = self.provider
        provider.asked.append(self.path)
        if self.path == "/.well-known/openid-configuration":
            self._send(provider.metadata())
        elif self.path == "/jwks":
            self._send({"keys": [_KEY.as_dict(private=False)]})
        elif provider.userinfo is None:
            self._send({"error": "server_error"}, 500)
        elif isinstance(provider.userinfo, bytes):
            self._send(provider.userinfo)
        else:
            self._send({"sub": provider.token["sub"], **provider.userinfo})

    def do_POST(self) -> None:
        body = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        way = self.provider.way_of(self.headers.get("Authorization", ""), body)
        if way is None or (self.provider.ways is not None and way not in self.provider.ways):
            self._send({"error": "invalid_client"}, 401)
        else:
            token = {"access_token": "at", "token_type": "Bearer", "expires_in": 300}
            self._send({**token, "id_token": self.provider.id_token()})


@contextmanager
def odd_provider() -> Iterator[OddProvider]:
    """Run one."""
    provider = OddProvider()
    with answering(http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, provider))) as provider.issuer:
        yield provider


async def go(client: Person, provider: OddProvider, name: str) -> httpx.Response:
    """Sign in through the provider; give the answer that the browser gets when it is back."""
    query = dict(parse_qsl(urlsplit(await to_provider(client, name)).query))
    provider.nonce = query["nonce"]
    back = f"{query['redirect_uri'].removeprefix(BASE)}?{urlencode({'code': 'c', 'state': query['state']})}"
    return await client.get(back, headers={"Sec-Fetch-Site": "cross-site"})


async def sign_in_at(client: Person, provider: OddProvider, name: str = "odd") -> str:
    """Sign in; give where the browser ends up."""
    client.cookies.clear()
    response = await go(client, provider, name)
    assert response.status_code == 303, response.text
    return str(response.headers["location"])

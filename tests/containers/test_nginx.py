"""nginx with the configuration of docker/ in front of a real server: people get what they get without it."""

from __future__ import annotations

import importlib.util
import io
import json
import shutil
import socket
import ssl
import threading
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from support.server import RunningServer, running_server
from support_enterprise import ADMIN, PASSWORD
from support_nginx import DOCKER, Names, Proxy, running_nginx
from support_processes import server_environment
from support_setup import first_account
from verbatim.webapp import FOLDER

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400), pytest.mark.xdist_group("nginx")]

CLIENT, OUTER = "127.0.0.5", "127.0.0.6"
"""Addresses of this machine's own network, from which a client and a further proxy connect."""


@dataclass(frozen=True)
class Site:
    """A server, nginx in front of it, and the token of an administrator."""

    server: RunningServer
    proxy: Proxy
    names: Names
    token: str

    def client(self, address: str = CLIENT, **headers: str) -> httpx.Client:
        context = ssl.create_default_context(cafile=str(self.proxy.certificate))
        transport = httpx.HTTPTransport(verify=context, local_address=address)
        headers = {"Authorization": f"Bearer {self.token}", **headers}
        return httpx.Client(base_url=self.proxy.url, transport=transport, headers=headers, timeout=60)


def certificate(folder: Path) -> None:
    spec = importlib.util.spec_from_file_location("prepare", DOCKER / "prepare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (folder / "tls").mkdir()
    module.make_certificate(folder / "tls", "localhost")
    shutil.copytree(FOLDER / "assets", folder / "web" / "assets")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("nginx")
    certificate(folder)
    env = {**server_environment(""), "VERBATIM_TRUSTED_PROXIES": "127.0.0.1", "VERBATIM_LOG_LEVEL": "info"}
    (folder / "server").mkdir()
    names = Names("127.0.0.1")
    with running_server(folder / "server", env=env) as server:
        port = int(server.url.rpartition(":")[2])
        outer = f"set_real_ip_from {OUTER};\n"
        with running_nginx(folder, names, port, outer=outer) as proxy:
            site = Site(server, proxy, names, "")
            with site.client() as client:
                del client.headers["Authorization"]
                made = client.post("/api/auth/register", json=first_account())
                assert made.status_code == 201, made.text
                client.cookies.clear()
                tokens = client.post("/api/auth/login", json={"username": ADMIN, "password": PASSWORD})
            yield Site(server, proxy, names, tokens.json()["access_token"])
    names.close()


def sound(seconds: int) -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(16_000)
        out.writeframes(bytes(range(250)) * (128 * seconds))
    return file.getvalue()


def uploaded(client: httpx.Client, content: bytes) -> str:
    answer = client.post("/api/recordings/upload", files={"file": ("meeting.wav", content)})
    assert answer.status_code == 201, answer.text
    found: str = answer.json()["id"]
    return found


def addresses(client: httpx.Client, action: str) -> list[str | None]:
    rows = client.get("/api/admin/audit", params={"action": action}).json()["items"]
    return [row["address"] for row in rows]


def test_a_file_of_many_megabytes_goes_through_and_comes_back_in_parts(site: Site) -> None:
    content = sound(150)
    assert len(content) > 4 * 1024**2
    with site.client() as client:
        recording = uploaded(client, content)
        whole = client.get(f"/api/recordings/{recording}/audio")
        part = client.get(f"/api/recordings/{recording}/audio", headers={"Range": "bytes=1000000-1000999"})
        end = client.get(f"/api/recordings/{recording}/audio", headers={"Range": "bytes=-500"})
    assert whole.content == content
    assert (part.status_code, part.content) == (206, content[1_000_000:1_001_000])
    assert part.headers["Content-Range"] == f"bytes 1000000-1000999/{len(content)}"
    assert (end.status_code, end.content) == (206, content[-500:])


def test_whoever_asks_is_known_by_their_own_address(site: Site) -> None:
    account = {"username": ADMIN, "password": PASSWORD}
    with site.client(CLIENT, **{"X-Forwarded-For": "203.0.113.7", "X-Real-IP": "203.0.113.8"}) as client:
        assert client.post("/api/auth/login", json=account).status_code == 200
    with site.client() as client:
        found = addresses(client, "session.started")
    assert found[0] == CLIENT, found
    assert not {"203.0.113.7", "203.0.113.8", "127.0.0.1"} & set(found)


def test_behind_a_further_proxy_the_client_is_who_stands_before_it(site: Site) -> None:
    account = {"username": ADMIN, "password": PASSWORD}
    claimed = "198.51.100.66, 203.0.113.9"  # the first was made up by the client, the second written by the proxy
    with site.client(OUTER, **{"X-Forwarded-For": claimed}) as client:
        assert client.post("/api/auth/login", json=account).status_code == 200
    with site.client() as client:
        assert addresses(client, "session.started")[0] == "203.0.113.9"


def test_events_come_when_they_happen(site: Site) -> None:
    with site.client() as client, client.stream("GET", "/api/events") as events:
        assert events.headers["content-type"].startswith("text/event-stream")
        lines = events.iter_lines()
        assert any(line.startswith("event: hello") for line in lines), "nothing is held back until there is more"
        with site.client() as other:
            recording = uploaded(other, sound(1))
        told = (json.loads(line[6:]) for line in lines if line.startswith("data: {"))
        assert any(recording in json.dumps(event) for event in told)


def test_browsers_may_speak_http_2_and_keep_to_tls(site: Site) -> None:
    context = ssl.create_default_context(cafile=str(site.proxy.certificate))
    context.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("localhost", site.proxy.port)) as line,
        context.wrap_socket(line, server_hostname="localhost") as secure,
    ):
        assert secure.selected_alpn_protocol() == "h2"
        assert secure.version() in {"TLSv1.2", "TLSv1.3"}
    plain = httpx.get(f"http://localhost:{site.proxy.plain_port}/recordings?q=1", follow_redirects=False)
    assert (plain.status_code, plain.headers["location"]) == (308, "https://localhost/recordings?q=1")
    with site.client() as client:
        page = client.get("/")
    assert page.headers["Strict-Transport-Security"], "the server knows that it is reached by TLS"
    assert "Server" not in page.headers or page.headers["Server"] == "nginx"
    assert page.headers.get_list("X-Content-Type-Options") == ["nosniff"]


def test_cookies_of_a_sign_in_travel_by_tls_only(site: Site) -> None:
    with site.client() as client:
        answer = client.post("/api/auth/login", json={"username": ADMIN, "password": PASSWORD})
    assert answer.headers.get_list("set-cookie")
    assert all("Secure" in cookie for cookie in answer.headers.get_list("set-cookie"))


def test_files_of_the_app_come_from_nginx_and_stay_for_ever(site: Site) -> None:
    name = next(path.name for path in sorted((FOLDER / "assets").iterdir()) if path.suffix == ".js")
    with site.client() as client:
        answer = client.get(f"/assets/{name}")
        missing = client.get("/assets/no-such-file.js")
        (site.proxy.folder / "web" / "assets" / name).unlink()
        by_server = client.get(f"/assets/{name}")
    assert (answer.status_code, by_server.status_code, missing.status_code) == (200, 200, 404)
    assert answer.text == by_server.text
    assert "X-Request-Id" not in answer.headers
    assert "X-Request-Id" in by_server.headers
    for one in (answer, by_server):
        assert one.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert one.headers["X-Content-Type-Options"] == "nosniff"
        assert "javascript" in one.headers["Content-Type"]
        assert one.headers["Content-Encoding"] == "gzip"
    assert "immutable" not in missing.headers.get("Cache-Control", "")


def test_a_body_that_is_too_large_is_refused_by_the_server_in_json(site: Site) -> None:
    with site.client() as client:
        answer = client.post(
            "/api/projects", content=b"x" * (9 * 1024**2), headers={"Content-Type": "application/json"}
        )
    assert answer.status_code == 413
    assert answer.json()["code"]


def test_a_server_that_is_gone_is_passed_over_and_then_told_in_json(site: Site) -> None:
    site.names.addresses = ["127.0.0.9", "127.0.0.1"]  # nothing listens at the first
    try:
        with site.client() as client:
            wait_for_names()
            assert [client.get("/api/auth/me").status_code for _ in range(10)] == [200] * 10
            site.names.addresses = ["127.0.0.9"]
            wait_for_names()
            answer: Any = None
            for _ in range(20):
                answer = client.get("/api/auth/me")
                if answer.status_code == 503:
                    break
                wait_for_names()
    finally:
        site.names.addresses = ["127.0.0.1"]
        wait_for_names()
    assert answer.status_code == 503
    assert answer.json()["code"] == "server_away"
    assert answer.headers["Retry-After"] == "5"
    assert answer.headers["Content-Type"] == "application/json"


def wait_for_names() -> None:
    threading.Event().wait(1.3)  # a little more than nginx believes a name server


def test_websockets_are_passed_on_both_ways(tmp_path: Path) -> None:
    certificate(tmp_path)
    names = Names("127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        heard: list[bytes] = []
        threading.Thread(target=_echo, args=(listener, heard), daemon=True).start()
        with running_nginx(tmp_path, names, listener.getsockname()[1]) as proxy:
            context = ssl.create_default_context(cafile=str(proxy.certificate))
            with (
                socket.create_connection(("localhost", proxy.port), 30) as line,
                context.wrap_socket(line, server_hostname="localhost") as secure,
            ):
                secure.sendall(
                    b"GET /socket HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
                )
                assert secure.recv(1024).startswith(b"HTTP/1.1 101 ")
                for word in (b"one", b"two"):
                    secure.sendall(word)
                    assert secure.recv(1024) == word.upper()
    names.close()
    assert b"connection: upgrade" in heard[0].lower()


def _echo(listener: socket.socket, heard: list[bytes]) -> None:
    """Be a server that switches protocols and then says everything again, louder."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection:
            head = connection.recv(65536)
            heard.append(head)
            if b"pgrade" not in head:
                continue
            connection.sendall(b"HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
            while word := connection.recv(1024):
                connection.sendall(word.upper())

"""nginx with the very configuration of docker/, on ports and in folders of a test."""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nginx
import pytest
from support.server import free_port

DOCKER = Path(__file__).parents[2] / "docker"
TIMEOUT = 30.0


@dataclass(frozen=True)
class Proxy:
    """A running nginx."""

    port: int
    plain_port: int
    folder: Path
    certificate: Path

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"


class Names:
    """A name server that knows one name and the addresses it has at the moment, as a container engine's does."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = list(addresses)
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                query, client = self._socket.recvfrom(512)
            except OSError:
                return
            question = query[12 : query.index(b"\0", 12) + 5]
            answers = b"".join(
                b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 1, 4) + socket.inet_aton(one) for one in self.addresses
            )
            head = query[:2] + struct.pack("!HHHHH", 0x8180, 1, len(self.addresses), 0, 0)
            self._socket.sendto(head + question + answers, client)

    def close(self) -> None:
        self._socket.close()


def program() -> str:
    found = nginx.find()
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("nginx is missing: apt-get install nginx-light")
        pytest.skip("nginx is missing: apt-get install nginx-light")
    return found


def written(folder: Path, names: Names, upstream: int, outer: str) -> tuple[str, int, int]:
    """Return docker/nginx.conf with the ports and places of a test, and nothing else changed."""
    port, plain = free_port(), free_port()
    (folder / "outer-proxies.conf").write_text(outer, "utf-8")
    text = (DOCKER / "nginx.conf").read_text("utf-8")
    for old, new in (
        (" /tmp/", f" {folder}/"),
        ("listen 8443 ", f"listen 0.0.0.0:{port} "),
        ("listen 8080;", f"listen 0.0.0.0:{plain};"),
        ("resolver 127.0.0.11 valid=5s ", f"resolver 127.0.0.1:{names.port} valid=1s "),
        ("http://server:52780;", f"http://server:{upstream};"),
        ("/etc/nginx/tls/", f"{folder}/tls/"),
        ("/etc/nginx/outer-proxies*.conf", f"{folder}/outer-proxies*.conf"),
        ("/srv/verbatim/web;", f"{folder}/web;"),
    ):
        assert old in text, old
        text = text.replace(old, new)
    return text, port, plain


@contextlib.contextmanager
def running_nginx(folder: Path, names: Names, upstream: int, *, outer: str = "") -> Iterator[Proxy]:
    """Run nginx in front of the servers at ``upstream`` of whatever addresses `names` knows."""
    text, port, plain = written(folder, names, upstream, outer)
    config = folder / "nginx.conf"
    config.write_text(text, "utf-8")
    # Folders of tests are readable by their owner alone, who starts it.
    more = "daemon off; user root;" if os.geteuid() == 0 else "daemon off;"
    with (folder / "nginx.log").open("wb") as log:
        process = subprocess.Popen([program(), "-p", str(folder), "-c", str(config), "-g", more], stderr=log)
    try:
        deadline = time.monotonic() + TIMEOUT
        while not _answers(port):
            assert process.poll() is None, (folder / "nginx.log").read_text()
            assert time.monotonic() < deadline, "nginx does not answer"
            time.sleep(0.02)
        yield Proxy(port, plain, folder, folder / "tls" / "certificate.pem")
    finally:
        process.terminate()
        process.wait(TIMEOUT)


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False

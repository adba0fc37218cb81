"""Uploading 2 GB over a line that breaks twenty times, to a server that is killed twice: what is sent again?"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from bench_uploads import MB, SIZE, wav_header
from figures import Figure
from harness import CACHE, BenchmarkError, serving
from support.server import RunningServer
from support.tus import PIECE, URL, VERSION, said
from verbatim.resumable.sending import SYNC_BYTES

NAMES = ("upload_2gb",)
NAME = NAMES[0]

CUTS = 20
KILLS = frozenset({7, 14})
_BLOCK = MB


def _block(number: int) -> bytes:
    """Return a piece of a WAV file of noise, which nobody has to keep on a disk to send it."""
    noise = random.Random(number).randbytes(_BLOCK)  # noqa: S311 - the same bytes each time
    return wav_header(SIZE) + noise[44:] if number == 0 else noise


def _from(offset: int, most: int) -> Iterator[bytes]:
    while most and offset < SIZE:
        data = _block(offset // _BLOCK)[offset % _BLOCK :][:most]
        yield data
        offset, most = offset + len(data), most - len(data)


class _Sender:
    """The sender, which knows how far it came."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.sent = 0
        self.again: list[int] = []

    def go_on(self, server: RunningServer, most: int, *, kill: bool) -> bool:
        """Ask, send so many bytes and break the line. Returns whether the upload is finished."""
        offset = int(httpx.head(f"{server.url}{self.address}", headers=VERSION).headers["upload-offset"])
        if offset > self.sent and self.sent:
            raise BenchmarkError("The server has more than was sent.")
        self.again.append(self.sent - offset)
        parts = urlsplit(server.url)
        with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=300) as line:
            named = {**PIECE, "Upload-Offset": str(offset), "Content-Length": str(SIZE - offset)}
            head = "".join(f"{name}: {value}\r\n" for name, value in named.items())
            line.sendall(f"PATCH {self.address} HTTP/1.1\r\nHost: 127.0.0.1\r\n{head}\r\n".encode())
            for data in _from(offset, most):
                line.sendall(data)
                offset += len(data)
            if kill:
                os.kill(server.process.pid, signal.SIGKILL)
                server.process.wait()
            self.sent = offset
            if offset < SIZE:
                return False
            answer = line.recv(65_536)
        if b" 204 " not in answer[:20]:
            raise BenchmarkError(f"The last piece was refused: {answer[:300]!r}")
        return True


def _settled(server: RunningServer, sender: _Sender) -> None:
    """Wait until the server has noticed that the line is broken: what it has read then counts."""
    upload_id = sender.address.rsplit("/", 1)[1]
    for _ in range(600):
        if not httpx.get(f"{server.url}{URL}/{upload_id}").json()["is_sending"]:
            return
        time.sleep(0.05)


def run() -> list[Figure]:
    """Send it."""
    CACHE.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(CACHE).free < 2 * SIZE:
        raise BenchmarkError(f"{CACHE} needs {2 * SIZE // MB} MB of free space.")
    chance, sender = random.Random(20), None  # noqa: S311 - the same cuts each time
    cuts, started, finished = 0, time.perf_counter(), False
    digest = hashlib.sha256()
    for number in range(SIZE // _BLOCK):
        digest.update(_block(number))
    with tempfile.TemporaryDirectory(prefix="resumable-", dir=CACHE) as name:
        while not finished:
            with serving(Path(name), "") as server:
                if sender is None:
                    began = {**VERSION, **said(filename="noise.wav", transcribe="false", sha256=digest.hexdigest())}
                    answer = httpx.post(f"{server.url}{URL}", headers={**began, "Upload-Length": str(SIZE)})
                    sender = _Sender(answer.headers["location"])
                while not finished:
                    cuts += 1
                    most = SIZE if cuts > CUTS else SIZE // (CUTS + 1) + chance.randrange(-20 * MB, 20 * MB)
                    finished = sender.go_on(server, most, kill=cuts in KILLS)
                    if cuts in KILLS:
                        break
                    if not finished:
                        with contextlib.suppress(httpx.HTTPError):
                            _settled(server, sender)
    seconds = time.perf_counter() - started
    return [
        Figure(NAME, max(sender.again) / MB if sender else 0, "MB again", "at most", 2 * SYNC_BYTES / MB),
        Figure(f"{NAME}.again_in_all", sum(sender.again) / MB if sender else 0, "MB"),
        Figure(f"{NAME}.throughput", SIZE / MB / seconds, "MB/s"),
    ]

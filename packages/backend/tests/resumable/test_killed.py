"""A real server that is killed while an upload comes, and one line cut after another. SQLite only: what differs here is
the process, not the database.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import signal
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from support.recordings import long_silent_wav
from support.server import RunningServer, running_server
from support.tus import PIECE, URL, VERSION, said
from verbatim.resumable.sending import SYNC_BYTES


def begin(server: RunningServer, content: bytes) -> str:
    headers = {**VERSION, **said(filename="a.wav", transcribe="false"), "Upload-Length": str(len(content))}
    answer = httpx.post(f"{server.url}{URL}", headers=headers)
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"])


def offset_of(server: RunningServer, address: str) -> int:
    return int(httpx.head(f"{server.url}{address}", headers=VERSION).headers["upload-offset"])


def send_and_cut(server: RunningServer, address: str, data: bytes, offset: int, announced: int) -> socket.socket:
    """Send the beginning of a piece, as far as the server takes it, and leave the line open."""
    parts = urlsplit(server.url)
    line = socket.create_connection((str(parts.hostname), int(parts.port or 0)), timeout=5)
    head = "".join(f"{name}: {value}\r\n" for name, value in {**PIECE, "Upload-Offset": str(offset)}.items())
    line.sendall(f"PATCH {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n{head}Content-Length: {announced}\r\n\r\n".encode())
    with contextlib.suppress(OSError):
        line.sendall(data)
    return line


def send_the_rest(server: RunningServer, address: str, content: bytes) -> httpx.Response:
    """Send what is missing; the request before may not have ended yet."""
    while True:
        offset = offset_of(server, address)
        headers = {**PIECE, "Upload-Offset": str(offset)}
        answer = httpx.patch(f"{server.url}{address}", headers=headers, content=content[offset:], timeout=60)
        if answer.status_code not in {409, 423}:
            return answer
        time.sleep(0.1)


def test_it_goes_on_where_the_disk_is(tmp_path: Path) -> None:
    """Twelve cuts, and the server killed at two of them: the same bytes, and little is sent twice."""
    chance = random.Random(11)  # noqa: S311 - the same cuts each time
    content = long_silent_wav(tmp_path / "a.wav", 1_300).read_bytes()[:44]
    content += chance.randbytes(1_300 * 32_000)
    offset, again, address = 0, [], ""
    kills = {4, 9}
    for life in range(3):
        with running_server(tmp_path) as server:
            address = address or begin(server, content)
            for number in range(life * 5, 12):
                found = offset_of(server, address)
                again.append(offset - found)
                offset = found
                data = content[offset : offset + chance.randrange(1, 3_000_000)]
                line = send_and_cut(server, address, data, offset, len(content) - offset)
                offset += len(data)
                if number in kills:
                    os.kill(server.process.pid, signal.SIGKILL)
                    server.process.wait()
                line.close()
                if number in kills:
                    break
            else:
                answer = send_the_rest(server, address, content)
                assert answer.status_code == 204, answer.text
                made = httpx.get(f"{server.url}/api/recordings/{answer.headers['upload-result']}").json()
                got = httpx.get(f"{server.url}/api/recordings/{made['id']}/audio", params={"original": "true"}).content
                assert hashlib.sha256(got).hexdigest() == hashlib.sha256(content).hexdigest()
                assert [path.name for path in (server.data_dir / "uploads").iterdir()] == [".place"]
                assert "Traceback" not in server.log.read_text()
    assert max(again) <= SYNC_BYTES

"""Uploading 2 GB: how much does the server's memory grow, and how does it compare with the framework's own form?"""

from __future__ import annotations

import contextlib
import http.client
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psutil
from figures import Figure
from harness import CACHE, BenchmarkError, serving
from support.server import free_port

NAMES = ("upload_memory_mb",)
NAME = NAMES[0]

SIZE = 2 * 1024**3
SMALL = 32 * 1024**2
MEMORY_BAR_MB = 64
MB = 1024**2
_PIECE = 256 * 1024
_BOUNDARY = "verbatim-benchmark"
_SAMPLE_SECONDS = 0.02
_RIVAL = Path(__file__).resolve().parent / "plugin" / "form_server.py"


def wav_header(size: int) -> bytes:
    """Return the head of a WAV file of `size` bytes: 48 kHz, stereo, 16 bits."""
    rate, frame = 48_000, 4
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, rate, rate * frame, frame, 16)
    return b"RIFF" + struct.pack("<I", size - 8) + b"WAVE" + form + b"data" + struct.pack("<I", size - 44)


def _body(size: int, fields: dict[str, str]) -> Iterator[bytes]:
    """Yield a form with a WAV file of silence, which nobody has to keep on a disk to send it."""
    for name, value in fields.items():
        yield f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    head = f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="silence.wav"\r\n'
    yield f"{head}Content-Type: audio/wav\r\n\r\n".encode()
    header = wav_header(size)
    yield header
    silence = bytes(_PIECE)
    left = size - len(header)
    while left:
        piece = silence if left >= _PIECE else silence[:left]
        left -= len(piece)
        yield piece
    yield f"\r\n--{_BOUNDARY}--\r\n".encode()


@dataclass
class Memory:
    """Samples a process's resident memory, its children's included, until the block ends."""

    pid: int
    before: int = 0
    peak: int = 0
    _stop: threading.Event = field(default_factory=threading.Event)

    @property
    def growth_mb(self) -> float:
        return (self.peak - self.before) / MB

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        self.before = self.peak = self._now()
        thread = threading.Thread(target=self._sample)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join()

    def _sample(self) -> None:
        while not self._stop.wait(_SAMPLE_SECONDS):
            self.peak = max(self.peak, self._now())

    def _now(self) -> int:
        process = psutil.Process(self.pid)
        total = int(process.memory_info().rss)
        for child in process.children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                total += int(child.memory_info().rss)
        return total


def _upload(url: str, path: str, size: int) -> float:
    """Send the file and return the seconds until the answer."""
    fields = {"title": "Silence", "transcribe": "false"}
    length = size + sum(len(piece) for piece in _body(44, fields)) - 44
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=600)
    started = time.perf_counter()
    headers = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}", "Content-Length": str(length)}
    connection.request("POST", path, body=_body(size, fields), headers=headers)
    response = connection.getresponse()
    answer = response.read()
    elapsed = time.perf_counter() - started
    connection.close()
    if response.status != 201:
        raise BenchmarkError(f"The upload was refused: {response.status} {answer[:300]!r}")
    return elapsed


@contextlib.contextmanager
def _rival(folder: Path) -> Iterator[tuple[str, int]]:
    """Start a server with the framework's own form, which keeps the file as soon as it has all of it."""
    port = free_port()
    command = [sys.executable, str(_RIVAL), str(port), str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, env={"TMPDIR": str(folder)})
    try:
        url = f"http://127.0.0.1:{port}"
        _await(url)
        yield url, process.pid
    finally:
        process.terminate()
        process.wait()


def _await(url: str) -> None:
    parts = urlsplit(url)
    for _ in range(400):
        with contextlib.suppress(OSError):
            http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5).connect()
            return
        time.sleep(0.05)
    raise BenchmarkError("The rival did not start.")


def _measured(url: str, pid: int, path: str) -> tuple[float, float]:
    """Return the growth of memory in MB and the throughput in MB/s."""
    _upload(url, path, SMALL)  # what a server needs once is not growth
    time.sleep(2)
    memory = Memory(pid)
    with memory.watched():
        seconds = _upload(url, path, SIZE)
    return memory.growth_mb, SIZE / MB / seconds


def run() -> list[Figure]:
    """Upload to both, one after the other on the same disk."""
    CACHE.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(CACHE).free < 3 * SIZE:
        raise BenchmarkError(f"{CACHE} needs {3 * SIZE // MB} MB of free space.")
    with tempfile.TemporaryDirectory(prefix="uploads-", dir=CACHE) as name:
        folder = Path(name)
        with serving(folder / "own", "") as server:
            growth, speed = _measured(server.url, server.process.pid, "/api/recordings/upload")
        shutil.rmtree(folder / "own")
        with _rival(folder) as (url, pid):
            rival_growth, rival_speed = _measured(url, pid, "/upload")
    return [
        Figure(NAME, growth, "MB", "at most", MEMORY_BAR_MB, rival=rival_growth),
        Figure(f"{NAME}.throughput", speed, "MB/s", rival=rival_speed),
    ]

"""A large file into an object store and back: memory and speed, beside boto3 and azure-storage-blob in one run.

Each way of each program runs in a process of its own against the same server, S3 (Swift, which checks signatures) and
Azure Blob (Azurite). `STORAGE_BENCH_MB` says how large the file is; 2048 unless told.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from figures import Figure
from harness import CACHE, BenchmarkError

_HERE = Path(__file__).resolve().parent
sys.path.append(str(_HERE.parent / "packages" / "enterprise" / "tests"))
sys.path.append(str(_HERE.parent / "scripts"))

NAMES = ("storage_memory_mb", "storage_throughput")
MEMORY_BAR_MB = 64
MB = 1024**2
_STORES = {"swift": "boto3", "azurite": "azure-storage-blob"}
_PROGRAM = _HERE / "storage_transfer.py"


def _size_mb() -> int:
    return int(os.environ.get("STORAGE_BENCH_MB", "2048"))


def _transfer(program: str, way: str, variables: dict[str, str], folder: Path, size: int) -> dict[str, Any]:
    """Let one program carry the file one way. Returns its seconds, the growth of its memory in MB and the SHA-256."""
    command = [sys.executable, str(_PROGRAM), program, way, json.dumps(variables), str(folder), str(size)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise BenchmarkError(f"{program} could not go {way}: {done.stderr[-500:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def run() -> list[Figure]:
    """Carry the file up and down with each program, and compare what came back."""
    from support_stores.servers import STARTERS  # noqa: PLC0415 - needs the paths above

    size = _size_mb()
    CACHE.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(CACHE).free < 6 * size * MB:
        raise BenchmarkError(f"{CACHE} needs {6 * size} MB of free space.")
    growth: list[float] = []
    rival_growth: list[float] = []
    ratios: list[Figure] = []
    for kind, rival in _STORES.items():
        with (
            tempfile.TemporaryDirectory(prefix=f"{kind}-", dir=CACHE) as name,
            STARTERS[kind](Path(name) / "server") as server,
        ):
            for way in ("up", "down"):
                told = dict(server.variables)
                ours = _transfer("verbatim", way, told, Path(name), size)
                theirs = _transfer(rival, way, told, Path(name), size)
                if ours["sha256"] != theirs["sha256"]:
                    raise BenchmarkError(f"{kind} gave back something else.")
                growth.append(ours["growth_mb"])
                rival_growth.append(theirs["growth_mb"])
                speed, other = size / ours["seconds"], size / theirs["seconds"]
                ratios.append(
                    Figure(f"storage_throughput.{kind}_{way}_{size}_mb", speed, "MB/s", "at least", other, rival=other)
                )
    memory = Figure("storage_memory_mb", max(growth), "MB", "at most", MEMORY_BAR_MB, rival=max(rival_growth))
    return [memory, Figure("storage_memory_mb.file", size, "MB"), *ratios]

"""Stamp files: what was done last, named by the content it was done from."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from steps import ROOT

STAMPS = ROOT / ".stamps"
_NOT_SOURCES = {"node_modules", "dist", "coverage", "test-results", ".vite", "__pycache__"}


def content_key(*facts: str, files: Iterable[Path] = ()) -> str:
    """Hash file contents, with their places in the checkout, and any other facts a step depends on."""
    digest = hashlib.sha256()
    for fact in facts:
        digest.update(fact.encode() + b"\0")
    for path in files:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def sources(*folders: Path) -> list[Path]:
    """Every source file under the folders, in a fixed order; build output and dependencies left out."""
    found = []
    for folder in folders:
        for parent, children, names in os.walk(folder):
            children[:] = sorted(set(children) - _NOT_SOURCES)
            found += [Path(parent, name) for name in sorted(names) if not name.endswith(".tsbuildinfo")]
    return found


def is_fresh(name: str, key: str) -> bool:
    try:
        return (STAMPS / name).read_text(encoding="utf-8") == key
    except FileNotFoundError:
        return False


def write(name: str, key: str) -> None:
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / name).write_text(key, encoding="utf-8")


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let a second `make` in the same checkout wait until the first has installed."""
    STAMPS.mkdir(exist_ok=True)
    with (STAMPS / "lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield

"""Check the repository's own rules, which no other tool knows; exit status 1 when one is broken."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import write_docs
from steps import ROOT

_MAX_LINES = 400
_CODE = {".py", ".ts", ".tsx", ".mjs"}
_GENERATED = "/generated/"

_PIN = re.compile(r"[a-z0-9][a-z0-9._-]*==[a-z0-9][a-z0-9.+!_-]*")
# Locks and docs must work for people whose packages come from a mirror. Spelled so that this file keeps its own rule.
_INDEX_HOST = re.compile(r"(?i)registr[y]\.(npmjs|yarnpkg)\.|\bpyp[i]\.(org|python\.org)|pythonhoste[d]\.org")
_ADDRESS = re.compile(r'"resolved": "\w+:')
# Whoever has a vendor's key issues licences. The one for test licences is public on purpose.
_PRIVATE_KEY = re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVAT[E] KEY-----")
_PUBLIC_ON_PURPOSE = ROOT / "scripts" / "test-license-signing-key.pem"
_MACHINE_PATH = re.compile(r"(?<![\w.:/}$)-])/(?:root|work|home|Users)/\w")
# Parts of a server are found by typed keys (core/services.py); the core's own are made where all begins.
_STRING_KEY = re.compile(
    r"\.state\.\w+ = |(session|database)\.info(\[|\.(get|pop|setdefault)\()[\"']|[\"'] (not )?in [\w.]*\.info\b"
    r"|getattr\([\w.]*state, "
)
_PRODUCT = re.compile(r"packages/\w+/verbatim\w*/(?!core/|app\.py|runtime\.py)")


def tracked() -> list[Path]:
    """Every file that is or is about to be part of the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in sorted(listing.split("\0")) if name and (ROOT / name).is_file()]


def broken_rules(path: Path, text: str) -> Iterator[str]:
    """Yield a sentence for each rule that a file breaks."""
    lines = text.splitlines()
    if path.suffix in _CODE and _GENERATED not in path.as_posix() and len(lines) > _MAX_LINES:
        yield f"{len(lines)} lines, {_MAX_LINES} are allowed: split it by idea"
    if path.name == "constraints.txt":
        for number, line in enumerate(lines, 1):
            if line and not line.startswith("#") and not _PIN.fullmatch(line):
                yield f"line {number}: only name==version may stand here"
    if path.name == "package-lock.json" and _ADDRESS.search(text):
        yield "holds download addresses: npm install with omit-lockfile-registry-resolved=true (see .npmrc)"
    if _PRIVATE_KEY.search(text) and path != _PUBLIC_ON_PURPOSE:
        yield "holds a private key: take it out and make another one, this one is no secret any more"
    yield from _broken_in_lines(path, lines)


def _broken_in_lines(path: Path, lines: list[str]) -> Iterator[str]:
    is_product = path.suffix == ".py" and _PRODUCT.search(path.as_posix())
    for number, line in enumerate(lines, 1):
        if _INDEX_HOST.search(line):
            yield f"line {number}: names a package index's host"
        if _MACHINE_PATH.search(line):
            yield f"line {number}: holds a path of one machine"
        if is_product and _STRING_KEY.search(line):
            yield f"line {number}: keeps or looks for a part of the server under a string: make it a Service"


def _text(path: Path) -> str | None:
    """The file's text, or nothing for sound, pictures and the like."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def main() -> int:
    complaints = []
    for path in tracked():
        text = _text(path)
        if text is not None:
            complaints += [f"{path.relative_to(ROOT)}: {rule}" for rule in broken_rules(path, text)]
    complaints += [f"{page.relative_to(ROOT)}: out of date, run `make docs`" for page in write_docs.stale()]
    for complaint in complaints:
        print(complaint)
    print(f"Broken rules: {len(complaints)}." if complaints else "The repository keeps its own rules.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())

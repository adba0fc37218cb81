"""Documents with some bytes turned, cut out, doubled or put in from others; archives also inside their parts."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Iterator

from support.made_documents import FORMATS, SCRIPTS

_TRICKS = (
    *(b"\x00" * 8, b"\xff" * 8, b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", b"&b;", b"<a>" * 300),
    *(b"/Kids[2 0 R]", b"/Count 2000000000", b"/Length 4294967295", b"{\\rtf1" * 200, b"\\u-9999999?", b'"' * 99),
    *(
        b"startxref\n0\n",
        b"/Filter/FlateDecode",
        b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 20,
        b"\\bin99 ",
    ),
)

_INSIDE, _HONEST = 0.7, 0.8
"""Shares of archives that are changed inside a part, and of files that are called what they were."""


def mutated_documents(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield so many documents with their names, the same ones for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - the same files each time
    seeds = [
        (kind, make(SCRIPTS[script])) for kind, make in FORMATS.items() for script in ("latin", "arabic", "japanese")
    ]
    for number in range(count):
        kind, content = rng.choice(seeds)
        change = _inside if content.startswith(b"PK") and rng.random() < _INSIDE else _turned
        name = kind if rng.random() < _HONEST else rng.choice(list(FORMATS))
        yield f"{number}.{name}", change(rng, content)


def _turned(rng: random.Random, content: bytes) -> bytes:
    data = bytearray(content)
    for _ in range(rng.randint(1, 8)):
        at, size = rng.randrange(len(data) + 1), rng.randint(1, 60)
        match rng.randrange(5):
            case 0:
                data[at : at + size] = rng.randbytes(size)
            case 1:
                del data[at : at + size]
            case 2:
                data[at:at] = data[at : at + size] * rng.randint(1, 20)
            case 3:
                data[at:at] = rng.choice(_TRICKS)
            case _:
                del data[len(data) - min(size * 4, len(data)) :]
    return bytes(data)


def _inside(rng: random.Random, content: bytes) -> bytes:
    """Change one part of an archive, which stays whole."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as changed:
        chosen = rng.choice(package.namelist())
        for name in package.namelist():
            part = package.read(name)
            changed.writestr(name, _turned(rng, part) if name == chosen else part)
    return made.getvalue()

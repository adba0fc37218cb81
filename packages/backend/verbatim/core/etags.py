"""Tags of answers: a client that holds an answer already is told so instead of being sent it again."""

from __future__ import annotations

import hashlib
from typing import Any

from starlette.datastructures import Headers

from verbatim import __version__
from verbatim.core.epoch import epoch


def weak_tag(*facts: Any) -> str:
    """Return the tag of an answer that is made of these facts by this version of the program. Weak, because the same
    answer may travel compressed.
    """
    return f'W/"{hashlib.sha256(repr((__version__, epoch(), facts)).encode()).hexdigest()[:32]}"'


def holds(headers: Headers, tag: str) -> bool:
    """Return whether a client says that it holds the answer of that tag. Ask only once it may see the answer."""
    known = [one.strip().removeprefix("W/") for one in headers.get("if-none-match", "").split(",")]
    return tag.removeprefix("W/") in known or known == ["*"]

"""Why another server cannot be reached, in words that say what to look at."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One step of trying something out: how it went, and a sentence about it. What was not got to is ``None``."""

    name: str
    ok: bool | None
    detail: str = ""


def why_unreachable(error: BaseException) -> str:
    """Return a sentence about what kept a connection from being made."""
    for one in _causes(error):
        match one:
            case ssl.SSLCertVerificationError():
                return f"Its certificate is not trusted here: {one.verify_message}."
            case ssl.SSLError():
                return "It does not speak TLS as was asked for: look at the port and at the kind of security."
            case socket.gaierror():
                return "No server has this name: look for a mistake in it, or in this server's name resolution."
            case ConnectionRefusedError():
                return "Nothing listens at this port."
            case TimeoutError():
                return "It does not answer in time: a firewall may be in between."
    return "It cannot be reached."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Give an error and what it comes from, each once: libraries wrap what the network said."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [*getattr(one, "exceptions", ()), one.__cause__, one.__context__]

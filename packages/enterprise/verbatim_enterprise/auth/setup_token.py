"""The set-up token: what makes somebody the first administrator, kept where only the operator of the server reads it.

It is required of everybody. Where a request comes from says nothing about who sent it: proxies, tunnels and plain
forwarders on the server's own machine bring strangers from a local address, under any name the strangers chose.
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
from pathlib import Path
from typing import Final

from verbatim_enterprise.auth.settings import FirstAdminSettings
from verbatim_enterprise.host import KeyRing, to_text

FILE_NAME: Final = "setup-token"
"""Name of the file in the data folder that holds the token for as long as nobody administers the server."""
_LENGTH: Final = 24


def token_of(keys: KeyRing, wanted: FirstAdminSettings) -> str:
    """Return the token of the settings, else the one that belongs to the secret key: all servers with it agree."""
    if wanted.setup_token is not None:
        return wanted.setup_token.get_secret_value()
    mac = keys.mac("set-up token", b"first administrator")
    assert mac is not None  # noqa: S101 - the current key is always there
    return to_text(mac)[:_LENGTH]


def is_same(token: str, right: str) -> bool:
    """Compare in a time that says nothing about how much of it is right."""
    return hmac.compare_digest(token.strip().encode("utf-8", "replace"), right.encode())


def link_to_set_up(origin: str, token: str) -> str:
    """Return the address of the page that makes the first account; no server and no proxy sees what follows the #."""
    return f"{origin}/setup#{token}"


def keep(file: Path, token: str) -> None:
    """Write the token down for programs on this machine, readable by the server's own user alone."""
    draft = file.with_name(f"{file.name}.{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as written:
            written.write(token + "\n")
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def forget(file: Path) -> None:
    """Remove what `keep` wrote: the token has done what it was for."""
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)

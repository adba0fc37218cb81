"""Addresses of Azure Blob Storage that carry their right in themselves: a shared access signature for one blob."""

from __future__ import annotations

import base64
import hashlib
import hmac
from datetime import datetime, timedelta
from urllib.parse import quote

_VERSION = "2021-12-02"
"""Of the service; it says which lines are signed, in which order."""

_EARLIER = timedelta(minutes=5)
"""Clocks differ: a store whose clock is behind would find a link that begins now to be one of the future."""


def sas_query(
    account: str,
    container: str,
    blob: str,
    *,
    key: str,
    now: datetime,
    seconds: int,
    disposition: str,
    mime_type: str,
    plain_http: bool,
) -> str:
    """Return the query with which this one blob may be read for some seconds from `now` (UTC)."""
    given = {
        "st": _moment(now - _EARLIER),
        "se": _moment(now + timedelta(seconds=seconds)),
        "sp": "r",
        "spr": "https,http" if plain_http else "https",
        "sv": _VERSION,
        "sr": "b",
        "rscd": disposition,
        "rsct": mime_type,
    }
    lines = (
        given["sp"],
        given["st"],
        given["se"],
        f"/blob/{account}/{container}/{blob}",
        "",  # no stored policy
        "",  # no address of whoever asks: it may change on the way
        given["spr"],
        given["sv"],
        given["sr"],
        "",  # no snapshot
        "",  # no encryption scope
        "",  # Cache-Control as the blob has it
        given["rscd"],
        "",  # Content-Encoding and Content-Language too
        "",
        given["rsct"],
    )
    digest = hmac.new(base64.b64decode(key), "\n".join(lines).encode(), hashlib.sha256).digest()
    given["sig"] = base64.b64encode(digest).decode()
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in given.items())


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"

"""Links with which a browser fetches a file from the object store itself."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_ORIGIN = re.compile(r"https?://(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
"""What may stand in a policy for browsers: a host can hold nothing that would end a directive there."""


def origin_of(address: str) -> str | None:
    """Return scheme, host and port of an address; None when a policy for browsers cannot name them."""
    parts = urlsplit(address)
    origin = f"{parts.scheme}://{parts.netloc}"
    return origin if _ORIGIN.fullmatch(origin) else None


def path_of(*parts: str) -> str:
    """Return these, without those that are empty, as the encoded path of an address."""
    return "/".join(quote(part, safe="/~") for part in parts if part)

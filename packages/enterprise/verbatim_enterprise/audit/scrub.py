"""What may stand in the log: short, one line, nothing secret, and nothing that anybody said in a recording."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

MAX_TEXT: Final = 300
MAX_ITEMS: Final = 50
_DEPTH: Final = 4

_SECRET: Final = re.compile(
    r"(?i)secret|passw|passcode|passphrase|\bpwd\b|\bpin\b|token|cookie|authorization|credential|otp|mfa_code|recovery_code|signature|private_key|api_?key$|^key$"
)
_SPEECH: Final = re.compile(
    r"(?i)^(body|content|transcript|segments?|query|q)$|(^|_)(text|words?|notes?|summary|quotes?|prompt|html)$"
)
_ADDRESS: Final = re.compile(r"(?i)(^|_)(url|uri|link)$")
_TOKEN: Final = re.compile(r"(?<![A-Za-z0-9])([A-Za-z]{2,8})_[A-Za-z0-9_+/=-]{20,}")
_BAD: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def line(value: str, limit: int = MAX_TEXT) -> str:
    """Return a text as one line without anything that could pass as another entry, or as the key to something."""
    text = value[: limit * 4]
    if not text.isprintable():
        text = _BAD.sub(" ", text)
    if "_" in text:
        text = _TOKEN.sub(r"\1_…", text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def address(value: str) -> str:
    """Return where an address leads, without what lets somebody in there: user, password, query and fragment."""
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "…"
    return line(f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path}")


@lru_cache(maxsize=2048)
def is_kept(name: str) -> bool:
    """Say whether a field of this name may be kept at all."""
    return not (_SECRET.search(name) or _SPEECH.search(name))


def clean(value: Any, depth: int = 0) -> Any:
    """Return a value as JSON that is read back exactly as it was written."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if depth >= _DEPTH:
        return "…"
    if isinstance(value, Mapping):
        return fields(value, depth)
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else list(value)
        left_out = [f"… and {len(items) - MAX_ITEMS} more"] if len(items) > MAX_ITEMS else []
        return [*(clean(item, depth + 1) for item in items[:MAX_ITEMS]), *left_out]
    return line(value.isoformat() if hasattr(value, "isoformat") else str(value))


def fields(given: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """Return those of the fields that may be kept, cleaned."""
    kept: dict[str, Any] = {}
    for name, value in list(given.items())[:MAX_ITEMS]:
        if is_kept(str(name)):
            is_address = isinstance(value, str) and _ADDRESS.search(str(name))
            kept[line(str(name), 64)] = address(value) if is_address else clean(value, depth + 1)
    return kept

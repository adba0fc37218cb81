"""Tokens: made at random, and stored under their digest. What is sealed is the core's credential store's."""

from __future__ import annotations

import hashlib
import os

from verbatim_enterprise.host import to_text


def digest(token: str) -> str:
    """Return under what a long random token is stored: its SHA-256, in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def random_token(prefix: str) -> str:
    """Return a token of 256 random bits."""
    return f"{prefix}_{to_text(os.urandom(32))}"

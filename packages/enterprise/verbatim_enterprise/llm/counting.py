"""Reckoning what a call has used while its answer comes, for providers that do not count and calls that end early."""

from __future__ import annotations

from typing import Final

from verbatim_enterprise.host import Usage, tokens_of
from verbatim_enterprise.llm.calls import Running

_ONE_TOKEN: Final = 16
"""Bytes of a piece up to which it is taken for one token: most servers send each token by itself."""
_MOST_OF_TOKEN: Final = 16
"""Bytes that no token has on average: a server that sends more pays no heed to how long an answer may be."""


def note_piece(running: Running, text: str) -> None:
    """Count a piece that came."""
    size = len(text.encode("utf-8", "replace"))
    running.received += size
    running.written += 1 if size <= _ONE_TOKEN else tokens_of(text)


def is_endless(running: Running) -> bool:
    """Say whether more came than the longest answer can be."""
    return running.received > _MOST_OF_TOKEN * running.longest


def counted(running: Running, usage: Usage | None, outcome: str) -> Usage:
    """Return what a call has used, reckoned where the provider did not say it; a refusal costs nothing."""
    nothing = outcome.startswith("llm_") and not running.written
    return usage or Usage(0 if nothing else running.tokens_in, running.written, estimated=not nothing)

"""How many tokens a text is, where nobody can ask the model: a little too many rather than too few."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from verbatim.adapters.llm.api import Message

_BYTES_PER_TOKEN: Final = 3
"""English has about four bytes in a token, German three and a half, Chinese three."""
_AROUND: Final = 6
"""Tokens that say whose turn it is."""


def tokens_of(text: str) -> int:
    """Return about how many tokens a text is."""
    return -(-len(text.encode("utf-8", "replace")) // _BYTES_PER_TOKEN)


def tokens_of_messages(messages: Iterable[Message]) -> int:
    """Return about how many tokens a conversation is."""
    return sum(tokens_of(one.content) + _AROUND for one in messages)

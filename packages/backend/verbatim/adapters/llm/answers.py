"""What servers of models say, read as what it may be: any of it may be of another kind than was agreed, or absurd."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from verbatim.adapters.llm.api import LanguageModelError, Message, ModelFailure, Usage
from verbatim.adapters.llm.tokens import tokens_of_messages

_MOST_TOKENS: Final = 20_000_000
"""More than any model reads or writes in one call: whoever counts more does not count."""


def told_object(value: object) -> dict[str, Any]:
    """Return an object; an empty one where it is something else."""
    return value if isinstance(value, dict) else {}


def told_text(value: object) -> str:
    """Return a text, also where it comes in parts; nothing where it is something else."""
    if isinstance(value, list):
        return "".join(told_text(told_object(part).get("text")) for part in value)
    return value if isinstance(value, str) else ""


def told_tokens(value: object) -> int | None:
    """Return a number of tokens; None where it cannot be one."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and isinstance(value, int) and 0 <= value <= _MOST_TOKENS else None


def usage_of(read: int | None, written: int | None, cached: int, messages: Sequence[Message], came: int) -> Usage:
    """Return what a call used, as a server counted it. What it did not count, or cannot have been, is reckoned:
    ``came`` tokens were seen, and nothing that was read or written is free.
    """
    is_read, is_written = bool(read), written is not None and bool(written or not came)
    tokens_in = read or tokens_of_messages(messages)
    tokens_out = written if written is not None and is_written else came
    return Usage(tokens_in, tokens_out, min(cached, tokens_in), estimated=not (is_read and is_written))


def ended_empty(usage: Usage, *, cut: bool) -> LanguageModelError:
    """Return the failure of a model that ended without a word."""
    told = (
        "The language model thought for as long as it may and said nothing; choose another one."
        if cut
        else "The language model ended without a word; ask again, or choose another one."
    )
    return LanguageModelError(ModelFailure.FAILED, told, usage=usage)

"""Anthropic's messages."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from typing import Any, ClassVar, Final

from verbatim_enterprise.host import (
    USUAL,
    ChatCompletions,
    ChatMessage,
    ChatOptions,
    Ending,
    Explain,
    LanguageModelError,
    ModelFailure,
    Piece,
    Refusal,
    Usage,
    below,
    ended_empty,
    tokens_of,
    told_object,
    told_text,
    told_tokens,
    usage_of,
)

_VERSION: Final = "2023-06-01"
_LONGEST_PIECE: Final = 100_000


class AnthropicAdapter(ChatCompletions):
    """Interface ``llm``, over Anthropic's messages."""

    provider: ClassVar[str] = "anthropic"
    base_url: ClassVar[str] = "https://api.anthropic.com"

    @property
    def _headers(self) -> dict[str, str]:
        return {"x-api-key": self._key, "anthropic-version": _VERSION}

    async def chat_stream(
        self, messages: Sequence[ChatMessage], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Piece | Ending]:
        """Answer the last message, piece by piece. Without a temperature, which newer models refuse and Anthropic's own
        client cannot send any more.
        """
        name = model or self.model
        body: dict[str, Any] = {
            "model": name,
            "messages": [{"role": one.role, "content": one.content} for one in messages if one.role != "system"],
            "max_tokens": options.max_tokens,
            "stream": True,
        }
        if system := "\n\n".join(one.content for one in messages if one.role == "system"):
            body["system"] = system
        if options.form is not None:
            # A tool that it has to call: what it would be called with is the answer.
            tool = {"name": options.form.name, "input_schema": dict(options.form.schema)}
            body |= {"tools": [tool], "tool_choice": {"type": "tool", "name": options.form.name}}
        events = self._door.events(below(self._base, "messages"), self._headers, body, self._explain)
        async with aclosing(_read(events, name, messages, self._explain, has_form=options.form is not None)) as said:
            async for one in said:
                yield one


async def _read(
    events: AsyncGenerator[dict[str, Any]],
    model: str,
    messages: Sequence[ChatMessage],
    refused: Explain,
    *,
    has_form: bool,
) -> AsyncGenerator[Piece | Ending]:
    told: dict[str, Any] = {}
    reason, came = "", 0
    async with aclosing(events) as all_of_them:
        async for event in all_of_them:
            kind, delta = event.get("type"), told_object(event.get("delta"))
            if kind == "error":
                error = told_object(event.get("error"))
                raise refused(Refusal(0, str(error.get("message", "")), str(error.get("type"))))
            if kind == "message_start":
                told |= told_object(told_object(event.get("message")).get("usage"))
            elif kind == "content_block_delta":
                # What a tool would be called with is the answer only where we asked for a form.
                text = told_text(delta.get("text")) or (told_text(delta.get("partial_json")) if has_form else "")
                if text:
                    came += tokens_of(text[:_LONGEST_PIECE])
                    yield Piece(text)
            elif kind == "message_delta":
                told |= told_object(event.get("usage"))
                reason = told_text(delta.get("stop_reason")) or reason
    if not reason and not came:
        raise LanguageModelError(
            ModelFailure.FAILED, "The language model's server ended without an answer.", later=True
        )
    usage, cut = _usage(told, messages, came), reason in {"max_tokens", ""}
    if reason == "refusal":
        raise LanguageModelError(
            ModelFailure.REFUSED, "The language model's provider refuses to answer this.", usage=usage
        )
    if not came and not has_form:
        raise ended_empty(usage, cut=cut)
    yield Ending(model, usage, cut=cut)


def _usage(told: dict[str, Any], messages: Sequence[ChatMessage], came: int) -> Usage:
    """Return what was read and written. Anthropic counts what came from its cache apart from the rest."""
    names = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    fresh, made, cached = (told_tokens(told.get(name) or 0) for name in names)
    read = None if fresh is None or made is None or cached is None else fresh + made + cached
    return usage_of(read, told_tokens(told.get("output_tokens")), cached or 0, messages, came)

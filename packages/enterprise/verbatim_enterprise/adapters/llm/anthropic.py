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
    LanguageModelError,
    ModelFailure,
    Piece,
    Refusal,
    Usage,
    below,
    explain,
    number_of_tokens,
    tokens_of,
    tokens_of_messages,
)

_VERSION: Final = "2023-06-01"


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
        async with aclosing(_read(events, name, messages)) as said:
            async for one in said:
                yield one


async def _read(
    events: AsyncGenerator[dict[str, Any]], model: str, messages: Sequence[ChatMessage]
) -> AsyncGenerator[Piece | Ending]:
    told: dict[str, Any] = {}
    reason, written = "", 0
    async with aclosing(events) as all_of_them:
        async for event in all_of_them:
            kind = event.get("type")
            if kind == "error":
                error = event.get("error") or {}
                raise explain(Refusal(0, str(error.get("message", ""))[:300], str(error.get("type"))))
            if kind == "message_start":
                told |= (event.get("message") or {}).get("usage") or {}
            elif kind == "content_block_delta" and (text := _text_of(event.get("delta") or {})):
                written += tokens_of(str(text)[:100_000])
                yield Piece(str(text))
            elif kind == "message_delta":
                told |= event.get("usage") or {}
                reason = (event.get("delta") or {}).get("stop_reason") or reason
    if not reason:
        raise LanguageModelError(
            ModelFailure.FAILED, "The language model's server ended without an answer.", later=True
        )
    if reason == "refusal":
        raise LanguageModelError(ModelFailure.REFUSED, "The language model's provider refuses to answer this.")
    yield Ending(model, _usage(told, messages, written), cut=reason == "max_tokens")


def _text_of(delta: dict[str, Any]) -> Any:
    return delta.get("text") or delta.get("partial_json")


def _usage(told: dict[str, Any], messages: Sequence[ChatMessage], written: int) -> Usage:
    """Return what was read and written. Anthropic counts what came from its cache apart from the rest."""
    if not told:
        return Usage(tokens_of_messages(messages), written, estimated=True)
    cached = number_of_tokens(told.get("cache_read_input_tokens"))
    fresh = number_of_tokens(told.get("input_tokens")) + number_of_tokens(told.get("cache_creation_input_tokens"))
    return Usage(fresh + cached, number_of_tokens(told.get("output_tokens")), cached)

"""Chat completions as OpenAI has them, which most servers speak: llama.cpp, vLLM, Ollama and many more."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing
from typing import Any, ClassVar, Final

from verbatim.adapters.llm.answers import ended_empty, told_object, told_text, told_tokens, usage_of
from verbatim.adapters.llm.api import (
    USUAL,
    ChatOptions,
    Ending,
    LanguageModelError,
    Message,
    ModelFailure,
    ModelInfo,
    Piece,
    Usage,
)
from verbatim.adapters.llm.by_chat import ByChat
from verbatim.adapters.llm.http import Door, Explain, Refusal
from verbatim.adapters.llm.refusals import explain
from verbatim.adapters.llm.tokens import tokens_of
from verbatim.core.text import one_line

MOST_MODELS: Final = 1000
_LONGEST_NAME: Final = 200
_LONGEST_PIECE: Final = 100_000


def below(base: str, path: str) -> str:
    """Return an address below a base, which people give with or without ``/v1``."""
    base = base.strip().rstrip("/").removesuffix("/chat/completions").removesuffix("/messages")
    return f"{base}/{path}" if base.endswith("/v1") else f"{base}/v1/{path}"


class ChatCompletions(ByChat):
    """One server, asked for one model unless a call names another."""

    provider: ClassVar[str] = "generic_openai"
    is_local: ClassVar[bool] = False
    max_tokens_name: ClassVar[str] = "max_tokens"

    def __init__(
        self, door: Door, base_url: str, key: str = "", model: str = "", *, context_tokens: int = 8192
    ) -> None:
        self._door = door
        self._base = base_url
        self._key = key
        self.model = model
        self.context_tokens = context_tokens

    @property
    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}"} if self._key else {}

    def _explain(self, refusal: Refusal) -> LanguageModelError:
        return explain(refusal, self._key)

    async def chat_stream(
        self, messages: Sequence[Message], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Piece | Ending]:
        """Answer the last message, piece by piece."""
        name = model or self.model
        body: dict[str, Any] = {
            "model": name,
            "messages": [{"role": one.role, "content": one.content} for one in messages],
            "temperature": options.temperature,
            self.max_tokens_name: options.max_tokens,
            "stream": True,
            "stream_options": {"include_usage": True},
        }
        if options.form is not None:
            told = {"name": options.form.name, "schema": dict(options.form.schema), "strict": True}
            body["response_format"] = {"type": "json_schema", "json_schema": told}
        events = self._door.events(below(self._base, "chat/completions"), self._headers, body, self._explain)
        async with aclosing(read(events, name, messages, self._explain, has_form=options.form is not None)) as said:
            async for one in said:
                yield one

    async def names(self) -> list[str]:
        """Return what the server's models are called."""
        found = await self._door.get(below(self._base, "models"), self._headers, self._explain)
        listed = found.get("data")
        if not isinstance(listed, list):
            return []
        names = [one_line(told_text(told_object(one).get("id")))[:_LONGEST_NAME] for one in listed[:MOST_MODELS]]
        return [one for one in dict.fromkeys(names) if one]

    async def get_available_models(self) -> list[ModelInfo]:
        """Return what the server says it has."""
        found = await self.names()
        return [ModelInfo(one, one, self.provider, self.is_local, context_tokens=self.context_tokens) for one in found]

    async def is_available(self) -> bool:
        """Say whether the server answers and takes the key."""
        try:
            await self.names()
        except LanguageModelError:
            return False
        return True

    async def close(self) -> None:
        """Let go of the connections."""
        await self._door.close()


async def read(
    events: AsyncGenerator[dict[str, Any]],
    model: str,
    messages: Sequence[Message],
    refused: Explain,
    *,
    has_form: bool,
) -> AsyncGenerator[Piece | Ending]:
    """Give an answer as it comes. Servers that do not count get their tokens reckoned. One that breaks off without
    saying why it ended is cut. Where a form is asked for, an empty answer is one of another form.
    """
    came, counted, reason = 0, dict[str, Any](), ""
    async with aclosing(events) as all_of_them:
        async for event in all_of_them:
            if event.get("error"):
                raise refused(_refusal(event["error"]))
            counted = told_object(event.get("usage")) or counted
            choices = event.get("choices")
            choice = told_object(choices[0]) if isinstance(choices, list) and choices else {}
            text = told_text(told_object(choice.get("delta")).get("content"))
            if text:
                came += tokens_of(text[:_LONGEST_PIECE])
                yield Piece(text)
            reason = told_text(choice.get("finish_reason")) or reason
    if not reason and not came:
        raise LanguageModelError(
            ModelFailure.FAILED, "The language model's server ended without an answer.", later=True
        )
    usage, cut = _usage(counted, messages, came), reason in {"length", ""}
    if reason == "content_filter":
        raise LanguageModelError(
            ModelFailure.REFUSED, "The language model's provider refuses to answer this.", usage=usage
        )
    if not came and not has_form:
        raise ended_empty(usage, cut=cut)
    yield Ending(model, usage, cut=cut)


def _refusal(error: object) -> Refusal:
    told = told_object(error) or {"message": str(error)}
    return Refusal(0, str(told.get("message", "")), str(told.get("code") or told.get("type")))


def _usage(told: dict[str, Any], messages: Sequence[Message], came: int) -> Usage:
    cached = told_tokens(told_object(told.get("prompt_tokens_details")).get("cached_tokens")) or 0
    read, written = told_tokens(told.get("prompt_tokens")), told_tokens(told.get("completion_tokens"))
    return usage_of(read, written, cached, messages, came)

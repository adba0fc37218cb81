"""OpenAI itself."""

from __future__ import annotations

from typing import ClassVar

from verbatim_enterprise.host import ChatCompletions


class OpenAIAdapter(ChatCompletions):
    """Interface ``llm``, over OpenAI's chat completions; its newer models know the length of an answer by another
    name only.
    """

    provider: ClassVar[str] = "openai"
    base_url: ClassVar[str] = "https://api.openai.com/v1"
    max_tokens_name: ClassVar[str] = "max_completion_tokens"

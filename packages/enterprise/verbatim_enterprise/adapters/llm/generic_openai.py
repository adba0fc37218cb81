"""Any server that speaks as OpenAI does: vLLM, Ollama, llama.cpp, LiteLLM and many more."""

from __future__ import annotations

from typing import ClassVar

from verbatim_enterprise.host import ChatCompletions


class GenericOpenAIAdapter(ChatCompletions):
    """Interface ``llm``, over chat completions at a base address, with or without a key."""

    provider: ClassVar[str] = "generic_openai"
    base_url: ClassVar[str] = ""

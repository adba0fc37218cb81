"""What a plugin needs of language models: the service, its messages, its failures and who may call it."""

from verbatim.adapters.llm.answers import ended_empty, told_object, told_text, told_tokens, usage_of
from verbatim.adapters.llm.api import (
    USUAL,
    ChatOptions,
    Ending,
    IAIService,
    LanguageModelError,
    ModelFailure,
    ModelInfo,
    Piece,
    Usage,
)
from verbatim.adapters.llm.api import Message as ChatMessage
from verbatim.adapters.llm.by_chat import ByChat
from verbatim.adapters.llm.chat_completions import ChatCompletions, below
from verbatim.adapters.llm.http import Door, Explain, Patience, Refusal
from verbatim.adapters.llm.tokens import tokens_of, tokens_of_messages
from verbatim.core.language_models import ChosenModel, ModelCaller, ModelDesk, ModelUnknownError

__all__ = [
    "USUAL",
    "ByChat",
    "ChatCompletions",
    "ChatMessage",
    "ChatOptions",
    "ChosenModel",
    "Door",
    "Ending",
    "Explain",
    "IAIService",
    "LanguageModelError",
    "ModelCaller",
    "ModelDesk",
    "ModelFailure",
    "ModelInfo",
    "ModelUnknownError",
    "Patience",
    "Piece",
    "Refusal",
    "Usage",
    "below",
    "ended_empty",
    "tokens_of",
    "tokens_of_messages",
    "told_object",
    "told_text",
    "told_tokens",
    "usage_of",
]

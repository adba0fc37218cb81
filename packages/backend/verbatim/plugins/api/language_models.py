"""What a plugin needs of language models: the service, its messages, its failures and who may call it."""

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
from verbatim.adapters.llm.chat_completions import ChatCompletions, below, number_of_tokens
from verbatim.adapters.llm.http import Door, Patience, Refusal
from verbatim.adapters.llm.refusals import explain
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
    "explain",
    "number_of_tokens",
    "tokens_of",
    "tokens_of_messages",
]

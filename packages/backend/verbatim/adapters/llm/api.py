"""The interface of language models: what is said to one, what comes back, and in which words it fails.

Everything comes in pieces, as models write: a `Piece` or a `Note` when it is there, and one `Ending` as the last.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal, Protocol


class ModelFailure(StrEnum):
    """Why no answer came. The value is the machine word of the error that a client gets."""

    WRONG_KEY = "llm_wrong_key"
    NO_CREDIT = "llm_no_credit"
    TOO_LONG = "llm_too_long"
    OVERLOADED = "llm_overloaded"
    REFUSED = "llm_refused"
    UNREACHABLE = "llm_unreachable"
    TIMEOUT = "llm_timeout"
    FAILED = "llm_failed"
    MALFORMED = "llm_malformed"
    NOT_A_MODEL = "llm_needed"


class LanguageModelError(Exception):
    """A language model gave no answer; the text is for a person. ``later`` says that trying again may help, ``usage``
    what the server counted all the same.
    """

    def __init__(
        self, failure: ModelFailure, sentence: str, *, later: bool = False, usage: Usage | None = None
    ) -> None:
        super().__init__(sentence)
        self.failure = failure
        self.later = later
        self.usage = usage


@dataclass(frozen=True)
class Message:
    """One turn of a conversation."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Form:
    """What an answer has to look like: JSON that a schema describes."""

    name: str
    schema: Mapping[str, Any]


@dataclass(frozen=True)
class ChatOptions:
    """How to answer. ``max_tokens`` is the longest answer. A ``form`` is asked for by the server's own means; whether
    the answer has it is for the asker to check.
    """

    temperature: float = 0.2
    max_tokens: int = 1500
    form: Form | None = None


USUAL: Final = ChatOptions()


@dataclass(frozen=True)
class Usage:
    """Tokens that were read and written; ``cached`` are those of ``tokens_in`` that were not read anew.

    ``estimated``: the server did not count, so they are reckoned from the length of the text. ``cost_micros`` is in
    millionths of the currency of the prices; None where nobody named a price.
    """

    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    estimated: bool = False
    cost_micros: int | None = None

    def __add__(self, other: Usage) -> Usage:
        known = [one.cost_micros for one in (self, other) if one.cost_micros is not None]
        return Usage(
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.tokens_cached + other.tokens_cached,
            self.estimated or other.estimated,
            sum(known) if known else None,
        )


@dataclass(frozen=True)
class Piece:
    """Some more text of an answer."""

    text: str


@dataclass(frozen=True)
class ModelInfo:
    """A model that can be asked. ``is_language_model`` is false for what only chooses sentences.

    ``context_tokens`` is how much it can read and write at once.
    """

    id: str
    label: str
    provider: str
    is_local: bool
    is_language_model: bool = True
    context_tokens: int = 8192


@dataclass(frozen=True)
class Ending:
    """The answer is there. ``cut`` says that it ended because it had reached its greatest length; ``answered_by`` which
    model gave it, where that may be another one than was asked for.
    """

    model: str
    usage: Usage = Usage()
    cut: bool = False
    answered_by: ModelInfo | None = None


@dataclass(frozen=True)
class Answer:
    """A whole answer."""

    text: str
    ending: Ending


@dataclass(frozen=True)
class Line:
    """A segment of a transcript as models are shown it. Times are in seconds; ``index`` is its place among all segments
    of the transcript, also those that are not shown.
    """

    segment_id: str
    speaker: str | None
    text: str
    start: float
    end: float
    transcript_id: str = ""
    index: int = 0

    def goes_on_from(self, before: Line) -> bool:
        """Say whether the same person goes on speaking here, with nothing between."""
        there = (self.transcript_id, self.speaker, self.index)
        return there == (before.transcript_id, before.speaker, before.index + 1)


class Section(StrEnum):
    """Which part of a summary a sentence belongs to."""

    SUMMARY = "summary"
    KEY_POINTS = "key_points"
    DECISIONS = "decisions"
    ACTION_ITEMS = "action_items"
    TOPICS = "topics"
    NAMES = "named_entities"


@dataclass(frozen=True)
class Note:
    """One sentence about a transcript. ``cited`` are places in the lines that were given, counted from nought. Of an
    action item ``owner`` is who is to do it and ``due`` until when, in the words that were said.
    """

    section: Section
    text: str
    cited: tuple[int, ...] = ()
    owner: str | None = None
    due: str | None = None


class IAIService(Protocol):
    """Interface ``llm``: one way of getting answers. What is registered is called with the settings.

    Everything raises `LanguageModelError`. Whoever leaves an iteration early calls ``aclose`` on it, which stops the
    model.
    """

    async def chat(
        self, messages: Sequence[Message], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> Answer:
        """Answer the last message."""
        ...

    def chat_stream(
        self, messages: Sequence[Message], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Piece | Ending]:
        """Answer the last message, piece by piece."""
        ...

    def summarize_transcript(
        self, lines: Sequence[Line], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Note | Ending]:
        """Say what a transcript is about, sentence by sentence, each with the lines that it rests on."""
        ...

    def analyze_transcript(
        self,
        lines: Sequence[Line],
        sections: Sequence[Section],
        options: ChatOptions = USUAL,
        *,
        model: str | None = None,
    ) -> AsyncIterator[Note | Ending]:
        """Find only some of it, such as the action items."""
        ...

    async def get_available_models(self) -> list[ModelInfo]: ...

    async def is_available(self) -> bool: ...

    async def close(self) -> None:
        """Let go of connections and processes."""

"""Key sentences, chosen without a language model: what a transcript says that the rest of it says most about.

A sentence matters when it holds words that matter, and a word when it stands in sentences that do (mutual
reinforcement: Zha, SIGIR 2002; the same walk as TextRank, over sentences and words instead of pairs of sentences, so
that hours of speech take a second and not minutes). Words that stand in many sentences count little, in any language.
"""

from __future__ import annotations

import asyncio
import math
import re
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Final

from verbatim.adapters.llm.api import (
    USUAL,
    Answer,
    ChatOptions,
    Ending,
    LanguageModelError,
    Line,
    Message,
    ModelFailure,
    ModelInfo,
    Note,
    Piece,
    Section,
)
from verbatim.adapters.llm.function_words import FUNCTION_WORDS

NAME: Final = "key_sentences"
LABEL: Final = "Key sentences, chosen without a language model"
_ROUNDS: Final = 30
_STAYS: Final = 0.85
"""How much of its weight a sentence has from its words; the rest all sentences have alike."""
_FEWEST_WORDS: Final = 5
_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_BETWEEN: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[\u3002\uff01\uff1f])")
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST: Final = 12
_TOPICS: Final = 6
_LEAST_TOPIC: Final = 4
_SAME: Final = 0.6
"""Share of words with one that was chosen before from which on a sentence says nothing new."""


def words_in(text: str) -> list[str]:
    """Return the words of a text; of scripts without spaces pairs of signs."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        if _UNSPACED.search(word):
            found += [word[place : place + 2] for place in range(max(1, len(word) - 1))]
        else:
            found.append(word)
    return found


def weigh(sentences: Sequence[Sequence[str]]) -> tuple[list[float], dict[str, float]]:
    """Return how much each sentence and each word matters; the sentences' weights add up to one."""
    holding = Counter(word for sentence in sentences for word in set(sentence))
    rare = {word: math.log(len(sentences) / count) + 1e-6 for word, count in holding.items() if count > 1}
    links = [{word: count * rare[word] for word, count in Counter(one).items() if word in rare} for one in sentences]
    out_of_word: Counter[str] = Counter()
    for one in links:
        out_of_word.update(one)
    total = [sum(one.values()) for one in links]
    weights = [1 / max(1, len(sentences))] * len(sentences)
    words: dict[str, float] = {}
    for _ in range(_ROUNDS):
        words = dict.fromkeys(out_of_word, 0.0)
        for weight, one, whole in zip(weights, links, total, strict=True):
            for word, link in one.items():
                words[word] += weight * link / whole
        weights = [
            (1 - _STAYS) / len(sentences)
            + _STAYS * sum(words[word] * link / out_of_word[word] for word, link in one.items())
            for one in links
        ]
    return weights, words


@dataclass(frozen=True)
class Sentence:
    """What is said in one breath, and in which line."""

    place: int
    text: str
    words: tuple[str, ...]


def sentences_of(lines: Sequence[Line]) -> list[Sentence]:
    """Return the sentences of lines, as they stand there; a line without full stops is one."""
    found = []
    for place, line in enumerate(lines):
        texts = filter(None, (one.strip() for one in _BETWEEN.split(line.text)))
        found += [Sentence(place, text, tuple(words_in(text))) for text in texts]
    return found


def choose(lines: Sequence[Line]) -> tuple[list[Sentence], list[tuple[str, int]]]:
    """Return the key sentences in their order, and topics, each with the place of the line that says it first."""
    sentences = sentences_of(lines)
    weights, words = weigh([one.words for one in sentences])
    wanted = min(_MOST, max(1, round(math.sqrt(len(sentences)))))
    fit = [place for place, one in enumerate(sentences) if len(set(one.words)) >= _FEWEST_WORDS]
    chosen: list[int] = []
    for place in sorted(fit or range(len(sentences)), key=lambda one: (-weights[one], one)):
        if len(chosen) == wanted:
            break
        words_here = sentences[place].words
        if words_here and not any(_alike(words_here, sentences[other].words) for other in chosen):
            chosen.append(place)
    first = {word: one.place for one in reversed(sentences) for word in one.words}
    telling = sorted(filter(_may_be_topic, words), key=lambda one: (-words[one], one))
    return [sentences[place] for place in sorted(chosen)], [(word, first[word]) for word in telling[:_TOPICS]]


def _may_be_topic(word: str) -> bool:
    return len(word) >= _LEAST_TOPIC and word.replace("\u2019", "'") not in FUNCTION_WORDS and not word.isdecimal()


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    first, second = set(one), set(other)
    return len(first & second) >= _SAME * min(len(first), len(second))


class KeySentences:
    """Summaries out of a transcript's own sentences; always there, and it costs nothing. It answers no questions."""

    def __init__(self, _settings: object = None) -> None:
        """Need nothing."""

    async def chat(
        self, _messages: Sequence[Message], _options: ChatOptions = USUAL, *, model: str | None = None
    ) -> Answer:
        """Refuse: this is no language model."""
        del model
        raise _needs_model()

    async def chat_stream(
        self, _messages: Sequence[Message], _options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Piece | Ending]:
        """Refuse: this is no language model."""
        said: Sequence[Ending] = ()
        for one in said:
            yield one  # nothing: this only makes it an iteration
        del model
        raise _needs_model()

    def summarize_transcript(
        self, lines: Sequence[Line], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Note | Ending]:
        """Give key sentences word for word, and what is talked about."""
        return self.analyze_transcript(lines, (Section.SUMMARY, Section.TOPICS), options, model=model)

    async def analyze_transcript(
        self,
        lines: Sequence[Line],
        sections: Sequence[Section],
        _options: ChatOptions = USUAL,
        *,
        model: str | None = None,
    ) -> AsyncIterator[Note | Ending]:
        """Give those of the sections that need no understanding: key sentences and topics."""
        del model
        chosen, topics = await asyncio.to_thread(choose, lines) if lines else ([], [])
        said = Section.KEY_POINTS if Section.SUMMARY not in sections else Section.SUMMARY
        if said in sections:
            for one in chosen:
                yield Note(said, one.text, (one.place,))
        if Section.TOPICS in sections:
            for word, place in topics:
                yield Note(Section.TOPICS, word, (place,))
        yield Ending(NAME)

    async def get_available_models(self) -> list[ModelInfo]:
        """Return the one way there is."""
        return [ModelInfo(NAME, LABEL, NAME, is_local=True, is_language_model=False)]

    async def is_available(self) -> bool:
        """Say yes."""
        return True

    async def close(self) -> None:
        """Do nothing: there is nothing to let go of."""


def _needs_model() -> LanguageModelError:
    return LanguageModelError(
        ModelFailure.NOT_A_MODEL,
        "Key sentences are chosen without a language model and answer no questions: set up a model first.",
    )

"""What every language model can do once it can chat: summarising and analysing, in parts where a transcript is long."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from typing import Any, Final, cast

from verbatim.adapters.llm.action_items import ActionItems, action_items_prompt, notes_of_items
from verbatim.adapters.llm.api import USUAL, Answer, ChatOptions, Ending, Line, Message, Note, Piece, Section, Usage
from verbatim.adapters.llm.notes import NoteReader, written
from verbatim.adapters.llm.prompts import combining_prompt, shown, summary_prompt
from verbatim.adapters.llm.shaped import chat_as
from verbatim.adapters.llm.tokens import tokens_of

WHOLE: Final = tuple(Section)
_AROUND: Final = 700
"""Tokens of the rules and the task around the lines."""
_LEAST: Final = 400
Said = AsyncIterator[Piece | Ending]
Ask = Callable[[Sequence[Message]], Said]


class ByChat:
    """Mixin: the rest of `IAIService` by means of ``chat_stream``."""

    context_tokens: int = 8192

    def chat_stream(
        self, messages: Sequence[Message], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> Said:
        """Answer the last message, piece by piece."""
        raise NotImplementedError

    def context_of(self, _model: str | None) -> int:
        """Return how many tokens a model can read and write at once."""
        return self.context_tokens

    async def chat(
        self, messages: Sequence[Message], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> Answer:
        """Answer the last message."""
        parts, ending = [], Ending(model or "")
        async with aclosing(generator(self.chat_stream(messages, options, model=model))) as said:
            async for one in said:
                if isinstance(one, Piece):
                    parts.append(one.text)
                else:
                    ending = one
        return Answer("".join(parts), ending)

    def summarize_transcript(
        self, lines: Sequence[Line], options: ChatOptions = USUAL, *, model: str | None = None
    ) -> AsyncIterator[Note | Ending]:
        """Say what a transcript is about, sentence by sentence."""
        return self.analyze_transcript(lines, WHOLE, options, model=model)

    async def analyze_transcript(
        self,
        lines: Sequence[Line],
        sections: Sequence[Section],
        options: ChatOptions = USUAL,
        *,
        model: str | None = None,
    ) -> AsyncIterator[Note | Ending]:
        """Find some of what a transcript says; a long one is read in parts, whose notes are then made into one."""
        room = max(_LEAST, self.context_of(model) - options.max_tokens - _AROUND)

        def ask(messages: Sequence[Message]) -> Said:
            return self.chat_stream(messages, options, model=model)

        parts = list(split(lines, room))
        if tuple(sections) == (Section.ACTION_ITEMS,):
            async for one in self._action_items(lines, parts, options, model):
                yield one
            return
        if len(parts) == 1:
            async with aclosing(notes_of(ask, summary_prompt(lines, sections), len(lines), sections[0])) as found:
                async for one in found:
                    yield one
            return
        usage, notes = Usage(), list[Note]()
        for first, part in parts:
            read, said = await _gather(notes_of(ask, summary_prompt(part, sections, first), len(lines), sections[0]))
            usage, notes = usage + said.usage, notes + read
        # What is left is a fraction of the lines; should it still be too long, the beginning of each part stays.
        text = _fitting(notes, room)
        async with aclosing(notes_of(ask, combining_prompt(text, sections), len(lines), sections[0])) as found:
            async for one in found:
                yield replace(one, usage=usage + one.usage) if isinstance(one, Ending) else one

    async def _action_items(
        self,
        lines: Sequence[Line],
        parts: Sequence[tuple[int, Sequence[Line]]],
        options: ChatOptions,
        model: str | None,
    ) -> AsyncGenerator[Note | Ending]:
        """Find the tasks in each part; nobody has to make one answer out of them."""

        def chat(messages: Sequence[Message], asked: ChatOptions) -> Awaitable[Answer]:
            return self.chat(messages, asked, model=model)

        usage, cut, ending = Usage(), False, Ending(model or "")
        for first, part in parts:
            found = await chat_as(chat, action_items_prompt(part, first), ActionItems, options)
            usage, cut, ending = usage + found.ending.usage, cut or found.ending.cut, found.ending
            for note in notes_of_items(found, lines):
                yield note
        yield replace(ending, usage=usage, cut=cut)


async def notes_of(
    ask: Ask, messages: Sequence[Message], line_count: int, section: Section
) -> AsyncGenerator[Note | Ending]:
    """Give the notes in an answer as they come."""
    reader = NoteReader(line_count, section)
    async with aclosing(generator(ask(messages))) as said:
        async for one in said:
            if isinstance(one, Ending):
                for note in reader.end():
                    yield note
                yield one
            else:
                for note in reader.feed(one.text):
                    yield note


def generator(said: AsyncIterator[Any]) -> AsyncGenerator[Any]:
    """Return an iteration as what can be closed, which all of them are."""
    return cast("AsyncGenerator[Any]", said)


def split(lines: Sequence[Line], room: int) -> list[tuple[int, Sequence[Line]]]:
    """Return lines in parts of up to ``room`` tokens, each with the place of its first line."""
    parts, first, used = list[tuple[int, Sequence[Line]]](), 0, 0
    for place, line in enumerate(lines):
        size = tokens_of(shown([line], place)) + 1
        if used + size > room and place > first:
            parts.append((first, lines[first:place]))
            first, used = place, 0
        used += size
    return [*parts, (first, lines[first:])]


async def _gather(found: AsyncGenerator[Note | Ending]) -> tuple[list[Note], Ending]:
    notes, ending = list[Note](), Ending("")
    async with aclosing(found) as all_of_it:
        async for one in all_of_it:
            if isinstance(one, Note):
                notes.append(one)
            else:
                ending = one
    return notes, ending


def _fitting(notes: list[Note], room: int) -> str:
    text = written(notes)
    while tokens_of(text) > room and len(notes) > 1:
        notes = notes[::2]
        text = written(notes)
    return text

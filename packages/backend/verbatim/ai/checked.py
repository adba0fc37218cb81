"""What a model says, as it comes: each sentence checked against what was said, shown, and kept in the end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from verbatim.adapters.llm.api import Ending, Line, Note
from verbatim.ai.quotes import Transcribed
from verbatim.ai.streaming import Told, Work

Sentence = dict[str, Any]
"""A sentence as it is stored."""

Keep = Callable[[list[Sentence], Ending | None], Awaitable[BaseModel]]
"""Writes down sentences and how they ended, and returns what the API shows of that."""

More = Callable[[int], Sentence]
"""Says of a line, by its place, what else is stored with a citation of it."""


@dataclass(frozen=True)
class Said:
    """What a segment says now, as far as a quote is compared with it."""

    text: str
    start_time: float
    end_time: float

    @classmethod
    def of(cls, line: Line) -> Said:
        return cls(line.text, line.start, line.end)


def nothing_more(place: int) -> Sentence:  # noqa: ARG001 - as `More`
    """Where all lines are of one transcript, which is known."""
    return {}


async def checked(
    notes: AsyncGenerator[Note | Ending], lines: Sequence[Line], most: int, more: More = nothing_more
) -> AsyncGenerator[Sentence | Ending]:
    """Give each sentence as it is stored, so many at most."""
    transcribed = await asyncio.to_thread(Transcribed, lines)
    count = 0
    async with aclosing(notes):
        async for one in notes:
            count += 1
            if isinstance(one, Ending):
                yield one
            elif count <= most:
                yield _stored(one, transcribed, lines, more)


def _stored(note: Note, transcribed: Transcribed, lines: Sequence[Line], more: More) -> Sentence:
    found = transcribed.check(note)
    return {
        "section": note.section.value,
        "text": found.text,
        "unfound": found.unfound,
        **({"owner": note.owner, "due": note.due} if note.owner or note.due else {}),
        "citations": [
            {
                "segment_id": lines[one.place].segment_id,
                "quote": one.quote,
                "start": lines[one.place].start,
                "end": lines[one.place].end,
                **more(one.place),
            }
            for one in found.citations
        ],
    }


async def told(
    found: AsyncGenerator[Sentence | Ending], show: Callable[[Sentence], BaseModel], keep: Keep, *, keep_begun: Keep
) -> Work:
    """Give each sentence as it comes, and what was kept in the end. Stopped early, `keep_begun` keeps what came."""
    sentences, ending = list[Sentence](), None
    try:
        async with aclosing(found):
            async for one in found:
                if isinstance(one, Ending):
                    ending = one
                else:
                    sentences.append(one)
                    yield Told("sentence", show(one))
    except (asyncio.CancelledError, GeneratorExit):
        if sentences:
            await keep_begun(sentences, ending)
        raise
    yield Told("result", await keep(sentences, ending))

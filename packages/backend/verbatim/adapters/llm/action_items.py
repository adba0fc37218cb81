"""Action items as a model finds them: what is to be done, by whom and until when, as far as that was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from verbatim.adapters.llm.api import Line, Message, Note, Section
from verbatim.adapters.llm.notes import NoteReader, tidy
from verbatim.adapters.llm.prompts import RULES, between_marks, shown
from verbatim.adapters.llm.shaped import Shape, Shaped

_MOST: Final = 100
_LONGEST: Final = 1_000
_LONGEST_NAME: Final = 100
_WORD: Final = re.compile(r"\w+")


class ActionItem(Shape):
    """One of them; ``lines`` are the numbers of those that say it."""

    task: str
    owner: str | None
    due: str | None
    lines: list[int]


class ActionItems(Shape):
    """All of them."""

    items: list[ActionItem]


def action_items_prompt(lines: Sequence[Line], first: int = 0) -> list[Message]:
    """Return what asks for the action items in some lines."""
    task = (
        'List every task that somebody took on or was given, as JSON: {"items": [{"task", "owner", "due", "lines"}]}. '
        "task: what is to be done, in one sentence. owner: who is to do it, by the name that was said; null when "
        "nobody was named. due: until when, in the words that were said; null when nothing was. lines: the numbers of "
        'the lines that say it. When there is none, answer {"items": []}.'
    )
    return [Message("system", RULES), Message("user", f"{between_marks(shown(lines, first))}\n\n{task}")]


def notes_of_items(found: Shaped[ActionItems], lines: Sequence[Line]) -> Iterator[Note]:
    """Give what was found as notes. Lines that are not there are left out, and so are names and days that nobody
    said.
    """
    if found.value is None:
        reader = NoteReader(len(lines), Section.ACTION_ITEMS)
        yield from reader.feed(found.text)
        yield from reader.end()
        return
    said = {word.casefold() for line in lines for word in _WORD.findall(f"{line.speaker or ''} {line.text}")}
    for one in found.value.items[:_MOST]:
        text = tidy(one.task)[:_LONGEST]
        if text:
            cited = tuple(dict.fromkeys(number - 1 for number in one.lines if 0 < number <= len(lines)))
            yield Note(Section.ACTION_ITEMS, text, cited[:20], owner=_said(one.owner, said), due=_said(one.due, said))


def _said(words: str | None, said: set[str]) -> str | None:
    found = _WORD.findall((words or "").casefold())
    return tidy(words or "")[:_LONGEST_NAME] if found and all(word in said for word in found) else None

"""Reading notes as a model writes them: headings, and sentences that end in the numbers of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from verbatim.adapters.llm.api import Note, Section
from verbatim.core.text import one_line

_HEADINGS: Final = {
    "summary": Section.SUMMARY,
    "key points": Section.KEY_POINTS,
    "decisions": Section.DECISIONS,
    "action items": Section.ACTION_ITEMS,
    "topics": Section.TOPICS,
    "names": Section.NAMES,
}
_CITED: Final = re.compile(r"\[\s*(\d{1,6}(?:\s*[-\u2013,;]\s*\d{1,6})*)\s*\]")
_BULLET: Final = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+")
_MOST_CITED: Final = 20
_LONGEST: Final = 4_000
"""Characters of one sentence; a model that never ends its line is cut there."""


class NoteReader:
    """Makes notes of text that comes in pieces. Numbers of lines that are not there are left out."""

    def __init__(self, line_count: int, section: Section = Section.SUMMARY) -> None:
        self._count = line_count
        self._section = section
        self._rest = ""

    def feed(self, text: str) -> Iterator[Note]:
        """Give the notes that are complete by now."""
        self._rest += text
        while "\n" in self._rest or len(self._rest) > _LONGEST:
            line, _, self._rest = self._rest.partition("\n")
            if len(line) > _LONGEST:
                line, self._rest = line[:_LONGEST], line[_LONGEST:] + "\n" + self._rest
            yield from self._read(line)

    def end(self) -> Iterator[Note]:
        """Give what stood on the last line."""
        line, self._rest = self._rest, ""
        yield from self._read(line)

    def _read(self, line: str) -> Iterator[Note]:
        heading = line.strip().strip("#*: ").casefold()
        if heading in _HEADINGS:
            self._section = _HEADINGS[heading]
            return
        text = _BULLET.sub("", line).strip()
        if text.startswith("#"):
            text = text.lstrip("# ").strip()
        said = tidy(_CITED.sub("", text))
        if said:
            yield Note(self._section, said, self.cited_in(text))

    def cited_in(self, text: str) -> tuple[int, ...]:
        """Return the places of the lines whose numbers stand in a sentence, each once."""
        found: dict[int, None] = {}
        for match in _CITED.finditer(text):
            for number in _numbers(match.group(1)):
                if 0 < number <= self._count and len(found) < _MOST_CITED:
                    found[number - 1] = None
        return tuple(found)


def _numbers(cited: str) -> Iterator[int]:
    for part in re.split(r"[,;]", cited):
        ends = [int(one) for one in re.split(r"[-\u2013]", part)]
        yield from range(ends[0], min(ends[-1], ends[0] + _MOST_CITED) + 1)


def tidy(text: str) -> str:
    """Return a sentence without the gaps that taken-out numbers leave, and without what cannot be stored or shown."""
    return re.sub(r"\s+([.,;:!?])", r"\1", one_line(text)).strip().replace("**", "")


def written(notes: list[Note]) -> str:
    """Return notes as a model writes them, for one that is to combine them."""
    parts, section = [], None
    for note in notes:
        if note.section is not section:
            section = note.section
            parts.append(f"## {next(name for name, one in _HEADINGS.items() if one is section).capitalize()}")
        parts.append(f"- {note.text} {''.join(f'[{place + 1}]' for place in note.cited)}")
    return "\n".join(parts)

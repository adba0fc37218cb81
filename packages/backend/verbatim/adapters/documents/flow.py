"""Running text in XML: paragraphs, and tables whose rows stay in one piece. Word, PowerPoint and OpenDocument differ in
the names of their elements only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Names:
    """What the elements of a format are called, without namespaces.

    Attributes:
        paragraph: each holds a paragraph; ``row`` and ``cell`` those of tables.
        text: only what stands in these is text; none: everything in a paragraph.
        instead: elements that stand for characters.
        skipped: elements of which nothing is read.
    """

    paragraph: frozenset[str]
    row: str
    cell: str
    text: frozenset[str]
    instead: dict[str, str]
    skipped: frozenset[str]


@dataclass
class Flow:
    """Collects the paragraphs of a part; a row of a table becomes one, its cells apart by tabs."""

    names: Names
    done: list[str] = field(default_factory=list)
    before: Callable[[str, dict[str, str], Flow], None] | None = None
    _skip: int = 0
    _inside: int = 0
    _open: list[list[str]] = field(default_factory=list)
    _cells: list[list[str]] = field(default_factory=list)
    _rows: list[list[str]] = field(default_factory=list)
    _within: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skip or name in self.names.skipped:
            self._skip += 1
            return
        if self.before is not None:
            self.before(name, attributes, self)
        if name in self.names.paragraph:
            self._open.append([])
        elif name in self.names.text:
            self._inside += 1
        elif name == self.names.row:
            self._rows.append([])
            self._within.append("row")
        elif name == self.names.cell and self._rows:
            self._cells.append([])
            self._within.append("cell")
        elif name in self.names.instead:
            self.write(self.names.instead[name])

    def data(self, text: str) -> None:
        if not self._skip and (self._inside or not self.names.text):
            self.write(text)

    def write(self, text: str) -> None:
        """Add to the paragraph that is open."""
        if self._open and text:
            self._open[-1].append(text)

    def end(self, name: str) -> None:
        if self._skip:
            self._skip -= 1
        elif name in self.names.paragraph and self._open:
            self._add("".join(self._open.pop()))
        elif name in self.names.text:
            self._inside -= 1
        elif name == self.names.cell and self._cells:
            self._within.pop()
            self._rows[-1].append("\n".join(self._cells.pop()))
        elif name == self.names.row and self._rows:
            self._within.pop()
            self._add("\t".join(cell for cell in self._rows.pop() if cell))

    def _add(self, text: str) -> None:
        """Give a paragraph to the cell it stands in, or to whoever reads."""
        if not text.strip():
            return
        if self._within and self._within[-1] == "cell":
            self._cells[-1].append(text)
        elif not self._within:
            self.done.append(text)
        else:
            self._rows[-1].append(text)

    def taken(self) -> Iterator[str]:
        """Yield what has been completed since the last time."""
        done, self.done = self.done, []
        yield from done

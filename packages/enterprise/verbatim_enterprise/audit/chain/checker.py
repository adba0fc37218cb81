"""Checking the chain: which row is the first that was changed, removed or inserted.

Knows neither database nor file, so that a server and whoever has an export come to the same result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from verbatim_enterprise.audit.canonical import EMPTY, next_hash
from verbatim_enterprise.audit.chain.heads import Head, PublicKeys, head_hash, mark, marks_of
from verbatim_enterprise.audit.chain.store import Entry

SHOWN: Final = 20

SENTENCES: Final[Mapping[str, str]] = {
    "changed": "was changed after it had been sealed",
    "removed": "was removed",
    "inserted": "was inserted by somebody else than this server",
    "moved": "is not in the place it was sealed in",
    "seal": "has a seal that was changed",
    "head": "is covered by a signed head that was changed, removed or made by somebody else",
    "cut_off": "is missing with all that followed: the end of the log was cut off or replaced",
}


@dataclass(frozen=True)
class Problem:
    """Something that is not as it was sealed. ``seq`` is the row's number in the chain, where it has one."""

    kind: str
    seq: int | None
    row_id: str | None

    def __str__(self) -> str:
        number = f"number {self.seq}" if self.seq is not None else "without a number"
        return f"Row {number}{f' ({self.row_id})' if self.row_id else ''} {SENTENCES[self.kind]}."


@dataclass
class Checker:
    """Takes the heads in order, each with the seals and rows up to it."""

    keys: PublicKeys
    rows: int = 0
    heads: int = 0
    problems: list[Problem] = field(default_factory=list)
    purged_to: int = 0
    _seq: int = 0
    _chain: str = EMPTY
    _last: Head | None = None
    _signed: bool | None = True
    _unproved: str | None = None

    @property
    def ok(self) -> bool:
        return not self.problems

    @property
    def first(self) -> Problem | None:
        """The problem that lies farthest back in the chain; rows without a number come last."""
        return min(self.problems, key=lambda one: (one.seq is None, one.seq or 0, one.row_id or ""), default=None)

    @property
    def last_seq(self) -> int:
        """The number of the last row that a head covers."""
        return self._seq

    def found(self, kind: str, seq: int | None, row_id: str | None = None) -> None:
        """Note a problem."""
        if len(self.problems) < SHOWN or (seq is not None and seq < max(one.seq or 0 for one in self.problems)):
            self.problems.append(Problem(kind, seq, row_id))

    def begin(self, purge: Head | None) -> None:
        """Say up to where retention has removed rows. A purge with a wrong signature counts for nothing; one under a
        key not known here must be among the heads, of which a later one vouches for it.
        """
        signed = False if purge is None else self.keys.holds(purge)
        if purge is not None and signed is not False:
            self.purged_to, self._seq, self._chain = purge["last_seq"], purge["last_seq"], purge["chain"]
            self._unproved = None if signed else head_hash(purge)

    def covers(self, head: Head) -> range:
        """Return the numbers of the rows that a head adds and that must still be there."""
        if head["kind"] != "seal" or head["last_seq"] <= self.purged_to:
            return range(0)
        return range(self._seq + 1, max(head["last_seq"], self._seq) + 1)

    def feed(self, head: Head, entries: Sequence[Entry]) -> None:
        """Check a head, and the seals and rows that it adds."""
        is_good, numbers, known = self._check_head(head), self.covers(head), len(self.problems)
        for entry in entries:
            if entry.seq not in numbers:
                self.found("inserted", entry.seq, entry.audit_id)
        if numbers:
            expected = marks_of(head)
            if len(expected) == len(numbers):
                self._check_rows(numbers, expected, entries)
            else:
                is_good = False
            self._seq, self._chain = head["last_seq"], head["chain"]
        if not is_good and len(self.problems) == known:
            self.found("head", numbers[0] if numbers else self._seq + 1)

    def _check_head(self, head: Head) -> bool:
        self.heads += 1
        self._signed = self.keys.holds(head)
        # Retention takes old heads along: the first that is left need not be the first there was.
        gap = head["number"] != 1 and head["last_seq"] > self.purged_to
        if self._last is not None:
            gap = head["number"] != self._last["number"] + 1 or head["previous"] != head_hash(self._last)
        self._last = head
        if self._unproved is not None and head_hash(head) == self._unproved:
            self._unproved = None
        return not gap and self._signed is not False

    def _check_rows(self, numbers: range, expected: list[str], entries: Sequence[Entry]) -> None:
        by_number: dict[int, Entry] = {}
        for entry in entries:
            if entry.seq in by_number:
                self.found("inserted", entry.seq, entry.audit_id)
            by_number[entry.seq] = entry
        data = {seq: one.data for seq, one in by_number.items() if one.row is not None}
        marks = {seq: mark(row) for seq, row in data.items()}
        there, right, chain = set(marks.values()), set(expected), self._chain
        for seq, wanted in zip(numbers, expected, strict=True):
            self.rows += 1
            if seq not in marks:
                left = by_number.get(seq)
                self.found("removed", seq, left.audit_id if left else None)
                chain = left.hash if left else chain
                continue
            entry = by_number[seq]
            if marks[seq] != wanted:
                self.found(_kind(marks[seq] in right, wanted in there), seq, entry.audit_id)
                return  # what follows in this batch is shifted or hangs on this one
            chain = next_hash(chain, seq, data[seq])
            if chain != entry.hash:
                self.found("seal", seq, entry.audit_id)
                chain = entry.hash

    def end(self) -> None:
        """No more heads. The newest must be signed with a key known here: it vouches for the rest."""
        if self._last is not None and self._signed is None:
            self.found("head", self._seq)
        if self._unproved is not None:
            self.found("removed", 1)


def _kind(is_known: bool, is_elsewhere: bool) -> str:  # noqa: FBT001 - two answers, named where they are asked for
    """Name what happened where another row stands than the one that was sealed."""
    if is_known:
        return "moved" if is_elsewhere else "removed"
    return "inserted" if is_elsewhere else "changed"


def entry_of(row: Mapping[str, Any], seq: int, seal: str) -> Entry:
    """Return a row of an export with its seal."""
    return Entry(seq, str(row["id"]), seal, row)

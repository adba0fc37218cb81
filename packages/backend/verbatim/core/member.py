"""Which of the processes of one server this is.

A server of several processes shares what is done beside requests: the first of them runs jobs, sends, seals and tidies
up, the others only answer. Where the first one is killed its successor takes over.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from verbatim.core.clock import new_id
from verbatim.core.figures.shared import Figures
from verbatim.core.tallies import OwnTallies, Tallies

_ANSWERING: Final = "members"


@dataclass(frozen=True)
class Member:
    """One process among the ``size`` of a server; whoever comes after it when it is killed has its number.

    Attributes:
        server: names the server.
        tallies: counts that all of them share.
        figures: what all of them count for those who watch the server.
    """

    number: int = 0
    size: int = 1
    server: str = field(default_factory=new_id)
    tallies: Tallies = field(default_factory=OwnTallies)
    figures: Figures = field(default_factory=Figures)

    @property
    def leads(self) -> bool:
        """Whether this one does what only one of them does."""
        return self.number == 0

    def share(self, whole: int, least: int = 1) -> int:
        """Return this process's part of what the server may have."""
        return max(least, whole // self.size)

    def note(self, pid: int) -> None:
        """Write down that this process answers, under its number in the system; 0: that it does not."""
        with self.tallies.alone(_ANSWERING):
            self.tallies.write(_ANSWERING, pid, float("inf"), str(self.number))

    def living(self) -> list[int]:
        """Return the numbers, in the system, of the processes that answer."""
        found = (self.tallies.read(_ANSWERING, str(number))[0] for number in range(self.size))
        return [pid for pid in found if pid]

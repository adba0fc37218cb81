"""What the server remembers outside the database: the last head it has seen, in a file of the data folder.

Whoever cuts off the end of the log with its seals and heads leaves a log that fits together; it does not reach the
head that is remembered here.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import structlog

from verbatim_enterprise.audit.chain.heads import Head, head_hash

log = structlog.get_logger(__name__)

FILE_NAME: Final = "audit-head.json"


@dataclass(frozen=True)
class Seen:
    """A head that was there."""

    number: int
    last_seq: int
    hash: str


class Witness:
    """The file. A head that has gone missing stays in it, so that the alarm lasts."""

    def __init__(self, data_dir: Path) -> None:
        self.path = data_dir / FILE_NAME
        self._alarmed = False

    def seen(self) -> Seen | None:
        """Return the last head that was there; None when nothing is known."""
        try:
            kept: dict[str, Any] = json.loads(self.path.read_text(encoding="ascii"))
            return Seen(int(kept["number"]), int(kept["last_seq"]), str(kept["hash"]))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError):
            log.warning("audit_head_unreadable", path=str(self.path))
            return None

    def keep(self, head: Head) -> None:
        """Remember a head instead of the one before. A crash leaves the one or the other."""
        draft = self.path.with_suffix(f".{os.getpid()}")
        kept = {"number": head["number"], "last_seq": head["last_seq"], "hash": head_hash(head)}
        draft.write_text(json.dumps(kept), encoding="ascii")
        draft.replace(self.path)

    def alarm(self, seen: Seen) -> None:
        """Say once that a head has gone missing."""
        if not self._alarmed:
            log.error("audit_log_cut_off", head=seen.number, rows=seen.last_seq, remedy="verbatim audit verify")
        self._alarmed = True


def missing(seen: Seen | None, at_number: Head | None, purged_to: int) -> bool:
    """Say whether a head that was seen is not there any more: cut off or replaced, and not by retention."""
    if seen is None:
        return False
    if at_number is None:
        return seen.last_seq >= purged_to
    return head_hash(at_number) != seen.hash

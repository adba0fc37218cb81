"""The log with its proof as a file: JSON Lines, each head after the rows that it covers.

A row is ``{"row": {...}, "seq": 7, "seal": "<hash>"}`` and a head ``{"head": {...}}``. With the public key such a file
can be checked anywhere.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from verbatim_enterprise.audit.canonical import FIELDS, moment
from verbatim_enterprise.audit.chain import heads, store
from verbatim_enterprise.audit.chain.checker import Checker, entry_of
from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.store import Entry
from verbatim_enterprise.audit.chain.verify import Report
from verbatim_enterprise.host import Database
from verbatim_enterprise.system_session import system_transaction


class ProofError(Exception):
    """This file is not an export of the audit log with its proof."""


def plain(row: Mapping[str, Any], names: tuple[str, ...] = FIELDS) -> dict[str, Any]:
    """Return columns as JSON holds them."""
    return {name: moment(value) if isinstance(value := row[name], datetime) else value for name in names}


async def proof_lines(database: Database) -> AsyncIterator[str]:
    """Return the lines of the file, in constant memory."""
    async with system_transaction(database, read_only=True) as session:
        last = await store.last_head(session)
        purge = await store.last_purge(session)
        if last is None:
            return
        if purge is not None:
            yield _line({"purge": plain(purge, (*heads.FIELDS, "signature"))})
        after = purge["last_seq"] if purge is not None else 0
        async for head in store.heads(session, last=last["number"]):
            if head["kind"] == "seal" and head["last_seq"] > after:
                for entry in await store.entries(session, after=after, last=head["last_seq"]):
                    if entry.row is not None:
                        yield _line({"row": plain(entry.row), "seq": entry.seq, "seal": entry.hash})
                after = head["last_seq"]
            yield _line({"head": plain(head, (*heads.FIELDS, "signature"))})


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")) + "\n"


async def write_proof(database: Database, file: Path) -> int:
    """Write the file. Returns how many rows it has."""
    count = 0
    with file.open("w", encoding="ascii") as target:
        async for line in proof_lines(database):
            count += line.startswith('{"row"')
            target.write(line)
    return count


def verify_file(file: Path, keys: PublicKeys) -> Report:
    """Check a file.

    Raises:
        ProofError: it is none, or it has been cut off in the middle of a line.
    """
    checker = Checker(keys)
    waiting: list[Entry] = []
    for kind, line in _read(file):
        if kind == "purge":
            checker.begin(line["purge"])
        elif kind == "row":
            waiting.append(entry_of(line["row"], int(line["seq"]), str(line["seal"])))
        else:
            checker.feed(line["head"], waiting)
            waiting = []
    checker.end()
    if checker.heads == 0:
        raise ProofError("The file holds no signed head, so nothing vouches for its rows.")
    for entry in waiting:
        checker.found("inserted", entry.seq, entry.audit_id)
    return Report(checker.rows, checker.heads, 0, checker.purged_to, tuple(checker.problems), checker.first)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name that stands there twice")
    return found


def _check_form(kind: str, line: dict[str, Any]) -> None:
    """Insist on the form that exports have: nothing more, which no seal would cover, and nothing else."""
    names = {*FIELDS} if kind == "row" else {*heads.FIELDS, "signature"}
    if line[kind].keys() != names or line.keys() != ({"row", "seq", "seal"} if kind == "row" else {kind}):
        raise ValueError("other names than an export has")
    numbers = [line["seq"]] if kind == "row" else [line[kind]["number"], line[kind]["last_seq"]]
    words = [line["seal"]] if kind == "row" else [line[kind][name] for name in names - {"number", "last_seq"}]
    if not all(type(one) is int for one in numbers) or not all(isinstance(one, str) for one in words):
        raise ValueError("a value of another kind")


def _read(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with file.open(encoding="utf-8") as source:
        for number, text in enumerate(source, 1):
            try:
                line = json.loads(text, object_pairs_hook=_once)
                kind = next(one for one in ("row", "head", "purge") if one in line)
                _check_form(kind, line)
            except (ValueError, TypeError, KeyError, StopIteration, AttributeError) as error:
                raise ProofError(f"Line {number} is neither a row nor a head.") from error
            yield kind, line

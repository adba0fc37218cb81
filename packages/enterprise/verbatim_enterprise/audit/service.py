"""`log_event`: one row of the audit log, in the transaction of what it tells of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from sqlalchemy import Table, insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from verbatim_enterprise.audit.canonical import id_at, row_bytes
from verbatim_enterprise.audit.changes import Change, changes_of
from verbatim_enterprise.audit.context import WRITER, Origin, current_request, origin_of
from verbatim_enterprise.audit.models import AuditLog
from verbatim_enterprise.audit.scrub import fields, line
from verbatim_enterprise.audit.sight import without_names, workspace_of
from verbatim_enterprise.audit.tags import OUTCOMES, AuditTag, Outcome
from verbatim_enterprise.config import enterprise_settings
from verbatim_enterprise.host import (
    KeyRing,
    Resources,
    Scope,
    Settings,
    after_commit,
    fold,
    key_ring,
    resources_of,
    scope_or_none,
    to_text,
    touched_places,
    utcnow,
)
from verbatim_enterprise.license.resource import LICENSE

"""Under which name a database's sessions carry the `AuditWriter`."""
LOGGED: Final = "audit_logged"
"""Set in a session whose transaction has a row."""
_MAC: Final = "audit rows"
_WORD: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\w+", re.UNICODE)
_WORDS: Final = 2000
# Nothing comes back: who serves a team may add rows, and not read them.
_INSERT: Final = insert(cast("Table", AuditLog.__table__)).inline()


class AuditWriter:
    """Makes rows: fills in who and from where, and shows with a MAC that this server wrote them."""

    def __init__(self, keys: KeyRing, resources: Resources | None = None) -> None:
        self.keys = keys
        self.resources = resources or Resources()

    def mac(self, row: Mapping[str, Any]) -> str:
        made = self.keys.mac(_MAC, row_bytes(row))
        assert made is not None  # noqa: S101 - the current key is always there
        return f"{self.keys.current_id}.{to_text(made)}"

    def wrote(self, row: Mapping[str, Any], data: bytes | None = None) -> bool | None:
        """Say whether a server with this secret key wrote the row; None when it names a key not known here.

        ``data`` is the row's canonical form, where it has been made already.
        """
        key_id, _, given = str(row["mac"]).partition(".")
        made = self.keys.mac(_MAC, row_bytes(row) if data is None else data, key_id) if key_id else None
        return None if made is None else to_text(made) == given

    def row(self, tag: str, origin: Origin, **columns: Any) -> dict[str, Any]:
        """Return a row as it is stored."""
        now = utcnow()
        details = {**fields(columns.pop("details", None) or {}), **fields(origin.also)}
        row: dict[str, Any] = {
            "id": id_at(now),
            "at": now,
            "action": line(tag, 64),
            "outcome": str(columns.pop("outcome", None) or OUTCOMES.get(tag, Outcome.SUCCESS)),
            "actor_type": str(origin.actor_type),
            "actor_id": _text(origin.actor_id, 36),
            "actor_name": _text(origin.actor_name),
            "team_id": _text(columns.pop("team_id", None) or origin.team_id, 36),
            "resource_type": _text(columns.pop("resource_type", None), 40),
            "resource_id": _text(columns.pop("resource_id", None), 64),
            "resource_name": _text(columns.pop("resource_name", None)),
            "before": fields(before) if (before := columns.pop("before", None)) else None,
            "after": fields(after) if (after := columns.pop("after", None)) else None,
            "details": details,
            "address": _text(origin.address, 64),
            "user_agent": _text(origin.user_agent),
            "request_id": _text(origin.request_id, 64),
            "session_id": _text(origin.session_id, 36),
            "key_id": _text(origin.key_id, 36),
        }
        row["words"] = words_of(row, self.resources)
        return {**row, "mac": self.mac(row)}


def _text(value: Any, limit: int = 300) -> str | None:
    return None if value is None else line(str(value), limit)


def words_of(row: Mapping[str, Any], resources: Resources) -> str:
    """Return the words by which a row is found, in small letters with a space around each. Names of content are not
    among them: who may not see them would learn them by looking for them.
    """
    names = (
        "action",
        "actor_name",
        "resource_type",
        "resource_id",
        "resource_name",
        "address",
        "before",
        "after",
        "details",
    )
    open_to_all = without_names(row, resources)
    text = " ".join(str(open_to_all[name]) for name in names if open_to_all[name])
    # Bare ones behind: rows of earlier servers have none, and are found as they are written.
    words = split_words(text)
    return f" {' '.join(dict.fromkeys([*words, *map(bare, words)]))} "[:_WORDS]


def split_words(text: str) -> list[str]:
    """Return each word once, in small letters; a word is letters and digits, of an id all of them."""
    found = (word for part in _WORD.findall(text.casefold()) for word in part.replace("-", "").split("_") if word)
    return list(dict.fromkeys(found))


def bare(word: str) -> str:
    """Return a word without accents and what else people leave out when they type."""
    return "".join(fold(word).split())


def writer_of(session: AsyncSession) -> AuditWriter:
    """Return what writes rows in this session; in a command, where no server has been started, it is made now."""
    writer = WRITER.found(session)
    if writer is None:
        keys = key_ring(enterprise_settings().keys, Settings().data_dir)
        writer = session.info[WRITER] = AuditWriter(keys, resources_of(session))
    return writer


async def log_event(
    session: AsyncSession, *, tag: AuditTag | str, origin: Origin | None = None, **columns: Any
) -> None:
    """Write a row into this transaction, so that it is kept or dropped together with what it tells of.

    ``columns`` are ``resource_type``, ``resource_id``, ``resource_name``, ``team_id``, ``outcome``, ``before``,
    ``after`` and ``details``. What is left out comes from the request at hand and from what the transaction changed.
    """
    if session.new or session.dirty or session.deleted:
        await session.flush()
    change = changes_of(session.info).of(columns.get("resource_type"), columns.get("resource_id"))
    if change is not None:
        columns["before"] = {**change.before, **(columns.get("before") or {})}
        columns["after"] = {**change.after, **(columns.get("after") or {})}
        columns["resource_name"] = columns.get("resource_name") or change.name
        change.before, change.after = {}, {}  # told; another row of the same thing is about something else
    resource = resources_of(session).named(columns.get("resource_type"))
    if resource is not None and resource.in_workspace:
        columns["details"] = {**place_of(session, change), **(columns.get("details") or {})}
    row = writer_of(session).row(tag, origin or origin_of(current_request()), **columns)
    await session.run_sync(write_rows, [row])


def place_of(session: AsyncSession, change: Change | None) -> dict[str, str]:
    """Return what ``details`` say of where a thing lies: in the workspace of its row, else in the one that the
    transaction touched.
    """
    if change is not None and change.place:
        return workspace_of([change.place])
    return workspace_of(touched_places(session)) if isinstance(scope_or_none(), Scope) else {}


def write_rows(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put finished rows into a transaction."""
    if not rows:
        return
    session.execute(_INSERT, [dict(row) for row in rows])
    session.info[LOGGED] = True
    request = current_request()
    # What the server notes of its licence before it has found the route is not about the request that made it look.
    aside = request is not None and not request.is_in_a_route and rows[0]["resource_type"] == LICENSE.name
    if request is not None and not aside:

        def committed() -> None:
            # A change that only its route tells of says nothing of how the request ended.
            request.changed = True
            request.described = request.described or rows[0]["action"] != AuditTag.REQUEST_CHANGED

        after_commit(cast("AsyncSession", session), committed)  # it looks at ``info`` only

"""The rehearsal: a server on a restored copy is asked for what people ask of it. Runs in a process of its own."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any, Final

from fastapi import FastAPI
from sqlalchemy import select

from verbatim.core.backup_parts import Answer, Rehearsal, Rehearsed
from verbatim.core.ownership import as_system
from verbatim.core.sealed import columns_in_use, lost_values
from verbatim.recordings.models import Recording
from verbatim.runtime import Runtime

_HOST: Final = "127.0.0.1"


class InProcess:
    """Asks an application without a network between."""

    def __init__(self, app: FastAPI) -> None:
        self.headers: dict[str, str] = {}
        self._app = app

    async def ask(
        self, method: str, path: str, *, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        given = {"host": _HOST, "content-length": str(len(body)), **self.headers, **(headers or {})}
        plain, _, query = path.partition("?")
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
            "path": plain, "raw_path": plain.encode(), "query_string": query.encode(), "root_path": "",
            "headers": [(name.lower().encode(), value.encode()) for name, value in given.items()],
            "client": (_HOST, 50_000), "server": (_HOST, 80),
        }  # fmt: skip
        sent: list[MutableMapping[str, Any]] = []
        waiting = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> MutableMapping[str, Any]:
            if not waiting:
                await asyncio.Event().wait()  # nobody hangs up
            return waiting.pop()

        async def send(message: MutableMapping[str, Any]) -> None:
            sent.append(message)

        await self._app(scope, receive, send)
        start = next((message for message in sent if message["type"] == "http.response.start"), None)
        if start is None:
            return Answer(0, {}, b"")
        said = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
        return Answer(start["status"], {name.decode(): value.decode() for name, value in start["headers"]}, said)


async def rehearse(app: FastAPI, sample: Sequence[str]) -> list[Rehearsed]:
    """Start the server and look at every part of it."""
    runtime: Runtime = app.state.runtime
    async with app.router.lifespan_context(app):
        rehearsal = Rehearsal(app, InProcess(app), tuple(sample))
        parts = [part.rehearse for part in runtime.registry.contributions.backup_parts if part.rehearse is not None]
        looks = [await look(rehearsal) for look in parts]
        return [await _secrets(runtime), *looks, await _playing(runtime, rehearsal)]


async def _secrets(runtime: Runtime) -> Rehearsed:
    """Does everything open that lies sealed in rows?"""
    columns = await columns_in_use(runtime.database, runtime.registry.contributions.sealed_columns)
    lost = await lost_values(runtime.database, runtime.keys, columns) if columns else {}
    problems = [
        f"{count} sealed values of {name} do not open with the key of the backup." for name, count in lost.items()
    ]
    return Rehearsed("sealed columns", len(columns), problems)


async def _playing(runtime: Runtime, rehearsal: Rehearsal) -> Rehearsed:
    """Are recordings shown and played, whole and in part?"""
    if not rehearsal.sample:
        return Rehearsed("played", 0, ["There was no recording to play."])
    with as_system("rehearsal"):
        async with runtime.database.transaction(read_only=True) as session:
            rows = await session.execute(
                select(Recording.id, Recording.sha256).where(Recording.id.in_(rehearsal.sample))
            )
            wanted = dict(rows.tuples().all())
    played, problems = 0, []
    for recording_id, sha256 in wanted.items():
        path = f"/api/recordings/{recording_id}"
        shown = await rehearsal.caller.ask("GET", path)
        if shown.status != 200:  # noqa: PLR2004 - of HTTP
            problems.append(f"The recording {recording_id} is not shown: {_said(shown)}")
            continue
        whole = await rehearsal.caller.ask("GET", f"{path}/audio?original=true")
        part = await rehearsal.caller.ask("GET", f"{path}/audio?original=true", headers={"range": "bytes=0-9"})
        if part.status != 206 or not part.body:  # noqa: PLR2004 - of HTTP
            problems.append(f"The recording {recording_id} is not played: {_said(part)}")
        elif hashlib.sha256(whole.body).hexdigest() != sha256:
            problems.append(f"The recording {recording_id} is played as something else.")
        else:
            played += 1
    return Rehearsed("played", played, problems)


def _said(answer: Answer) -> str:
    try:
        return str(json.loads(answer.body)["detail"])
    except (ValueError, KeyError, TypeError):
        return f"HTTP {answer.status}"

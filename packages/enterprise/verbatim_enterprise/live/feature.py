"""What the live feature contributes: what happens in one process reaches the pages that are open in others,
and whoever runs jobs there.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from fastapi import FastAPI

from verbatim_enterprise.adapters.channel import CHANNEL, GAP, Channel
from verbatim_enterprise.host import Feature, LiveHub

KIND = "live"
JOBS = "jobs"
PROGRESS = "job.progress"
PRESENCE = "transcript.presence"


async def start_live(app: FastAPI) -> None:
    """Connect the pages of this process with what happens elsewhere. A file of one process has no elsewhere."""
    runtime = app.state.runtime
    if runtime.database.dialect != "postgresql":
        return
    hub: LiveHub = app.state.live
    channel = Channel(lambda: runtime.database_adapter.create_engine(runtime.settings))
    channel.on(KIND, lambda content: hub.deliver(content[0], content[1], frozenset(content[2])))
    channel.on(GAP, lambda _: hub.restart())
    for kind in (JOBS, GAP):
        channel.on(kind, lambda _: runtime.jobs.look())
    runtime.jobs.relay = lambda: channel.send(JOBS, key=JOBS)

    def relay(owner_id: str | None, message: dict[str, Any], places: frozenset[str]) -> None:
        if owner_id is None:
            return  # work of the server itself: no page shows it
        channel.send(KIND, [owner_id, message, sorted(places)], key=_passing(message))

    hub.relay = relay
    CHANNEL.put(app, channel)
    await channel.start()


def _passing(message: dict[str, Any]) -> Hashable:
    """Return what only the newest message matters of; None where each does."""
    if message["type"] == PRESENCE:
        # A question is not replaced: those who hear it answer.
        return None if message["asks"] else (PRESENCE, message["transcript_id"], message["page"])
    # Of the progress of a job only the newest matters; its end is a message of its own.
    return (PROGRESS, message["job_id"]) if message["type"] == PROGRESS and message["status"] == "running" else None


async def stop_live(app: FastAPI) -> None:
    channel = CHANNEL.found(app)
    if channel is not None:
        await channel.stop()


feature = Feature(name="live news", startup=(start_live,), shutdown=(stop_live,))

"""Who is at a transcript is heard by those who may read it, and by nobody else."""

from __future__ import annotations

from contextlib import AsyncExitStack

from fastapi import FastAPI
from support.waiting import until
from support_content import make_content
from support_keys import make_key, program
from support_stream import EventStream, follow_events
from support_teams import Crew, ok, refused

PAGE = "page-of-the-owner"


async def _heard(stream: EventStream, what: str) -> None:
    async def come() -> bool:
        return what in stream.text

    await until(come, 20)


async def test_only_readers_of_the_transcript_hear_of_each_other(app: FastAPI, crew: Crew) -> None:
    made = (await make_content(app, crew)).made
    path, body = f"/api/transcripts/{made.id}/presence", {"page": PAGE, "segment_id": str(made.segment_ids[0])}
    lists = program(app, (await make_key(crew["owner"], "recording:read"))["key"])
    reads = program(app, (await make_key(crew["owner"], "recording:read", "transcript:read"))["key"])
    listeners = {"member": crew["member"], "viewer": crew["viewer"], "lists": lists, "reads": reads}
    listeners["stranger"] = crew["stranger"]
    async with AsyncExitStack() as stack:
        streams = {name: await stack.enter_async_context(follow_events(app, one)) for name, one in listeners.items()}
        ok(await crew["owner"].post(path, json={**body, "editing": True}))
        for name in ("member", "viewer", "reads"):
            await _heard(streams[name], PAGE)
        ok(await crew["owner"].post("/api/projects", json={"name": "The last word"}), 201)
        await _heard(streams["lists"], "project.changed")
        assert PAGE not in streams["lists"].text + streams["stranger"].text
    refused(await crew["stranger"].post(path, json=body), 404, "transcript_not_found")
    refused(await lists.post(path, json=body), 403, "forbidden")
    ok(await crew["viewer"].post(path, json=body))
    await lists.aclose()
    await reads.aclose()

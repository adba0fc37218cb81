"""Documents and notes in a team: held, kept for their time, moved, told of and walled off like recordings."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import text, update
from sqlalchemy.exc import IntegrityError
from support.documents import bring
from support.documents import ended as read_to_end
from support.made_documents import pdf
from support_audit import only_row
from support_content import hold, lift
from support_enterprise import Person
from support_receiver import Receiver, receiving
from support_retention import make_rule, preview, run
from support_teams import Crew, Json, MakeUser, make_settled_crew, ok, refused
from support_webhooks import ended
from verbatim.documents.models import Document
from verbatim_enterprise.host import Database, as_system, utcnow

pytestmark = pytest.mark.timeout(120)
PAGES = ("Lease", "The fence stays")


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Let rules delete at once, and webhooks be sent to this machine."""
    return {"VERBATIM_RETENTION_GRACE_DAYS": "0", "VERBATIM_WEBHOOKS_ALLOW_PRIVATE": "127.0.0.0/8"}


@pytest.fixture
async def crew(admin: Person, make_user: MakeUser) -> Crew:
    """Give a team of owner, admin, member and viewer; ``stranger`` is outside."""
    return await make_settled_crew(admin, make_user)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    """Give somebody who is told."""
    async with receiving() as made:
        yield made


async def paper(person: Person, name: str = "lease.pdf", **form: str) -> Json:
    made = await bring(person, name, pdf(PAGES), **form)
    return await read_to_end(person, made["id"])


async def test_what_is_held_stays_as_it_is_by_itself_and_through_its_project(app: FastAPI, crew: Crew) -> None:
    owner, member = crew["owner"], crew["member"]
    project = ok(await owner.post("/api/projects", json={"name": "Field"}), 201)["id"]
    document = await paper(member, project_id=project)
    address = f"/api/documents/{document['id']}"
    database: Database = app.state.database
    for target in ({"document_id": document["id"]}, {"project_id": project}):
        placed = await hold(owner, **target)
        assert ok(await member.get(address))["held"] is True
        refused(await member.delete(address), 409, "held")
        refused(await member.patch(address, json={"title": "Other"}), 409, "held")
        refused(await member.post("/api/documents/bulk-delete", json={"ids": [document["id"]]}), 409, "held")
        for statement in ("DELETE FROM documents", "UPDATE documents SET sha256 = 'x'"):
            with pytest.raises(IntegrityError, match="verbatim_held"), as_system("a test"):
                async with database.transaction() as session:
                    await (await session.connection()).execute(text(statement))
        if "project_id" in target:
            refused(await owner.delete(f"/api/projects/{project}/documents/{document['id']}"), 409, "held")
        listed = ok(await owner.get("/api/holds", params={"document_id": document["id"], "active": "true"}))["items"]
        assert [one["id"] for one in listed] == [placed]
        await lift(owner, placed)
    assert ok(await member.get(address))["held"] is False
    ok(await member.delete(address))


async def test_they_go_when_their_time_is_over_unless_they_are_held(app: FastAPI, crew: Crew) -> None:
    owner = crew["owner"]
    gone, kept, young = [(await paper(owner, f"{name}.pdf"))["id"] for name in ("gone", "kept", "young")]
    await hold(owner, document_id=kept)
    with as_system("a test"):
        async with app.state.database.transaction() as session:
            old = {"created_at": utcnow() - timedelta(days=400)}
            await session.execute(update(Document).where(Document.id.in_([gone])).values(old))
    rule = await make_rule(crew, 30)
    seen = await preview(crew, keep_days="30")
    assert (seen["documents"], seen["recordings"], seen["in_reach"]) == (1, 0, 3)
    await run(app)
    assert {one["id"] for one in ok(await owner.get("/api/documents"))["items"]} == {kept, young}
    (told,) = [one for one in ok(await owner.get(f"{crew.url}/retention"))["items"] if one["id"] == rule["id"]]
    assert (told["deleted_documents"], told["deleted_recordings"]) == (1, 0)


async def test_they_move_with_their_project_and_strangers_see_nothing(crew: Crew) -> None:
    owner, member = crew["owner"], crew["member"]
    project = ok(await owner.post("/api/projects", json={"name": "Field"}), 201)["id"]
    document = await paper(owner, project_id=project)
    on = {"document_id": document["id"]}
    note = ok(await owner.post("/api/notes", json={"content": "About the fence", **on}), 201)
    about = ok(await owner.post("/api/notes", json={"content": "Field plan", "project_id": project}), 201)
    room = ok(await owner.post(f"{crew.url}/workspaces", json={"name": "Room", "is_private": True}), 201)["id"]
    ok(await owner.post(f"/api/projects/{project}/move", json={"workspace_id": room}))
    assert ok(await owner.get(f"/api/documents/{document['id']}"))["workspace_id"] == room
    assert {ok(await owner.get(f"/api/notes/{one['id']}"))["workspace_id"] for one in (note, about)} == {room}
    for person in (member, crew["stranger"]):
        refused(await person.get(f"/api/documents/{document['id']}"), 404, "document_not_found")
        refused(await person.get(f"/api/notes/{about['id']}"), 404, "note_not_found")
        assert ok(await person.get("/api/search/global", params={"q": "fence"}))["total"] == 0
        refused(await person.post("/api/notes", json={"content": "x", **on}), 404, "document_not_found")
    assert ok(await owner.get("/api/search/global", params={"q": "fence"}))["total"] == 2
    viewer = crew["viewer"]
    refused(await viewer.post("/api/documents", files={"file": ("a.txt", b"x")}), 403, "forbidden")
    ok(await owner.delete(f"/api/projects/{project}", params={"delete_files": "true"}))
    refused(await owner.get(f"/api/documents/{document['id']}"), 404, "document_not_found")


async def test_the_log_and_webhooks_tell_of_them(app: FastAPI, crew: Crew, receiver: Receiver) -> None:
    owner = crew["owner"]
    ok(await owner.post("/api/webhooks", json={"url": f"{receiver.url}/hook", "events": ["document.*"]}), 201)
    document = await paper(owner)
    await ended(owner, "delivered", 2)
    told = {json.loads(got.body)["type"]: json.loads(got.body)["data"] for got in receiver.requests}
    assert {"document.uploaded", "document.processed"} <= told.keys()
    assert told["document.processed"]["document"]["page_count"] == len(PAGES)
    assert "file_path" not in told["document.processed"]["document"]
    uploaded = await only_row(app, action="document.uploaded")
    assert (uploaded.resource_id, uploaded.resource_name) == (document["id"], "lease")
    ok(await owner.patch(f"/api/documents/{document['id']}", json={"title": "Offer"}))
    changed = await only_row(app, action="document.updated", resource_name="Offer")
    assert (changed.before, changed.after) == ({"title": "lease"}, {"title": "Offer"})
    assert (await owner.get(f"/api/documents/{document['id']}/content")).status_code == 200
    broken = await bring(owner, "b.pdf", b"%PDF-1.4 nothing")
    await read_to_end(owner, broken["id"])
    failed = await only_row(app, action="document.failed")
    assert (failed.resource_id, failed.outcome) == (broken["id"], "failed")

"""One search over speech, documents and notes, and notes themselves."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from support.client import Client
from support.documents import read
from support.factories import Factory
from support.made_documents import SCRIPTS, docx, pdf, pptx, xlsx


async def hits(client: Client, q: str, **params: str) -> list[dict[str, Any]]:
    answer = await client.get("/api/search/global", params={"q": q, **params})
    assert answer.status_code == 200, answer.text
    found = answer.json()
    assert found["total"] == len(found["results"])
    results: list[dict[str, Any]] = found["results"]
    return results


def lit(hit: dict[str, Any]) -> list[str]:
    return [part["text"] for part in hit["snippet"] if part["hit"]]


async def test_one_search_finds_speech_documents_and_notes_at_their_places(client: Client, factory: Factory) -> None:
    recording = await factory.recording(title="Fence meeting")
    await factory.transcript("we will mend the fence", recording_id=recording, speakers=("Ada",))
    contract = await read(client, "contract.pdf", pdf(["Lease", "The fence stays", "Signed"]))
    slides = await read(client, "plan.pptx", pptx(["Budget", "Fence: 300"]))
    sheet = await read(client, "costs.xlsx", xlsx([["post"], ["fence", "300"]], sheet="Q3"))
    paper = await read(client, "fence.docx", docx(["First", "About the fence"]))
    body = {"content": "Ask about the **fence**", "document_id": contract["id"], "anchor_type": "page"}
    note = (await client.post("/api/notes", json={**body, "anchor_data": {"page": 2}})).json()
    found = await hits(client, "fence")
    assert [(one["type"], one["match_type"]) for one in found[:2]] == [("recording", "title"), ("document", "title")]
    assert found[1]["document_id"] == paper["id"]
    told = {(one["type"], one["document_id"] or one["recording_id"]): one for one in found[2:]}
    assert told["segment", recording]["speaker"] == "Ada"
    at = told["document", contract["id"]]
    assert (at["page"], at["id"], lit(at)) == (2, contract["id"], ["fence"])
    assert told["document", slides["id"]]["page"] == 2
    assert (told["document", sheet["id"]]["sheet"], told["document", sheet["id"]]["row"]) == ("Q3", 2)
    assert told["document", paper["id"]]["paragraph"] == 2
    written = told["note", contract["id"]]
    assert (written["note_id"], written["anchor_data"], lit(written)) == (note["id"], {"page": 2}, ["fence"])
    assert len(found) == 8
    pages = [await client.get("/api/search/global", params={"q": "fence", "limit": 3, "page": n}) for n in (1, 2, 3)]
    assert [one for page in pages for one in page.json()["results"]] == found
    inside = await client.get("/api/search/documents", params={"q": "fence", "document_id": contract["id"]})
    assert [one["page"] for one in inside.json()["results"]] == [2]


async def test_what_is_found_is_narrowed_by_kind_project_tag_speaker_and_date(client: Client, factory: Factory) -> None:
    recording = await factory.recording(title="Talk")
    await factory.transcript("the fence", recording_id=recording, speakers=("Ada",))
    project = await factory.project("Field", [recording])
    tag = await factory.tag("urgent", [recording])
    outside = await read(client, "a.txt", b"A fence elsewhere")
    within = await read(client, "b.txt", b"A fence within", project_id=project, tags="later")
    await client.post("/api/notes", json={"content": "fence", "project_id": project})
    await client.post("/api/notes", json={"content": "fence", "document_id": outside["id"]})
    assert [one["type"] for one in await hits(client, "fence", kinds="segment")] == ["segment"]
    assert len(await hits(client, "fence", kinds="document,note")) == 4
    found = await hits(client, "fence", project_id=project)
    assert sorted((one["type"], one["document_id"] or one["recording_id"] or "") for one in found) == sorted(
        [("segment", recording), ("document", within["id"]), ("note", "")]
    )
    assert [one["type"] for one in await hits(client, "fence", tag_id=tag)] == ["segment"]
    assert [one["type"] for one in await hits(client, "fence", speaker="Ada")] == ["segment"]
    assert await hits(client, "fence", date_to="2020-01-01") == []
    assert len(await hits(client, "fence", date_from="2020-01-01")) == 5
    wrong = await client.get("/api/search/global", params={"q": "x", "kinds": "film"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "bad_kind")


async def test_every_script_is_found_on_its_page(client: Client) -> None:
    for script, paragraphs in SCRIPTS.items():
        document = await read(client, f"{script}.pdf", pdf(paragraphs))
        for number, text in enumerate(paragraphs, 1):
            looked_for = text[2:7] if script in {"chinese", "japanese"} else " ".join(text.split()[1:3])
            found = [one for one in await hits(client, looked_for) if one["document_id"] == document["id"]]
            assert [one["page"] for one in found] == [number], (script, looked_for)


async def test_what_was_deleted_is_found_no_more(client: Client) -> None:
    document = await read(client, "a.txt", b"A fence")
    note = (await client.post("/api/notes", json={"content": "fence", "document_id": document["id"]})).json()
    assert len(await hits(client, "fence")) == 2
    changed = await client.patch(f"/api/notes/{note['id']}", json={"content": "gate"})
    assert changed.json()["revision"] == 2
    assert [one["type"] for one in await hits(client, "fence")] == ["document"]
    assert [one["type"] for one in await hits(client, "gate")] == ["note"]
    await client.delete(f"/api/documents/{document['id']}")
    assert await hits(client, "fence") == await hits(client, "gate") == []


async def test_a_note_is_not_overwritten_by_who_has_not_read_it(client: Client, factory: Factory, app: FastAPI) -> None:
    recording = await factory.recording()
    made = await client.post("/api/notes", json={"content": "One", "recording_id": recording})
    assert (made.status_code, made.json()["revision"], made.json()["author"]) == (201, 1, "You")
    address = f"/api/notes/{made.json()['id']}"
    assert (await client.patch(address, json={"content": "Two", "revision": 1})).json()["revision"] == 2
    late = await client.patch(address, json={"content": "Three", "revision": 1})
    assert (late.status_code, late.json()["code"], late.json()["revision"]) == (409, "note_changed", 2)
    assert (await client.get(address)).json()["content"] == "Two"
    both = await client.post("/api/notes", json={"content": "x", "recording_id": recording, "project_id": "y"})
    assert both.status_code == 422
    listed = (await client.get("/api/notes", params={"recording_id": recording})).json()
    assert [one["content"] for one in listed["items"]] == ["Two"]
    assert (await client.delete(address)).is_success
    gone = await client.get(address)
    assert (gone.status_code, gone.json()["code"]) == (404, "note_not_found")
    nowhere = await client.post("/api/notes", json={"content": "x", "document_id": "nowhere"})
    assert (nowhere.status_code, nowhere.json()["code"]) == (404, "document_not_found")

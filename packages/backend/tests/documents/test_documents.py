"""Documents from the upload to the bin, through HTTP."""

from __future__ import annotations

import hashlib
from itertools import product
from typing import Any

from fastapi import FastAPI
from sqlalchemy import func, select
from support.client import Client
from support.documents import bring, ended, pieces, read
from support.leftovers import rows_left, stored_files
from support.made_documents import FORMATS, SCRIPTS, docx, html, pdf, pptx, xlsx
from support.waiting import until
from verbatim.core.ownership import as_system
from verbatim.documents.models import DocumentPassage
from verbatim.recordings.models import StrayFile

PAGES = ("The budget was agreed.", "The fence is due in April.", "Nobody objected.")


class TestFormatsAndScripts:
    async def test_every_script_is_read_as_it_was_written(self, client: Client) -> None:
        made = {}
        for kind, script in product(FORMATS, SCRIPTS):
            # The name lies on purpose for what bytes tell; kinds of text are told apart by it.
            name = f"{script}.{kind}" if kind in {"txt", "md", "csv", "eml"} else f"{script}.docx"
            made[kind, script] = await bring(client, name, FORMATS[kind](SCRIPTS[script]))
        for (kind, script), one in made.items():
            document, paragraphs = await ended(client, one["id"]), SCRIPTS[script]
            assert (document["status"], document["kind"], document["error"]) == ("completed", kind, None)
            found = [piece["text"] for piece in await pieces(client, document["id"])]
            shown = [line for text in found for line in text.split("\n")]
            places = [index for index, line in enumerate(shown) for text in paragraphs if line.endswith(text)]
            assert len(places) == len(paragraphs), shown
            assert places == sorted(places)

    async def test_places_are_told_as_the_kind_has_them(self, client: Client) -> None:
        made = {
            "pages": await read(client, "a.pdf", pdf(PAGES)),
            "slides": await read(client, "a.pptx", pptx(PAGES)),
            "rows": await read(client, "a.xlsx", xlsx([["x", "y"], [], ["z"]], sheet="Q3 budget")),
            "paragraphs": await read(client, "a.docx", docx(PAGES)),
        }
        places = {
            name: [
                {key: piece[key] for key in ("page", "sheet", "row", "paragraph") if piece[key] is not None}
                for piece in await pieces(client, document["id"])
            ]
            for name, document in made.items()
        }
        assert places["pages"] == places["slides"] == [{"page": 1}, {"page": 2}, {"page": 3}]
        assert places["rows"] == [
            {"page": 1, "sheet": "Q3 budget", "row": 1},
            {"page": 1, "sheet": "Q3 budget", "row": 3},
        ]
        assert places["paragraphs"] == [{"paragraph": 1}, {"paragraph": 2}, {"paragraph": 3}]
        assert [made[name]["page_count"] for name in ("pages", "slides", "rows", "paragraphs")] == [3, 3, 1, None]


class TestOneDocument:
    async def test_it_is_received_whole_and_told_of_its_twin(self, client: Client) -> None:
        content = pdf(PAGES)
        first = await bring(client, "Lease_2026.pdf", content)
        assert first["title"] == "Lease 2026"
        assert first["sha256"] == hashlib.sha256(content).hexdigest()
        assert (first["file_size_bytes"], first["mime_type"]) == (len(content), "application/pdf")
        assert first["duplicate_of"] is None
        second = await bring(client, "copy.pdf", content, title="Copy")
        assert second["duplicate_of"] == {"id": first["id"], "title": "Lease 2026"}
        for one in (first, second):
            await ended(client, one["id"])
        listed = (await client.get("/api/documents", params={"sort_by": "title", "sort_order": "asc"})).json()
        assert [one["title"] for one in listed["items"]] == ["Copy", "Lease 2026"]
        found = (await client.get("/api/documents", params={"search": "lease", "kind": "pdf"})).json()
        assert [one["id"] for one in found["items"]] == [first["id"]]

    async def test_its_file_comes_back_whole_or_in_part_and_never_runs(self, client: Client) -> None:
        content = html(PAGES)
        document = await read(client, "page.html", content)
        address = f"/api/documents/{document['id']}/content"
        answer = await client.get(address, params={"inline": "true"})
        assert answer.content == content
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"].startswith("sandbox;")
        part = await client.get(address, headers={"Range": "bytes=2-9"})
        assert (part.status_code, part.content) == (206, content[2:10])
        beyond = await client.get(address, headers={"Range": f"bytes={len(content)}-"})
        assert (beyond.status_code, beyond.json()["code"]) == (416, "range_not_satisfiable")
        shown = await read(client, "a.pdf", pdf(PAGES))
        inline = await client.get(f"/api/documents/{shown['id']}/content", params={"inline": "true"})
        assert inline.headers["content-disposition"].startswith("inline")
        assert inline.headers["content-security-policy"].startswith("sandbox;")
        text = await client.get(address, params={"format": "text"})
        assert text.text.split("\n\n") == list(PAGES)
        whole = await client.get(f"/api/documents/{document['id']}", params={"include_content": "true"})
        assert whole.json()["extracted_text"] == text.text

    async def test_it_changes_its_name_projects_and_tags(self, client: Client) -> None:
        project = (await client.post("/api/projects", json={"name": "Fence"})).json()
        document = await read(client, "a.txt", b"One", project_id=project["id"], tags="urgent, lease")
        assert [one["name"] for one in document["projects"]] == ["Fence"]
        assert [one["name"] for one in document["tags"]] == ["lease", "urgent"]
        address = f"/api/documents/{document['id']}"
        changed = await client.patch(address, json={"title": "Offer", "metadata": {"from": "Bea"}})
        assert (changed.json()["title"], changed.json()["metadata"]) == ("Offer", {"from": "Bea"})
        assert (await client.delete(f"/api/tags/documents/{document['id']}/{document['tag_ids'][0]}")).is_success
        assert [one["name"] for one in (await client.get(f"/api/tags/documents/{document['id']}")).json()["items"]] == [
            "urgent"
        ]
        listed = await client.get("/api/documents", params={"tag_ids": document["tag_ids"][1]})
        assert listed.json()["total"] == 1
        inside = (await client.get(f"/api/projects/{project['id']}/documents")).json()
        assert [one["id"] for one in inside["items"]] == [document["id"]]
        assert (await client.delete(f"/api/projects/{project['id']}/documents/{document['id']}")).is_success
        assert (await client.get(address)).json()["project_ids"] == []
        body = {"ids": [document["id"]], "project_id": project["id"]}
        assert (await client.post("/api/documents/bulk-assign", json=body)).is_success
        assert (await client.get("/api/documents", params={"project_id": project["id"]})).json()["total"] == 1

    async def test_deleted_it_leaves_nothing_behind(self, client: Client, app: FastAPI) -> None:
        kept = [await read(client, f"{number}.txt", b"One") for number in range(3)]
        assert (await client.delete(f"/api/documents/{kept[0]['id']}")).is_success
        ids = [one["id"] for one in kept[1:]]
        answer = await client.post("/api/documents/bulk-delete", json={"ids": ids})
        assert answer.json()["message"] == "2 documents deleted."
        gone = await client.get(f"/api/documents/{kept[0]['id']}")
        assert (gone.status_code, gone.json()["code"]) == (404, "document_not_found")

        async def swept() -> bool:
            return not stored_files(app.state.settings.data_dir) and not await rows_left(app, StrayFile)

        await until(swept)
        with as_system("test"):
            async with app.state.database.transaction(read_only=True) as session:
                assert await session.scalar(select(func.count(DocumentPassage.id))) == 0


class TestReadingAgain:
    async def test_what_was_read_is_found_until_the_new_text_is_there(self, client: Client) -> None:
        document = await read(client, "a.pdf", pdf(PAGES))
        before = await pieces(client, document["id"])
        again = (await client.post(f"/api/documents/{document['id']}/process")).json()
        assert again["status"] in {"queued", "processing", "completed"}
        assert [piece["text"] for piece in await pieces(client, document["id"])] == [piece["text"] for piece in before]

        async def new() -> bool:
            return [piece["id"] for piece in await pieces(client, document["id"])] != [piece["id"] for piece in before]

        await until(new)
        assert [piece["text"] for piece in await pieces(client, document["id"])] == list(PAGES)

    async def test_a_file_that_is_lost_keeps_the_text_that_was_read(self, client: Client, app: FastAPI) -> None:
        document = await read(client, "a.pdf", pdf(PAGES))
        await app.state.storages["local"].delete_file(document["file_path"])
        await client.post(f"/api/documents/{document['id']}/process")

        async def told() -> Any:
            return (await client.get(f"/api/documents/{document['id']}")).json()["note"]

        await until(told)
        found = await ended(client, document["id"])
        assert found["status"] == "completed"
        assert "missing from the storage" in found["note"]
        assert len(await pieces(client, document["id"])) == len(PAGES)
        missing = await client.get(f"/api/documents/{document['id']}/content")
        assert (missing.status_code, missing.json()["code"]) == (404, "file_missing")

"""Files that are broken, protected or made to do harm: each ends with a named reason, and harms nothing else."""

from __future__ import annotations

import gzip
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from support.client import Client
from support.documents import bring, ended, read
from support.made_documents import docx, eml, odt, pdf, pptx, xlsx, zipped

PARAGRAPHS = ("The fence is due in April.", "Nobody objected.")


def zip_bomb() -> bytes:
    """A Word document of some 60 kB whose text would be 60 MB long."""
    return docx((), body="<w:p><w:r><w:t>" + "a" * (60 * 1024 * 1024) + "</w:t></w:r></w:p>")


def overlapping() -> bytes:
    """An archive in which 200 names share the same packed bytes, as `zbsm.zip` does."""
    made = bytearray(zipped({"word/document.xml": "<a>" + "b" * 10_000_000 + "</a>"}))
    end = made.rfind(b"PK\x05\x06")
    start = struct.unpack("<I", made[end + 16 : end + 20])[0]
    entry = bytes(made[start:end])
    made[end:end] = entry * 199
    struct.pack_into("<HHI", made, end + len(entry) * 199 + 8, 200, 200, len(entry) * 200)
    return bytes(made)


def xml_bomb() -> bytes:
    lines = ["<!ENTITY a0 'ha'>"] + [f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)]
    return zipped({"word/document.xml": f"<!DOCTYPE d [{''.join(lines)}]><d>&a11;</d>"})


def external(address: str) -> Callable[[], bytes]:
    def make() -> bytes:
        return zipped({"word/document.xml": f"<!DOCTYPE d [<!ENTITY x SYSTEM '{address}'>]><d><p><t>&x;</t></p></d>"})

    return make


def many_parts() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        for number in range(21_000):
            package.writestr(f"word/{number}.xml", "")
    return made.getvalue()


def endless_tree() -> bytes:
    return pdf(PARAGRAPHS, kids="2 0 R 2 0 R", count=2_000_000_000)


def own_ancestor() -> bytes:
    return pdf(PARAGRAPHS, kids="2 0 R", count=5)


def protected_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(500)


def deep_xml() -> bytes:
    return docx((), body="<w:a>" * 5_000 + "</w:a>" * 5_000)


def deep_letter() -> bytes:
    return b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3_000))


def not_ended_cell() -> bytes:
    return b'a,b\n"' + b"x" * 5_000_000


HOSTILE = {
    "zip bomb": ("a.docx", zip_bomb, "document_too_complex"),
    "overlapping parts": ("a.docx", overlapping, "document_damaged"),
    "XML bomb": ("a.docx", xml_bomb, "document_forbidden_content"),
    "external file": ("a.docx", external("file:///etc/passwd"), "document_forbidden_content"),
    "external address": ("a.docx", external("http://127.0.0.1:9/x"), "document_forbidden_content"),
    "21,000 parts": ("a.docx", many_parts, "document_too_complex"),
    "5,000 elements deep": ("a.docx", deep_xml, "document_too_complex"),
    "3,000 letters deep": ("a.eml", deep_letter, "document_too_complex"),
    "endless page tree": ("a.pdf", endless_tree, "document_damaged"),
    "page tree that holds itself": ("a.pdf", own_ancestor, "document_damaged"),
    "half a Word document": ("a.docx", lambda: docx(PARAGRAPHS)[:700], "document_damaged"),
    "half a workbook": ("a.xlsx", lambda: xlsx([PARAGRAPHS])[:900], "document_damaged"),
    "head of a PDF": ("a.pdf", lambda: pdf(PARAGRAPHS)[:60], "document_damaged"),
    "a picture called PDF": ("a.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "document_unsupported"),
    "text called DOCX": ("a.docx", lambda: b"only text", "document_unsupported"),
    "a program called TXT": ("a.txt", lambda: b"\x7fELF" + bytes(range(256)) * 20, "document_unsupported"),
    "noise called CSV": ("a.csv", lambda: bytes(range(256)) * 40, "document_unsupported"),
    "packed text called TXT": ("a.txt", lambda: gzip.compress(b"x" * 1000), "document_unsupported"),
    "an archive of something else": ("a.docx", lambda: zipped({"readme.txt": "x"}), "document_unsupported"),
    "protected Office": ("a.docx", protected_office, "document_encrypted"),
    "protected OpenDocument": ("a.odt", lambda: odt(PARAGRAPHS, manifest="<encryption-data/>"), "document_encrypted"),
    "old Office": ("a.doc.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "document_unsupported"),
    "nothing at all": ("a.pdf", lambda: b"", "document_damaged"),
    "a cell without end": ("a.csv", not_ended_cell, "document_damaged"),
}


async def test_each_ends_with_its_reason_and_harms_no_neighbour(client: Client) -> None:
    made = {case: await bring(client, name, make()) for case, (name, make, _) in HOSTILE.items()}
    neighbour = await bring(client, "a.docx", docx(PARAGRAPHS))
    found = {case: await ended(client, document["id"]) for case, document in made.items()}
    assert {case: (one["status"], one["error_code"]) for case, one in found.items()} == {
        case: ("failed", code) for case, (_, _, code) in HOSTILE.items()
    }
    assert all(one["error"].endswith(".") and one["error_message"] == one["error"] for one in found.values())
    assert (await ended(client, neighbour["id"]))["status"] == "completed"


@pytest.mark.parametrize("content", [b"\x7fELF" + bytes(500), b"\x89PNG\r\n\x1a\n" + bytes(50), bytes(1000)])
async def test_what_is_no_document_at_all_is_refused_at_once(client: Client, content: bytes) -> None:
    answer = await client.post("/api/documents", files={"file": ("holiday.jpeg", content)})
    assert (answer.status_code, answer.json()["code"]) == (422, "document_unsupported")
    assert (await client.get("/api/documents")).json()["total"] == 0


async def test_scripts_of_a_page_and_of_a_letter_are_not_read_as_text(client: Client) -> None:
    page = b"<html><script>alert('one')</script><p>two</p><style>three</style></html>"
    await read(client, "a.html", page)
    found = (await client.get("/api/documents")).json()["items"][0]
    whole = await client.get(f"/api/documents/{found['id']}", params={"include_content": "true"})
    assert whole.json()["extracted_text"] == "two"
    assert (await read(client, "a.eml", eml(PARAGRAPHS)))["status"] == "completed"
    assert (await read(client, "a.pptx", pptx(PARAGRAPHS)))["status"] == "completed"


@pytest.mark.parametrize(
    "header",
    [
        "Date: Mon, 1 Jan 99999999999999999 10:00:00 +0000",
        "To: =?utf-8?B?////?= <a@b",
        'Content-Type: text/plain; charset="\xff\xfe',
        "X-Filler: 1\nContent-Disposition: inline; filename*=utf-8''%ff%%; filename==?x?b?zz",
        "Message-ID: <[bad",
    ],
)
async def test_a_letter_with_a_broken_header_is_read_and_the_header_stands_as_it_came(
    client: Client, header: str
) -> None:
    document = await bring(client, "a.eml", f"Subject: Lease\n{header}\n\nThe rent is due.\n".encode("latin-1"))
    assert (await ended(client, document["id"]))["status"] == "completed"
    whole = await client.get(f"/api/documents/{document['id']}", params={"include_content": "true"})
    text = whole.json()["extracted_text"]
    assert "Lease" in text
    assert header in text or not header.startswith("Date")
    assert "The rent is due." in text or header.startswith("X-Filler")  # a named part is an attachment


async def test_a_form_with_a_field_that_nobody_knows_is_refused(client: Client) -> None:
    answer = await client.post("/api/documents", files={"file": ("a.txt", b"One")}, data={"folder": "x"})
    assert answer.status_code == 422
    assert (await client.get("/api/documents")).json()["total"] == 0
    none = await client.post("/api/documents", data={"title": "x"}, files={"other": ("a.txt", b"One")})
    assert (none.status_code, none.json()["code"]) == (422, "missing_file")


async def test_reading_can_be_stopped_and_begun_again(client: Client) -> None:
    made = await bring(client, "a.pdf", pdf(PARAGRAPHS * 200))
    answer = await client.post(f"/api/documents/{made['id']}/cancel")
    assert answer.is_success
    assert (await ended(client, made["id"]))["status"] in {"failed", "completed"}
    await client.post(f"/api/documents/{made['id']}/process")
    assert (await ended(client, made["id"]))["status"] == "completed"

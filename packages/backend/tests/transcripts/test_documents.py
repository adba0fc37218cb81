"""Transcripts as documents, read back by other programs."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from typing import Any

import docx
import pypdfium2
import pytest
from markdown_it import MarkdownIt
from support.client import Client
from support.factories import Factory
from verbatim.transcripts.documents.content import Document, Paragraph, Turn
from verbatim.transcripts.documents.pdf import as_pdf, fonts_for

SAID = {
    "en": "The quick brown fox: 100 % of it, isn't it?",
    "ar": "شكرا جزيلا على حضوركم اليوم",
    "he": "תודה רבה על שבאתם היום",
    "zh": "今天我们讨论三个问题。",
    "ja": "今日は三つの問題について話します。",
    "ko": "오늘은 세 가지 문제를 이야기합니다.",
}
HOSTILE = '#panic("x") *bold* `code` [a](b) <script> & \\ $x$ @ref'


async def saved(client: Client, transcript_id: str, kind: str, **how: Any) -> tuple[bytes, str]:
    answer = await client.get(f"/api/transcripts/{transcript_id}/export", params={"format": kind, **how})
    assert answer.status_code == 200, answer.text
    assert f".{kind}" in answer.headers["content-disposition"]
    return answer.content, answer.headers["content-type"]


@pytest.mark.parametrize("language", SAID)
async def test_word_has_the_text_in_its_direction(client: Client, factory: Factory, language: str) -> None:
    made = await factory.transcript(SAID[language], HOSTILE, speakers=["Ada & <Co>"], language=language)
    content, kind = await saved(client, made.id, "docx")
    assert "wordprocessingml" in kind
    read = docx.Document(BytesIO(content))
    lines = [line.text for line in read.paragraphs]
    assert lines == ["A recording", "Ada & <Co>", f"00:00:00\t{SAID[language]}", f"00:00:10\t{HOSTILE}"]
    xml = zipfile.ZipFile(BytesIO(content)).read("word/document.xml").decode()
    is_rtl = language in {"ar", "he"}
    assert (xml.count("<w:bidi/>"), "<w:rtl/>" in xml) == (int(is_rtl), is_rtl)


@pytest.mark.parametrize("language", SAID)
async def test_pdf_has_the_text_and_its_fonts(client: Client, factory: Factory, language: str) -> None:
    made = await factory.transcript(SAID[language], HOSTILE, speakers=["Ada"], language=language)
    content, kind = await saved(client, made.id, "pdf")
    assert (kind, content[:5]) == ("application/pdf", b"%PDF-")
    text = text_of(content)
    # The reader turns the two letters of this ligature around, whoever wrote the file.
    said = SAID[language].replace("\u0644\u0627", "\u0627\u0644")
    assert said in text
    if language not in {"ar", "he"}:  # on their pages it turns everything around
        assert "*bold* `code` [a](b) <script>" in text
        assert "00:00:10" in text
    assert "\ufffd" not in text
    assert "\ufffe" not in text
    assert b"/FontFile" in content


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


async def test_markdown_is_only_what_was_said(client: Client, factory: Factory) -> None:
    made = await factory.transcript(HOSTILE, "1. not a list", "# no heading", speakers=["A*da*"])
    for times in ("true", "false"):
        content, kind = await saved(client, made.id, "md", include_timestamps=times)
        assert kind == "text/markdown; charset=utf-8"
        tokens = MarkdownIt().parse(content.decode())
        assert [one.tag for one in tokens if one.type == "heading_open"] == ["h1", "h2"]
        assert not [one for one in tokens if "list" in one.type or "html" in one.type]
        spoken = ["".join(part.content for part in one.children or ()) for one in tokens if one.type == "inline"]
        stamp = ["00:00:00 ", "00:00:10 ", "00:00:20 "] if times == "true" else ["", "", ""]
        assert spoken == [
            "A recording",
            "A*da*",
            *(time + text for time, text in zip(stamp, (HOSTILE, "1. not a list", "# no heading"), strict=True)),
        ]


@pytest.mark.parametrize("kind", ["md", "docx", "pdf"])
async def test_without_speakers_and_times(client: Client, factory: Factory, kind: str) -> None:
    made = await factory.transcript("Good morning", "Good night", speakers=["Ada", "Ben"])
    content, _ = await saved(client, made.id, kind, include_speakers="false", include_timestamps="false")
    if kind == "docx":
        text = "\n".join(line.text for line in docx.Document(BytesIO(content)).paragraphs)
    else:
        text = content.decode() if kind == "md" else text_of(content)
    assert (
        re.sub(r"\s+", " ", text.replace("#", "").replace("1 / 1", "")).strip() == "A recording Good morning Good night"
    )


async def test_nothing_said_and_signs_that_no_document_holds(client: Client, factory: Factory) -> None:
    empty = await factory.transcript()
    odd = await factory.transcript("a\x0bb\ufffec \U0001f399 d", speakers=["\x1f"])
    for made in (empty, odd):
        for kind in ("md", "docx", "pdf"):
            content, _ = await saved(client, made.id, kind)
            assert content


def test_signs_are_those_of_the_language() -> None:
    assert [fonts_for(one)[3] for one in ("zh", "ja", "ko", "en")] == [
        "Noto Sans SC",
        "Noto Sans JP",
        "Noto Sans KR",
        "Noto Sans SC",
    ]
    document = Document("今日は", "ja", (Turn(None, (Paragraph("直す", None),)),))
    assert b"NotoSansJP" in as_pdf(document)


def test_a_server_that_writes_none_loads_none() -> None:
    code = "import sys, verbatim.transcripts.export; print(sorted({'docx', 'typst', 'lxml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

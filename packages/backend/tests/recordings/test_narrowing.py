# ruff: noqa: RUF001 - letters that look like others are what this is about
"""Narrowing lists by what somebody types, in whatever letters they have at hand: the same on both databases."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import func, inspect, select, update
from support.client import Client
from support.factories import Factory
from support.spellings import NOTHING, SPELLINGS
from support.statements import statements_of
from verbatim.config import Settings
from verbatim.core.db import Base, Database
from verbatim.core.letters import fold, fold_in_place, fold_with_signs
from verbatim.core.ownership import use_scope
from verbatim.documents.models import Document
from verbatim.recordings.models import Recording

LISTS = ("/api/recordings", "/api/documents", "/api/projects", "/api/trash")
WRITTEN = [written for written, _ in SPELLINGS]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"trash_days": 30})


async def _names(client: Client, url: str, typed: str) -> list[str]:
    answer = await client.get(url, params={"search": typed, "page_size": 100})
    assert answer.status_code == 200, answer.text
    # A project's name is cleaned of what cannot be seen before it is kept.
    names = [item.get("title", item.get("name")) for item in answer.json()["items"]]
    return [next((one for one in WRITTEN if _seen(one) == _seen(name)), name) for name in names]


def _seen(name: str) -> str:
    return unicodedata.normalize("NFC", "".join(filter(str.isprintable, "".join(name.split()))))


async def _fill(client: Client, factory: Factory, app: FastAPI) -> None:
    await factory.recordings([{"title": one, "file_name": "a"} for one in WRITTEN])
    for one in WRITTEN:
        made = await client.post("/api/projects", json={"name": one})
        assert made.status_code == 201, made.text
    thrown = await factory.recordings([{"title": one, "file_name": "b"} for one in WRITTEN])
    answer = await client.post("/api/recordings/bulk-delete", json={"ids": thrown})
    assert answer.status_code == 200, answer.text
    database: Database = app.state.database
    with use_scope(factory.scope):
        async with database.transaction() as session:
            common = {"file_name": "a.txt", "file_size": 1, "kind": "text", "mime_type": "text/plain"}
            session.add_all(
                Document(title=one, sha256="0" * 64, storage_key=f"{number}", **common)
                for number, one in enumerate(WRITTEN)
            )


async def test_every_list_finds_what_was_meant(client: Client, factory: Factory, app: FastAPI) -> None:
    await _fill(client, factory, app)
    for url in LISTS:
        for written, typed in SPELLINGS:
            found = await _names(client, url, typed)
            assert written in found, f"{url}: {typed!r} does not find {written!r}, but {found}"
            assert written in await _names(client, url, written), f"{url}: {written!r} as it is"
        for typed in NOTHING:
            assert await _names(client, url, typed) == [], f"{url}: {typed!r}"
        assert len(await _names(client, url, " \u200b ")) == len(WRITTEN), "nothing was typed"


async def test_a_new_name_is_found_and_the_old_one_is_not(client: Client, factory: Factory, app: FastAPI) -> None:
    recording = await factory.recording(title="Łódź", file_name="Ｚ.wav")
    await client.patch(f"/api/recordings/{recording}", json={"title": "Tromsø"})
    assert (
        await _names(client, "/api/recordings", "tromso")
        == ["Tromsø"]
        == await _names(client, "/api/recordings", "z.wav")
    )
    assert await _names(client, "/api/recordings", "lodz") == []
    project = (await client.post("/api/projects", json={"name": "Łódź"})).json()["id"]
    await client.patch(f"/api/projects/{project}", json={"name": "Tromsø"})
    assert await _names(client, "/api/projects", "TROMSO") == ["Tromsø"]
    assert await _names(client, "/api/projects", "lodz") == []
    with use_scope(factory.scope):
        async with app.state.database.transaction() as session:  # as an earlier server writes it
            bare: dict[str, Any] = {"title_folded": None, "file_name_folded": None}
            await session.execute(update(Recording).values(title="TROMS", **bare))
    assert await _names(client, "/api/recordings", "tröms") == ["TROMS"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_name_with_a_folded_column_is_kept_in_step(app: FastAPI) -> None:
    found = []
    for mapper in Base.registry.mappers:
        for column in mapper.columns:
            if column.key.endswith("_folded"):
                name = column.key.removesuffix("_folded")
                row = mapper.class_(**{name: "Tromsø"})
                assert inspect(row).dict[column.key] == "tromso", f"{mapper}: validates({name!r})(keep_folded)"
                found.append(f"{mapper.class_.__name__}.{name}")
    assert len(found) >= 6


@pytest.mark.slow
async def test_one_statement_over_forty_thousand(client: Client, factory: Factory, app: FastAPI) -> None:
    """A list is narrowed by the database: no more statements than without, and no function of ours for each row."""
    await factory.recordings([{"title": f"Sitzung {number}"} for number in range(2_000)])
    await factory.recording(title="Größe & Ærø")
    with statements_of(app) as plain:
        await client.get("/api/recordings")
    with statements_of(app) as narrowed:
        assert await _names(client, "/api/recordings", "aero grosse") == ["Größe & Ærø"]
    assert len(narrowed) <= len(plain) + 1
    with use_scope(factory.scope):
        async with app.state.database.transaction(read_only=True) as session:
            assert await session.scalar(select(func.count()).where(Recording.title_folded.is_(None))) == 0


class TestLetters:
    @pytest.mark.parametrize(("written", "typed"), SPELLINGS)
    def test_search_folds_as_lists_do(self, written: str, typed: str) -> None:
        assert set(fold(typed).split()) <= set(fold(written).split()) or all(
            word in fold(written) for word in fold(typed).split()
        )
        assert all(word in fold_with_signs(written) for word in fold_with_signs(typed).split())

    @pytest.mark.parametrize("text", [*WRITTEN, "हिन्दी", "सम्मान", "अन्न", "न्", "नं्", "ນ້ຳ ນໍ້າ", "ํ้", "क्ङ्", "न्\u200dद", "न्a"])
    def test_in_place_is_the_same(self, text: str) -> None:
        folded, starts, ends = fold_in_place(text)
        assert folded == fold(text)
        assert len(starts) == len(ends) == len(folded)

    def test_words_with_two_spellings(self) -> None:
        assert fold("हिन्दी") == fold("हिंदी")
        assert fold("सम्बन्ध") == fold("संबंध")
        assert fold("अन्न") != fold("अंन")
        assert fold("น้ำ") == fold("นํ้า") == fold("น\u0e49\u0e4d\u0e32")
        assert fold("ນ້ຳ") == fold("ນໍ້າ")

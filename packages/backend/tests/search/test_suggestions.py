"""Who mistypes a word and finds nothing is told what may have been meant, of what they may read."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory
from support.searching import find
from support.sign_in import SignInPlugin, as_owner
from verbatim.plugins.loader import Plugin
from verbatim.search.suggestions import neighbours


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bugdet", "budget"),  # two letters in the wrong order
        ("budgget", "budget"),
        ("budet", "budget"),
        ("budgat", "budget"),
        ("the bugdet", "the budget"),
        ('"is tight" bugdet', '"is tight" budget'),
        ("Käsee", "kase"),
        ("заобр", "забор"),
        ("budget", None),  # found
        ("xylophone", None),
        ("bgdt", None),  # two mistakes
        ('"bugdet"', None),  # quotes mean the letters
        ("bugdet missing", None),  # it would find nothing either
        ("123456", None),
        ("字字字字", None),
    ],
)
async def test_one_mistake(client: Client, factory: Factory, typed: str, meant: str | None) -> None:
    await factory.transcript("the budget is tight", "Der Käse am забор")
    found = await find(client, typed, suggest=True)
    assert found["suggestion"] == meant
    assert (await find(client, typed))["suggestion"] is None  # only who asks for it pays for it


async def test_the_word_that_is_said_most_is_meant(client: Client, factory: Factory) -> None:
    await factory.transcript("the gate", "a gate", "too late")
    assert (await find(client, "gtate", suggest=True))["suggestion"] == "gate"


async def test_words_of_documents_and_notes_are_meant_too(client: Client, factory: Factory) -> None:
    paper = await client.post("/api/documents", files={"file": ("lease.txt", b"The cellar is dry.", "text/plain")})
    assert paper.status_code in {200, 201, 202}, paper.text
    recording = await factory.recording(title="Talk")
    note = await client.post("/api/notes", json={"content": "Ask about the chimney", "recording_id": recording})
    assert note.status_code == 201, note.text
    assert (await find(client, "chimeny", suggest=True))["suggestion"] == "chimney"
    assert (await find(client, "laese", suggest=True))["suggestion"] == "lease"


def test_a_word_has_its_neighbours_and_no_more_than_can_be_asked_for() -> None:
    near = set(neighbours("gate"))
    assert {"gte", "agte", "late", "gates", "gate"} <= near
    assert len(list(neighbours("abcdefghijklmnop"))) < 1_000
    assert list(neighbours("字字字字")) == []


class TestOthers:
    @pytest.fixture
    def plugins(self) -> list[Plugin]:
        return [SignInPlugin()]

    async def test_nobody_is_told_words_of_others(self, app: FastAPI, client: Client) -> None:
        for owner, said in (("ada", "the password is heliotrope"), ("ben", "nothing of that")):
            own = Factory.of_owner(app, owner)
            await own.transcript(said, recording_id=await own.recording(title="Talk"))
        asked = {"q": "heliotrpoe", "suggest": "true"}
        told = {
            owner: (await client.get("/api/search/global", params=asked, headers=as_owner(owner)))
            for owner in ("ada", "ben")
        }
        assert {owner: answer.json()["suggestion"] for owner, answer in told.items()} == {
            "ada": "heliotrope",
            "ben": None,
        }

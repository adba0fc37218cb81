"""Finding and replacing in a transcript."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.client import Client
from support.factories import Factory, MadeTranscript
from verbatim.transcripts.replacing.matching import Pattern


@pytest.fixture
async def made(factory: Factory) -> MadeTranscript:
    return await factory.transcript("The café is a Café, not a cafe", "Cafés and cafeteria", "nothing here")


async def post(client: Client, made: MadeTranscript, where: str, **body: Any) -> Any:
    return await client.post(f"/api/transcripts/{made.id}/{where}", json=body)


async def texts(client: Client, made: MadeTranscript) -> list[str]:
    return [one["text"] for one in (await client.get(f"/api/transcripts/{made.id}")).json()["segments"]]


async def test_looked_at_replaced_and_taken_back(client: Client, made: MadeTranscript) -> None:
    before = await texts(client, made)
    words = (await client.get(f"/api/transcripts/{made.id}?words=true")).json()["segments"][0]["words"]
    body = {"find": "café", "replace": "coffee house", "whole_words": True}
    shown = (await post(client, made, "find", **body)).json()
    assert (shown["segments"], shown["places"], shown["revision"]) == (1, 2, 0)
    assert shown["items"][0]["after"] == "The coffee house is a coffee house, not a cafe"
    assert [before[0][start:end] for start, end in shown["items"][0]["places"]] == ["café", "Café"]
    assert await texts(client, made) == before
    done = (await post(client, made, "replace", **body, revision=0)).json()
    assert (done["replaced"], done["revision"]) == (2, 1)
    now = (await client.get(f"/api/transcripts/{made.id}?words=true")).json()["segments"][0]["words"]
    assert (now[0], now[-1]) == (words[0], words[-1])
    answer = await post(client, made, "replace", **body, revision=0)
    assert (answer.status_code, answer.json()["code"]) == (409, "revision_conflict")
    assert (await client.post(f"/api/transcripts/{made.id}/undo")).status_code == 200
    assert await texts(client, made) == before


@pytest.mark.parametrize(
    ("how", "places"),
    [
        ({}, 3),
        ({"accents": False}, 5),
        ({"accents": False, "whole_words": True}, 3),
        ({"case": True}, 1),
        ({"case": True, "accents": False, "whole_words": True}, 2),
    ],
)
async def test_what_counts(client: Client, made: MadeTranscript, how: dict[str, bool], places: int) -> None:
    assert (await post(client, made, "find", find="café", **how)).json()["places"] == places


async def test_only_in_some_segments_and_nothing_at_all(client: Client, made: MadeTranscript) -> None:
    body = {"find": "a", "replace": "A", "case": True}
    only = (await post(client, made, "replace", **body, segment_ids=[made.segment_ids[1]])).json()
    assert [one["text"] for one in only["segments"]] == ["CAfés And cAfeteriA"]
    none = (await post(client, made, "replace", find="zebra", replace="x")).json()
    assert (none["replaced"], none["revision"]) == (0, 1)
    for wrong in ({"find": ""}, {"find": "x" * 501}, {"find": "x", "regex": True}, {}):
        assert (await post(client, made, "replace", **wrong)).status_code == 422


@given(text=st.text(max_size=40), find=st.text(min_size=1, max_size=4), case=st.booleans(), accents=st.booleans())
def test_whatever_is_looked_for(text: str, find: str, case: bool, accents: bool) -> None:  # noqa: FBT001 - drawn
    pattern = Pattern(find, case=case, accents=accents)
    reached = 0
    for start, end in pattern.places(text):
        assert reached <= start < end <= len(text)
        reached = end
    if case and accents:
        assert pattern.replaced(text, "") == text.replace(find, "")

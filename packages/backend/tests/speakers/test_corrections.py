"""Correcting who spoke: some segments, a range, from one on, everywhere, and within one segment."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory, MadeTranscript

TEXTS = ("one two three four", "five six", "seven, eight", "nine ten", "eleven")


@pytest.fixture
async def made(factory: Factory) -> MadeTranscript:
    """Give five segments, spoken by two people in turn."""
    return await factory.transcript(*TEXTS, speakers=["Speaker 1", "Speaker 2"])


async def assign(client: Client, made: MadeTranscript, speaker: str | None = "Ada", **choice: Any) -> Any:
    return await client.post(f"/api/transcripts/{made.id}/assign-speaker", json={"speaker": speaker, **choice})


async def split(client: Client, made: MadeTranscript, number: int, word: int, **more: Any) -> Any:
    url = f"/api/transcripts/{made.id}/segments/{made.segment_ids[number]}/split"
    return await client.post(url, json={"word_index": word, **more})


async def read(client: Client, made: MadeTranscript) -> list[dict[str, Any]]:
    found = (await client.get(f"/api/transcripts/{made.id}", params={"words": "true"})).json()
    segments: list[dict[str, Any]] = found["segments"]
    return segments


async def speakers(client: Client, made: MadeTranscript) -> list[str | None]:
    return [segment["speaker"] for segment in await read(client, made)]


class TestMany:
    async def test_some(self, client: Client, made: MadeTranscript) -> None:
        answer = await assign(client, made, segment_ids=[made.segment_ids[0], made.segment_ids[3]])
        assert answer.status_code == 200, answer.text
        assert [one["id"] for one in answer.json()["segments"]] == [made.segment_ids[0], made.segment_ids[3]]
        assert {one["version"] for one in answer.json()["segments"]} == {2}
        assert "Ada" in {one["speaker_name"] for one in answer.json()["speakers"]}
        assert await speakers(client, made) == ["Ada", "Speaker 2", "Speaker 1", "Ada", "Speaker 1"]

    async def test_a_range(self, client: Client, made: MadeTranscript) -> None:
        await assign(client, made, from_segment_id=made.segment_ids[1], to_segment_id=made.segment_ids[3])
        assert await speakers(client, made) == ["Speaker 1", "Ada", "Ada", "Ada", "Speaker 1"]

    async def test_from_here_on(self, client: Client, made: MadeTranscript) -> None:
        await assign(client, made, from_segment_id=made.segment_ids[2])
        assert await speakers(client, made) == ["Speaker 1", "Speaker 2", "Ada", "Ada", "Ada"]

    async def test_everywhere(self, client: Client, made: MadeTranscript) -> None:
        await assign(client, made, "Speaker 2", of_speaker_id=made.speaker_ids[0])
        assert set(await speakers(client, made)) == {"Speaker 2"}

    async def test_one_speaker_from_here_on(self, client: Client, made: MadeTranscript) -> None:
        await assign(client, made, of_speaker_id=made.speaker_ids[0], from_segment_id=made.segment_ids[1])
        assert await speakers(client, made) == ["Speaker 1", "Speaker 2", "Ada", "Speaker 2", "Ada"]

    async def test_nobody_knows_who_it_is(self, client: Client, made: MadeTranscript) -> None:
        answer = await assign(client, made, None, segment_ids=made.segment_ids[1:3])
        assert [(one["speaker"], one["speaker_id"], one["version"]) for one in answer.json()["segments"]] == [
            (None, None, 2)
        ] * 2
        assert len(answer.json()["speakers"]) == 2, "whoever is taken away here may speak elsewhere"
        again = await assign(client, made, None, segment_ids=made.segment_ids[1:3])
        assert again.json()["segments"] == []
        await assign(client, made, "Ada", from_segment_id=made.segment_ids[1], to_segment_id=made.segment_ids[1])
        undo = f"/api/transcripts/{made.id}/undo"
        await client.post(undo, json={})
        assert await speakers(client, made) == ["Speaker 1", None, None, "Speaker 2", "Speaker 1"]
        await client.post(undo, json={})
        assert await speakers(client, made) == ["Speaker 1", "Speaker 2", "Speaker 1", "Speaker 2", "Speaker 1"]
        text = (await client.get(f"/api/transcripts/{made.id}/export", params={"format": "txt"})).text
        assert "None" not in text

    async def test_what_is_theirs_already_stays_untouched(self, client: Client, made: MadeTranscript) -> None:
        answer = await assign(client, made, "Speaker 1", from_segment_id=made.segment_ids[0])
        assert [one["id"] for one in answer.json()["segments"]] == [made.segment_ids[1], made.segment_ids[3]]
        assert [segment["version"] for segment in await read(client, made)] == [1, 2, 1, 2, 1]

    async def test_somebody_else_was_quicker(self, client: Client, made: MadeTranscript) -> None:
        seen = dict.fromkeys(made.segment_ids, 1)
        await client.patch(f"/api/transcripts/{made.id}/segments/{made.segment_ids[2]}", json={"text": "changed"})
        answer = await assign(client, made, from_segment_id=made.segment_ids[0], versions=seen)
        assert (answer.status_code, answer.json()["code"]) == (409, "segment_conflict")
        assert answer.json()["current"]["text"] == "changed"
        assert "Ada" not in await speakers(client, made)

    async def test_wrong_choices(self, client: Client, made: MadeTranscript, factory: Factory) -> None:
        other = await factory.transcript("of another recording")
        nothing = await assign(client, made)
        assert (nothing.status_code, nothing.json()["code"]) == (422, "nothing_chosen")
        foreign = await assign(client, made, from_segment_id=other.segment_ids[0])
        assert (foreign.status_code, foreign.json()["code"]) == (404, "segment_not_found")
        foreign = await assign(client, made, segment_ids=[made.segment_ids[0], other.segment_ids[0]])
        assert (foreign.status_code, foreign.json()["code"]) == (404, "segment_not_found")
        foreign = await assign(client, made, of_speaker_id=other.speaker_ids[0])
        assert (foreign.status_code, foreign.json()["code"]) == (404, "speaker_not_found")
        assert "Ada" not in await speakers(client, made)
        assert (await assign(client, made, "", segment_ids=[made.segment_ids[0]])).status_code == 422


class TestSplit:
    async def test_between_two_people(self, client: Client, made: MadeTranscript) -> None:
        whole = (await read(client, made))[0]
        answer = await split(client, made, 0, 2, speaker="Ada", version=1)
        assert answer.status_code == 200, answer.text
        segments = await read(client, made)
        assert [segment["text"] for segment in segments] == ["one two", "three four", *TEXTS[1:]]
        assert [segment["segment_index"] for segment in segments] == list(range(6))
        assert [segment["speaker"] for segment in segments[:2]] == ["Speaker 1", "Ada"]
        assert segments[0]["words"] + segments[1]["words"] == whole["words"]
        assert (segments[0]["start_time"], segments[1]["end_time"]) == (whole["start_time"], whole["end_time"])
        assert segments[0]["end_time"] == whole["words"][1]["end"]
        assert segments[1]["start_time"] == whole["words"][2]["start"]
        listed = (await client.get(f"/api/transcripts/{made.id}/segments")).json()
        assert listed["total"] == 6

    async def test_letters_and_spaces_stay(self, client: Client, made: MadeTranscript) -> None:
        await split(client, made, 2, 1)
        segments = await read(client, made)
        assert [segment["text"] for segment in segments[2:4]] == ["seven,", "eight"]
        assert segments[2]["speaker"] == segments[3]["speaker"]

    async def test_again_and_again(self, client: Client, made: MadeTranscript) -> None:
        for word in (3, 2, 1):
            assert (await split(client, made, 0, word)).status_code == 200
        assert [segment["text"] for segment in (await read(client, made))[:4]] == ["one", "two", "three", "four"]

    async def test_not_there(self, client: Client, made: MadeTranscript) -> None:
        for word in (4, 99):
            answer = await split(client, made, 0, word)
            assert (answer.status_code, answer.json()["code"]) == (422, "no_such_word")
        assert (await split(client, made, 0, 0)).status_code == 422

    async def test_somebody_else_was_quicker(self, client: Client, made: MadeTranscript) -> None:
        await split(client, made, 0, 2)
        answer = await split(client, made, 0, 1, version=1)
        assert (answer.status_code, answer.json()["code"]) == (409, "segment_conflict")

    async def test_found_by_search_afterwards(self, client: Client, made: MadeTranscript) -> None:
        await split(client, made, 0, 2)
        found = (await client.get("/api/search/segments", params={"q": "three"})).json()
        assert [[part["text"] for part in item["snippet"] if part["hit"]] for item in found["results"]] == [["three"]]


async def test_others_hear_of_it(client: Client, made: MadeTranscript, app: FastAPI) -> None:
    heard: list[dict[str, Any]] = []

    async def listen(**arguments: Any) -> None:
        heard.append(arguments)

    app.state.runtime.events.on("transcript.updated", listen)
    await assign(client, made, from_segment_id=made.segment_ids[3])
    await split(client, made, 0, 2)
    assert [event["transcript_id"] for event in heard] == [made.id] * 2

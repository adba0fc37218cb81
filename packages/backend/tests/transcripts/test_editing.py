"""Correcting a transcript: text, speakers, segments; alone and against somebody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from support.client import Client
from support.factories import Factory, MadeTranscript
from verbatim.core.ownership import use_scope
from verbatim.transcripts.models import Segment, Transcript

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
async def made(factory: Factory) -> MadeTranscript:
    """Give a transcript of three segments, spoken by two people in turn."""
    return await factory.transcript(
        "The quick brown fox", "jumps over", "the lazy dog", speakers=["Speaker 1", "Speaker 2"]
    )


async def read(client: Client, made: MadeTranscript, *, words: bool = True) -> dict[str, Any]:
    answer = await client.get(f"/api/transcripts/{made.id}", params={"words": str(words).lower()})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def edit(client: Client, made: MadeTranscript, number: int = 0, **change: Any) -> Any:
    return await client.patch(f"/api/transcripts/{made.id}/segments/{made.segment_ids[number]}", json=change)


@asynccontextmanager
async def as_single_user(factory: Factory) -> AsyncIterator[AsyncSession]:
    with use_scope(factory.scope):
        async with factory.database.transaction() as session:
            yield session


class TestReading:
    async def test_with_and_without_words(self, client: Client, made: MadeTranscript) -> None:
        plain, full = await read(client, made, words=False), await read(client, made)
        assert [segment["words"] for segment in plain["segments"]] == [None] * 3
        assert [len(segment["words"]) for segment in full["segments"]] == [4, 2, 3]
        assert set(full["segments"][0]["words"][0]) == {"text", "start", "end", "confidence"}
        assert [segment["speaker"] for segment in full["segments"]] == ["Speaker 1", "Speaker 2", "Speaker 1"]
        by_recording = await client.get(f"/api/transcripts/by-recording/{made.recording_id}?words=true")
        assert by_recording.json() == full

    async def test_in_parts(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript(*(f"segment {number}" for number in range(25)))
        url = f"/api/transcripts/{made.id}/segments"
        found = (await client.get(url, params={"skip": 20, "limit": 10})).json()
        assert (found["total"], found["skip"], found["limit"]) == (25, 20, 10)
        assert [item["segment_index"] for item in found["items"]] == [20, 21, 22, 23, 24]
        assert (await client.get(url, params={"skip": 99})).json()["items"] == []
        for wrong in ({"limit": 501}, {"limit": 0}, {"skip": -1}):
            assert (await client.get(url, params=wrong)).status_code == 422

    async def test_nobody(self, client: Client, made: MadeTranscript, factory: Factory) -> None:
        without = await factory.recording()
        for url, code in (
            ("/api/transcripts/nobody", "transcript_not_found"),
            ("/api/transcripts/nobody/segments", "transcript_not_found"),
            ("/api/transcripts/nobody/export", "transcript_not_found"),
            ("/api/transcripts/by-recording/nobody", "recording_not_found"),
            (f"/api/transcripts/by-recording/{without}", "transcript_not_found"),
            ("/api/speakers/by-transcript/nobody", "transcript_not_found"),
        ):
            answer = await client.get(url)
            assert (answer.status_code, answer.json()["code"]) == (404, code), url
        for strange in ("abc", "0", "-1", "\u0661", "9" * 30, "1.5"):
            answer = await client.patch(f"/api/transcripts/{made.id}/segments/{strange}", json={"text": "x"})
            assert (answer.status_code, answer.json()["code"]) == (404, "segment_not_found"), strange


class TestAge:
    async def test_every_change_of_the_text_makes_it_young(
        self, client: Client, made: MadeTranscript, factory: Factory
    ) -> None:
        """What is kept by the day of its last change must see each kind of change, and the segment's own day too."""
        first, speaker = made.segment_ids[0], made.speaker_ids[0]
        changes = {
            "text": ("PATCH", f"/api/transcripts/{made.id}/segments/{first}", {"text": "A quick red fox"}),
            "speaker": ("PATCH", f"/api/transcripts/{made.id}/segments/{first}", {"speaker": "Speaker 2"}),
            "name": ("PATCH", f"/api/speakers/{speaker}", {"speaker_name": "Grace"}),
            "deletion": ("DELETE", f"/api/transcripts/{made.id}/segments/{made.segment_ids[2]}", None),
        }
        for change, (method, url, body) in changes.items():
            async with as_single_user(factory) as session:
                for model in (Transcript, Segment):
                    await session.execute(update(model).values(updated_at=LONG_AGO))
            answer = await client.request(method, url, json=body)
            assert answer.status_code < 300, (change, answer.text)
            async with as_single_user(factory) as session:
                whole = await session.scalar(select(Transcript.updated_at).where(Transcript.id == made.id))
                part = await session.scalar(select(Segment.updated_at).where(Segment.id == int(first)))
            assert whole is not None
            assert whole > LONG_AGO, change
            assert part is not None
            assert (part > LONG_AGO) == (change in {"text", "speaker"}), change

    async def test_a_segment_without_words_can_be_corrected(
        self, client: Client, made: MadeTranscript, factory: Factory
    ) -> None:
        async with as_single_user(factory) as session:
            await session.execute(update(Segment).where(Segment.id == int(made.segment_ids[0])).values(words=None))
        answer = await edit(client, made, text="The slow brown fox")
        assert answer.status_code == 200, answer.text
        [segment] = [one for one in (await read(client, made))["segments"] if one["id"] == made.segment_ids[0]]
        assert [word["text"] for word in segment["words"]] == ["The", "slow", "brown", "fox"]
        times = [time for word in segment["words"] for time in (word["start"], word["end"])]
        assert times == sorted(times)
        assert segment["start_time"] <= times[0] < times[-1] <= segment["end_time"]


class TestText:
    async def test_a_correction(self, client: Client, made: MadeTranscript) -> None:
        before = (await read(client, made))["segments"][0]
        answer = await edit(client, made, text="  The quick\n\nbrown \t ox\x00 ", version=1)
        assert answer.status_code == 200, answer.text
        after = answer.json()
        assert (after["text"], after["original_text"]) == ("The quick brown ox", "The quick brown fox")
        assert (after["version"], after["edited_by"]) == (2, "You")
        assert after["words"][:3] == before["words"][:3], "words that stayed keep their time and confidence"
        assert after["words"][3] == {**before["words"][3], "text": "ox", "confidence": None}
        assert (await read(client, made))["segments"][0] == after

    async def test_original_text_stays_the_engines_through_many_edits(
        self, client: Client, made: MadeTranscript
    ) -> None:
        for text in ("One", "One two three four five six", "", "Again"):
            answer = await edit(client, made, text=text)
            assert answer.json()["original_text"] == "The quick brown fox"
            whole = await read(client, made)
            assert whole["word_count"] == sum(len(segment["words"]) for segment in whole["segments"])
        reverted = (await edit(client, made, text="The quick brown fox")).json()
        assert reverted["text"] == reverted["original_text"]
        times = [(word["start"], word["end"]) for word in reverted["words"]]
        assert times == sorted(times)
        assert (times[0][0], times[-1][1]) == (0.0, 10.0)

    async def test_an_old_version(self, client: Client, made: MadeTranscript) -> None:
        await edit(client, made, text="First", version=1)
        answer = await edit(client, made, text="Second", version=1)
        assert (answer.status_code, answer.json()["code"]) == (409, "segment_conflict")
        assert answer.json()["current"] == (await read(client, made))["segments"][0]
        assert (await edit(client, made, text="Second", version=2)).status_code == 200
        assert (await edit(client, made, text="Third")).json()["version"] == 4, "without a version the last one wins"

    async def test_saving_what_is_there_changes_nothing(self, client: Client, made: MadeTranscript) -> None:
        before = (await read(client, made))["segments"][0]
        answer = await edit(client, made, text="The quick brown fox ", speaker="Speaker 1", version=1)
        assert answer.json() == before

    async def test_a_change_whose_answer_was_lost_is_sent_again(self, client: Client, made: MadeTranscript) -> None:
        first = await edit(client, made, text="First ", version=1)
        revision = (await read(client, made))["revision"]
        again = await edit(client, made, text="First ", version=1)
        assert (again.status_code, again.json()["version"]) == (200, first.json()["version"])
        assert (await read(client, made))["revision"] == revision, "it has not become a second change"
        for other in ({"text": "First", "speaker": "Ada"}, {"text": "First", "start_time": 0.0}, {"speaker": "Ada"}):
            assert (await edit(client, made, version=1, **other)).json()["code"] == "segment_conflict", other
        await edit(client, made, text="Second", version=2)
        assert (await edit(client, made, text="First", version=1)).json()["current"]["text"] == "Second"

    async def test_a_change_that_somebody_else_sends(self, client: Client, made: MadeTranscript) -> None:
        path = f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}"
        answer = await client.patch(path, json={"text": "Not mine"}, headers={"Written-By": "ada"})
        assert (answer.status_code, answer.json()["code"]) == (409, "another_author")
        assert (await read(client, made))["segments"][0]["text"] == "The quick brown fox"
        assert (await client.patch(path, json={"text": "Mine"}, headers={"Written-By": "local"})).status_code == 200

    async def test_two_editors_at_once_exactly_one_wins(self, client: Client, made: MadeTranscript) -> None:
        for round_ in range(1, 6):
            answers = await asyncio.gather(
                *(edit(client, made, text=f"editor {who} {round_}", version=round_) for who in range(4))
            )
            winners = [answer.json() for answer in answers if answer.status_code == 200]
            losers = [answer.json() for answer in answers if answer.status_code == 409]
            assert (len(winners), len(losers)) == (1, 3)
            assert {loser["current"]["text"] for loser in losers} == {winners[0]["text"]}

    async def test_editors_of_different_segments_keep_the_count_right(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript(*(["one word here"] * 8))
        answers = await asyncio.gather(
            *(edit(client, made, number, text="word " * (number + 1)) for number in range(6)),
            client.delete(f"/api/transcripts/{made.id}/segments/{made.segment_ids[7]}"),
        )
        assert {answer.status_code for answer in answers} == {200}
        whole = await read(client, made)
        assert whole["word_count"] == sum(len(segment["words"]) for segment in whole["segments"]) == 21 + 3

    async def test_too_long(self, client: Client, made: MadeTranscript) -> None:
        assert (await edit(client, made, text="x" * 20_001)).status_code == 422
        assert (await edit(client, made, text="x" * 20_000)).status_code == 200


class TestSpeakers:
    async def speakers(self, client: Client, made: MadeTranscript) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await client.get(f"/api/speakers/by-transcript/{made.id}")).json()["items"]
        return found

    async def test_by_name_made_once_and_used_again(self, client: Client, made: MadeTranscript) -> None:
        first = (await edit(client, made, 0, speaker=" Ada\n Lovelace ")).json()
        second = (await edit(client, made, 1, speaker="Ada Lovelace")).json()
        assert (first["speaker"], first["speaker_id"]) == (second["speaker"], second["speaker_id"])
        assert first["speaker"] == "Ada Lovelace"
        assert len(await self.speakers(client, made)) == 3
        assert (await edit(client, made, 2, speaker=" \n ")).status_code == 422

    async def test_by_name_at_the_same_time(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript(*(["text"] * 6))
        answers = await asyncio.gather(*(edit(client, made, number, speaker="Ada") for number in range(6)))
        assert len({answer.json()["speaker_id"] for answer in answers}) == 1

    async def test_renamed_everywhere(self, client: Client, made: MadeTranscript) -> None:
        url = f"/api/speakers/{made.speaker_ids[0]}"
        answer = await client.patch(url, json={"speaker_name": "Ada", "color": "#123abc"})
        assert (answer.json()["speaker_name"], answer.json()["speaker_label"]) == ("Ada", "Speaker 1")
        whole = await read(client, made)
        assert [segment["speaker"] for segment in whole["segments"]] == ["Ada", "Speaker 2", "Ada"]
        await client.patch(url, json={"color": None})
        assert (await self.speakers(client, made))[0]["speaker_name"] == "Ada", "what is left out stays"
        await client.patch(url, json={"speaker_name": None})
        assert (await read(client, made))["segments"][0]["speaker"] == "Speaker 1"
        for wrong in ({"color": "red"}, {"speaker_name": ""}, {"speaker_name": "x" * 201}):
            assert (await client.patch(url, json=wrong)).status_code == 422

    async def test_merged(self, client: Client, made: MadeTranscript, factory: Factory) -> None:
        one, two = made.speaker_ids
        answer = await client.post(f"/api/speakers/{one}/merge", json={"target_speaker_id": two})
        assert (answer.json()["segments_moved"], answer.json()["speaker"]["id"]) == (2, two)
        assert {segment["speaker_id"] for segment in (await read(client, made))["segments"]} == {two}
        assert [speaker["id"] for speaker in await self.speakers(client, made)] == [two]
        stranger = (await factory.transcript("x")).speaker_ids[0]
        for target, status, code in (
            (two, 422, "bad_merge"),
            (stranger, 422, "bad_merge"),
            (one, 404, "speaker_not_found"),
        ):
            answer = await client.post(f"/api/speakers/{two}/merge", json={"target_speaker_id": target})
            assert (answer.status_code, answer.json()["code"]) == (status, code)

    async def test_reassigned(self, client: Client, made: MadeTranscript) -> None:
        body = {"transcript_id": made.id, "segment_id": made.segment_ids[2], "speaker_name": "Ben"}
        answer = (await client.post("/api/speakers/reassign-segment", json=body)).json()
        assert (answer["segment"]["speaker"], answer["segment"]["version"]) == ("Ben", 2)
        assert [speaker["speaker_name"] for speaker in answer["speakers"]] == [None, None, "Ben"]

    async def test_names_of_all_transcripts(self, client: Client, factory: Factory) -> None:
        for names in (["Ada", "Ben"], ["Ada"], ["Zoe"]):
            made = await factory.transcript("a", "b", speakers=[f"S{n}" for n in range(len(names))])
            for identity, name in zip(made.speaker_ids, names, strict=True):
                await client.patch(f"/api/speakers/{identity}", json={"speaker_name": name})
        unique = (await client.get("/api/speakers/unique")).json()["items"]
        assert unique == [{"name": "Ada", "count": 2}, {"name": "Ben", "count": 1}, {"name": "Zoe", "count": 1}]


class TestDeletingSegments:
    async def test_one_and_several(self, client: Client, made: MadeTranscript) -> None:
        url = f"/api/transcripts/{made.id}/segments"
        assert (await client.delete(f"{url}/{made.segment_ids[1]}")).status_code == 200
        assert (await client.delete(f"{url}/{made.segment_ids[1]}")).status_code == 404
        whole = await read(client, made)
        assert ([s["segment_index"] for s in whole["segments"]], whole["word_count"]) == ([0, 2], 7)
        body = {"segment_ids": [made.segment_ids[0], made.segment_ids[0], made.segment_ids[1]]}
        answer = await client.post(f"{url}/bulk-delete", json=body)
        assert answer.json()["message"].startswith("1 ")
        assert (await client.get(url)).json()["total"] == 1
        assert (await read(client, made))["word_count"] == 3

    async def test_of_another_transcript(self, client: Client, made: MadeTranscript, factory: Factory) -> None:
        other = await factory.transcript("keep me")
        url = f"/api/transcripts/{made.id}/segments"
        assert (await client.delete(f"{url}/{other.segment_ids[0]}")).status_code == 404
        await client.post(f"{url}/bulk-delete", json={"segment_ids": [other.segment_ids[0]]})
        assert len((await read(client, other))["segments"]) == 1

    async def test_at_the_same_time(self, client: Client, made: MadeTranscript) -> None:
        body = {"segment_ids": [made.segment_ids[0]]}
        url = f"/api/transcripts/{made.id}/segments/bulk-delete"
        await asyncio.gather(*(client.post(url, json=body) for _ in range(4)))
        assert (await read(client, made))["word_count"] == 5
        assert (await client.get(f"/api/transcripts/{made.id}/segments")).json()["total"] == 2

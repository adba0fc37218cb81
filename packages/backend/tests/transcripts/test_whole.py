"""A whole transcript: complete however long it is, and not sent again to whoever holds it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from fastapi import FastAPI
from support.client import Client
from support.factories import Factory, MadeTranscript
from support.statements import statements_of
from verbatim.transcripts.schemas import SegmentResponse, TranscriptWithSegmentsResponse


@pytest.fixture
async def made(factory: Factory) -> MadeTranscript:
    return await factory.transcript("The quick brown fox", "jumps over", "the lazy dog", speakers=["One", "Two"])


def addresses(made: MadeTranscript) -> list[str]:
    both = [f"/api/transcripts/{made.id}", f"/api/transcripts/by-recording/{made.recording_id}"]
    return [*both, *(f"{address}?words=true" for address in both)]


async def _tag(client: Client, address: str) -> str:
    answer = await client.get(address)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "private, no-cache"
    return str(answer.headers["etag"])


async def test_whoever_holds_a_transcript_is_not_sent_it_again(client: Client, made: MadeTranscript) -> None:
    for address in addresses(made):
        tag = await _tag(client, address)
        for held in (tag, tag.removeprefix("W/"), f'"other", {tag}', "*"):
            again = await client.get(address, headers={"If-None-Match": held})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        for held in ('"other"', "", f"{tag[:-1]}", tag.replace('"', "")):
            assert (await client.get(address, headers={"If-None-Match": held})).status_code == 200


async def test_it_says_of_a_segment_what_its_model_says(client: Client, made: MadeTranscript) -> None:
    for address in addresses(made):
        said = (await client.get(address)).json()
        for segment in said["segments"]:
            assert list(segment) == list(SegmentResponse.model_fields)
            assert SegmentResponse.model_validate(segment).model_dump(mode="json") == segment
        assert TranscriptWithSegmentsResponse.model_validate(said).model_dump(mode="json") == said


async def test_with_and_without_words_are_different_answers(client: Client, made: MadeTranscript) -> None:
    assert await _tag(client, addresses(made)[0]) != await _tag(client, addresses(made)[2])


async def test_a_transcript_that_is_held_costs_one_question(app: FastAPI, client: Client, made: MadeTranscript) -> None:
    tag = await _tag(client, addresses(made)[0])
    with statements_of(app) as seen:
        await client.get(addresses(made)[0], headers={"If-None-Match": tag})
    assert len(seen) == 1


Change = Callable[[Client, MadeTranscript], Awaitable[Any]]
CHANGES: dict[str, Change] = {
    "text": lambda client, made: client.patch(
        f"/api/transcripts/{made.id}/segments/{made.segment_ids[1]}", json={"text": "leaps over"}
    ),
    "speaker of a segment": lambda client, made: client.patch(
        f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}", json={"speaker": "Somebody"}
    ),
    "name of a speaker": lambda client, made: client.patch(
        f"/api/speakers/{made.speaker_ids[0]}", json={"speaker_name": "Ada"}
    ),
    "colour of a speaker": lambda client, made: client.patch(
        f"/api/speakers/{made.speaker_ids[1]}", json={"color": "#123456"}
    ),
    "merged speakers": lambda client, made: client.post(
        f"/api/speakers/{made.speaker_ids[0]}/merge", json={"target_speaker_id": made.speaker_ids[1]}
    ),
    "deleted segment": lambda client, made: client.delete(f"/api/transcripts/{made.id}/segments/{made.segment_ids[2]}"),
    "deleted segments": lambda client, made: client.post(
        f"/api/transcripts/{made.id}/segments/bulk-delete", json={"segment_ids": [made.segment_ids[0]]}
    ),
    "title": lambda client, made: client.patch(f"/api/recordings/{made.recording_id}", json={"title": "Another"}),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
async def test_whatever_changes_is_sent(client: Client, made: MadeTranscript, change: Change) -> None:
    before = {address: await client.get(address) for address in addresses(made)}
    done = await change(client, made)
    assert done.status_code == 200, done.text
    for address, old in before.items():
        new = await client.get(address, headers={"If-None-Match": old.headers["etag"]})
        assert new.status_code == 200, address
        assert new.json() != old.json()
        assert new.headers["etag"] != old.headers["etag"]


async def test_what_changes_nothing_changes_no_tag(client: Client, made: MadeTranscript) -> None:
    tag = await _tag(client, addresses(made)[0])
    same = {"text": "jumps over", "speaker": "Two"}
    await client.patch(f"/api/transcripts/{made.id}/segments/{made.segment_ids[1]}", json=same)
    assert await _tag(client, addresses(made)[0]) == tag


async def test_a_new_transcript_of_a_recording_is_sent(client: Client, factory: Factory, made: MadeTranscript) -> None:
    address = addresses(made)[1]
    tag = await _tag(client, address)
    await factory.transcript("said anew", recording_id=made.recording_id)
    new = await client.get(address, headers={"If-None-Match": tag})
    assert [segment["text"] for segment in new.json()["segments"]] == ["said anew"]


async def test_a_deleted_transcript_is_gone_for_those_who_hold_it_too(client: Client, made: MadeTranscript) -> None:
    tags = {address: await _tag(client, address) for address in addresses(made)}
    await client.delete(f"/api/recordings/{made.recording_id}")
    for address, tag in tags.items():
        assert (await client.get(address, headers={"If-None-Match": tag})).status_code == 404


async def test_the_whole_is_the_sum_of_its_parts(client: Client, factory: Factory) -> None:
    texts = [f'segment {number} "quoted" \\ ü 日本 \N{GRINNING FACE} <b>' for number in range(130)]
    made = await factory.transcript(*texts, speakers=["b", "a", "c"])
    await client.patch(f"/api/transcripts/{made.id}/segments/{made.segment_ids[7]}", json={"text": "corrected here"})
    await client.patch(f"/api/speakers/{made.speaker_ids[2]}", json={"speaker_name": "Grace"})
    for words in ("false", "true"):
        whole = (await client.get(f"/api/transcripts/{made.id}?words={words}")).json()
        parts: list[Any] = []
        for skip in (0, 100):
            query = {"skip": skip, "limit": 100, "words": words}
            parts += (await client.get(f"/api/transcripts/{made.id}/segments", params=query)).json()["items"]
        assert whole["segments"] == parts
        assert [one["speaker_label"] for one in whole["speakers"]] == ["a", "b", "c"]
        assert whole["segments"][7]["edited_by"] is not None
        assert whole["segments"][7]["original_text"] == texts[7]
        assert {one["speaker"] for one in parts} == {"a", "b", "Grace"}
        edited = await client.get(f"/api/transcripts/{made.id}?words={words}")
        assert edited.headers["content-type"] == "application/json"


async def test_a_recording_without_transcript_says_so(client: Client, factory: Factory) -> None:
    recording_id = await factory.recording()
    answer = await client.get(f"/api/transcripts/by-recording/{recording_id}")
    assert (answer.status_code, answer.json()["detail"]) == (404, "This recording has no transcript yet.")
    assert (await client.get("/api/transcripts/by-recording/none")).json()["code"] == "recording_not_found"
    assert (await client.get("/api/transcripts/none")).json()["code"] == "transcript_not_found"

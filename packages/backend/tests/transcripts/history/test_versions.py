"""Versions of a transcript: named, shown, compared, restored wholly or in parts."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update
from support.client import Client
from support.factories import Factory, MadeTranscript
from verbatim.core.ownership import use_scope
from verbatim.transcripts.models import Segment

TEXTS = ("The quick brown fox", "jumps over", "the lazy dog", "and runs away into the wood")


@pytest.fixture
async def made(factory: Factory) -> MadeTranscript:
    """Give a transcript of four segments, spoken by two people in turn."""
    return await factory.transcript(*TEXTS, speakers=["Speaker 1", "Speaker 2"])


async def ok(client: Client, method: str, path: str, body: Any = None) -> Any:
    answer = await client.request(method, path, json=body)
    assert answer.status_code < 300, answer.text
    return answer.json()


async def texts(client: Client, made: MadeTranscript) -> list[str]:
    return [one["text"] for one in (await ok(client, "GET", f"/api/transcripts/{made.id}"))["segments"]]


async def test_what_the_engine_heard_is_always_there(client: Client, made: MadeTranscript) -> None:
    url = f"/api/transcripts/{made.id}"
    fresh = await ok(client, "GET", f"{url}/versions")
    assert [(one["kind"], one["number"]) for one in fresh["items"]] == [("current", 0), ("engine", 0)]
    await ok(client, "PATCH", f"{url}/segments/{made.segment_ids[0]}", {"text": "A slow fox"})
    await ok(client, "POST", f"{url}/versions", {"name": "Before the meeting", "reason": "Grace asked"})
    await ok(client, "DELETE", f"{url}/segments/{made.segment_ids[1]}")
    found = await ok(client, "GET", f"{url}/versions")
    kinds = [(one["kind"], one["number"], one["name"]) for one in found["items"]]
    assert kinds == [("current", 2, None), ("named", 1, "Before the meeting"), ("engine", 0, None)]
    assert [one["kind"] for one in found["changes"]] == ["segments_deleted", "segment_edited"]
    assert (found["can_undo"], found["can_redo"]) == (2, None)
    lines = (await ok(client, "GET", f"{url}/versions/0"))["lines"]
    assert [one["text"] for one in lines] == list(TEXTS)
    differ = (await ok(client, "GET", f"{url}/versions/0/compare"))["items"]
    assert [(one["before"] and one["before"]["text"], one["after"] and one["after"]["text"]) for one in differ] == [
        ("The quick brown fox", "A slow fox"),
        ("jumps over", None),
    ]
    for wrong in (3, -1, 10**9):
        assert (await client.get(f"{url}/versions/{wrong}")).status_code in {404, 422}
        assert (await client.post(f"{url}/versions/{wrong}/restore", json={})).status_code in {404, 422}


async def test_wholly_restored_and_taken_back(client: Client, made: MadeTranscript) -> None:
    url = f"/api/transcripts/{made.id}"
    await ok(client, "POST", f"{url}/segments/{made.segment_ids[3]}/split", {"word_index": 2})
    await ok(client, "POST", f"{url}/segments/bulk-delete", {"segment_ids": list(made.segment_ids[:2])})
    await ok(client, "PATCH", f"{url}/segments/{made.segment_ids[2]}", {"text": "a dog"})
    corrected = await texts(client, made)
    step = await ok(client, "POST", f"{url}/versions/0/restore", {"reason": "It was right"})
    assert await texts(client, made) == list(TEXTS)
    assert step["revision"] == 4
    await ok(client, "POST", f"{url}/undo")
    assert await texts(client, made) == corrected


async def test_only_some_segments(client: Client, made: MadeTranscript) -> None:
    url, ids = f"/api/transcripts/{made.id}", made.segment_ids
    await ok(client, "PATCH", f"{url}/segments/{ids[0]}", {"text": "One"})
    await ok(client, "PATCH", f"{url}/segments/{ids[1]}", {"text": "Two"})
    await ok(client, "POST", f"{url}/segments/{ids[3]}/split", {"word_index": 2})
    await ok(client, "POST", f"{url}/segments/bulk-delete", {"segment_ids": [ids[1], ids[2]]})
    await ok(client, "POST", f"{url}/versions/0/restore", {"segment_ids": [ids[2], ids[1], ids[3]]})
    assert await texts(client, made) == ["One", *TEXTS[1:]]
    answer = await client.post(f"{url}/versions/0/restore", json={"segment_ids": ["999999"]})
    assert (answer.status_code, answer.json()["code"]) == (404, "segment_not_found")


async def test_corrections_from_before_changes_were_noted(
    client: Client, made: MadeTranscript, factory: Factory
) -> None:
    """The engine's words of a segment are known also where only its original text was kept."""
    with use_scope(factory.scope):
        async with factory.database.transaction() as session:
            old = {"text": "The quick red fox", "original_text": TEXTS[0], "edited_by": "You"}
            await session.execute(update(Segment).where(Segment.id == int(made.segment_ids[0])).values(**old))
    url = f"/api/transcripts/{made.id}"
    assert (await ok(client, "GET", f"{url}/versions/0"))["lines"][0]["text"] == TEXTS[0]
    await ok(client, "POST", f"{url}/versions/0/restore", {})
    assert await texts(client, made) == list(TEXTS)
    await ok(client, "POST", f"{url}/undo")
    assert (await texts(client, made))[0] == "The quick red fox"


async def test_cutting_and_joining(client: Client, made: MadeTranscript) -> None:
    url, ids = f"/api/transcripts/{made.id}", made.segment_ids
    words = (await ok(client, "GET", f"{url}?words=true"))["segments"]
    assert (await client.post(f"{url}/segments/merge", json={"segment_ids": [ids[0], ids[2]]})).json()[
        "code"
    ] == "not_adjacent"
    assert (await client.post(f"{url}/segments/merge", json={"segment_ids": [ids[0], ids[1]]})).json()[
        "code"
    ] == "different_speakers"
    stale = {"segment_ids": [ids[0], ids[1]], "speaker": "Ada", "versions": {ids[1]: 7}}
    assert (await client.post(f"{url}/segments/merge", json=stale)).json()["current"]["text"] == TEXTS[1]
    merged = await ok(client, "POST", f"{url}/segments/merge", {"segment_ids": [ids[1], ids[0]], "speaker": "Ada"})
    [one] = merged["segments"]
    assert (one["text"], one["start_time"], one["end_time"]) == ("The quick brown fox jumps over", 0.0, 20.0)
    assert one["words"] == [*words[0]["words"], *words[1]["words"]]
    at = one["text"].index("over")
    parts = (await ok(client, "POST", f"{url}/segments/{one['id']}/split", {"at": at}))["segments"]
    assert [part["text"] for part in parts] == ["The quick brown fox jumps", "over"]
    for body in ({"at": 4000}, {"at": 0}, {}):
        answer = await client.post(f"{url}/segments/{one['id']}/split", json=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "no_such_word"), body
    new = await ok(client, "POST", f"{url}/segments", {"start_time": 25, "end_time": 28, "text": "Hear, hear"})
    assert [word.get("estimated") for word in new["segments"][0]["words"]] == [True, True]
    assert (await texts(client, made))[3] == "Hear, hear"
    for times in ({"start_time": 40, "end_time": 20}, {"start_time": 3, "end_time": 3}, {"start_time": 1}):
        answer = await client.patch(f"{url}/segments/{ids[2]}", json=times)
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_times"), times


async def test_a_change_of_somebody_else_stands_in_the_way(
    client: Client, made: MadeTranscript, factory: Factory
) -> None:
    url = f"/api/transcripts/{made.id}"
    await ok(client, "PATCH", f"{url}/segments/{made.segment_ids[0]}", {"text": "Mine"})
    with use_scope(factory.scope):
        async with factory.database.transaction() as session:
            await session.execute(update(Segment).where(Segment.id == int(made.segment_ids[0])).values(text="Theirs"))
    answer = await client.post(f"{url}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "changed_since")
    assert answer.json()["current"]["text"] == "Theirs"
    assert (await texts(client, made))[0] == "Theirs"

"""Taking changes back, making them again, and what is noted of all of them."""

from __future__ import annotations

import random
from typing import Any

import pytest
from support.client import Client
from support.factories import Factory, MadeTranscript

TEXTS = ("The quick brown fox", "jumps over", "the lazy dog", "and runs away into the wood")


@pytest.fixture
async def made(factory: Factory) -> MadeTranscript:
    """Give a transcript of four segments, spoken by two people in turn."""
    return await factory.transcript(*TEXTS, speakers=["Speaker 1", "Speaker 2"])


async def read(client: Client, made: MadeTranscript) -> dict[str, Any]:
    found: dict[str, Any] = (await client.get(f"/api/transcripts/{made.id}", params={"words": "true"})).json()
    return found


def substance(whole: dict[str, Any]) -> Any:
    """Return what a transcript says; not its revision, nor when and how often its rows were written."""
    own = {name: value for name, value in whole.items() if name not in {"revision", "updated_at"}}
    rest = {"version", "updated_at"}
    own["segments"] = [{k: v for k, v in one.items() if k not in rest} for one in whole["segments"]]
    return own


async def step(client: Client, made: MadeTranscript, where: str, **body: Any) -> Any:
    return await client.post(f"/api/transcripts/{made.id}/{where}", json=body)


async def change(client: Client, made: MadeTranscript, which: str) -> None:
    """Change something in one of the ways there are."""
    url, ids = f"/api/transcripts/{made.id}", made.segment_ids
    calls: dict[str, tuple[str, str, Any]] = {
        "text": ("PATCH", f"{url}/segments/{ids[0]}", {"text": "A quick, very red fox"}),
        "speaker": ("PATCH", f"{url}/segments/{ids[0]}", {"speaker": "Ada"}),
        "rename": ("PATCH", f"/api/speakers/{made.speaker_ids[0]}", {"speaker_name": "Grace", "color": "#123abc"}),
        "delete": ("DELETE", f"{url}/segments/{ids[1]}", None),
        "several": ("POST", f"{url}/segments/bulk-delete", {"segment_ids": [ids[0], ids[2]]}),
        "split": ("POST", f"{url}/segments/{ids[3]}/split", {"word_index": 2, "speaker": "Ben"}),
        "assign": ("POST", f"{url}/assign-speaker", {"speaker": "Zoe", "from_segment_id": ids[1]}),
        "nobody": ("POST", f"{url}/assign-speaker", {"speaker": None, "from_segment_id": ids[1]}),
        "all of one to nobody": (
            "POST",
            f"{url}/assign-speaker",
            {"speaker": None, "of_speaker_id": made.speaker_ids[0]},
        ),
        "merge people": (
            "POST",
            f"/api/speakers/{made.speaker_ids[0]}/merge",
            {"target_speaker_id": made.speaker_ids[1]},
        ),
        "merge": ("POST", f"{url}/segments/merge", {"segment_ids": [ids[0], ids[1]], "speaker": "Speaker 1"}),
        "insert": ("POST", f"{url}/segments", {"start_time": 12.5, "end_time": 14.0, "text": "Hear, hear"}),
        "times": ("PATCH", f"{url}/segments/{ids[1]}", {"start_time": 11.0, "end_time": 19.5}),
        "checked": ("POST", f"{url}/segments/check", {"segment_ids": [ids[0], ids[1]], "checked": True}),
    }
    method, path, body = calls[which]
    answer = await client.request(method, path, json=body)
    assert answer.status_code < 300, (which, answer.text)


WAYS = (
    *("text", "speaker", "rename", "delete", "several", "split", "assign", "merge people", "merge", "insert"),
    *("times", "checked", "nobody", "all of one to nobody"),
)


@pytest.mark.parametrize("way", WAYS)
async def test_every_kind_of_change_is_taken_back_and_made_again(
    client: Client, made: MadeTranscript, way: str
) -> None:
    before = await read(client, made)
    await change(client, made, way)
    after = await read(client, made)
    assert substance(after) != substance(before)
    answer = await step(client, made, "undo")
    assert answer.status_code == 200, answer.text
    assert substance(await read(client, made)) == substance(before)
    assert (answer.json()["can_undo"], answer.json()["can_redo"]) == (None, 2)
    assert (await step(client, made, "redo")).status_code == 200
    assert substance(await read(client, made)) == substance(after)
    assert (await step(client, made, "redo")).json()["code"] == "nothing_to_redo"
    for _ in range(3):
        assert (await step(client, made, "undo")).status_code == 200
        assert substance(await read(client, made)) == substance(before)
        assert (await step(client, made, "redo")).status_code == 200
        assert substance(await read(client, made)) == substance(after)


async def test_back_to_the_beginning_and_forth_again(client: Client, made: MadeTranscript) -> None:
    states = [substance(await read(client, made))]
    ways = ["text", "split", "insert", "rename", "assign", "times", "merge"]
    for way in ways:
        await change(client, made, way)
        states.append(substance(await read(client, made)))
    for expected in reversed(states[:-1]):
        assert (await step(client, made, "undo")).status_code == 200
        assert substance(await read(client, made)) == expected
    assert (await step(client, made, "undo")).json()["code"] == "nothing_to_undo"
    for expected in states[1:]:
        assert (await step(client, made, "redo")).status_code == 200
        assert substance(await read(client, made)) == expected
    history = (await client.get(f"/api/transcripts/{made.id}/versions")).json()
    assert [one["number"] for one in history["changes"]] == list(range(3 * len(ways), 0, -1))
    assert {one["author"] for one in history["changes"]} == {"You"}
    for number, expected in enumerate(states):
        lines = (await client.get(f"/api/transcripts/{made.id}/versions/{number}")).json()["lines"]
        shown = [(one["id"], one["start_time"], one["speaker"], one["text"]) for one in expected["segments"]]
        assert [(one["segment_id"], one["start_time"], one["speaker"], one["text"]) for one in lines] == shown


async def test_a_new_change_ends_what_could_be_made_again(client: Client, made: MadeTranscript) -> None:
    await change(client, made, "text")
    await step(client, made, "undo")
    await change(client, made, "delete")
    assert (await step(client, made, "redo")).json()["code"] == "nothing_to_redo"
    assert (await step(client, made, "undo")).status_code == 200
    assert (await step(client, made, "undo")).json()["code"] == "nothing_to_undo"


async def test_a_step_from_an_old_page_is_refused(client: Client, made: MadeTranscript) -> None:
    await change(client, made, "text")
    answer = await step(client, made, "undo", revision=0)
    assert (answer.status_code, answer.json()["code"], answer.json()["revision"]) == (409, "revision_conflict", 1)
    assert (await step(client, made, "undo", revision=1)).status_code == 200


async def test_saving_what_is_there_is_no_change(client: Client, made: MadeTranscript) -> None:
    await client.patch(f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}", json={"text": TEXTS[0]})
    await client.patch(f"/api/speakers/{made.speaker_ids[0]}", json={"speaker_name": None})
    assert (await read(client, made))["revision"] == 0
    assert (await step(client, made, "undo")).json()["code"] == "nothing_to_undo"


@pytest.mark.parametrize("seed", range(3))
async def test_the_history_replayed_is_the_transcript(client: Client, made: MadeTranscript, seed: int) -> None:
    """Any changes, steps back and forth, and restored versions: every state is found again, and so is the first."""
    chance = random.Random(seed)  # noqa: S311 - a choice of tests
    states = {0: substance(await read(client, made))}
    for number in range(14):
        whole = await read(client, made)
        ids = [one["id"] for one in whole["segments"]]
        url = f"/api/transcripts/{made.id}"
        one = chance.choice(whole["segments"]) if ids else None
        do = chance.choice(["edit", "edit", "delete", "split", "insert", "undo", "undo", "redo", "restore", "assign"])
        if do in {"undo", "redo"}:
            answer = await client.post(f"{url}/{do}")
        elif do == "restore":
            answer = await client.post(f"{url}/versions/{chance.choice(sorted(states))}/restore", json={})
        elif do == "insert" or one is None:
            start = float(chance.randint(0, 40))
            answer = await client.post(
                f"{url}/segments", json={"start_time": start, "end_time": start + 2, "text": "a b"}
            )
        elif do == "edit":
            answer = await client.patch(f"{url}/segments/{one['id']}", json={"text": f"edit {number} {one['text']}"})
        elif do == "delete":
            answer = await client.delete(f"{url}/segments/{one['id']}")
        elif do == "split":
            answer = await client.post(f"{url}/segments/{one['id']}/split", json={"word_index": 1})
        else:
            body = {"speaker": chance.choice(["Ada", "Ben", "Speaker 1", None]), "segment_ids": [one["id"]]}
            answer = await client.post(f"{url}/assign-speaker", json=body)
        assert answer.status_code in {200, 201, 409, 422}, answer.text
        now = await read(client, made)
        states[now["revision"]] = substance(now)
    for number, expected in states.items():
        lines = (await client.get(f"/api/transcripts/{made.id}/versions/{number}")).json()["lines"]
        shown = [(one["id"], one["speaker"], one["text"]) for one in expected["segments"]]
        assert [(one["segment_id"], one["speaker"], one["text"]) for one in lines] == shown, number
    answer = await client.post(f"/api/transcripts/{made.id}/versions/0/restore", json={"reason": "From the start"})
    assert answer.status_code == 200, answer.text
    restored = await read(client, made)
    keep = ("id", "text", "words", "start_time", "end_time", "speaker")
    assert [[one[name] for name in keep] for one in restored["segments"]] == [
        [one[name] for name in keep] for one in states[0]["segments"]
    ]
    assert restored["word_count"] == states[0]["word_count"]

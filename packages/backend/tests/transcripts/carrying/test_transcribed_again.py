"""What people corrected, after a recording was transcribed again: carried over, or listed for them to decide."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from support.again import FIRST, Engine, Page
from support.statements import statements_of
from verbatim.adapters.transcription.alignment import spread
from verbatim.transcription import again
from verbatim.transcripts.carrying import carry, preparing


async def test_what_has_a_certain_place_is_carried_and_the_rest_is_listed(page: Page, engine: Engine) -> None:
    """A name, a word of many alike, a word that is heard otherwise now, and a comma."""
    await page.write(0, "We met John Smith on the green bridge")
    await page.write(1, "no know no he said at once")
    await page.write(2, "and the water was high that day")
    await page.write(3, "the end of it came, soon enough")
    corrected = page.transcript["id"]
    engine.lines = (
        "we met jon on the green bridge",
        "no no no no he said at once",
        "and the daughter was hay",
        FIRST[3],
    )
    await page.again()
    assert page.texts == [
        "we met John Smith on the green bridge",
        engine.lines[1],
        engine.lines[2],
        "the end of it came, soon enough",
    ]
    assert page.transcript["corrections"] == 4
    found = await page.corrections()
    assert (found["carried"], found["open"], found["from_transcript_id"]) == (2, 2, corrected)
    carried = [(one["heard"], one["text"]) for one in found["items"] if one["state"] == "carried"]
    assert carried == [("jon", "John Smith"), ("came", "came,")]
    rest = [one for one in found["items"] if one["state"] == "open"]
    assert [(one["heard"], one["text"]) for one in rest] == [("no", "know"), ("hi", "high")]
    assert rest[1]["there"] in engine.lines[2]

    # It is a change with its reason; the engine's text and the earlier transcript stay.
    history = await page.call("GET", "/versions")
    assert [one["kind"] for one in history["changes"]] == ["corrections_carried"]
    assert history["changes"][0]["reason"].startswith("Carried over from the transcript of ")
    engines = await page.call("GET", "/versions/0")
    assert [one["text"] for one in engines["lines"]] == list(engine.lines)
    old = (await page.client.get(f"/api/transcripts/{corrected}")).json()
    assert [one["text"] for one in old["segments"]][1] == "no know no he said at once"
    # Words that nobody touched keep the time that the engine gave them.
    words = {one["text"]: one for one in page.transcript["segments"][0]["words"]}
    heard = spread(engine.lines[0], 0.0, 10.0, 0.9)
    assert (words["bridge"]["start"], words["bridge"]["end"]) == (heard[-1].start, heard[-1].end)


async def test_what_is_listed_is_taken_or_left_and_a_taken_one_can_be_undone(page: Page, engine: Engine) -> None:
    await page.write(1, "no know no he said at once")
    await page.write(2, "and the water was high that day")
    engine.lines = (FIRST[0], "no no no no he said at once", "and the daughter was hay that day", FIRST[3])
    await page.again()
    first, second = (await page.corrections())["items"]
    assert (second["text"], second["there"]) == ("high", "hay")
    left = await page.decide("new", first)
    assert (left["open"], left["items"][0]["state"]) == (1, "new")
    taken = await page.decide("mine", second)
    assert (taken["open"], taken["items"][0]["state"]) == (0, "mine")
    await page.read()
    assert page.texts[2] == "and the daughter was high that day"
    history = await page.call("GET", "/versions")
    assert history["changes"][0]["kind"] == "correction_taken"
    await page.call("POST", "/undo", {})
    await page.read()
    assert page.texts[2] == "and the daughter was hay that day"
    assert [one["state"] for one in (await page.corrections())["items"]] == ["new", "open"]
    # What was left may be wanted after all.
    await page.decide("mine", first)
    await page.read()
    assert "know" in page.texts[1]


async def test_nothing_open_is_lost_when_it_is_transcribed_a_third_time(page: Page, engine: Engine) -> None:
    await page.write(0, "We met John on the green bridge")
    await page.write(2, "and the water was high that day")
    engine.lines = (FIRST[0], FIRST[1], "and daughters", FIRST[3])
    await page.again()
    assert [(one["text"], one["state"]) for one in (await page.corrections())["items"]] == [
        ("John", "carried"),
        ("high", "open"),
    ]
    engine.lines = FIRST
    await page.again()
    assert page.texts == [
        "We met John on the green bridge",
        FIRST[1],
        "and the water was high that day",
        FIRST[3],
    ]
    assert [one["state"] for one in (await page.corrections())["items"]] == ["carried", "carried"]


async def test_lines_that_were_cut_added_and_deleted(page: Page, engine: Engine) -> None:
    """Cutting changes no word; what was deleted and added is where it was."""
    await page.call("POST", f"/segments/{page.id(0)}/split", {"word_index": 3})
    await page.call("DELETE", f"/segments/{page.id(3)}")
    await page.call("POST", "/segments", {"start_time": 41.0, "end_time": 43.0, "text": "Good bye"})
    engine.lines = FIRST
    await page.again()
    assert page.texts == [*FIRST[:3], "Good bye"]
    found = await page.corrections()
    assert sorted((one["kind"], one["state"]) for one in found["items"]) == [("added", "carried"), ("words", "carried")]
    # The engine hears something where the line was added: nobody can tell which is right.
    engine.lines = (*FIRST, "could by")
    engine.speakers = ("A", "B", "A", "B", "A")
    await page.again()
    assert page.texts == [*FIRST[:3], "could by"]
    open_one = next(one for one in (await page.corrections())["items"] if one["state"] == "open")
    assert (open_one["text"], open_one["there"]) == ("Good bye", "could")
    await page.decide("mine", open_one)
    await page.read()
    assert page.texts[-1] == "Good bye by"


async def test_who_speaks(page: Page, engine: Engine) -> None:
    """A line was given to somebody with a name, another to somebody the engine does not hear any more."""
    await page.call("PATCH", f"/segments/{page.id(1)}", {"speaker": "Grace"})
    await page.call("POST", "/segments/check", {"segment_ids": [page.id(2)], "checked": True})
    await page.again()
    assert [one["speaker"] for one in page.transcript["segments"]] == ["A", "Grace", "A", "B"]
    assert page.transcript["segments"][2]["checked_by"] is not None
    engine.lines = (f"{FIRST[0]} {FIRST[1]}", "", FIRST[2], FIRST[3])
    await page.again()
    found = await page.corrections()
    assert [(one["kind"], one["text"], one["state"]) for one in found["items"]] == [("speaker", "Grace", "open")]
    await page.decide("mine", *found["items"])
    await page.read()
    assert page.transcript["segments"][0]["speaker"] == "Grace"


async def test_nobody_had_touched_it(page: Page, engine: Engine) -> None:
    engine.lines = (*FIRST[:3], "something else")
    await page.again()
    assert page.transcript["corrections"] == 0
    assert page.transcript["revision"] == 0
    assert (await page.corrections())["items"] == []


async def test_what_is_not_there_or_older_than_the_text(page: Page, engine: Engine) -> None:
    await page.write(2, "and the water was high that day")
    engine.lines = (*FIRST[:2], "and nothing else", FIRST[3])
    await page.again()
    item = (await page.corrections())["items"][0]
    url = f"{page.url}/corrections/decide"
    for body, status, code in (
        ({"correction_ids": ["made-up"], "decision": "mine"}, 404, "correction_not_found"),
        ({"correction_ids": [item["id"]], "decision": "mine", "revision": 7}, 409, "revision_conflict"),
        ({"correction_ids": [], "decision": "mine"}, 422, "validation_error"),
        ({"correction_ids": [item["id"]], "decision": "both"}, 422, "validation_error"),
    ):
        answer = await page.client.post(url, json=body)
        assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text
    assert (await page.client.get("/api/transcripts/made-up/corrections")).status_code == 404
    twice = await page.decide("new", item, item)
    assert [one["state"] for one in twice["items"]] == ["new"]


@pytest.mark.parametrize(("where", "step"), [(preparing, "plan"), (carry, "_write_down")])
async def test_what_was_heard_stays_when_corrections_cannot_be_carried(
    page: Page, engine: Engine, monkeypatch: pytest.MonkeyPatch, where: Any, step: str
) -> None:
    def fail(*_: Any) -> None:
        raise ValueError("a fault that nobody knows yet")

    await page.write(0, "We met John Smith on the green bridge")
    corrected = page.transcript["id"]
    monkeypatch.setattr(where, step, fail)
    await page.again()
    assert page.texts == list(FIRST), "as it was heard"
    assert page.transcript["corrections"] == 0
    earlier = (await page.client.get(f"/api/transcripts/{corrected}")).json()
    assert earlier["segments"][0]["text"] == "We met John Smith on the green bridge"
    await page.write(1, "No, he said")  # and it is corrected as any other
    await page.read()
    assert page.texts[1] == "No, he said"


async def test_a_correction_made_while_the_others_are_placed_is_carried_too(
    page: Page, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The earlier transcript is not locked meanwhile: whoever corrects it does not wait, and is not forgotten."""
    await page.write(0, "We met John Smith on the green bridge")
    place, rounds = preparing.prepare, list[preparing.Prepared]()

    async def and_somebody_corrects(*given: Any) -> preparing.Prepared:
        prepared = await place(*given)
        rounds.append(prepared)
        if len(rounds) == 1:
            await page.write(2, "and the water was high that day")
        return prepared

    monkeypatch.setattr(again, "prepare", and_somebody_corrects)
    await page.again()
    assert len(rounds) == 2
    assert page.texts == [
        "We met John Smith on the green bridge",
        FIRST[1],
        "and the water was high that day",
        FIRST[3],
    ]


async def test_many_added_lines_take_no_more_questions_than_a_few(page: Page, app: FastAPI) -> None:
    counts = list[int]()
    for many in (2, 10):
        for number in range(many):
            start = 41.0 + 2 * (number + len(counts) * 10)
            await page.call("POST", "/segments", {"start_time": start, "end_time": start + 1, "text": f"Line {number}"})
        with statements_of(app) as run:
            await page.again()
        moving = [one for one in run if one.startswith(("UPDATE segments", "INSERT INTO transcript_changes"))]
        counts.append(len(moving))  # SQLite, which is asked without a wait, inserts each by itself
    assert page.texts == [*FIRST, *(f"Line {number}" for number in (*range(2), *range(10)))]
    assert counts[0] == counts[1] <= 2, counts

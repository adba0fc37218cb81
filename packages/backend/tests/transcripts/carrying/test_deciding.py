"""Deciding on corrections that were carried over or listed: page by page, and never two ways at once."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from fastapi import FastAPI
from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from support.again import FIRST, Engine, Page
from support.statements import statements_of
from verbatim.core.ownership import Unscoped, use_scope
from verbatim.transcripts.carrying.models import CarriedCorrection
from verbatim.transcripts.models import Segment, Speaker


@contextlib.asynccontextmanager
async def scoped(app: FastAPI) -> AsyncIterator[AsyncSession]:
    with use_scope(Unscoped()):
        async with app.state.database.transaction() as session:
            yield session


WATER = "and the water was high that day"


async def doubtful(page: Page, engine: Engine) -> Any:
    """Leave one correction open: the word that it is about is heard otherwise now."""
    await page.write(2, WATER)
    engine.lines = (*FIRST[:2], "and the daughter was hay that day", FIRST[3])
    await page.again()
    return (await page.corrections())["items"][0]


async def test_the_opposite_of_what_stands_is_refused_until_it_is_taken_back(page: Page, engine: Engine) -> None:
    one = await doubtful(page, engine)
    await page.decide("mine", one)
    assert await page.refused("new", one) == (409, "correction_decided")
    assert (await page.decide("mine", one))["items"][0]["state"] == "mine", "sent twice"
    await page.call("POST", "/undo", {})
    assert (await page.decide("new", one))["items"][0]["state"] == "new"
    await page.read()
    assert page.texts[2] == "and the daughter was hay that day"


async def test_what_was_carried_over_by_itself_is_not_decided_away(page: Page, engine: Engine) -> None:
    await page.write(0, "We met John on the green bridge")
    await page.again()
    (one,) = (await page.corrections())["items"]
    assert one["state"] == "carried"
    assert await page.refused("new", one) == (409, "correction_decided")
    assert (await page.decide("mine", one))["items"][0]["state"] == "carried"


async def test_one_of_many_that_cannot_be_decided_leaves_all_as_they_are(page: Page, engine: Engine) -> None:
    await page.write(0, "We met John on the green bridge")
    one = await doubtful(page, engine)
    found = (await page.corrections())["items"]
    assert await page.refused("new", *found) == (409, "correction_decided")
    assert [each["state"] for each in (await page.corrections())["items"]] == ["carried", "open"]
    assert one["state"] == "carried"


async def test_an_answer_that_was_lost_is_asked_for_again_at_the_old_revision(page: Page, engine: Engine) -> None:
    one = await doubtful(page, engine)
    seen = (await page.corrections())["revision"]
    body = {"correction_ids": [one["id"]], "decision": "mine", "revision": seen}
    first = await page.call("POST", "/corrections/decide", body)
    again = await page.call("POST", "/corrections/decide", body)
    assert (first["revision"], again["revision"]) == (seen + 1, seen + 1)
    assert await page.refused("new", one, revision=seen) == (409, "revision_conflict")


async def test_nobody_speaks_where_a_speaker_shall_be_given(page: Page, engine: Engine, app: FastAPI) -> None:
    await page.call("PATCH", f"/segments/{page.id(1)}", {"speaker": "Grace"})
    engine.lines = (f"{FIRST[0]} {FIRST[1]}", "", FIRST[2], FIRST[3])
    await page.again()
    (one,) = (await page.corrections())["items"]
    await page.call("DELETE", f"/segments/{page.id(0)}")
    assert await page.refused("mine", one) == (409, "nobody_speaks")
    async with scoped(app) as session:
        named = select(func.count()).where(
            Speaker.transcript_id == page.transcript["id"], Speaker.speaker_name == "Grace"
        )
        assert await session.scalar(named) == 0
    (one,) = (await page.corrections())["items"]
    assert (one["state"], one["there"], one["segment_id"]) == ("open", None, None)
    await page.decide("new", one)


async def test_a_line_that_nobody_is_known_to_have_said_stays_so(page: Page, engine: Engine) -> None:
    ids = [page.id(1)]
    await page.call("POST", "/assign-speaker", {"speaker": None, "segment_ids": ids})
    await page.again()
    assert [one["speaker"] for one in page.transcript["segments"]] == ["A", None, "A", "B"]
    engine.lines = (f"{FIRST[0]} {FIRST[1]}", "", FIRST[2], FIRST[3])
    await page.again()
    (one,) = (await page.corrections())["items"]
    assert (one["kind"], one["text"], one["state"]) == ("speaker", "", "open")
    await page.decide("mine", one)
    await page.read()
    assert page.transcript["segments"][0]["speaker"] is None
    assert sorted(each["speaker_label"] for each in page.transcript["speakers"]) == ["A", "B"]


async def test_a_deletion_that_is_taken_back_is_open_again(page: Page, engine: Engine) -> None:
    """Carried over by itself, and taken by hand together with another line."""
    await page.call("DELETE", f"/segments/{page.id(3)}")
    engine.lines = (*FIRST[:3], "the end of it comes far too late")
    await page.again()
    (one,) = (await page.corrections())["items"]
    assert (one["state"], one["text"]) == ("open", "")
    await page.decide("mine", one)
    await page.read()
    assert page.texts == list(FIRST[:3])
    await page.call("POST", "/undo", {})
    assert (await page.corrections())["items"][0]["state"] == "open"
    await page.read()
    assert page.texts == list(engine.lines)


async def test_a_deletion_carried_over_belongs_to_the_change_that_did_it(page: Page, app: FastAPI) -> None:
    await page.call("DELETE", f"/segments/{page.id(1)}")
    await page.call("POST", "/segments", {"start_time": 41.0, "end_time": 43.0, "text": "Good bye"})
    await page.call("POST", "/segments", {"start_time": 41.0, "end_time": 43.0, "text": "Good bye"})
    await page.again()
    assert page.texts == [FIRST[0], *FIRST[2:], "Good bye", "Good bye"]
    history = await page.call("GET", "/versions")
    assert [one["kind"] for one in history["changes"]] == ["corrections_carried"]
    async with scoped(app) as session:
        mine = select(CarriedCorrection.change_number).where(CarriedCorrection.transcript_id == page.transcript["id"])
        assert list(await session.scalars(mine)) == [1, 1, 1]
    engines = await page.call("GET", "/versions/0")
    assert [one["text"] for one in engines["lines"]] == list(FIRST)


async def test_where_a_segment_says_nothing_any_more(page: Page, engine: Engine, app: FastAPI) -> None:
    """A segment without a word is there, alone or between others: it is looked at, and written into."""
    one = await doubtful(page, engine)
    for alone in (False, True):
        async with scoped(app) as session:
            mine = Segment.transcript_id == page.transcript["id"]
            silent = update(Segment).where(mine, Segment.segment_index == 2).values(text="", words=None)
            await session.execute(silent)
            if alone:
                others = delete(Segment).where(mine, Segment.segment_index != 2)
                await session.execute(others)
        found = (await page.corrections())["items"][0]
        assert (found["there"], found["segment_id"]) == (None, page.id(2))
    await page.decide("mine", one)
    await page.read()
    assert page.texts == ["high"]


async def test_many_are_listed_page_by_page_with_the_same_few_questions(
    page: Page, engine: Engine, app: FastAPI
) -> None:
    one = await doubtful(page, engine)
    async with scoped(app) as session:
        row = await session.get(CarriedCorrection, one["id"])
        assert row is not None
        names = ("transcript_id", "recording_id", "from_id", "kind", "start_time", "end_time", "heard", "text")
        same = {name: getattr(row, name) for name in (*names, "before", "after", "owner_id", "workspace_id")}
        session.add_all(
            CarriedCorrection(**same, number=number, state="new" if number % 3 == 0 else "open")
            for number in range(1, 250)
        )
    with statements_of(app) as few:
        assert len((await page.corrections("?waiting=true&page_size=2"))["items"]) == 2
    with statements_of(app) as many:
        second = await page.corrections("?waiting=true&page_size=100&page=2")
    assert len(many) == len(few)
    assert (second["total"], second["open"], second["total_pages"], len(second["items"])) == (167, 167, 2, 67)
    assert {each["there"] for each in second["items"]} == {"hay"}, "also of those far down the list"
    assert (await page.corrections("?waiting=false"))["total"] == 83
    assert (await page.corrections("?page=99"))["items"] == []
    ids = [{"id": each["id"]} for each in second["items"]]
    decided = await page.decide("new", *ids)
    assert (len(decided["items"]), decided["open"]) == (67, 100), "only what was decided comes back"

"""`GET /api/recordings`: pages, order, filters, search, and what it costs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.ext.asyncio import AsyncSession
from support.client import Client
from support.factories import Factory
from support.statements import statements_of
from verbatim.recordings.filters import RecordingFilter
from verbatim.recordings.models import Recording

URL = "/api/recordings"


async def page(client: Client, **params: Any) -> dict[str, Any]:
    answer = await client.get(URL, params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def titles(client: Client, **params: Any) -> list[str]:
    found = await page(client, **params)
    assert found["total"] == len(found["items"]), "the total counts what the filter lets through"
    return [item["title"] for item in found["items"]]


class TestPages:
    async def test_every_page_once_and_nothing_twice(self, client: Client, factory: Factory) -> None:
        made = await factory.recordings([{"title": f"R{number:02}"} for number in range(25)])
        seen: list[str] = []
        for number in (1, 2, 3):
            found = await page(client, page=number, page_size=10)
            assert (found["total"], found["page"], found["page_size"], found["total_pages"]) == (25, number, 10, 3)
            seen += [item["id"] for item in found["items"]]
        assert seen == made[::-1], "newest first"

    async def test_beyond_the_end(self, client: Client, factory: Factory) -> None:
        await factory.recording()
        for far in (2, 1_000_000):
            found = await page(client, page=far, page_size=100)
            assert (found["items"], found["total"], found["total_pages"]) == ([], 1, 1)

    async def test_nothing_at_all(self, client: Client) -> None:
        assert await page(client) == {"items": [], "total": 0, "page": 1, "page_size": 20, "total_pages": 0}

    @pytest.mark.parametrize(
        "wrong",
        [
            {"page": 0},
            {"page": 1_000_001},
            {"page": 10**30},
            {"page_size": 0},
            {"page_size": 101},
            {"page": "x"},
            {"sort_by": "sha256"},
            {"sort_order": "up"},
            {"status": "lost"},
            {"date_from": "yesterday"},
        ],
    )
    async def test_nonsense_is_refused(self, client: Client, wrong: dict[str, Any]) -> None:
        answer = await client.get(URL, params=wrong)
        assert (answer.status_code, answer.json()["code"]) == (422, "validation_error")


class TestOrder:
    @pytest.mark.parametrize("sort_by", ["created_at", "title", "duration_seconds", "file_size"])
    async def test_each_key_both_ways_with_ties_in_one_order(
        self, client: Client, factory: Factory, sort_by: str
    ) -> None:
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        values: dict[str, list[Any]] = {
            "created_at": [moment + timedelta(seconds=n) for n in (3, 1, 2, 1, 1)],
            "title": ["c", "a", "b", "a", "a"],
            "duration_seconds": [3.5, 1.5, 2.5, 1.5, 1.5],
            "file_size": [2**40, 1, 2**33, 1, 1],
        }
        made = await factory.recordings([{sort_by: value} for value in values[sort_by]])
        ties = sorted([made[1], made[3], made[4]])
        ascending = [*ties, made[2], made[0]]
        for order, expected in (("asc", ascending), ("desc", ascending[::-1])):
            got = [
                (await page(client, sort_by=sort_by, sort_order=order, page=number, page_size=1))["items"][0]["id"]
                for number in range(1, 6)
            ]
            assert got == expected


class TestFilters:
    async def test_each_alone_and_together(self, client: Client, factory: Factory) -> None:
        a, b, c = await factory.recordings([{"title": "A"}, {"title": "B", "status": "failed"}, {"title": "C"}])
        project = await factory.project("P", [a, b])
        first, second = await factory.tag("one", [a, b]), await factory.tag("two", [b, c])
        assert await titles(client, project_id=project) == ["B", "A"]
        assert await titles(client, status="completed") == ["C", "A"]
        assert await titles(client, status="processing") == []
        assert await titles(client, tag_ids=first) == ["B", "A"]
        assert await titles(client, tag_ids=f"{first},{second}") == ["B"]
        assert await titles(client, project_id=project, tag_ids=first, status="completed", search="a") == ["A"]
        assert await titles(client, project_id="nobody") == []
        assert await titles(client, tag_ids="nobody") == []

    async def test_dates_with_and_without_a_zone(self, client: Client, factory: Factory) -> None:
        for title, hour in (("morning", 8), ("noon", 12), ("evening", 20)):
            await factory.recording(title=title, created_at=datetime(2026, 5, 1, hour, tzinfo=UTC))
        assert await titles(client, date_from="2026-05-01T12:00:00Z") == ["evening", "noon"]
        assert await titles(client, date_from="2026-05-01T12:00:00", date_to="2026-05-01T12:00:00") == ["noon"]
        assert await titles(client, date_to="2026-05-01T10:00:00+02:00") == ["morning"]

    async def test_by_who_speaks_in_the_current_transcript(self, client: Client, factory: Factory) -> None:
        old = await factory.transcript("hello", speakers=["Ada"])
        await factory.transcript("hello", recording_id=old.recording_id, speakers=["Ben"])
        found = await page(client, speaker="Ben")
        assert [item["id"] for item in found["items"]] == [old.recording_id]
        assert await titles(client, speaker="Ada") == []


class TestSearch:
    async def test_in_title_and_file_name(self, client: Client, factory: Factory) -> None:
        await factory.recordings(
            [
                {"title": "Board meeting", "file_name": "x.wav"},
                {"title": "Other", "file_name": "BOARD.mp3"},
                {"title": "100% sure_thing", "file_name": 'it\'s "q".wav'},
                {"title": "Über Köln \\ 東京 🎙️", "file_name": "y.wav"},
            ]
        )
        assert await titles(client, search="board") == ["Other", "Board meeting"]
        assert await titles(client, search="%") == ["100% sure_thing"]
        assert await titles(client, search="_") == ["100% sure_thing"]
        assert await titles(client, search='it\'s "Q"') == ["100% sure_thing"]
        for part in ("ÜBER", "köln", "KÖLN", "\\", "東京", "🎙️"):
            assert await titles(client, search=part) == ["Über Köln \\ 東京 🎙️"], part
        for nothing in ("b_ard", "%%", "' OR 1=1 --", "\x00b_ard", "x" * 500):
            assert await titles(client, search=nothing) == [], nothing

    async def test_words_in_any_order_in_title_or_in_the_file_name(self, client: Client, factory: Factory) -> None:
        await factory.recordings(
            [
                {"title": "Budget Committee, forty minutes", "file_name": "zoom 0017.m4a"},
                {"title": "Other", "file_name": "forty-committee.wav"},
                {"title": "Forty winks", "file_name": "c.wav"},
            ]
        )
        both = ["Other", "Budget Committee, forty minutes"]
        for typed in ("Committee forty", "forty committee", "  FORTY \t mitt ", "forty forty committee"):
            assert await titles(client, search=typed) == both, typed
        assert await titles(client, search="budg minutes") == await titles(client, search="0017 zoom") == both[1:]
        assert await titles(client, search="minutes 0017") == [], "not across the two"
        assert await titles(client, search="committee forty winks") == []
        assert await titles(client, search="fortycommittee") == []
        assert await titles(client, search="t " * 249) == ["Forty winks", *both]
        assert await titles(client, search=" ".join(f"w{number}" for number in range(120))) == []

    async def test_any_part_of_a_title_whatever_its_length(self, client: Client, factory: Factory) -> None:
        title, file_name = "Straße, Ελλάδα & 東京タワー", "Ö-1.wav"
        await factory.recordings([{"title": title, "file_name": file_name}, {"title": "Other", "file_name": "other"}])
        for whole in (title, file_name):
            for start in range(len(whole)):
                for length in (1, 2, 3, 4, 7):
                    part = whole[start : start + length]
                    assert title in await titles(client, search=part.swapcase() if part.isascii() else part), part
        assert await titles(client, search="タワー ö") == [], "not across the two"

    async def test_is_looked_up_in_an_index_on_postgresql(self, client: Client, app: FastAPI, factory: Factory) -> None:
        if app.state.database.dialect != "postgresql":
            pytest.skip("SQLite reads the titles")
        await factory.recordings([{"title": f"Meeting {number}"} for number in range(2_000)])
        async with app.state.database.engine.connect() as connection, AsyncSession(connection) as session:
            await connection.execute(text("ANALYZE recordings"))
            wanted = RecordingFilter(search="ting 177").conditions(session)
            plan = await connection.exec_driver_sql(f"EXPLAIN {_inlined(select(Recording.id).where(*wanted))}")
            assert "ix_recordings_title_parts" in "\n".join(plan.scalars())
        assert len(await titles(client, search="ting 177")) == 12, "177, 1770 to 1779, and 1177"


def _inlined(statement: Any) -> str:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call] # SQLAlchemy's own
    return str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))


class TestCost:
    @pytest.mark.parametrize(
        "params",
        [
            {},
            {"page": 7, "page_size": 100},
            {"status": "completed", "sort_by": "title", "sort_order": "asc"},
            {"search": "r", "date_from": "2000-01-01", "speaker": "Speaker 1", "page_size": 3},
        ],
    )
    async def test_at_most_four_statements_and_no_text(
        self, client: Client, app: FastAPI, factory: Factory, params: dict[str, Any]
    ) -> None:
        for _ in range(3):
            made = await factory.transcript("one", "two")
            await factory.project("P", [made.recording_id])
        await factory.tag("t", [made.recording_id])
        with statements_of(app) as seen:
            await page(client, **params)
        assert 1 <= len(seen) <= 4, "\n\n".join(seen)
        assert not [statement for statement in seen if "segments" in statement or ".words" in statement]

    async def test_page_of_many_sends_no_list_of_ids(self, client: Client, app: FastAPI, factory: Factory) -> None:
        made = await factory.recordings([{"title": f"{number}"} for number in range(300)])
        await factory.tag("t", made)
        with statements_of(app) as seen:
            found = await page(client, page=2, page_size=100)
        assert [item["id"] for item in found["items"]] == made[::-1][100:200]
        assert all(len(item["tags"]) == 1 for item in found["items"])
        assert all(len(statement) < 3_000 for statement in seen), "no statement grows with the page"

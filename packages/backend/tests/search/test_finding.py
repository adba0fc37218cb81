"""Finding what was said: `/api/search`, alike on both databases."""

from __future__ import annotations

import random
import string
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import ARRAY, Text, cast, event, func, select, text
from support.client import Client
from support.factories import Factory
from support.searching import find, marked
from support.sign_in import SignInPlugin, as_owner
from verbatim.core.db import Database
from verbatim.plugins.loader import Plugin
from verbatim.search.index import without_joining


async def texts(client: Client, query: str) -> list[str]:
    found = await find(client, query)
    assert found["total"] == len(found["results"])
    return [result["text"] or result["title"] for result in found["results"]]


class TestWhatMatches:
    async def test_titles_first_then_text(self, client: Client, factory: Factory) -> None:
        recording = await factory.recording(title="Budget 2026")
        made = await factory.transcript("hello", "the budget is tight", recording_id=recording)
        found = await find(client, "budget")
        title, said = found["results"]
        assert (title["type"], title["match_type"], title["id"]) == ("recording", "title", recording)
        assert (said["type"], said["id"], said["start_time"]) == ("segment", made.segment_ids[1], 10.0)
        assert (said["transcript_id"], said["recording_title"], said["speaker"]) == (
            made.id,
            "Budget 2026",
            "Speaker 1",
        )
        assert (marked(title), marked(said)) == (["Budget"], ["budget"])

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("budget", True),
            ("BUDGET", True),
            ("bud", True),  # the last word may be unfinished
            ("bud tight", False),  # the others may not
            ("tight budget", True),
            ('"budget is"', True),
            ('"is budget"', False),
            ('"budge"', False),
            ("budget missing", False),
            ("year's", True),
            ("3.14", True),
            ("14", True),
            ("example.com", True),
            ("example", True),
            ("and or", True),
            ("and/or", True),
            ("budget -tight", True),  # nothing is an operator
            ("snake_case", True),
            ("twenty-one", True),
            ("one", True),
            ("tag", True),
            ("the", True),  # words that other engines leave out
        ],
    )
    async def test_words(self, client: Client, factory: Factory, query: str, found: bool) -> None:  # noqa: FBT001 - parameter
        said = "The budget is tight: 3.14 and/or this year's <tag> example.com twenty-one snake_case."
        await factory.transcript("something else", said)
        assert await texts(client, query) == ([said] if found else [])
        in_title = await factory.recording(title=said)
        results = (await find(client, query))["results"]
        assert [result["id"] for result in results if result["type"] == "recording"] == ([in_title] if found else [])

    @pytest.mark.parametrize("query", ["käse", "KÄSE", "ka\u0308se", "Käs", "straße", "हिन्दी", "привет", "ПРИВЕТ"])
    async def test_other_letters(self, client: Client, factory: Factory, query: str) -> None:
        said = "Der Käse in der Straße, हिन्दी में, привет"
        await factory.transcript(said)
        results = (await find(client, query))["results"]
        assert [result["text"] for result in results] == [said]
        assert len(marked(results[0])) == 1, "what was found is lit"

    async def test_the_best_comes_first(self, client: Client, factory: Factory) -> None:
        weak = "There was " + "talk of many things " * 8 + "and once of the harvest."
        strong = "Harvest, harvest, harvest!"
        await factory.transcript(strong)
        await factory.transcript(weak)
        assert await texts(client, "harvest") == [strong, weak]


class TestSnippets:
    async def test_show_the_hit_and_join_to_the_text(self, client: Client, factory: Factory) -> None:
        short = "say <b>hello</b> & hello again"
        long = "filler words " * 60 + "the needle is here " + "more filler " * 60
        await factory.transcript(short, long)
        found = (await find(client, "hello"))["results"][0]
        assert "".join(part["text"] for part in found["snippet"]) == short
        assert marked(found) == ["hello", "hello"]
        needle = (await find(client, "needle"))["results"][0]["snippet"]
        assert (needle[0]["text"], needle[-1]["text"]) == ("… ", " …")
        inside = "".join(part["text"] for part in needle[1:-1])
        assert "the needle is" in inside
        assert inside in long
        assert len(inside) <= 240


class TestPages:
    async def test_to_the_end_and_nothing_twice(self, client: Client, factory: Factory) -> None:
        await factory.recordings([{"title": f"carrot {number}"} for number in range(7)])
        for _ in range(3):
            await factory.transcript(*["a carrot"] * 6)
        seen: list[tuple[str, str]] = []
        for number in range(1, 7):
            found = await find(client, "carrot", page=number, limit=5)
            assert (found["total"], found["total_pages"], found["total_is_capped"]) == (25, 5, False)
            seen += [(result["type"], result["id"]) for result in found["results"]]
        assert len(seen) == len(set(seen)) == 25
        assert [kind for kind, _ in seen] == ["recording"] * 7 + ["segment"] * 18

    async def test_of_segments(self, client: Client, factory: Factory) -> None:
        made = await factory.transcript(*["a carrot"] * 12)
        other = await factory.transcript("a carrot")
        url = "/api/search/segments"
        seen: list[str] = []
        for number in (1, 2, 3, 4):
            found = (await client.get(url, params={"q": "carrot", "page": number, "page_size": 5})).json()
            assert (found["total"], found["total_pages"]) == (13, 3)
            seen += [result["id"] for result in found["results"]]
        assert sorted(seen) == sorted([*made.segment_ids, *other.segment_ids])
        for narrow, total in (
            ({"transcript_id": made.id}, 12),
            ({"recording_id": other.recording_id}, 1),
            ({"transcript_id": made.id, "recording_id": other.recording_id}, 0),
            ({"transcript_id": "nobody"}, 0),
        ):
            assert (await client.get(url, params={"q": "carrot", **narrow})).json()["total"] == total

    async def test_a_word_said_everywhere_is_capped(self, client: Client, factory: Factory) -> None:
        for _ in range(3):
            await factory.transcript(*["everywhere"] * 400)
        found = (await client.get("/api/search/segments", params={"q": "everywhere", "page_size": 100})).json()
        assert (found["total"], found["total_is_capped"], found["total_pages"]) == (500, True, 5)
        last = (
            await client.get("/api/search/segments", params={"q": "everywhere", "page_size": 100, "page": 5})
        ).json()
        assert len(last["results"]) == 100


class TestChanges:
    async def test_follow_at_once(self, client: Client, factory: Factory) -> None:
        recording = await factory.recording(title="Oldtitle")
        made = await factory.transcript("oldword one", "oldword two", recording_id=recording)
        url = f"/api/transcripts/{made.id}/segments/{made.segment_ids[0]}"
        await client.patch(url, json={"text": "newword one"})
        assert await texts(client, "newword") == ["newword one"]
        assert await texts(client, "oldword") == ["oldword two"]
        await client.delete(url)
        assert await texts(client, "newword") == []
        await client.patch(f"/api/recordings/{recording}", json={"title": "Newtitle"})
        assert (await texts(client, "oldtitle"), await texts(client, "newtitle")) == ([], ["Newtitle"])
        await factory.transcript("third word", recording_id=recording)
        assert await texts(client, "oldword") == [], "a superseded transcript would show every sentence twice"
        old = await client.get("/api/search/segments", params={"q": "oldword", "transcript_id": made.id})
        assert old.json()["total"] == 1, "but who asks for it finds it"
        await client.delete(f"/api/recordings/{recording}")
        assert await texts(client, "third") == await texts(client, "newtitle") == []


class TestOwners:
    @pytest.fixture
    def plugins(self) -> list[Plugin]:
        return [SignInPlugin()]

    async def test_each_finds_only_their_own(self, client: Client, app: FastAPI) -> None:
        for owner in ("ada", "ben"):
            own = Factory.of_owner(app, owner)
            recording = await own.recording(title=f"secret of {owner}")
            await own.transcript(f"{owner} tells a secret", recording_id=recording)
        for owner in ("ada", "ben", "zoe"):
            for url in ("/api/search/global", "/api/search/segments"):
                answer = await client.get(url, params={"q": "secret"}, headers=as_owner(owner))
                found = answer.json()
                assert all(owner in (result["text"] or result["title"]) for result in found["results"])
                assert found["total"] == len(found["results"]) == {"zoe": 0}.get(owner, 2 if "global" in url else 1)
        assert (await client.get("/api/search/global", params={"q": "secret"})).status_code == 401


class TestPlan:
    @pytest.fixture(params=["postgresql"])
    def database_url(self, request: pytest.FixtureRequest) -> Iterator[str]:
        server = request.getfixturevalue("postgres_server")
        with server.temporary_database(request.getfixturevalue("migrated_template")) as url:
            yield url

    async def test_no_punctuation_makes_one_word_of_two(self, app: FastAPI) -> None:
        chance = random.Random(7)  # noqa: S311 - the same texts each time
        pieces = [
            *string.punctuation,
            *"-./<&+~" * 3,
            *"abz09 é",
            "http",
            "www",
            "com",
            "x@y.org",
            "&amp;",
            "1e5",
            "हि",
        ]
        texts = ["".join(chance.choices(pieces, k=chance.randrange(1, 25))) for _ in range(20_000)]
        said = func.unnest(cast(texts, ARRAY(Text)), type_=Text).column_valued("said")
        every = func.translate(said, string.punctuation, " " * len(string.punctuation))
        found = [func.to_tsvector("simple", each).cast(Text) for each in (without_joining(said), every)]
        async with app.state.database.engine.connect() as connection:
            different = await connection.execute(select(said, *found).where(found[0] != found[1]))
            assert different.all() == []

    async def test_a_rare_word_is_looked_up_in_the_index(self, client: Client, factory: Factory, app: FastAPI) -> None:
        for number in range(4):
            await factory.transcript(*(f"common words {number} {part}" for part in range(500)), "an aardvark")
        database: Database = app.state.database
        seen: list[tuple[str, Any]] = []

        def note(_c: Any, _k: Any, statement: str, parameters: Any, *_: Any) -> None:
            if "@@" in statement:
                seen.append((statement, parameters))

        event.listen(database.engine.sync_engine, "before_cursor_execute", note)
        assert len((await find(client, "aardvark"))["results"]) == 4
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)
        async with database.engine.connect() as connection:
            await connection.execute(text("ANALYZE"))
            plans = ""
            for statement, parameters in seen:
                rows = await connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)
                plans += "\n".join(row[0] for row in rows)
        assert "ix_segments_words_text" in plans
        assert "Seq Scan on segments" not in plans

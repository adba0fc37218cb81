"""What requests may cost, in counts that no busy machine blurs."""

from __future__ import annotations

import pytest
import structlog
from support.costs import ask, calls, questions
from support_costs import World, world
from verbatim.core.logging import configure_logging
from verbatim_enterprise.host import Database

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

__all__ = ["world"]  # a fixture

TRIPS_PER_READ, TRIPS_PER_CORRECTION = 3, 6


@pytest.mark.parametrize(
    ("path", "most"),
    [
        ("/api/recordings?page_size=25", 1_350),
        ("/api/recordings/recording-0", 1_040),
        ("/api/auth/me", 990),
        ("/api/health", 375),
    ],
)
async def test_what_is_asked_for_most_takes_few_calls(world: World, path: str, most: int) -> None:
    configure_logging("info", "json")
    path, _, query = path.partition("?")
    for _ in range(3):
        await world.ask("GET", path, query)
    # The least of some: now and then a connection is still coming back, or something in the background has its turn.
    counted = min([await calls(world.app, "GET", path, world.headers, query=query) for _ in range(3)])
    structlog.reset_defaults()
    assert counted <= most, counted


@pytest.mark.parametrize(
    "path", ["/api/recordings", "/api/recordings/recording-0", "/api/auth/me", "/api/recordings?sort_by=title&page=2"]
)
async def test_a_page_of_a_list_a_recording_and_an_account_take_three_round_trips(world: World, path: str) -> None:
    path, _, query = path.partition("?")
    asked = await world.trips("GET", path, query)
    assert len(asked) <= TRIPS_PER_READ, asked


async def test_a_whole_transcript_takes_four_round_trips(world: World) -> None:
    asked = await world.trips("GET", f"/api/transcripts/{world.made.id}")
    assert len(asked) <= 4, asked


async def test_a_correction_takes_six_round_trips(world: World) -> None:
    path = f"/api/transcripts/{world.made.id}/segments/{world.made.segment_ids[0]}"
    asked = await world.trips("PATCH", path, text="Good day")
    assert len(asked) <= TRIPS_PER_CORRECTION, asked


@pytest.mark.parametrize(
    ("method", "path", "field"),
    [
        ("PATCH", "/api/speakers/{speaker}", "speaker_name"),
        ("PATCH", "/api/recordings/recording-0", "title"),
        ("POST", "/api/projects", "name"),
        ("POST", "/api/tags", "name"),
    ],
)
async def test_so_does_every_change_of_one_thing(world: World, method: str, path: str, field: str) -> None:
    path = path.format(speaker=world.made.speaker_ids[0], project=world.project_id)
    asked = await world.trips(method, path, **{field: "Something else"})
    assert len(asked) <= TRIPS_PER_CORRECTION, asked


async def test_what_a_team_has_costs_what_it_must(world: World) -> None:
    """With a hold elsewhere it asks whether that is in the way, with a webhook for other events who listens."""
    path = f"/api/transcripts/{world.made.id}/segments/{world.made.segment_ids[0]}"
    await world.ask("POST", "/api/holds", recording_id="recording-7", reason="Smith v. Jones")
    assert len(asked := await world.trips("PATCH", path, text="Good day")) <= TRIPS_PER_CORRECTION + 1, asked
    await world.ask("POST", "/api/webhooks", url="https://example.org/hook", events=["project.*"])
    assert len(asked := await world.trips("PATCH", path, text="Good night")) <= TRIPS_PER_CORRECTION + 2, asked


async def test_no_statement_has_a_parameter_for_its_limit(world: World) -> None:
    app = world.app
    database: Database = app.state.database
    assert database.dialect == "postgresql"
    pages = (
        "/api/recordings",
        "/api/projects",
        "/api/jobs",
        "/api/admin/audit",
        "/api/holds",
        "/api/webhooks/deliveries",
    )
    asked_for = [(path, "page=2&page_size=7") for path in pages]
    asked_for += [("/api/search/segments", "q=good&page_size=7"), ("/api/search/global", "q=good")]
    asked_for += [(f"/api/transcripts/{world.made.id}/segments", "skip=1&limit=7")]
    seen: list[str] = []
    for path, query in asked_for:
        with questions() as asked:
            await ask(app, "GET", path, world.headers, query=query)
        seen += asked
    limited = [text for text in seen if " LIMIT " in text]
    assert len(limited) >= 4
    assert [text for text in limited if "LIMIT $" in text or "OFFSET $" in text] == []

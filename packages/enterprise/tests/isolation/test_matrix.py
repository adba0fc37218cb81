"""The isolation matrix: every route, every place for an id, everybody whom it must not serve.

It is made from the live routes and OpenAPI; `support_matrix` says what a new route needs (mostly nothing). It is walked
three times: on PostgreSQL as it is, there with the application's own scoping out of the way, so that row-level security
holds alone, and on SQLite, where the application's own scoping is the only wall.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import replace

import pytest
import structlog
from fastapi import FastAPI
from support.engines import install_quick_engine
from support.waiting import until
from support_enterprise import Person
from support_matrix import tables
from support_matrix.callers import Cast, client_of, make_cast, signed_in
from support_matrix.comparing import everything_in, everything_of
from support_matrix.operations import operations_of
from support_matrix.run import Walk, read_everything, walk_inside, walk_outside
from support_matrix.worlds import HIDDEN, add_content, hide, join, make_person, make_world
from support_stream import follow_events
from verbatim.core import scoping
from verbatim.core.ownership import System
from verbatim_enterprise.teams.models import TeamRole

ROUTES, CELLS = 115, 1_200
"""At least so many there are; fewer means that the walk has lost some."""


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Listen to nothing, and write no line for each of thousands of requests."""
    install_quick_engine(monkeypatch)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    yield
    structlog.reset_defaults()


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Let one person ask for thousands of things in a moment: how quick this machine is decides nothing here."""
    return {"VERBATIM_RATE_USER_PER_MINUTE": "60000", "VERBATIM_RATE_USER_BURST": "10000"}


@pytest.fixture
def unscoped(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the application's own scoping away where the parameter says so: filters, guards and the last line."""
    if request.param:
        for name in ("scope_or_none", "current_scope"):
            monkeypatch.setattr(scoping, name, lambda: System("a test without the application's scoping"))


each_wall = pytest.mark.parametrize(
    ("database_url", "unscoped"),
    [
        pytest.param("postgresql", False, id="as-it-is"),
        pytest.param("postgresql", True, id="row-level-security-alone"),
        pytest.param("sqlite", False, id="the-application-alone"),
    ],
    indirect=True,
)


def assert_all_right(walk: Walk, app: FastAPI) -> None:
    assert not walk.wrong, f"{len(walk.wrong)} of {sum(walk.tried.values())} cells:\n" + "\n".join(walk.wrong[:60])
    untried = {operation.name for operation in operations_of(app)} - set(walk.tried)
    assert not untried


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("unscoped")
@each_wall
async def test_nobody_reaches_what_is_another_teams(app: FastAPI, admin: Person) -> None:
    cast = await make_cast(app, admin, admin.id)
    before = await everything_of(cast.victim)
    assert sum(map(len, before.values())) >= 20
    walk = await walk_outside(app, cast)
    assert_all_right(walk, app)
    assert len(walk.tried) >= ROUTES
    assert sum(walk.tried.values()) >= CELLS
    assert await everything_of(cast.victim) == before


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("unscoped")
@each_wall
async def test_colleagues_do_not_reach_into_a_private_workspace(app: FastAPI, admin: Person) -> None:
    team = await make_world(app, "quokkacontent", "numbatpeople")
    private = await hide(team, "bilbycontent")
    person = await make_person(app, "colleague")
    await join(team, person.id, TeamRole.ADMIN)
    colleague = await signed_in(app, "member who is not listed", "outsider", person.id, team)
    before = await everything_in(private)
    assert len([table for table, rows in before.items() if rows]) >= 10
    walk = await walk_outside(app, Cast((colleague,), private, colleague), kinds=HIDDEN)
    assert not walk.wrong, "\n".join(walk.wrong[:60])
    assert sum(walk.tried.values()) >= 180
    assert await everything_in(private) == before


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("unscoped")
@each_wall
async def test_what_another_team_does_changes_no_answer(app: FastAPI, admin: Person) -> None:
    """Lists, totals, searches, figures: whatever is counted is counted within the team."""
    cast = await make_cast(app, admin, admin.id)
    for caller in cast.callers:
        if caller.own is not None and caller.kind == "outsider":
            before = await read_everything(app, caller)
            await add_content(cast.victim)
            assert await read_everything(app, caller) == before
            assert len(before) >= 30


@pytest.mark.usefixtures("unscoped")
@each_wall
async def test_the_event_stream_tells_only_the_team(app: FastAPI, admin: Person) -> None:
    cast = await make_cast(app, admin, admin.id)
    async with AsyncExitStack() as stack:
        streams = {}
        for caller in (*cast.callers, cast.owner):
            client = await stack.enter_async_context(client_of(app, caller.token))
            streams[caller.name] = await stack.enter_async_context(follow_events(app, client))
        owner = await stack.enter_async_context(client_of(app, cast.owner.token))
        for name in (f"{cast.victim.mark} one", f"{cast.victim.mark} two"):
            made = await owner.post("/api/projects", json={"name": name})
            assert made.status_code == 201, made.text
        ids = cast.victim.ids
        told = await owner.post(f"/api/projects/{ids['project_id']}/recordings/{ids['recording_id']}")
        assert told.status_code < 300, told.text

        async def both_have_heard() -> bool:
            return all("project.changed" in streams[name].text for name in ("owner", "viewer"))

        await until(both_have_heard, 20)
        heard = {name: stream.text for name, stream in streams.items()}
        statuses = {name: stream.status for name, stream in streams.items()}
    hearing = {name for name, text in heard.items() if "project." in text}
    assert hearing == {"owner", "viewer"}
    for caller in cast.callers:
        assert statuses[caller.name] == {"nobody": 401, "viewer": 200}.get(caller.kind, 200 if caller.hears else 403)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("unscoped", [True], indirect=True)
@pytest.mark.usefixtures("unscoped")
async def test_without_any_wall_the_matrix_is_full_of_holes(app: FastAPI, admin: Person) -> None:
    """What cannot fail shows nothing: SQLite has no row-level security, and here no other scoping either."""
    cast = await make_cast(app, admin, admin.id)
    other_team = replace(cast, callers=cast.callers[:1])
    walk = await walk_outside(app, other_team, only="GET")
    assert len(walk.wrong) >= 15


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_line_of_the_tables_is_about_a_route_there_is(app: FastAPI) -> None:
    known = {operation.name for operation in operations_of(app)}
    named = {*tables.EXAMPLES, *tables.OWN_ANSWERS, *(name for _, name in tables.MAY)}
    assert {" ".join(name.split(" ")[:2]) for name in named} - known == set()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_the_rightful_caller_reaches_every_route(app: FastAPI, admin: Person) -> None:
    assert_all_right(await walk_inside(app, admin), app)

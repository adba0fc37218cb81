"""`/api/teams/{id}/retention`: rules, and what they would delete."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from support.factories import Factory
from support_content import factory_of, hold
from support_events import hear
from support_retention import activate, aged, being_transcribed, left, make_rule, preview, run
from support_teams import Crew, Json, ok, refused
from verbatim_enterprise.host import Database, as_system, content_class, utcnow
from verbatim_enterprise.retention.models import RetentionRule


@pytest.fixture
def heard(app: FastAPI) -> list[Json]:
    """Give the events of retention, as the audit log and webhooks are told of them."""
    return hear(app, "retention.")


async def test_a_preview_counts_what_would_go(loner: Crew, factory: Factory) -> None:
    await aged(factory, 1, 29, 31, 400, file_size=5)
    [busy] = await aged(factory, 31)
    await being_transcribed(factory, busy)
    seen = await preview(loner, keep_days=30)
    assert (seen["recordings"], seen["bytes"], seen["held"], seen["in_reach"]) == (2, 10, 0, 5)
    age = utcnow() - datetime.fromisoformat(seen["oldest"])
    assert timedelta(days=399) < age < timedelta(days=401)
    assert utcnow() - datetime.fromisoformat(seen["newest"]) < timedelta(days=32)
    assert sum(group["recordings"] for group in seen["ages"]) == 5
    assert [group["from_days"] for group in seen["ages"]] == [30 * number for number in range(len(seen["ages"]))]
    assert [(group["from_days"], group["recordings"]) for group in seen["ages"] if group["recordings"]] == [
        (0, 2),
        (30, 2),
        (390, 1),
    ]
    assert (await preview(loner, keep_days=36_500))["recordings"] == 0


async def test_a_preview_of_an_empty_team_is_empty(loner: Crew) -> None:
    seen = await preview(loner, keep_days=1)
    assert (seen["recordings"], seen["bytes"], seen["oldest"], seen["ages"]) == (0, 0, None, [])


async def test_what_is_held_is_counted_apart(loner: Crew, factory: Factory) -> None:
    kept, inside, _ = await aged(factory, 40, 40, 40)
    await hold(loner["owner"], recording_id=kept)
    await hold(loner["owner"], project_id=await factory.project("Evidence", [inside]))
    seen = await preview(loner, keep_days=30)
    assert (seen["recordings"], seen["held"]) == (1, 2)


async def test_a_correction_makes_it_young_again_where_changes_count(loner: Crew, factory: Factory) -> None:
    [old] = await aged(factory, 400)
    assert (await preview(loner, keep_days=30, basis="changed"))["recordings"] == 1
    await factory.transcript("Just now", recording_id=old)
    seen = await preview(loner, keep_days=30, basis="changed")
    assert (seen["recordings"], [group["to_days"] for group in seen["ages"]]) == (0, [1])
    assert (await preview(loner, keep_days=30))["recordings"] == 1


async def test_a_correction_keeps_its_own_recording_and_no_other(app: FastAPI, loner: Crew, factory: Factory) -> None:
    """What was corrected yesterday is young where changes count; its neighbour, corrected long ago, is not."""
    corrected, left_alone = await aged(factory, 400, 400)
    long_ago = utcnow() - timedelta(days=400)
    made = {}
    for recording in (corrected, left_alone):
        made[recording] = await factory.transcript("Good mourning", recording_id=recording)
    database: Database = app.state.database
    with as_system("a test lets days pass"):
        async with database.transaction() as session:
            for model in (content_class("transcripts"), content_class("segments")):
                await session.execute(update(model).values(updated_at=long_ago))
            await session.execute(update(content_class("recordings")).values(updated_at=long_ago))
    assert (await preview(loner, keep_days=30, basis="changed"))["recordings"] == 2
    transcript = made[corrected]
    address = f"/api/transcripts/{transcript.id}/segments/{transcript.segment_ids[0]}"
    changed = ok(await loner["owner"].patch(address, json={"text": "Good morning", "version": 1}))
    assert utcnow() - datetime.fromisoformat(changed["updated_at"]) < timedelta(minutes=5)
    seen = await preview(loner, keep_days=30, basis="changed")
    assert (seen["recordings"], seen["in_reach"]) == (1, 2)
    await make_rule(loner, 30, basis="changed")
    await run(app)
    assert await left(app) == {corrected}


async def test_a_rule_of_a_project_stands_before_the_teams(app: FastAPI, loner: Crew, factory: Factory) -> None:
    long, short, both, outside = await aged(factory, 400, 400, 400, 400)
    keeps = await factory.project("Contracts", [long, both])
    forgets = await factory.project("Interviews", [short, both])
    assert (await preview(loner, keep_days=30))["recordings"] == 4
    await make_rule(loner, 1000, project_id=keeps)
    assert (await preview(loner, keep_days=30))["recordings"] == 2
    assert (await preview(loner, keep_days=30, project_id=forgets))["recordings"] == 1
    await make_rule(loner, None, project_id=forgets, active=False)
    assert (await preview(loner, keep_days=30))["recordings"] == 1
    assert (await preview(loner, keep_days=30, project_id=keeps))["recordings"] == 1, "a draft keeps its project"
    listed = ok(await loner["owner"].get(f"{loner.url}/retention"))
    assert [(rule["project_name"], rule["keep_days"], rule["status"]) for rule in listed["items"]] == [
        ("Contracts", 1000, "active"),
        ("Interviews", None, "draft"),
    ]
    assert await left(app) == {long, short, both, outside}, "looking deletes nothing"


async def test_a_rule_is_confirmed_with_the_teams_name(loner: Crew, heard: list[Json]) -> None:
    owner = loner["owner"]
    rule = await make_rule(loner, 365, active=False)
    assert (rule["status"], rule["starts_at"], rule["for_project"]) == ("draft", None, False)
    address = f"{loner.url}/retention/rules/{rule['id']}"
    refused(await owner.post(f"{address}/activate", json={"confirm": "radio"}), 422, "confirmation_mismatch")
    active = await activate(loner, rule["id"])
    assert (active["status"], active["confirmed_by_name"]) == ("active", "ada")
    refused(await owner.post(f"{address}/activate", json={"confirm": "Radio"}), 409, "rule_state")
    changed = ok(await owner.patch(address, json={"keep_days": 100}))
    assert (changed["status"], changed["keep_days"], changed["confirmed_by_name"]) == ("draft", 100, None)
    await activate(loner, rule["id"])
    assert ok(await owner.post(f"{address}/pause"))["status"] == "draft"
    refused(await owner.post(f"{address}/pause"), 409, "rule_state")
    ok(await owner.delete(address))
    refused(await owner.delete(address), 404, "rule_not_found")
    assert [event["change"] for event in heard] == [
        *("created", "activated", "changed", "activated", "paused", "deleted")
    ]
    assert {event["event"] for event in heard} == {"retention.rule_changed"}
    assert heard[1]["starts_at"] is not None


async def test_there_is_one_rule_for_each_thing(loner: Crew, factory: Factory) -> None:
    owner, rules = loner["owner"], f"{loner.url}/retention/rules"
    await make_rule(loner, 365, active=False)
    refused(await owner.post(rules, json={"keep_days": 10}), 409, "rule_exists")
    project = await factory.project("Board")
    rule = await make_rule(loner, None, project_id=project, active=False)
    refused(await owner.post(rules, json={"keep_days": 10, "project_id": project}), 409, "rule_exists")
    refused(await owner.post(rules, json={"keep_days": 10, "project_id": "nowhere"}), 404, "project_not_found")
    team_rule = ok(await owner.get(f"{loner.url}/retention"))["items"][0]
    for address in (rules, f"{rules}/{team_rule['id']}"):
        call = owner.post if address == rules else owner.patch
        refused(await call(address, json={"keep_days": None}), 422, "forever_needs_project")
    assert ok(await owner.patch(f"{rules}/{rule['id']}", json={"basis": "changed"}))["basis"] == "changed"
    for days in (0, -1, 36_501):
        assert (await owner.post(rules, json={"keep_days": days})).status_code == 422


class TestWho:
    async def test_members_read_rules_and_those_who_run_the_team_change_them(self, crew: Crew) -> None:
        rule = await make_rule(crew, 365, active=False)
        for role in ("member", "viewer"):
            listed = ok(await crew[role].get(f"{crew.url}/retention"))
            assert (listed["items"][0]["keep_days"], listed["may_change"]) == (365, False)
            for call in (
                crew[role].get(f"{crew.url}/retention/preview"),
                crew[role].post(f"{crew.url}/retention/rules", json={"keep_days": 1}),
                crew[role].patch(f"{crew.url}/retention/rules/{rule['id']}", json={"keep_days": 1}),
                crew[role].post(f"{crew.url}/retention/rules/{rule['id']}/activate", json={"confirm": "Radio"}),
                crew[role].delete(f"{crew.url}/retention/rules/{rule['id']}"),
            ):
                refused(await call, 403, "forbidden")
        ok(await crew["chief"].patch(f"{crew.url}/retention/rules/{rule['id']}", json={"keep_days": 300}))
        refused(await crew["stranger"].get(f"{crew.url}/retention"), 404, "team_not_found")

    async def test_who_does_not_see_a_project_is_not_told_its_name(self, app: FastAPI, crew: Crew) -> None:
        body = {"name": "Room", "is_private": True}
        room = ok(await crew["owner"].post(f"{crew.url}/workspaces", json=body), 201)["id"]
        secret = await (await factory_of(app, crew.team_id, room)).project("Secret name")
        await make_rule(crew, 365, project_id=secret, active=False)
        for person in (crew["chief"], crew["root"]):
            answer = await person.get(f"{crew.url}/retention")
            [rule] = ok(answer)["items"]
            assert (rule["for_project"], rule["project_id"], rule["project_name"]) == (True, None, None)
            assert "Secret" not in answer.text
            address = f"{crew.url}/retention/preview"
            refused(await person.get(address, params={"project_id": secret}), 404, "project_not_found")


class TestGrace:
    @pytest.fixture
    def environment(self) -> Mapping[str, str]:
        return {"VERBATIM_RETENTION_GRACE_DAYS": "7"}

    async def test_nothing_goes_before_it_is_over(self, app: FastAPI, loner: Crew, factory: Factory) -> None:
        ids = await aged(factory, 400)
        rule = await make_rule(loner, 30)
        wait = datetime.fromisoformat(rule["starts_at"]) - utcnow()
        assert timedelta(days=6.9) < wait <= timedelta(days=7)
        assert await run(app) == 0
        assert await left(app) == set(ids)

    @pytest.mark.parametrize("waits", ["the team's", "the project's"])
    async def test_a_rule_that_waits_deletes_nothing_beside_one_that_runs(
        self, app: FastAPI, loner: Crew, factory: Factory, waits: str
    ) -> None:
        """The team's job starts because one rule is due; the other has its days of grace before it."""
        inside, outside = await aged(factory, 400, 400)
        project = await factory.project("Interviews", [inside])
        runs_in, waits_in = (project, None) if waits == "the team's" else (None, project)
        first = await make_rule(loner, 30, project_id=runs_in)
        await _let_grace_pass(app)
        second = await make_rule(loner, 30, project_id=waits_in)
        assert second["starts_at"] > first["starts_at"]
        assert await run(app) == 1
        assert await left(app) == ({outside} if waits == "the team's" else {inside})

    async def test_a_project_rule_that_waits_keeps_what_another_would_delete(
        self, app: FastAPI, loner: Crew, factory: Factory
    ) -> None:
        both, alone = await aged(factory, 400, 400)
        await make_rule(loner, 30, project_id=await factory.project("Interviews", [both, alone]))
        await _let_grace_pass(app)
        await make_rule(loner, 30, project_id=await factory.project("Contracts", [both]))
        assert await run(app) == 1
        assert await left(app) == {both}

    async def test_it_begins_anew_when_a_rule_that_kept_something_goes(
        self, app: FastAPI, loner: Crew, factory: Factory
    ) -> None:
        ids = await aged(factory, 400)
        project = await factory.project("Contracts", ids)
        kept = await make_rule(loner, None, project_id=project)
        first = await make_rule(loner, 30)
        ok(await loner["owner"].delete(f"{loner.url}/retention/rules/{kept['id']}"))
        [rule] = ok(await loner["owner"].get(f"{loner.url}/retention"))["items"]
        assert rule["id"] == first["id"]
        assert rule["starts_at"] > first["starts_at"]
        assert await run(app) == 0

    @pytest.mark.parametrize("how", ["deleted", "taken out", "taken out of all", "moved"])
    async def test_it_begins_anew_when_something_leaves_a_project_that_keeps_it(
        self, app: FastAPI, loner: Crew, factory: Factory, how: str
    ) -> None:
        owner = loner["owner"]
        [old] = await aged(factory, 400)
        project = await factory.project("Archive", [old])
        await make_rule(loner, None, project_id=project)
        ids = {rule["id"] for rule in ok(await owner.get(f"{loner.url}/retention"))["items"]}
        await make_rule(loner, 30)
        await _let_grace_pass(app)
        if how == "deleted":
            ok(await owner.delete(f"/api/projects/{project}"))
        elif how == "taken out":
            ok(await owner.delete(f"/api/projects/{project}/recordings/{old}"))
        elif how == "taken out of all":
            ok(await owner.post("/api/recordings/bulk-assign", json={"ids": [old], "project_id": None}))
        else:
            room = ok(await owner.post(f"{loner.url}/workspaces", json={"name": "Cellar"}), 201)["id"]
            ok(await owner.post("/api/recordings/move", json={"ids": [old], "workspace_id": room}))
        assert await run(app) == 0
        assert await left(app) == {old}
        rules = ok(await owner.get(f"{loner.url}/retention"))["items"]
        [team] = [rule for rule in rules if rule["id"] not in ids]
        assert datetime.fromisoformat(team["starts_at"]) > utcnow() + timedelta(days=6.9)
        assert len(rules) == (1 if how == "deleted" else 2)
        await _let_grace_pass(app)
        assert await run(app) == 1
        assert await left(app) == set()

    async def test_what_leaves_a_project_without_a_rule_changes_nothing(
        self, app: FastAPI, loner: Crew, factory: Factory
    ) -> None:
        [old] = await aged(factory, 400)
        project = await factory.project("Interviews", [old])
        await make_rule(loner, 30)
        await _let_grace_pass(app)
        ok(await loner["owner"].delete(f"/api/projects/{project}"))
        assert await run(app) == 1
        assert await left(app) == set()


async def _let_grace_pass(app: FastAPI) -> None:
    database: Database = app.state.database
    with as_system("a test lets days pass"):
        async with database.transaction() as session:
            past = utcnow() - timedelta(minutes=1)
            await session.execute(update(RetentionRule).where(RetentionRule.starts_at > past).values(starts_at=past))

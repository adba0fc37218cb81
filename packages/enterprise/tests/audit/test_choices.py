"""Choices for transcriptions: who changed them, from what, to what."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from support_audit import rows_of
from support_content import Content, make_content
from support_enterprise import Person
from support_teams import Crew, make_settled_loner, ok

URL = "/api/transcription/defaults"
TERMS = "/api/transcription/vocabulary"


@pytest.fixture
async def loner(admin: Person) -> Crew:
    return await make_settled_loner(admin)


@pytest.fixture
async def content(app: FastAPI, loner: Crew) -> Content:
    return await make_content(app, loner)


async def test_defaults_of_a_team_are_told_before_and_after(app: FastAPI, loner: Crew) -> None:
    root = loner["root"]
    ok(await root.put(URL, json={"num_speakers": 2, "vocabulary": ["Verbatim"]}))
    ok(await root.put(URL, json={"num_speakers": 3, "vocabulary": ["Verbatim"]}))
    ok(await root.put(URL, json={}))
    first, second, third = await rows_of(app, resource_type="transcription_defaults")
    assert {row.action for row in (first, second, third)} == {"request.changed"}
    assert len({row.resource_id for row in (first, second, third)}) == 1
    assert first.after == {"transcription": {"num_speakers": 2, "vocabulary": ["Verbatim"]}}
    told = {"num_speakers": 2}, {"num_speakers": 3}
    assert (second.before, second.after) == tuple({"transcription": side} for side in told)
    assert third.before == {"transcription": {"num_speakers": 3, "vocabulary": ["Verbatim"]}}
    assert third.after == {"transcription": {}}


async def test_terms_that_come_and_go_are_told(app: FastAPI, loner: Crew) -> None:
    root = loner["root"]
    ok(await root.post(TERMS, json={"terms": ["Ångström"]}))
    ok(await root.post(TERMS, json={"terms": ["Zürich"]}))
    ok(await root.delete(TERMS, params={"term": "Ångström"}))
    rows = await rows_of(app, resource_type="transcription_defaults")
    seen = [(row.after or {})["transcription"]["vocabulary"] for row in rows]
    assert seen == [["Ångström"], ["Ångström", "Zürich"], ["Zürich"]]
    assert [(row.before or {})["transcription"]["vocabulary"] for row in rows[1:]] == seen[:-1]


async def test_choices_of_a_project_are_told_with_the_project(app: FastAPI, admin: Person, content: Content) -> None:
    about = {"project_id": content.project_id}
    ok(await admin.put(URL, params=about, json={"num_speakers": 2}))
    ok(await admin.put(URL, params=about, json={"num_speakers": 3, "voice_detection": False}))
    ok(await admin.put(URL, params=about, json={}))
    rows = [row for row in await rows_of(app, resource_id=content.project_id) if "transcription" in (row.after or {})]
    assert [(row.before, row.after) for row in rows] == [
        ({"transcription": None}, {"transcription": {"num_speakers": 2}}),
        ({"transcription": {"num_speakers": 2}}, {"transcription": {"num_speakers": 3, "voice_detection": False}}),
        ({"transcription": {"num_speakers": 3, "voice_detection": False}}, {"transcription": None}),
    ]


async def test_the_same_again_is_no_change(app: FastAPI, admin: Person, content: Content) -> None:
    about = {"project_id": content.project_id}
    ok(await admin.put(URL, params=about, json={"num_speakers": 4}))
    ok(await admin.put(URL, params=about, json={"num_speakers": 4}))
    rows = [row for row in await rows_of(app, resource_id=content.project_id) if "transcription" in (row.after or {})]
    assert len(rows) == 1

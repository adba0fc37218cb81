"""Reading the log over HTTP: filters, pages, words, files, and who may."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest_types import MakePerson, MakeUser
from fastapi import FastAPI
from support_audit import only_row
from support_enterprise import Person
from support_teams import ok, refused
from verbatim_enterprise.audit import service
from verbatim_enterprise.audit.chain.heads import PublicKeys
from verbatim_enterprise.audit.chain.proof import ProofError, verify_file
from verbatim_enterprise.audit.service import log_event
from verbatim_enterprise.audit.tags import AuditTag
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction

URL = "/api/admin/audit"


@pytest.fixture
def environment() -> Mapping[str, str]:
    """Seal by hand only."""
    return {"VERBATIM_AUDIT_SEAL_SECONDS": "3600"}


@pytest.fixture
async def filled(app: FastAPI, admin: Person) -> None:
    """Write 150 rows about lamps."""
    async with system_transaction(app.state.database) as session:
        for number in range(150):
            await log_event(
                session,
                tag=AuditTag.PROJECT_UPDATED if number % 3 else AuditTag.PROJECT_DELETED,
                resource_type="lamp",
                resource_id=f"lamp-{number % 10}",
                resource_name=f"Lampe Nummer{number}",
                outcome="failed" if number % 50 == 0 else "success",
                after={"colour": "=HYPERLINK(1)" if number == 1 else "grün"},
            )


async def _all(admin: Person, **params: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while True:
        page = ok(await admin.get(URL, params=params))
        found += page["items"]
        if page["next_cursor"] is None:
            return found
        params["cursor"] = page["next_cursor"]


@pytest.mark.usefixtures("filled")
async def test_pages_follow_each_other_without_gap_or_repetition(admin: Person) -> None:
    items = await _all(admin, resource_type="lamp", page_size=40)
    assert [item["resource_name"] for item in items] == [f"Lampe Nummer{number}" for number in reversed(range(150))]
    assert {"action", "actor", "resource_type", "resource_id", "outcome", "at", "details"} <= items[0].keys()
    assert not {"mac", "words"} & items[0].keys()
    refused(await admin.get(URL, params={"cursor": "x"}), 422, "bad_cursor")


@pytest.mark.usefixtures("filled")
async def test_the_oldest_come_first_when_asked(admin: Person) -> None:
    for wanted in ({}, {"action": "project.deleted"}, {"search": "lampe"}, {"about": "lamp-0"}):
        newest = await _all(admin, resource_type="lamp", page_size=40, **wanted)
        oldest = await _all(admin, resource_type="lamp", page_size=7, sort_order="asc", **wanted)
        assert oldest == newest[::-1], wanted
    file = await admin.get(f"{URL}/export", params={"format": "jsonl", "resource_type": "lamp", "sort_order": "asc"})
    names = [json.loads(line)["resource_name"] for line in file.text.splitlines()]
    assert names == [f"Lampe Nummer{number}" for number in range(150)]


@pytest.mark.usefixtures("filled")
async def test_filters_hold_together(app: FastAPI, admin: Person) -> None:
    assert len(await _all(admin, resource_type="lamp", action="project.deleted")) == 50
    assert len(await _all(admin, resource_id="lamp-0", outcome="failed")) == 3
    assert len(await _all(admin, resource_id="lamp-0", outcome="failed", action="project.deleted")) == 1
    assert {item["actor"] for item in await _all(admin, actor="Ada")} == {"ada"}
    assert await _all(admin, actor=admin.id) == await _all(admin, actor="ada")
    assert await _all(admin, actor="nobody") == []
    assert len(await _all(admin, address="127.0.0.1", action="session.started")) == 1
    team_id = (await admin.me())["team_id"]
    assert {item["team_id"] for item in await _all(admin, team_id=team_id)} == {team_id}
    hour = timedelta(hours=1)
    now = {"resource_type": "lamp", "start": (utcnow() - hour).isoformat(), "end": (utcnow() + hour).isoformat()}
    assert len(await _all(admin, **now)) == 150
    assert await _all(admin, **{**now, "end": now["start"], "start": (utcnow() - 2 * hour).isoformat()}) == []
    assert (await admin.get(URL, params={"outcome": "splendid"})).status_code == 422


@pytest.mark.usefixtures("filled")
async def test_any_filters_find_the_same_rows_page_by_page(admin: Person) -> None:
    everything = await _all(admin, resource_type="lamp", page_size=100)
    values = {
        "resource_type": ["lamp", "chair"],
        "resource_id": ["lamp-0", "lamp-3"],
        "action": ["project.deleted", "project.updated"],
        "outcome": ["success", "failed"],
    }
    choices = [[None, *found] for found in values.values()]
    for chosen in itertools.product(*choices):
        wanted = {name: value for name, value in zip(values, chosen, strict=True) if value is not None}
        expected = [row["id"] for row in everything if all(row[name] == value for name, value in wanted.items())]
        if wanted.keys() & {"resource_type", "resource_id"}:
            assert [row["id"] for row in await _all(admin, page_size=7, **wanted)] == expected, wanted


@pytest.mark.usefixtures("filled")
async def test_words_are_found_by_their_beginnings(admin: Person) -> None:
    assert [item["resource_name"] for item in await _all(admin, search="nummer77")] == ["Lampe Nummer77"]
    assert len(await _all(admin, search="LAMP Nummer1", resource_type="lamp")) == 61
    assert len(await _all(admin, search="grün", outcome="failed")) == 3
    assert await _all(admin, search="ummer77") == []
    assert await _all(admin, search="100%' & !x :* \\") == []
    for signs in ("!!!", "%", "_"):
        assert await _all(admin, search=signs) == [], signs
    assert await _all(admin, search="  ", resource_type="lamp") == await _all(admin, resource_type="lamp")


async def test_words_are_found_that_look_like_numbers(app: FastAPI, admin: Person) -> None:
    """PostgreSQL's parser takes 9e3a for the number 9e3 and a word."""
    async with system_transaction(app.state.database) as session:
        for word in ("9e3a", "00e0ecad50587f4eba263db36b42a41b", "-5", "3.14", "a.b@example.org"):
            await log_event(session, tag=AuditTag.USER_UPDATED, resource_type="lamp", resource_name=word)
    for wanted in ("9e3a", "9e3", "00e0ecad50587f4eba263db36b42a41b", "5", "3 14", "example.org"):
        assert len(await _all(admin, search=wanted, resource_type="lamp")) == 1, wanted


async def test_somebody_who_is_gone_is_found_by_name(admin: Person, make_user: MakeUser) -> None:
    bob = await make_user("bob")
    ok(await admin.delete(f"/api/users/{bob.id}"))
    found = await _all(admin, actor="Bob")
    assert found
    assert found == await _all(admin, actor=bob.id)
    assert {item["actor"] for item in found} == {"bob"}


async def test_only_who_may_reads_it_and_reading_is_written_down(
    app: FastAPI, admin: Person, make_user: MakeUser, visitor: MakePerson
) -> None:
    bob = await make_user("bob")
    for path in ("", "/export", "/verify", "/filters", "/actions", "/activity", "/retention?days=90"):
        assert (await bob.get(URL + path)).status_code == 403
        assert (await visitor().get(URL + path)).status_code == 401
    ok(await admin.get(URL))
    ok(await admin.get(f"{URL}/actions"))
    read = await only_row(app, action="audit.read")
    assert (read.actor_name, read.resource_type) == ("ada", "audit")
    assert "audit.read" in ok(await admin.get(f"{URL}/actions"))["actions"]
    assert sum(hour["total"] for hour in ok(await admin.get(f"{URL}/activity"))["hours"]) > 5


@pytest.mark.usefixtures("filled")
async def test_files_hold_what_the_list_shows(app: FastAPI, admin: Person) -> None:
    answer = await admin.get(f"{URL}/export", params={"format": "csv", "resource_id": "lamp-1"})
    assert answer.content.startswith(b"\xef\xbb\xbf")  # or Excel shows other letters
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["resource_name"] for row in rows][-1] == "Lampe Nummer1"
    assert len(rows) == 15
    assert rows[-1]["after"] == '{"colour":"=HYPERLINK(1)"}'
    answer = await admin.get(f"{URL}/export", params={"format": "jsonl", "search": "nummer77"})
    (line,) = answer.text.splitlines()
    assert json.loads(line)["after"] == {"colour": "grün"}
    exported = await only_row(app, action="audit.exported", id=(await _all(admin, action="audit.exported"))[0]["id"])
    assert exported.actor_name == "ada"


@pytest.mark.usefixtures("filled")
async def test_an_export_is_proved_elsewhere(app: FastAPI, admin: Person, tmp_path: Path) -> None:
    await app.state.audit.sealer.seal_all()
    text = (await admin.get(f"{URL}/export", params={"format": "proof"})).text
    keys = PublicKeys.read(ok(await admin.get(f"{URL}/verify"))["public_key"])
    file = tmp_path / "audit.jsonl"
    file.write_text(text, encoding="utf-8")
    report = verify_file(file, keys)
    assert (report.ok, report.rows) == (True, text.count('{"row"'))
    lines = text.splitlines(keepends=True)
    for number, wrong in {
        4: [*lines[:3], lines[3].replace("success", "failed"), *lines[4:]],
        5: [*lines[:4], *lines[5:]],
        6: [*lines[:5], lines[6].replace('"seq":7', '"seq":6'), lines[5].replace('"seq":6', '"seq":7'), *lines[7:]],
    }.items():
        file.write_text("".join(wrong), encoding="utf-8")
        first = verify_file(file, keys).first
        assert first is not None
        assert first.seq == number, first
    file.write_text("no export\n")
    with pytest.raises(ProofError):
        verify_file(file, keys)


async def test_the_button_checks_the_log(app: FastAPI, admin: Person) -> None:
    assert ok(await admin.get(f"{URL}/verify"))["state"] == "never"
    await app.state.audit.sealer.seal_all()
    found = ok(await admin.post(f"{URL}/verify"))
    assert (found["state"], found["ok"], found["first"]) == ("done", True, None)
    assert found["rows"] >= 5
    newest = ok(await admin.get(URL))["items"][-1]
    detail = ok(await admin.get(f"{URL}/{newest['id']}"))
    assert (detail["number"], len(detail["seal"])) == (1, 64)
    assert (await admin.get(f"{URL}/{admin.id}")).status_code == 404
    assert (await only_row(app, action="audit.verified")).details["ok"] is True


async def test_the_last_hours_are_counted_from_now(
    app: FastAPI, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with system_transaction(app.state.database) as session:
        for age, name in ((3, "Old"), (0, "New")):
            monkeypatch.setattr(service, "utcnow", lambda age=age: utcnow() - timedelta(hours=age))
            await log_event(session, tag="lamp.lit", resource_type="lamp", resource_name=name)

    async def found(hours: int, **more: str) -> list[str]:
        params: dict[str, Any] = {"action": "lamp.lit", "last_hours": hours, **more}
        return [row["resource_name"] for row in ok(await admin.get(URL, params=params))["items"]]

    assert await found(2) == ["New"]
    assert await found(4) == ["New", "Old"]
    assert await found(4, start=(utcnow() - timedelta(hours=1)).isoformat()) == ["New"]
    assert (await admin.get(URL, params={"last_hours": 0})).status_code == 422
    saved = ok(await admin.post(f"{URL}/filters", json={"name": "Today", "query": {"last_hours": 24}}), 201)
    assert saved["query"]["last_hours"] == 24


async def test_filters_are_saved_for_oneself(admin: Person, make_user: MakeUser) -> None:
    other = await make_user("eve", role="admin")
    body = {"name": "Failures", "query": {"outcome": "failed", "search": "lamp"}}
    made = ok(await admin.post(f"{URL}/filters", json=body), 201)
    assert made["query"]["outcome"] == "failed"
    assert ok(await other.get(f"{URL}/filters"))["items"] == []
    refused(await other.delete(f"{URL}/filters/{made['id']}"), 404, "audit_filter_not_found")
    assert (await admin.post(f"{URL}/filters", json={"name": "x", "query": {"color": "x"}})).status_code == 422
    ok(await admin.delete(f"{URL}/filters/{made['id']}"))
    assert ok(await admin.get(f"{URL}/filters"))["items"] == []

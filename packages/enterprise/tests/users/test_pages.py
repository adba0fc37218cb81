"""Turning the pages of accounts and teams by cursors: nobody is left out or shown twice, whatever comes meanwhile."""

from __future__ import annotations

import base64
import json
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from support_enterprise import Person
from support_teams import ok, refused
from verbatim_enterprise import keyset
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction
from verbatim_enterprise.users.models import User

ORDERS = [
    (by, way)
    for by in ("username", "email", "display_name", "created_at", "last_sign_in_at")
    for way in ("asc", "desc")
]
MANY = 23


@pytest.fixture
async def crowd(app: FastAPI, admin: Person) -> Person:
    """Make people of whom some share a name or have none, and some have never signed in."""
    async with system_transaction(app.state.database) as session:
        for n in range(MANY):
            name = f"p{n * 7 % MANY:02}"
            session.add(
                User(
                    username=name,
                    username_key=name,
                    email=f"{name}@example.org",
                    email_key=f"{name}@example.org",
                    display_name=(None, "Ed", "Edna 😀")[n % 3],
                    created_at=utcnow() - timedelta(minutes=n // 2),
                    last_sign_in_at=None if n % 4 == 0 else utcnow() - timedelta(hours=n // 3),
                )
            )
    return admin


async def walk(person: Person, path: str, size: int = 5, **params: Any) -> list[list[str]]:
    """Return the ids of each page, from the first on, as its cursors lead."""
    pages, cursor = [], None
    while True:
        asked = params | {"page_size": size} | ({"cursor": cursor} if cursor else {})
        found = ok(await person.get(path, params=asked))
        pages.append([one["id"] for one in found["items"]])
        cursor = found["next_cursor"]
        if cursor is None:
            break
    back, cursor = [pages[-1]], found["previous_cursor"]
    while cursor is not None:
        found = ok(await person.get(path, params=params | {"page_size": size, "cursor": cursor}))
        back.append([one["id"] for one in found["items"]])
        cursor = found["previous_cursor"]
    assert back[::-1] == pages, "the way back is the way there"
    return pages


@pytest.mark.parametrize(("by", "way"), ORDERS)
async def test_every_order_is_walked_there_and_back(crowd: Person, by: str, way: str) -> None:
    order = {"sort_by": by, "sort_order": way}
    whole = ok(await crowd.get("/api/users", params=order | {"page_size": 100}))
    assert whole["total"] == MANY + 1
    assert whole["next_cursor"] is whole["previous_cursor"] is None
    pages = await walk(crowd, "/api/users", sort_by=by, sort_order=way)
    assert [one for page in pages for one in page] == [one["id"] for one in whole["items"]]
    second = ok(await crowd.get("/api/users", params=order | {"page_size": 5, "page": 2}))
    assert [one["id"] for one in second["items"]] == pages[1]
    numbered = ok(await crowd.get("/api/users", params={"cursor": second["previous_cursor"], "page_size": 5} | order))
    assert [one["id"] for one in numbered["items"]] == pages[0]


async def test_somebody_new_before_the_page_moves_nobody(crowd: Person) -> None:
    first = ok(await crowd.get("/api/users", params={"page_size": 5}))
    ok(await crowd.post("/api/users", json={"username": "aaa", "email": "aaa@example.org"}), 201)
    following = ok(await crowd.get("/api/users", params={"page_size": 5, "cursor": first["next_cursor"]}))
    assert not {one["id"] for one in first["items"]} & {one["id"] for one in following["items"]}
    assert [one["username"] for one in following["items"]] == [f"p{n:02}" for n in range(4, 9)]


async def test_filters_hold_on_every_page(crowd: Person) -> None:
    pages = await walk(crowd, "/api/users", size=3, search="edna", sort_by="last_sign_in_at", sort_order="desc")
    assert len({one for page in pages for one in page}) == MANY // 3
    everybody = await walk(crowd, "/api/users", status="active")
    assert everybody == [[crowd.id]]


def made(*parts: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "é",
        "AAAA",
        "=" * 40,
        made("email", False, False, "a", "b"),
        made("username", True, False, "a", "b"),
        made("username", False, 1, "a", "b"),
        made("username", False, False, None, "b"),
        made("username", False, False, 7, "b"),
        made("username", False, False, "a\0", "b"),
        made("username", False, False, "\ud800", "b"),
        made("username", False, False, "a", ["b"]),
        made("username", False, False, "a"),
        base64.urlsafe_b64encode(b"[" * 1_400).decode(),
        made("username", False, False, {"a": 1}, "b"),
    ],
)
async def test_a_cursor_that_no_list_gave_is_refused(admin: Person, cursor: str) -> None:
    refused(await admin.get("/api/users", params={"cursor": cursor}), 422, "invalid_cursor")
    refused(await admin.get("/api/teams", params={"cursor": cursor}), 422, "invalid_cursor")


@pytest.mark.parametrize("told", ["yesterday", "2026-01-01T00:00:00", "", "9999999-01-01"])
async def test_a_moment_that_is_none_is_refused(admin: Person, told: str) -> None:
    cursor = made("created_at", False, False, told, "b")
    refused(await admin.get("/api/users", params={"cursor": cursor, "sort_by": "created_at"}), 422, "invalid_cursor")


async def test_a_cursor_longer_than_any_is_refused(admin: Person) -> None:
    answer = await admin.get("/api/users", params={"cursor": "a" * 2_001})
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_error")


async def test_so_many_are_counted_and_no_more(crowd: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyset, "MOST_COUNTED", 10)
    capped = ok(await crowd.get("/api/users", params={"count": "capped", "page_size": 5}))
    assert (capped["total"], capped["total_is_capped"], capped["total_pages"]) == (10, True, 2)
    assert capped["next_cursor"]
    exact = ok(await crowd.get("/api/users", params={"page_size": 5}))
    assert (exact["total"], exact["total_is_capped"]) == (MANY + 1, False)
    few = ok(await crowd.get("/api/users", params={"count": "capped", "search": "p01"}))
    assert (few["total"], few["total_is_capped"]) == (1, False)


async def test_teams_are_walked_in_each_order(admin: Person) -> None:
    for name in ("Radio", "radio", "Ärzte", "Archive", "Zoo", "Radio"):
        ok(await admin.post("/api/teams", json={"name": name}), 201)
    for by in ("name", "created_at"):
        for way in ("asc", "desc"):
            order = {"sort_by": by, "sort_order": way, "all": True}
            whole = [one["id"] for one in ok(await admin.get("/api/teams", params=order))["items"]]
            assert [one for page in await walk(admin, "/api/teams", size=2, **order) for one in page] == whole

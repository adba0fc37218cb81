"""Every route of the whole product is found like by FastAPI's own walk, and at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from support.routing import assert_found_like_the_walk, in_threads, most_tried


async def test_every_route_is_found_like_by_the_walk(
    make_app: Callable[[], FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    await assert_found_like_the_walk(make_app(), monkeypatch)


async def test_no_request_tries_more_than_three_routes(
    make_app: Callable[[], FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    worst = await most_tried(make_app(), monkeypatch)
    assert worst <= (3, ""), worst


def test_no_route_waits_for_a_thread_to_read_its_parameters(make_app: Callable[[], FastAPI]) -> None:
    assert in_threads(make_app()) == set()

"""The list of recordings: does a page take longer when there are 40 times as many?"""

from __future__ import annotations

import asyncio
import contextlib
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figures import Figure
from harness import Target, measure, product, serving
from library import PROJECT_SIZE, fill, owner_id, project_id, tag_id
from support.postgres import PostgresServer

NAMES = ("recordings_list_growth",)
NAME = NAMES[0]

SMALL, LARGE = 1_000, 40_000
ROUNDS = 150
OWNERS, READABLE = 400, 100
"""A caller may see the recordings of a hundred owners, a quarter of all."""

PEER_PAGE_MS = 2_600
"""What a self-hosted peer needs for such a page at 40,000 recordings on PostgreSQL, measured on a like machine."""

GROWTH_BAR, STATEMENTS_BAR = 1.3, 4

Query = Mapping[str, Any]
PLAIN: Query = {"page_size": 25}
# What an index narrows holds the bar too; what has to count thousands of matches is only told.
JUDGED: dict[str, Query] = {
    "by_title": {"sort_by": "title", "sort_order": "asc"},
    "by_duration": {"sort_by": "duration_seconds"},
    "status": {"status": "failed"},
    "project": {"project_id": project_id(0)},
    "search": {"search": "REC_00077"},
}
TOLD: dict[str, Query] = {
    "tag": {"tag_ids": tag_id(3)},
    "search_common": {"search": "interview"},
    "dates": {"date_from": "2021-01-10T00:00:00Z", "date_to": "2021-01-20T00:00:00Z"},
}


def _deep(recordings: int) -> Query:
    return {"page": recordings // 200}


def _queries(recordings: int) -> dict[str, Query]:
    found = {"": PLAIN} | JUDGED | TOLD | {"deep_page": _deep(recordings)}
    return {name: {**PLAIN, **query} for name, query in found.items()}


def _targets(servers: Mapping[int, str]) -> dict[tuple[str, int], Target]:
    return {
        (name, size): Target(url, [query], "/api/recordings")
        for size, url in servers.items()
        for name, query in _queries(size).items()
    }


def _filled(url: str, size: int, folder: Path, *, owners: int = 0) -> str:
    with product(url, folder) as runtime:
        asyncio.run(fill(runtime.database.engine, size, owners=owners))
    return url


def _measured(
    urls: Mapping[int, str], folder: Path, plugin: Mapping[str, str] | None = None
) -> dict[tuple[str, int], Target]:
    with contextlib.ExitStack() as stack:
        servers = {
            size: stack.enter_context(serving(folder / str(size), url, plugin=plugin)).url for size, url in urls.items()
        }
        targets = _targets(servers)
        measure(list(targets.values()), rounds=ROUNDS, warm_up=3, seconds=40)
    return targets


def _statements(url: str, folder: Path) -> dict[str, int]:
    with serving(folder, url, plugin={"BENCH_COUNT": "1"}) as server:
        targets = _targets({LARGE: server.url})
        measure(list(targets.values()), rounds=1, warm_up=1)
    return {name: int(target.headers["x-statements"]) for (name, _), target in targets.items()}


def _named(*parts: str) -> str:
    return ".".join(part for part in (NAME, "_".join(part for part in parts if part)) if part)


def _growth(targets: Mapping[tuple[str, int], Target], prefix: str = "") -> list[Figure]:
    figures = []
    for name in dict.fromkeys(name for name, _ in targets):
        small, large = targets[name, SMALL], targets[name, LARGE]
        _check(name, large)
        limit = GROWTH_BAR if name in {"", *JUDGED} else None
        figures.append(Figure(_named(prefix, name), large.median / small.median, "ratio", "at most", limit))
    return figures


def _check(name: str, target: Target) -> None:
    answer = target.answer
    assert answer["items"] or name in {"search", "dates"}, f"{name} found nothing"
    if name == "project":
        assert answer["total"] <= PROJECT_SIZE


def _milliseconds(targets: Mapping[tuple[str, int], Target], prefix: str = "") -> list[Figure]:
    return [
        Figure(_named(prefix, name, "ms"), target.median, "ms", rival=None if name or prefix else PEER_PAGE_MS)
        for (name, size), target in targets.items()
        if size == LARGE
    ]


def run() -> list[Figure]:
    """Measure on PostgreSQL, for one user and for a caller with a hundred owners, and on SQLite."""
    postgres = PostgresServer.start(durable=True)
    try:
        with tempfile.TemporaryDirectory(prefix="verbatim-bench-") as name:
            return _on_postgresql(postgres, Path(name)) + _on_sqlite(Path(name))
    finally:
        postgres.stop()


def _on_postgresql(postgres: PostgresServer, folder: Path) -> list[Figure]:
    sizes = (SMALL, LARGE)
    plain = {size: _filled(postgres.create_database(f"plain_{size}"), size, folder) for size in sizes}
    owned = {size: _filled(postgres.create_database(f"owned_{size}"), size, folder, owners=OWNERS) for size in sizes}
    readable = ",".join(sorted({str(owner_id(number, OWNERS)) for number in range(READABLE)}))
    single = _measured(plain, folder / "single")
    scoped = _measured(owned, folder / "scoped", {"BENCH_OWNERS": readable})
    counted = _statements(plain[LARGE], folder / "counted")
    most = max(counted.values())
    return [
        *_growth(single),
        Figure(f"{NAME}.statements", most, "statements", "at most", STATEMENTS_BAR),
        *_milliseconds(single),
        *_growth(scoped, "100_owners"),
        *_milliseconds(scoped, "100_owners"),
    ]


def _on_sqlite(folder: Path) -> list[Figure]:
    urls = {}
    for size in (SMALL, LARGE):
        file = folder / f"{size}.db"
        urls[size] = _filled(f"sqlite+aiosqlite:///{file}", size, folder)
    targets = _measured(urls, folder / "sqlite")
    growth = [Figure(figure.name, figure.value, figure.unit) for figure in _growth(targets, "sqlite")]
    return [*growth, *_milliseconds(targets, "sqlite")]

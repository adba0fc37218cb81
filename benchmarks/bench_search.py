"""Search in 40,000 transcripts of 38 kB, over HTTP, on PostgreSQL with its own settings.

``VERBATIM_BENCH_TRANSCRIPTS`` makes it fewer, for a first look on a machine that others use.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Mapping
from pathlib import Path

from figures import Figure
from harness import Target, measure, serving
from library import owner_id
from speech import chinese_phrases, chinese_word, name, word
from spoken import OWNERS, spoken_database

NAMES = ("search_rare_word_ms", "search_all_ms")
NAME, ALL = NAMES

WHOLE = 40_000
TRANSCRIPTS = int(os.environ.get("VERBATIM_BENCH_TRANSCRIPTS", WHOLE))
BAR_MS = 50
ALL_BAR_MS = 150
ROUNDS = 60
PEER_MS = 16_600
"""What a self-hosted peer needs for such a search at 40,000 recordings on PostgreSQL, measured on a like machine."""

_chance = random.Random(7)  # noqa: S311 - the same searches each time
# Many different ones of each kind: the second search for one word would find its pages warm.
SEARCHES: Mapping[str, list[str]] = {
    "": [name(_chance.randrange(400_000)) for _ in range(70)],
    "common_word": [word(rank) for rank in range(10)],
    "middling_word": [word(rank) for rank in range(300, 310)],
    "uncommon_word": [word(rank) for rank in range(50_000, 50_010)],
    "two_words": [f"{word(rank)} {word(20 * rank)}" for rank in range(20, 30)],
    "phrase": [f'"{word(rank)} {word(3 * rank)}"' for rank in range(20, 26)],
    "prefix": [word(rank)[:3] for rank in range(200, 206)],
    "chinese_word": [chinese_word(rank) for rank in range(40, 50)],
    "chinese_character": [chinese_word(rank)[0] for rank in range(60, 66)],
    "chinese_phrase": chinese_phrases(6),
    "title": [f"about {number}" for number in range(TRANSCRIPTS // 4, TRANSCRIPTS // 4 + 10)],
}


def _targets(url: str) -> dict[str, Target]:
    return {
        kind: Target(url, [{"q": wanted} for wanted in searches], "/api/search/global")
        for kind, searches in SEARCHES.items()
    }


def run() -> list[Figure]:
    """Measure as the one user of a computer, and as a caller who may read what a hundred of 400 owners have."""
    readable = ",".join(sorted({str(owner_id(number, OWNERS)) for number in range(100)}))
    with tempfile.TemporaryDirectory(prefix="verbatim-bench-") as folder, spoken_database(TRANSCRIPTS) as url:
        single = _measured(url, Path(folder) / "single", None)
        scoped = _measured(url, Path(folder) / "scoped", {"BENCH_OWNERS": readable})
    return [*_figures(single, ""), *_figures(scoped, "100_owners"), *_worst(single)]


def _worst(targets: Mapping[str, Target]) -> list[Figure]:
    """Return the slowest kind of search and, after it, each kind by itself."""
    kinds = {kind or "rare_word": target.median for kind, target in targets.items() if kind != "no_work"}
    return [
        Figure(ALL, max(kinds.values()), "ms", "at most", ALL_BAR_MS, rival=PEER_MS),
        *(Figure(f"{ALL}.{kind}", value, "ms") for kind, value in kinds.items()),
    ]


def _measured(url: str, folder: Path, plugin: Mapping[str, str] | None) -> dict[str, Target]:
    with serving(folder, url, plugin=plugin) as server:
        targets = _targets(server.url)
        rare = targets.pop("")
        # An answer without any work says how busy this machine is with other things meanwhile.
        floor = Target(server.url, [{}], "/api/health")
        measure([rare, floor], rounds=ROUNDS, warm_up=5, seconds=30)
        measure(list(targets.values()), rounds=10, warm_up=1, seconds=60)
    return {"": rare, "no_work": floor, **targets}


def _figures(targets: Mapping[str, Target], prefix: str) -> list[Figure]:
    figures = []
    for kind, target in targets.items():
        found = kind == "no_work" or target.answer["results"]
        assert prefix or found or TRANSCRIPTS < WHOLE, f"{kind} found nothing"
        part = "_".join(filter(None, (prefix, kind or ("rare_word" if prefix else ""))))
        judged = not kind
        figures.append(
            Figure(
                f"{NAME}.{part}" if part else NAME,
                target.median,
                "ms",
                "at most",
                BAR_MS if judged else None,
                rival=None if part else PEER_MS,
            )
        )
    return figures

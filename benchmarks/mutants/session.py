"""One target's mutants, in one process: `session.py TARGET SEED COUNT`, the last for each source.
What became of each is a line of JSON in the cache, so that a campaign that was broken off goes on.

The tests run once as they are, which shows what each reaches and costs. Then the process forks for each mutant, and the
child runs those that reach it, the cheapest first, until one fails. Time is counted as processor time, so that a busy
machine kills no mutant.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
import resource
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NoReturn

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "benchmarks")]

from mutants.operators import Mutant, mutants_of  # noqa: E402 - from the folder above
from mutants.places import MODULE_LEVEL  # noqa: E402
from mutants.swapping import HITS, Finder, Source, StillbornError, forget_results  # noqa: E402
from mutants.targets import TARGETS, Target  # noqa: E402

CACHE = ROOT / ".cache" / "benchmarks" / "mutants"
LEAST_WHOLE = 0.9
"""Share of the tests that pass as they are; a few may lose to a busy machine."""
_LONGEST = 10_000
BUDGET_SECONDS = 15.0
"""Processor time of the tests that are tried against one mutant."""
DEAR_SECONDS = 1.0
"""A test that costs more comes last."""
HANG_SECONDS = 60.0
"""After which a child that waits for something is one that hangs: it has hardly computed for so long."""
_HARDLY = 1.0
"""Seconds of a processor in `HANG_SECONDS`; a child that waits for its turn on a busy machine gets more."""
LONGEST_CONTROL_SECONDS = 600.0
"""Within which the tests without a mutant are done in a fork. It may wait longer than a mutant: nobody is told
that it hangs, the whole target fails."""
MOST_PROCESSOR_SECONDS = 30


@dataclass(frozen=True)
class Outcome:
    """What became of a mutant: "survived", "killed", "hangs" or "stillborn"; ``by`` is the test that noticed."""

    what: str
    by: str | None = None
    tests: int = 0


Tell = Callable[[Source, Mutant, Outcome], None]


class Campaign:
    """A pytest plugin that runs tests as above instead of once each."""

    def __init__(self, sources: Sequence[Source], chosen: Sequence[tuple[Source, Mutant]], tell: Tell) -> None:
        self._sources, self._chosen, self._tell = sources, chosen, tell
        self._failed = False
        self._cost: dict[str, float] = {}
        self._reach: dict[str, set[tuple[str, int]]] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed = self._failed or report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = session.items
        for number, item in enumerate(items):
            self._try(item, items[(number + 1) % len(items)])
        if len(self._cost) < len(items) * LEAST_WHOLE:
            raise pytest.UsageError("the tests fail without a mutant, so they can judge none")
        gc.unfreeze()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the tests left lies where the collector did not look any more
            gc.collect()
        for source in self._sources:
            source.find_functions()
        # A child does without its parent's processes, and is not to complain of losing them.
        self._processes = [one for one in gc.get_objects() if isinstance(one, subprocess.Popen | socket.socket)]
        gc.freeze()
        control = self._outcome(self._order(items, None, None), items, None, None)
        if control.what != "survived":
            raise pytest.UsageError(f"{control.by} fails in a fork without a mutant: {control.what}")
        for source, mutant in self._chosen:
            tests = self._order(items, source, mutant)
            self._tell(source, mutant, self._outcome(tests, items, source, mutant))
        return True

    def _try(self, item: pytest.Item, following: pytest.Item) -> None:
        HITS.clear()
        self._failed = False
        began = time.process_time()
        item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
        if self._failed:
            print(f"  {item.nodeid} fails without a mutant", file=sys.stderr, flush=True)
        else:
            self._cost[item.nodeid], self._reach[item.nodeid] = time.process_time() - began, set(HITS)

    def _order(self, items: Sequence[pytest.Item], source: Source | None, mutant: Mutant | None) -> list[pytest.Item]:
        """Return the tests that reach a mutant: those that are soon done first, one file's together.

        A file's dear ones come after the cheap ones of all: they would use up what a mutant may cost.
        """
        anything = mutant is None or mutant.function == MODULE_LEVEL
        place = (str(source.path), mutant.statement) if source and mutant else None
        files: dict[tuple[bool, str], list[pytest.Item]] = {}
        for item in items:
            if item.nodeid in self._cost and (anything or place in self._reach[item.nodeid]):
                is_dear = self._cost[item.nodeid] > DEAR_SECONDS
                files.setdefault((is_dear, item.nodeid if is_dear else _file(item)), []).append(item)
        for found in files.values():
            found.sort(key=lambda item: self._cost[item.nodeid])
        ordered = sorted(files.items(), key=lambda one: (one[0][0], self._cost[one[1][0].nodeid]))
        return [item for _, found in ordered for item in found]

    def _outcome(
        self, tests: Sequence[pytest.Item], items: Sequence[pytest.Item], source: Source | None, mutant: Mutant | None
    ) -> Outcome:
        reading, writing = os.pipe()
        if not (pid := os.fork()):
            os.close(reading)
            self._be_mutant(tests, items, source, mutant, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            said = told.read(_LONGEST) if _speaks(told, pid, is_control=mutant is None) else b""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        if not said:
            return Outcome("hangs", tests=len(tests))
        what, by = json.loads(said)
        return Outcome(what, by, len(tests))

    def _be_mutant(
        self,
        tests: Sequence[pytest.Item],
        items: Sequence[pytest.Item],
        source: Source | None,
        mutant: Mutant | None,
        tell: int,
    ) -> NoReturn:
        from verbatim.core.cage.link import LINK  # noqa: PLC0415 - the sources are imported with probes

        os.setsid()
        LINK._owner = os.getpid()  # noqa: SLF001 - a nursery of its own for each mutant would cost more than the tests
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_PROCESSOR_SECONDS, MOST_PROCESSOR_SECONDS))
        outcome: tuple[str, str | None] = ("survived", None)
        at: str | None = None
        try:
            if source and mutant:
                source.put_in(mutant)
            else:
                forget_results()
            began = time.process_time()
            for number, item in enumerate(tests):
                at, self._failed = item.nodeid, False
                rest = tests[number + 1 :] or [one for one in items if one is not item]
                item.ihook.pytest_runtest_protocol(item=item, nextitem=rest[0])
                if self._failed:
                    outcome = ("killed", at)
                if self._failed or time.process_time() - began > BUDGET_SECONDS:
                    break
        except StillbornError:
            outcome = ("stillborn", None)
        except BaseException:  # noqa: BLE001 - whatever a mutant does to the run of a test, somebody would notice
            outcome = ("killed", at)
        os.write(tell, json.dumps(outcome).encode())
        os._exit(0)


def _speaks(told: BinaryIO, pid: int, *, is_control: bool) -> bool:
    """Wait until a child has something to tell; say no once it hangs."""
    until, used = time.monotonic() + LONGEST_CONTROL_SECONDS, 0.0
    while not select.select([told], [], [], HANG_SECONDS)[0]:
        times = psutil.Process(pid).cpu_times()
        before, used = used, times.user + times.system
        if (used - before < _HARDLY) if not is_control else (time.monotonic() > until):
            return False
    return True


def _file(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]


def sample(source: Source, seed: int, count: int) -> list[tuple[Source, Mutant]]:
    """Draw mutants: the first ones of an order that only the seed and the mutant itself decide."""

    def rank(mutant: Mutant) -> str:
        return hashlib.sha256(f"{seed}:{source.module}:{mutant.name}".encode()).hexdigest()

    return [(source, mutant) for mutant in sorted(mutants_of(source.text), key=rank)[:count]]


def fingerprint(*paths: str) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update((ROOT / path).read_bytes())
    return digest.hexdigest()[:16]


def _sources(target: Target) -> list[Source]:
    return [Source(ROOT / path, ".".join(Path(path).with_suffix("").parts[2:])) for path in target.sources]


def sample_of(target: Target, seed: int, count: int) -> set[str]:
    """Return the keys of the mutants that are drawn for a target."""
    return {key_of(*one) for source in _sources(target) for one in sample(source, seed, count)}


def key_of(source: Source, mutant: Mutant) -> str:
    return f"{source.path.relative_to(ROOT)} {mutant.place} {mutant.name}"


def known(target: Target) -> dict[str, dict[str, object]]:
    """Return what an earlier run found that still holds: its source is the same, and the tests that decided are."""
    file = CACHE / f"{target.name}.jsonl"
    found = [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []
    holds = {}
    for one in found:
        by = [str(one["by"]).partition("::")[0]] if one["by"] else target.tests
        if one["source"] == fingerprint(one["file"]) and one["decided"] == fingerprint(*by):
            holds[one["key"]] = one
    return holds


def main(name: str, seed: int, count: int) -> int:
    target = next(one for one in TARGETS if one.name == name)
    sources = _sources(target)
    chosen = [one for source in sources for one in sample(source, seed, count)]
    before = known(target)
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / f"{name}.jsonl").open("a", encoding="utf-8") as notes:

        def tell(source: Source, mutant: Mutant, outcome: Outcome) -> None:
            file = str(source.path.relative_to(ROOT))
            by = [outcome.by.partition("::")[0]] if outcome.by else target.tests
            said = {
                "key": key_of(source, mutant), "file": file, "line": mutant.line, "kind": mutant.kind,
                "name": mutant.name, "is": outcome.what, "by": outcome.by, "tests": outcome.tests,
                "source": fingerprint(file), "decided": fingerprint(*by),
            }  # fmt: skip
            notes.write(json.dumps(said) + "\n")
            notes.flush()

        todo = [one for one in chosen if key_of(*one) not in before]
        if not todo:
            return 0
        sys.meta_path.insert(0, Finder(sources))
        os.chdir(ROOT)
        with tempfile.TemporaryDirectory() as folder:
            options = ["-q", "-s", "-p", "no:cacheprovider", "-k", "not postgresql", f"--basetemp={folder}/tests"]
            return int(pytest.main([*options, *target.tests], plugins=[Campaign(sources, todo, tell)]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))

"""Run the benchmarks: `run.py [NAME]`; exit status 1 when a figure misses its bar.

A benchmark is a file bench_*.py beside this one with `NAMES`, the figures it can make, and `run()`, a
function or coroutine function that returns them. Results go to results/<name>.json; `make docs` makes a page.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from figures import Figure, write

_HERE = Path(__file__).resolve().parent
RESULTS = _HERE / "results"
# Benchmarks start the same servers as tests do.
sys.path.append(str(_HERE.parent / "packages" / "backend" / "tests"))


def discover(folder: Path) -> dict[str, ModuleType]:
    """Map the name of each figure to the module that makes it.

    Raises:
        ValueError: two modules claim the same name.
    """
    found: dict[str, ModuleType] = {}
    sys.path.insert(0, str(folder))
    for path in sorted(folder.glob("bench_*.py")):
        module = importlib.import_module(path.stem)
        for name in module.NAMES:
            if name in found:
                raise ValueError(f"{path.name} and {found[name].__name__}.py both make {name}")
            found[name] = module
    return found


def run(module: ModuleType) -> list[Figure]:
    outcome = module.run()
    figures: list[Figure] = asyncio.run(outcome) if inspect.iscoroutine(outcome) else outcome
    return figures


def save(names: Sequence[str], figures: Sequence[Figure], folder: Path) -> None:
    """Write one file for each name; `name.part` belongs to `name`.

    Raises:
        ValueError: a promised figure is missing.
    """
    for name in names:
        own = [figure for figure in figures if figure.name.partition(".")[0] == name]
        if not own:
            raise ValueError(f"no figure for {name}")
        write(folder / f"{name}.json", own)


def table(figures: Sequence[Figure]) -> str:
    rows = [("figure", "value", "unit", "rival", "bar", "")]
    for figure in figures:
        rival = "" if figure.rival is None else f"{figure.rival:.4g}"
        verdict = "" if figure.bar is None else "holds" if figure.holds else "MISSED"
        rows.append((figure.name, f"{figure.value:.4g}", figure.unit, rival, figure.bar or "", verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def main(arguments: list[str]) -> int:
    found = discover(_HERE)
    if unknown := set(arguments) - set(found):
        print(f"No benchmark is called {', '.join(sorted(unknown))}. There are: {', '.join(sorted(found))}")
        return 2
    modules = dict.fromkeys(found[name] for name in (arguments or found))
    figures: list[Figure] = []
    for module in modules:
        print(f"Measuring {', '.join(module.NAMES)}…", flush=True)
        measured = run(module)
        save(module.NAMES, measured, RESULTS)
        figures += measured
    print(f"\n{table(figures)}" if figures else "There are no benchmarks yet.")
    return 0 if all(figure.holds for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The mutation campaign of `make bench`: it changes what it says, and its lists name what there is."""

from __future__ import annotations

import ast
import json
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "benchmarks"))

from mutants.operators import Mutant, mutants_of, mutate  # noqa: E402 - from the folder above
from mutants.targets import TARGETS, Target  # noqa: E402 - the same

SOURCE = '''"""A docstring."""
LONGEST: int = 30

def ends(at: int | None = 3, now: int = 4) -> bool:
    """A docstring."""
    if at is None or at <= now:
        raise ValueError(f"over at {at + 1}")
    rows.where(a == 1, b)
    return True
'''


def changed(kind: str) -> set[str]:
    return {f"{one.before} => {one.after}" for one in mutants_of(SOURCE) if one.kind == kind}


def test_it_changes_conditions_constants_and_statements() -> None:
    assert {"at <= now => at < now", "at <= now => at > now", "at is None => at is not None"} <= changed("comparison")
    assert {"30 => 31", "30 => 29", "True => False"} <= changed("constant")
    assert "at is None or at <= now => at is None" in changed("deleted condition")
    assert "rows.where(a == 1, b) => rows.where(b)" in changed("deleted condition")
    assert "at is None or at <= now => at is None and at <= now" in changed("and/or")
    assert any(one.startswith("raise ValueError") for one in changed("deleted statement"))
    assert "return True => return None" in changed("returned value")


def test_words_defaults_and_annotations_stay() -> None:
    places = {(one.line, one.before) for one in mutants_of(SOURCE)}
    assert not {before for line, before in places if line == 4}
    assert not {before for line, before in places if line == 7 and not before.startswith("raise")}


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_every_mutant_of_a_target_is_another_program(target: Target) -> None:
    assert all((ROOT / path).is_file() for path in (*target.sources, *target.tests))
    for path in target.sources:
        source = (ROOT / path).read_text(encoding="utf-8")
        whole = ast.unparse(ast.parse(source))
        for mutant in mutants_of(source)[::25]:
            assert ast.unparse(mutate(source, mutant)) != whole, mutant


def test_what_is_listed_as_equivalent_is_a_mutant_with_a_reason() -> None:
    listed = json.loads((ROOT / "benchmarks/mutants/equivalents.json").read_text(encoding="utf-8"))
    known: dict[str, list[Mutant]] = {
        one["file"]: mutants_of((ROOT / one["file"]).read_text("utf-8")) for one in listed
    }
    for one in listed:
        assert one["name"] in {mutant.name for mutant in known[one["file"]]}, one
        assert len(one["why"]) > 20
    assert max(Counter((one["file"], one["name"]) for one in listed).values(), default=0) <= 1

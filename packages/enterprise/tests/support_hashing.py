"""Hashing passwords as cheaply as can be: the one place that says what hashing costs in tests.

The product's own parameters are held by auth/test_passwords.py. This file is also the program of the processes that
hash; as such it imports nothing of the plugin either.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from argon2 import PasswordHasher, Type

if TYPE_CHECKING:
    import pytest

CHEAP: Final = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1, hash_len=32, salt_len=16, type=Type.ID)
_PROGRAM: Final = Path(__file__).parents[1] / "verbatim_enterprise" / "auth" / "hashing.py"


def make_hashing_cheap() -> None:
    """Let this process, and the processes it hashes in, use the cheap parameters."""
    from verbatim_enterprise.auth import cli, hash_process, hashing, passwords  # noqa: PLC0415 - see above

    _change(hashing)
    for module in (cli, passwords):
        module.ARGON2 = CHEAP  # type: ignore[attr-defined] # imported there
    passwords.NOBODY = hashing.NOBODY  # type: ignore[attr-defined] # the same
    hash_process.PROGRAM = __file__  # type: ignore[misc] # final for the product


def record_questions(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[str, Any]]:
    """Give the list to which every question to a process that hashes is added, before it is answered."""
    from verbatim_enterprise.auth import hash_process, passwords  # noqa: PLC0415 - see above

    asked: list[Mapping[str, Any]] = []
    answer = hash_process.ask

    def note(request: dict[str, Any]) -> str | bool:
        asked.append(request)
        return answer(request)

    monkeypatch.setattr(passwords, "ask", note)
    return asked


def cost_of(question: Mapping[str, Any]) -> tuple[str, int, int, int]:
    """Return all that the time of checking a password depends on: its parameters, the lengths of salt and hash, and the
    length of what is hashed.
    """
    *parameters, salt, made = question["stored"].split("$")
    return "$".join(parameters), len(salt), len(made), len(question["password"])


def _change(hashing: Any) -> None:
    hashing.ARGON2 = CHEAP
    hashing.NOBODY = CHEAP.hash("nobody's")


def _answer() -> None:
    spec = importlib.util.spec_from_file_location("hashing", _PROGRAM)
    assert spec is not None
    assert spec.loader is not None
    hashing: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hashing)
    _change(hashing)
    hashing.be_nice = lambda: None  # on a busy machine the tests would wait for whatever else it does
    hashing.main()


if __name__ == "__main__":
    _answer()

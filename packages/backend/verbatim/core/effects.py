"""What calling a route does to what is there, and what of it is written down: said where the route is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from fastapi.params import Depends

from verbatim.core.http import SAFE_METHODS


class Effect(StrEnum):
    """What a call does. A licence that lets nobody change anything still lets through all but `CHANGE`."""

    READ = "read"
    CHANGE = "change"
    DELETE = "delete"
    STOP = "stop"
    ACCESS = "access"


MEANINGS: Final[Mapping[Effect, str]] = MappingProxyType(
    {
        Effect.READ: "looking",
        Effect.CHANGE: "making and changing",
        Effect.DELETE: "deleting data",
        Effect.STOP: "stopping what runs",
        Effect.ACCESS: "signing in and out, looking after accounts, letting people in and out, curing the licence",
    }
)


@dataclass(frozen=True)
class AuditedRead:
    """What the audit log calls it that a route was read, and of which kind of thing. ``as_file``: something is taken
    away, which is written down each time and with how it was asked for. ``download`` is what it is called when the
    query asks for a download, which is written down each time too.
    """

    action: str
    of: str | None
    as_file: bool = False
    download: str = ""


@dataclass(frozen=True)
class Declaration:
    """A part of what a route says of itself, for routes whose router says who may call them. ``note`` says for which
    part of what the route does the effect counts.
    """

    effect: Effect | None = None
    audited: AuditedRead | None = None
    note: str = ""

    # async, because FastAPI runs plain callables in a thread
    async def __call__(self) -> None:
        """Do nothing: it is there to be read."""


def declares(effect: Effect | None = None, *, audited: AuditedRead | None = None, note: str = "") -> Any:
    """Declare, beside its permission, what a route does when that is not what its method says."""
    return Depends(Declaration(effect, audited, note))


@dataclass(frozen=True)
class Declared:
    """All that a route says of itself."""

    effect: Effect
    audited: AuditedRead | None = None
    note: str = ""

    @classmethod
    def by(cls, dependencies: Iterable[Any], method: str | None) -> Declared:
        """Return what these dependencies of a route say about a call with a method; a websocket has none, and changes
        something unless it says otherwise.
        """
        effect, audited, note = effect_of_method(method), None, ""
        for one in dependencies:
            said = getattr(one, "dependency", None)
            said = getattr(said, "declaration", said)
            if isinstance(said, Declaration):
                effect, audited, note = said.effect or effect, said.audited or audited, said.note or note
        return cls(effect, audited, note)


def effect_of_method(method: str | None) -> Effect:
    """Return what a call does that says nothing else."""
    if method == "DELETE":
        return Effect.DELETE
    return Effect.READ if method in SAFE_METHODS else Effect.CHANGE

"""How a file that has arrived becomes a thing: what each kind that is made of a file says about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import Request

if TYPE_CHECKING:
    from verbatim.permissions import Permission


@dataclass(frozen=True, kw_only=True)
class Taker:
    """How one kind takes a file, however its bytes came.

    Attributes:
        permission: what whoever sends one must have.
        fields: what can be said beside the file, by the names of the form.
        key_of: where the file goes in its storage, for the id of what it will belong to.
        check: refuses what was said as far as that can be known before the file is there.
        twin: returns the oldest such thing with a SHA-256, or None.
        make: called with the request and the stored file; makes the thing and returns what the API answers.
    """

    permission: Permission
    fields: frozenset[str]
    key_of: Callable[[str], str]
    check: Callable[[Request, Mapping[str, str]], Awaitable[None]]
    twin: Callable[[AsyncSession, str], Awaitable[Any]]
    make: Callable[[Request, Any], Awaitable[BaseModel]]

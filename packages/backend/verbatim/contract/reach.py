"""Which errors can come out of a piece of code: its own, and those of everything that it calls."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any

from verbatim.contract.source import Caught, Mentions, function_of, mentions_of
from verbatim.core.content import delete_rows
from verbatim.core.erasure import erase_owner
from verbatim.core.errors import VerbatimError
from verbatim.core.events import Event
from verbatim.plugins.contributions import Contributions


@dataclass(frozen=True, order=True)
class Documented:
    """An error as clients see it."""

    status: int
    code: str
    sentence: str


def documented(cls: type[VerbatimError], code: str | None = None) -> Documented:
    """Return how an error class shows itself; `code` is the word that stands in place of its own."""
    return Documented(cls.status_code, code or cls.code, (inspect.getdoc(cls) or "").split("\n")[0])


Raised = tuple[type[VerbatimError], Documented]


@dataclass(frozen=True)
class _Read:
    """What one function raises by itself, and what it calls with what it catches there."""

    raised: frozenset[Raised]
    called: list[tuple[FunctionType, Caught]]


class Reach:
    """Follows calls through our own packages: those of the open core and of the plugins that registered something.

    It rather names an error too many: a method that is called on something unknown may be that of any class which its
    module, or a module it calls, has under this name.
    """

    def __init__(self, contributions: Contributions) -> None:
        self.contributions = contributions
        self._guards = contributions.all_guards()  # made anew for everything there is: once, not for each class
        routers = [router for router, _ in contributions.routers]
        self.packages = {"verbatim"} | {
            route.endpoint.__module__.partition(".")[0]
            for router in routers
            for route in router.routes
            if hasattr(route, "endpoint")
        }
        self._read: dict[FunctionType, _Read] = {}
        self._found: dict[FunctionType, set[Raised]] = {}

    def errors(self, roots: Iterable[Any]) -> set[Documented]:
        """Return what can come out of `roots`: functions, and objects or classes with methods."""
        functions = [function for root in roots for function in self._functions(root)]
        self._explore(functions)
        return {error for function in functions for _, error in self._found[function]}

    def _explore(self, roots: list[FunctionType]) -> None:
        """Read what can be reached from `roots`, and let errors rise through the calls until nothing is added."""
        waiting, new = list(roots), []
        while waiting:
            function = waiting.pop()
            if function not in self._read:
                read = self._read[function] = self._read_one(function)
                self._found[function] = set(read.raised)
                new.append(function)
                waiting += [called for called, _ in read.called]
        rising = bool(new)
        while rising:
            rising = False
            for function in reversed(new):
                found = self._found[function]
                before = len(found)
                for called, caught in self._read[function].called:
                    found |= {one for one in self._found[called] if not issubclass(one[0], tuple(caught))}
                rising = rising or len(found) > before

    def _functions(self, root: Any) -> Iterator[FunctionType]:
        """Return the functions of a root: itself, or every method of a class or of what is called like a function."""
        function = function_of(root)
        if function is not None:
            yield function
            return
        cls = root if isinstance(root, type) else type(root)
        for base in cls.__mro__:
            if self._is_ours(base):
                yield from (one for value in vars(base).values() if (one := function_of(value)) is not None)

    def _is_ours(self, value: Any) -> bool:
        return str(getattr(value, "__module__", "")).partition(".")[0] in self.packages

    def _read_one(self, function: FunctionType) -> _Read:
        mentions = mentions_of(function) if self._is_ours(function) else Mentions()
        called = [(one, caught) for value, caught in mentions.objects for one in self._called(value)]
        called += self._methods(function, mentions, [one for one, _ in called])
        return _Read(frozenset(_raised(mentions)), called)

    def _called(self, value: Any) -> Iterator[FunctionType]:
        """Return what runs when `value` is used: also what a plugin has tied to it."""
        given = self.contributions
        tied: list[Any] = [value]
        if isinstance(value, type):
            tied = [vars(value).get(name) for name in _USED]
            if issubclass(value, Event):
                names = {getattr(value, "event_name", ""), "*"}
                tied += [handler for name, handler in given.event_handlers if name in names]
            tied += [guard.object for guard in self._guards if guard.table == getattr(value, "__tablename__", None)]
        elif value is erase_owner:
            tied += given.erasers
        elif value is delete_rows:
            tied += given.deleters.values()
        for one in tied:
            function = function_of(one)
            if function is not None and self._is_ours(function):
                yield function

    def _methods(
        self, caller: FunctionType, mentions: Mentions, called: list[FunctionType]
    ) -> list[tuple[FunctionType, Caught]]:
        classes = {value for value in caller.__globals__.values() if isinstance(value, type)}
        for name in {caller.__module__, *(function.__module__ for function in called)}:
            classes |= {one for one in vars(sys.modules[name]).values() if isinstance(one, type)}
        bases = {base for cls in classes for base in cls.__mro__ if self._is_ours(base)}
        found = [(vars(base).get(name), caught) for base in bases for name, caught in mentions.methods]
        return [(function, caught) for method, caught in found if (function := function_of(method)) is not None]


_USED = ("__init__", "__aenter__", "__enter__")
"""What runs of a class when somebody makes and uses one, besides the methods they name."""


def _raised(mentions: Mentions) -> Iterator[Raised]:
    for value, caught in mentions.objects:
        if _is_error(value) and not issubclass(value, tuple(caught)):
            yield value, documented(value)
    for cls, word, caught in mentions.given:
        if _is_error(cls) and not issubclass(cls, tuple(caught)):
            codes = [word] if isinstance(word, str) else [one.code for one in _family(word) if hasattr(one, "code")]
            raised: type[Any] = cls
            yield from ((raised, documented(raised, code)) for code in codes)


def _is_error(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, VerbatimError) and value is not VerbatimError


def _family(cls: Any) -> Iterator[Any]:
    yield cls
    for child in cls.__subclasses__():
        yield from _family(child)

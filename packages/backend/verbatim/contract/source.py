"""What a function's source refers to: functions, classes, methods by name, and the words its errors carry."""

from __future__ import annotations

import ast
import builtins
import inspect
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, partial
from importlib import import_module
from types import FunctionType, MethodType, ModuleType
from typing import Any

Caught = frozenset[type]
"""Errors that do not leave the place where something is used, because they are caught around it."""


@dataclass
class Mentions:
    """``objects`` are what names stand for, ``methods`` the names called on what is not known before it runs,
    ``given`` the machine words (a text, or a class that has one) with which an error class is raised; each with what is
    caught around it.
    """

    objects: list[tuple[Any, Caught]] = field(default_factory=list)
    methods: set[tuple[str, Caught]] = field(default_factory=set)
    given: list[tuple[type, str | type, Caught]] = field(default_factory=list)


def function_of(value: Any) -> FunctionType | None:
    """Return the function that is written in the source, below partials, methods and decorators."""
    while True:
        if isinstance(value, partial):
            value = value.func
        elif isinstance(value, MethodType):
            value = value.__func__
        elif isinstance(value, (staticmethod, classmethod)) or hasattr(value, "__wrapped__"):
            value = value.__wrapped__
        elif isinstance(value, property):
            value = value.fget
        else:
            return value if isinstance(value, FunctionType) else None


def mentions_of(function: FunctionType) -> Mentions:
    """Return what is named in `function`; nothing for one without source."""
    node = _nodes(function.__module__).get(function.__code__.co_firstlineno)
    found = Mentions()
    if node is not None:
        _Reader(function, found).visit(node)
    return found


@cache
def _nodes(module: str) -> dict[int, ast.AST]:
    """Return the functions of a module by the line they begin in, decorators included."""
    try:
        tree = ast.parse(inspect.getsource(import_module(module)))
    except (OSError, TypeError, ImportError):
        return {}
    return {_first_line(node): node for node in ast.walk(tree) if isinstance(node, _FUNCTIONS)}


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def _first_line(node: Any) -> int:
    return int(min(one.lineno for one in (node, *getattr(node, "decorator_list", ()))))


class _Reader(ast.NodeVisitor):
    """Walks through one function."""

    def __init__(self, function: FunctionType, found: Mentions) -> None:
        self.module = function.__globals__
        self.local: dict[str, Any] = dict(inspect.getclosurevars(function).nonlocals)
        self.hidden = {*function.__code__.co_varnames}
        self.found = found
        self.around: Caught = frozenset()
        self.handled: list[type] = []

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.local[alias.asname or alias.name.partition(".")[0]] = import_module(alias.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = import_module(node.module or "")
        for alias in node.names:
            self.local[alias.asname or alias.name] = getattr(module, alias.name, None)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._visit_all(node.body)  # not its annotations and decorators

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._visit_all(node.body)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Try(self, node: ast.Try) -> None:
        caught = {cls for handler in node.handlers if not _raises_on(handler) for cls in self._types(handler.type)}
        self._visit_inside(node.body, caught)
        for handler in node.handlers:
            self.handled = self._types(handler.type)
            self._visit_all(handler.body)
            self.handled = []
        self._visit_all([*node.orelse, *node.finalbody])

    def visit_With(self, node: ast.With) -> None:
        self._with(node)

    def visit_AsyncWith(self, node: ast.AsyncWith) -> None:
        self._with(node)

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        caught: set[type] = set()
        for item in node.items:
            call = item.context_expr
            if isinstance(call, ast.Call) and self.resolve(call.func) is suppress:
                caught |= {cls for argument in call.args for cls in self._types(argument)}
            else:
                self.visit(call)
        self._visit_inside(node.body, caught)

    def _visit_inside(self, body: list[ast.stmt], caught: set[type]) -> None:
        before, self.around = self.around, self.around | caught
        self._visit_all(body)
        self.around = before

    def _visit_all(self, body: list[ast.stmt]) -> None:
        for statement in body:
            self.visit(statement)

    def _types(self, node: ast.expr | None) -> list[type]:
        if node is None:
            return [BaseException]
        named = node.elts if isinstance(node, ast.Tuple) else [node]
        return [cls for one in named if isinstance(cls := self.resolve(one), type)]

    def visit_Name(self, node: ast.Name) -> None:
        self._note(self.resolve(node))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        value = self.resolve(node)
        self._note(value)
        if value is None or isinstance(self.resolve(node.value), type):
            self.visit(node.value)

    def _note(self, value: Any) -> None:
        if value is not None:
            self.found.objects.append((value, self.around))

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Attribute) and self.resolve(node.func) is None:
            self.found.methods.add((node.func.attr, self.around))
        words = [word for keyword in node.keywords if keyword.arg == "code" for word in self._words(keyword.value)]
        cls = self.resolve(node.func)
        if words and isinstance(cls, type):
            self.found.given += [(cls, word, self.around) for word in words]
            for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                self.visit(argument)
        else:
            self.generic_visit(node)

    def _words(self, node: ast.expr) -> list[str | type]:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [node.value]
        return list(self.handled) if isinstance(node, ast.Attribute) and node.attr == "code" else []

    def resolve(self, node: ast.expr) -> Any:
        """Return what `node` stands for, if that is known before the function runs."""
        if isinstance(node, ast.Name):
            if node.id in self.local:
                return self.local[node.id]
            return None if node.id in self.hidden else self.module.get(node.id, vars(builtins).get(node.id))
        if isinstance(node, ast.Attribute):
            owner = self.resolve(node.value)
            if isinstance(owner, (ModuleType, type)):
                found = inspect.getattr_static(owner, node.attr, None)
                return _late(owner, node.attr) if found is None else found
        return None


def _raises_on(handler: ast.ExceptHandler) -> bool:
    """Tell whether a handler may raise again what it caught."""
    raised = [node for node in ast.walk(handler) if isinstance(node, ast.Raise)]
    return any(node.exc is None or (isinstance(node.exc, ast.Name) and node.exc.id == handler.name) for node in raised)


def _late(owner: Any, name: str) -> Any:
    """Return what a module that is loaded when it is first used has under `name`."""
    return getattr(owner, name, None) if type(owner) is not ModuleType and isinstance(owner, ModuleType) else None

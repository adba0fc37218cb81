"""Putting a mutant into the process that runs the tests.

A source of the campaign is imported with a probe before each statement, by which a test run tells what it reached.
A mutant is put in where it lies: into the functions that exist already, and constants of a module into every module
that has imported them. So a process that has loaded everything can fork, and be at the first test at once.
"""

from __future__ import annotations

import ast
import builtins
import functools
import gc
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

from mutants.operators import Mutant, mutate
from mutants.places import MODULE_LEVEL

HITS: set[tuple[str, int]] = set()
"""Files and lines reached since it was last emptied."""
_PROBE = "__mutants_probe__"


class StillbornError(Exception):
    """A mutant that cannot be put in: it would not compile, or needs other variables than the original has."""


class Source:
    """A file whose mutants are tried."""

    def __init__(self, path: Path, module: str) -> None:
        self.path, self.module = path, module
        self.text = path.read_text(encoding="utf-8")
        self.code: CodeType | None = None
        self._functions: list[FunctionType] = []

    def compile_with_probes(self) -> CodeType:
        tree = _Probes(str(self.path)).visit(ast.parse(self.text))
        self.code = compile(ast.fix_missing_locations(tree), str(self.path), "exec", dont_inherit=True)
        return self.code

    def find_functions(self) -> None:
        """Note the functions that are alive and that the collector looks at, before the process forks."""
        self._functions = [
            one
            for one in gc.get_objects()
            if isinstance(one, FunctionType) and one.__code__.co_filename == str(self.path)
        ]

    def put_in(self, mutant: Mutant) -> None:
        """Take a mutant in, for good.

        Raises:
            StillbornError: it cannot be.
        """
        tree = mutate(self.text, mutant)
        try:
            new = compile(tree, str(self.path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise StillbornError(str(error)) from error
        if mutant.function == MODULE_LEVEL:
            self._rebind(tree, mutant)
        else:
            self._swap(new)
        forget_results()

    def _swap(self, new: CodeType) -> None:
        assert self.code is not None
        pairs = dict(_pairs(self.code, new))
        for function in self._functions:
            if (code := pairs.get(function.__code__)) is not None:
                try:
                    function.__code__ = code
                except ValueError as error:
                    raise StillbornError(str(error)) from error

    def _rebind(self, tree: ast.Module, mutant: Mutant) -> None:
        """Give a constant its other value everywhere, and all that the module has made of it as it was imported."""
        constants = [one for one in tree.body if isinstance(one, ast.Assign | ast.AnnAssign) and one.value is not None]
        first = next(one for one in constants if one.lineno <= mutant.line <= (one.end_lineno or 0))
        home = sys.modules[self.module]
        before, made = dict(vars(home)), dict(vars(home))
        changed: set[str] = set()
        for statement in constants[constants.index(first) :]:
            if statement is first or _names(statement.value) & changed:
                try:
                    exec(compile(ast.Module([statement], []), str(self.path), "exec"), made)  # noqa: S102 - our own source
                except Exception as error:
                    raise StillbornError(str(error)) from error
                targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
                changed |= {one.id for one in targets if isinstance(one, ast.Name)}
        for name in changed:
            for module in _product():
                if name in vars(module) and vars(module)[name] is before[name]:
                    setattr(module, name, made[name])
        self._give_defaults(tree, {name: made[name] for name in changed})

    def _give_defaults(self, tree: ast.Module, values: dict[str, Any]) -> None:
        """Let parameters have a constant's other value too where it is what they are without an argument."""
        nodes = {one.lineno: one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)}
        for function in self._functions:
            if (node := nodes.get(function.__code__.co_firstlineno)) is None:
                continue
            for one, kept in zip(node.args.defaults, function.__defaults__ or (), strict=False):
                if isinstance(one, ast.Name) and one.id in values:
                    function.__defaults__ = tuple(
                        values[one.id] if other is kept else other for other in function.__defaults__ or ()
                    )
            for argument, default in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True):
                if isinstance(default, ast.Name) and default.id in values and function.__kwdefaults__:
                    function.__kwdefaults__[argument.arg] = values[default.id]


def _names(node: ast.expr | None) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)} if node is not None else set()


def _product() -> list[ModuleType]:
    return [module for name, module in list(sys.modules.items()) if name.split(".")[0].startswith("verbatim")]


def _pairs(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Yield the code of each function before and after."""
    rest = [one for one in new.co_consts if isinstance(one, CodeType)]
    for one in (one for one in old.co_consts if isinstance(one, CodeType)):
        key = (one.co_qualname, one.co_firstlineno)
        other = next((two for two in rest if (two.co_qualname, two.co_firstlineno) == key), None)
        if other is not None:
            rest.remove(other)
            yield one, other
            yield from _pairs(one, other)


def forget_results() -> None:
    """Forget what the product has kept of earlier calls, statements among it: the original made it."""
    from support.kept import _kept  # noqa: PLC0415 - it changes SQLAlchemy when it is imported

    _kept.clear()
    for module in _product():
        for value in list(vars(module).values()):
            for one in (value, *(vars(value).values() if isinstance(value, type) else ())):
                if isinstance(one, functools._lru_cache_wrapper):  # noqa: SLF001 - it has no other name
                    one.cache_clear()


class _Probes(ast.NodeTransformer):
    def __init__(self, file: str) -> None:
        self._file = file

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._body(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._body(node)

    def _body(self, node: Any) -> ast.AST:
        self.generic_visit(node)
        for inner in ast.walk(node):
            for field in ("body", "orelse", "finalbody"):
                statements = getattr(inner, field, None)
                if isinstance(statements, list) and statements and not getattr(inner, f"probed_{field}", False):
                    setattr(inner, field, list(self._probed(statements)))
                    setattr(inner, f"probed_{field}", True)
        return node  # type: ignore[no-any-return] # the node it got

    def _probed(self, statements: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
        for statement in statements:
            if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
                call = ast.parse(f"{_PROBE}(({self._file!r}, {statement.lineno}))").body[0]
                for one in ast.walk(call):
                    ast.copy_location(one, statement)
                yield call
            yield statement


class _Loader(importlib.machinery.SourceFileLoader):
    def __init__(self, fullname: str, source: Source) -> None:
        super().__init__(fullname, str(source.path))
        self._source = source

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - never from a cache
        return self._source.compile_with_probes()


class Finder(importlib.abc.MetaPathFinder):
    """Imports the sources of a campaign with probes."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.module: source for source in sources}
        setattr(builtins, _PROBE, HITS.add)

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> Any:  # noqa: ARG002 - as Python calls
        if (source := self._sources.get(fullname)) is None:
            return None
        return importlib.util.spec_from_file_location(fullname, source.path, loader=_Loader(fullname, source))

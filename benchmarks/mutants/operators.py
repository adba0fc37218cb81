"""What a careless hand could do to a source: every small change to it that still compiles.

A mutant is one of them; `mutants.places` says where there are none.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mutants.places import MODULE_LEVEL, note_places

_OPPOSITE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_CONDITIONS = {"where", "and_", "or_", "having", "filter"}
"""Calls whose arguments are conditions, each of which may be forgotten."""
_OTHER_CALL = {"min": "max", "max": "min", "any": "all", "all": "any"}

Change = Callable[[ast.AST], ast.AST]


@dataclass(frozen=True)
class Mutant:
    """One change to one place of a source.

    Attributes:
        place: number of the changed node in the order of `ast.walk`.
        function: qualified name of where it is, `MODULE_LEVEL` for constants.
        before, after: what stood there and stands there now.
        text: the line as it was.
        statement: line on which the statement begins that it is in, which is what a probe tells.
    """

    place: int
    line: int
    function: str
    kind: str
    before: str
    after: str
    text: str
    statement: int

    @property
    def name(self) -> str:
        """What it is called in the list of equivalents: it outlives changes of other lines."""
        return f"{self.function} `{self.text}`: {self.before} => {self.after}"


def _replace_compare(number: int, operator: type[ast.cmpop]) -> Change:
    def change(node: ast.AST) -> ast.AST:
        assert isinstance(node, ast.Compare)
        node.ops[number] = operator()
        return node

    return change


def _becomes(made: ast.AST) -> Change:
    return lambda node: ast.copy_location(copy.deepcopy(made), node)


def _without(field: str, number: int) -> Change:
    def change(node: ast.AST) -> ast.AST:
        kept = [one for at, one in enumerate(getattr(node, field)) if at != number]
        if isinstance(node, ast.BoolOp) and len(kept) == 1:
            return kept[0]  # type: ignore[no-any-return] # a list of expressions
        setattr(node, field, kept)
        return node

    return change


def _set(field: str, value: object) -> Change:
    def change(node: ast.AST) -> ast.AST:
        setattr(node, field, value)
        return node

    return change


def _of_test(node: ast.If | ast.While | ast.IfExp) -> Iterator[tuple[str, Change]]:
    negated = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
    yield "negated condition", _set("test", negated)
    if not isinstance(node, ast.While):
        for value in (True, False):
            yield "deleted condition", _set("test", ast.copy_location(ast.Constant(value), node.test))


def _of_constant(node: ast.Constant) -> Iterator[tuple[str, Change]]:
    if isinstance(node.value, bool):
        yield "constant", _becomes(ast.Constant(not node.value))
    elif isinstance(node.value, int):
        for value in (node.value + 1, node.value - 1):
            yield "constant", _becomes(ast.Constant(value))
    elif isinstance(node.value, float):
        yield "constant", _becomes(ast.Constant(node.value * 2 or 1.0))


def _of_call(node: ast.Call) -> Iterator[tuple[str, Change]]:
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if isinstance(node.func, ast.Name) and name in _OTHER_CALL:
        yield "other call", _set("func", ast.Name(_OTHER_CALL[name], ast.Load()))
    if name in _CONDITIONS:
        if len(node.args) > 1:
            for number in range(len(node.args)):
                yield "deleted condition", _without("args", number)
        elif isinstance(node.func, ast.Attribute) and node.args:
            yield "deleted condition", _becomes(node.func.value)


def _of_expression(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare):
        for number, operator in enumerate(node.ops):
            for other in _OPPOSITE[type(operator)]:
                yield "comparison", _replace_compare(number, other)
    elif isinstance(node, ast.BoolOp):
        yield "and/or", _set("op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
        for number in range(len(node.values)):
            yield "deleted condition", _without("values", number)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not", _becomes(node.operand)
    elif isinstance(node, ast.BinOp) and type(node.op) in _ARITHMETIC and not _is_text(node):
        yield "arithmetic", _set("op", _ARITHMETIC[type(node.op)]())
    elif isinstance(node, ast.Tuple | ast.Set | ast.List) and _is_choice(node):
        for number in range(len(node.elts)):
            yield "deleted element", _without("elts", number)


def _is_choice(node: ast.Tuple | ast.Set | ast.List) -> bool:
    """Say whether a literal is a list of names and constants, of which each may be forgotten."""
    is_read = isinstance(node, ast.Set) or isinstance(node.ctx, ast.Load)
    return is_read and len(node.elts) > 1 and all(isinstance(one, ast.Attribute | ast.Constant) for one in node.elts)


def _is_text(node: ast.BinOp) -> bool:
    sides = (node.left, node.right)
    return any(
        isinstance(one, ast.JoinedStr) or (isinstance(one, ast.Constant) and isinstance(one.value, str))
        for one in sides
    )


def _of_statement(node: ast.AST) -> Iterator[tuple[str, Change]]:
    is_call = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Await)
    is_kept = isinstance(node, ast.Assign) and not all(isinstance(one, ast.Name | ast.Tuple) for one in node.targets)
    if isinstance(node, ast.Raise | ast.Continue | ast.Break | ast.Delete | ast.AugAssign) or is_call or is_kept:
        yield "deleted statement", _becomes(ast.Pass())
    elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield "returned value", _set("value", ast.Constant(None))
    elif isinstance(node, ast.AsyncWith) and "timeout(" in ast.unparse(node.items[0]):
        yield "deleted timeout", _becomes(ast.If(ast.Constant(True), node.body, []))


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield from _of_test(node)
    elif isinstance(node, ast.stmt):
        yield from _of_statement(node)
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node)
    elif isinstance(node, ast.Call):
        yield from _of_call(node)
    else:
        yield from _of_expression(node)


def mutants_of(source: str) -> list[Mutant]:
    """Return all mutants of a source, in the order of its lines."""
    tree = ast.parse(source)
    known: dict[int, str] = {}
    note_places(tree, MODULE_LEVEL, known)
    lines = source.splitlines()
    begins = {id(part): one.lineno for one in ast.walk(tree) if isinstance(one, ast.stmt) for part in ast.walk(one)}
    found = []
    for place, node in enumerate(ast.walk(tree)):
        if (function := known.get(id(node))) is None:
            continue
        before = _short(node)
        for kind, change in _changes(node):
            after = _short(change(copy.deepcopy(node)))
            line: int = node.lineno  # type: ignore[attr-defined] # every statement and expression has one
            found.append(Mutant(place, line, function, kind, before, after, lines[line - 1].strip(), begins[id(node)]))
    return sorted(dict.fromkeys(found), key=lambda one: (one.line, one.place, one.after))


def _short(node: ast.AST) -> str:
    """Return a node's first line as text: of a statement with a body, its head."""
    return ast.unparse(ast.fix_missing_locations(node)).split("\n")[0]


def mutate(source: str, mutant: Mutant) -> ast.Module:
    """Return the source's tree with a mutant in it."""
    tree = ast.parse(source)
    wanted = next(node for place, node in enumerate(ast.walk(tree)) if place == mutant.place)
    changed = next(
        made
        for kind, change in _changes(wanted)
        if kind == mutant.kind and _short(made := change(copy.deepcopy(wanted))) == mutant.after
    )
    _Swap(wanted, changed).visit(tree)
    return ast.fix_missing_locations(tree)


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)

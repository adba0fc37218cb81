"""Where a source may be changed: inside functions, and constants of a module.

Docstrings, annotations, decorators, defaults of parameters, bodies of classes and the words of errors and logs are left
alone: they run before a test could see them changed, or nobody is to notice.
"""

from __future__ import annotations

import ast

MODULE_LEVEL = "<module>"
_ONLY_WORDS = {"debug", "info", "warning", "error", "exception", "log"}


def note_places(node: ast.AST, function: str, known: dict[int, str]) -> None:
    """Note in which function each node is that may change; what is not noted stays."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            inside = child.name if function == MODULE_LEVEL else f"{function}.{child.name}"
            body: list[ast.stmt] = child.body
            if isinstance(child, ast.ClassDef):
                body = [one for one in body if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
            note_places(ast.Module(body, []), inside, known)
        elif isinstance(child, ast.AnnAssign) or (function == MODULE_LEVEL and isinstance(child, ast.Assign)):
            if child.value is not None and not _words(child.value):
                known[id(child.value)] = function
                note_places(child.value, function, known)
        elif not _words(child) and not (function == MODULE_LEVEL and isinstance(node, ast.Module)):
            known[id(child)] = function
            note_places(child, function, known)


def _words(node: ast.AST) -> bool:
    """Say whether a part of a function is text for people, a type or a docstring."""
    if isinstance(node, ast.Expr):
        value = node.value
        if isinstance(value, ast.Constant):
            return True
        return isinstance(value, ast.Call) and getattr(value.func, "attr", "") in _ONLY_WORDS
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") in {"cast", "isinstance"}
    return isinstance(node, ast.JoinedStr | ast.arguments)

"""One cell of the matrix: somebody calls a route with ids of a team they are not in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import httpx
from verbatim_enterprise.host import new_id

from support_matrix.callers import Caller
from support_matrix.operations import ENDLESS, Operation, Position, UnknownIdError
from support_matrix.tables import MAY
from support_matrix.worlds import World

NOT_A_NUMBER = "segment_id"
TEAM_HEADER = "X-Team-Id"
_CONTENT = {"recording", "transcript", "project", "document", "conversation", "llm"}


@dataclass(frozen=True)
class Cell:
    """``position`` is where the foreign id stands; None: everywhere, or the route takes none."""

    caller: Caller
    operation: Operation
    position: Position | None = None

    def __str__(self) -> str:
        return f"{self.caller.name}: {self.operation.name}{f' {self.position}' if self.position else ''}"


def ids_of(cell: Cell, world: World | None) -> dict[Position, str]:
    """Return the ids of a request: in the cell's position of `world` (None: of nothing), elsewhere the caller's."""
    if cell.position is None:
        return ids_for(cell.operation, world)
    own = ids_for(cell.operation, cell.caller.own)
    return own | {cell.position: ids_for(cell.operation, world)[cell.position]}


def ids_for(operation: Operation, world: World | None) -> dict[Position, str]:
    """Return an id for each position: those of a team, or of things that do not exist."""
    found: dict[Position, str] = {}
    for one in operation.positions:
        again = any(other.kind == one.kind for other in found)  # a merge takes two different speakers
        found[one] = (
            nowhere(one.kind) if world is None else _known(operation, one, world.others if again else world.ids)
        )
    return found


def nowhere(kind: str) -> str:
    """Return the id of something that does not exist."""
    return "987654321" if kind == NOT_A_NUMBER else new_id()


def _known(operation: Operation, position: Position, ids: Mapping[str, str]) -> str:
    if position.kind not in ids:
        raise UnknownIdError(
            f"{operation.name} takes `{position.name}`, and the isolation matrix does not know what that is: "
            "say so in support_matrix (its docstring says where)."
        )
    return ids[position.kind]


def cells_of(caller: Caller, operation: Operation, kinds: frozenset[str] | None = None) -> list[Cell]:
    """Return the cells of one caller and one route; with ``kinds`` only those in which one of these is foreign."""
    if operation.name == ENDLESS:
        return []  # it has a test of its own
    if kinds is not None:
        if not operation.positions:
            return [Cell(caller, operation)] if operation.method == "GET" else []
        return [Cell(caller, operation, position) for position in operation.positions if position.kind in kinds]
    if caller.kind != "outsider" or len(operation.positions) < 1:
        return [Cell(caller, operation)]
    alone = [Cell(caller, operation, position) for position in operation.positions] if caller.own else []
    return [Cell(caller, operation), *alone]


def is_content(operation: Operation) -> bool:
    permission = operation.rule.permission
    return permission is not None and permission.split(":")[0] in _CONTENT


def objection(cell: Cell, answer: httpx.Response, victim: World) -> str | None:
    """Say what is wrong with an answer; None when it is as it should be."""
    if answer.status_code >= 500:
        return f"{answer.status_code}: {answer.text[:200]}"
    if cell.caller.kind != "viewer" and (seen := leaked(cell, answer, victim)):
        return f"the answer ({answer.status_code}) shows {seen}: {answer.text[:300]}"
    wanted = _wanted(cell)
    if wanted is not None and answer.status_code not in wanted:
        return f"{answer.status_code} instead of {sorted(wanted)}: {answer.text[:200]}"
    return None


def leaked(cell: Cell, answer: httpx.Response, victim: World) -> str | None:
    """Return a mark of the team's that stands in an answer."""
    content = answer.content.lower() + repr(sorted(answer.headers.items())).lower().encode()
    for mark in victim.marks(people=not cell.caller.manages):
        if mark in content:
            return mark.decode()
    if cell.caller.manages and not is_content(cell.operation):
        return None
    asked = set(ids_for(cell.operation, victim).values())
    secret = {name: value for name, value in victim.ids.items() if name not in victim.known}
    found = [name for name, value in secret.items() if value not in asked and len(value) == 36]
    return next((name for name in found if victim.ids[name].encode() in content), None)


def may(cell: Cell) -> bool:
    """Say whether the tables allow it."""
    name = cell.operation.name
    if cell.caller.kind == "outsider" and cell.caller.manages and not is_content(cell.operation):
        return True  # managing people and teams is what administrators are for; the marks of content are looked for
    places = [cell.position] if cell.position else cell.operation.positions
    return (cell.caller.kind, name) in MAY or any((cell.caller.kind, f"{name} {one}") in MAY for one in places)


def _wanted(cell: Cell) -> set[int] | None:
    rule, caller = cell.operation.rule, cell.caller
    if rule.anonymous or may(cell):
        return None
    if caller.kind == "nobody":
        return {401}
    if rule.permission is not None and rule.permission not in caller.permissions:
        return {403}
    if caller.kind == "viewer":
        return _wanted_of_viewer(cell.operation)
    places = {cell.position.place} if cell.position else {one.place for one in cell.operation.positions}
    return {404} if "path" in places else None


def _wanted_of_viewer(operation: Operation) -> set[int] | None:
    if operation.rule.permission is not None:
        return set(range(200, 500)) - {401, 403, 404, 405, 422}
    if not operation.positions:
        return None
    return {200, 403, 404} if operation.method == "GET" else {403, 404}


def told(answer: httpx.Response, ids: Iterable[str]) -> tuple[int, str]:
    """Return an answer without the ids that were asked for."""
    text = answer.text
    for value in ids:
        text = text.replace(value, "?")
    return answer.status_code, text

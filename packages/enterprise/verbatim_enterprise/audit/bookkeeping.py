"""What the server writes for itself while it answers: no change that somebody made, and worth no row.

The tables say it themselves: see ``bookkeeping`` of `Base`. Jobs do not: to cancel one is something that a person does.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy.orm import ORMExecuteState
from sqlalchemy.sql.dml import UpdateBase

from verbatim_enterprise.host import Base


def counts(model: type[Base], columns: Collection[str] | None = None) -> bool:
    """Say whether a change of a table is one that somebody made; ``columns`` are given when rows were updated."""
    own = model.bookkeeping
    if isinstance(own, bool):
        return not own
    return not columns or not own.issuperset(columns)


def statement_counts(state: ORMExecuteState) -> bool:
    """Say whether a statement makes a change that counts."""
    statement = state.statement
    if isinstance(statement, UpdateBase):
        model = _model_of(statement.table)
        return model is None or counts(model, _updated(statement) if statement.is_update else None)
    words = str(getattr(statement, "text", "")).split(None, 1)
    return bool(words) and words[0].upper() in {"INSERT", "UPDATE", "DELETE", "WITH", "MERGE"}


def _model_of(table: Any) -> type[Base] | None:
    """Return the class of a table by its name: in a statement it is a copy of the one that the class has."""
    name = str(getattr(table, "name", ""))
    return next((cls for mapper in Base.registry.mappers if (cls := mapper.class_).__tablename__ == name), None)


def _updated(statement: Any) -> set[str]:
    """Return which columns an UPDATE sets; none when its values come as parameters, and then it counts."""
    return {str(getattr(column, "key", column)) for column in getattr(statement, "_values", None) or ()}

"""What can go wrong with the audit log. The docstrings are what people read."""

from __future__ import annotations

from verbatim_enterprise.host import ConflictError, InvalidInputError, NotFoundError


class AuditRowNotFoundError(NotFoundError):
    """There is no such row in the audit log; old ones are kept for a while only."""

    code = "audit_row_not_found"


class AuditFilterNotFoundError(NotFoundError):
    """You have no such saved filter."""

    code = "audit_filter_not_found"


class TooManyFiltersError(ConflictError):
    """You have as many saved filters as one may have; delete one first."""

    code = "too_many_filters"


class BadCursorError(InvalidInputError):
    """This cursor is none that the list gave; begin again without one."""

    code = "bad_cursor"


class NothingToPurgeError(ConflictError):
    """No sealed row of the audit log is as old as that."""

    code = "nothing_to_purge"

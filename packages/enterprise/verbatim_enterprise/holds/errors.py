"""What can go wrong with legal holds. The docstrings are what people read."""

from __future__ import annotations

from typing import ClassVar, Literal

from verbatim_enterprise.adapters.kept import SIGN
from verbatim_enterprise.holds.models import Hold
from verbatim_enterprise.host import ConflictError, InvalidInputError, NotFoundError


def kind_of(hold: Hold) -> Literal["recording", "project", "document"]:
    """Return what kind of thing a hold is on."""
    if hold.document_id is not None:
        return "document"
    return "recording" if hold.recording_id is not None else "project"


class HeldError(ConflictError):
    """This is under legal hold and stays as it is until an owner or administrator of the team lifts the hold."""

    code = "held"
    database_sign: ClassVar[str | None] = SIGN

    @classmethod
    def by(cls, hold: Hold, title: str | None = None) -> HeldError:
        """Return the error that says who placed a hold, and how it is lifted. ``title`` is given for those who may see
        what is held: among many things they wanted to change, it is this one.
        """
        kind = kind_of(hold)
        what = f"This {kind}" if title is None else f"The {kind} “{title}”"
        if kind == "project":
            what += " with all that is in it"
        day = f"{hold.placed_at.day} {hold.placed_at:%B %Y}"
        return cls(
            f"{what} is under legal hold: {hold.placed_by_name} placed it on {day}. Nothing of it can be deleted or "
            "changed until an owner or administrator of the team lifts the hold under Team, Retention, and says why.",
            extra={
                "hold_id": hold.id,
                "recording_id": hold.recording_id,
                "project_id": hold.project_id,
                "document_id": hold.document_id,
                "placed_by": hold.placed_by_name,
                "placed_at": hold.placed_at,
            },
        )


class HoldNotFoundError(NotFoundError):
    """There is no such hold."""

    code = "hold_not_found"


class TargetNotFoundError(NotFoundError):
    """There is no such recording, document or project."""

    code = "target_not_found"


class AlreadyLiftedError(ConflictError):
    """This hold was lifted before."""

    code = "hold_lifted"


class OneTargetError(InvalidInputError):
    """A hold is on one thing: name a recording_id, a document_id or a project_id."""

    code = "one_target"

"""What one line of a file asks for, in the terms of the product."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import TypeAdapter, ValidationError

from verbatim_enterprise.host import Role
from verbatim_enterprise.people.sheet import Line
from verbatim_enterprise.teams.models import TeamRole
from verbatim_enterprise.users.names import EmailAddress, Username, name_key
from verbatim_enterprise.users.schemas import DisplayName

_EMAIL: Final[TypeAdapter[str]] = TypeAdapter(EmailAddress)
_USERNAME: Final[TypeAdapter[str]] = TypeAdapter(Username)
_NAME: Final[TypeAdapter[str]] = TypeAdapter(DisplayName)
_ON: Final = frozenset({"active", "yes", "true", "1"})
_OFF: Final = frozenset({"deactivated", "inactive", "no", "false", "0"})
_OUT: Final = frozenset({"none", "remove"})
_MOST_TEAMS: Final = 20


class WishError(ValueError):
    """A line asks for something that there is not; the text is a sentence for people."""


@dataclass(frozen=True)
class Wish:
    """What one person is to be. What is None stays as it is; a team without a role is left."""

    email: str
    username: str | None
    display_name: str | None
    role: Role | None
    active: bool | None
    teams: Mapping[str, TeamRole | None]


def wish_of(line: Line) -> Wish:
    """Return what a line asks for.

    Raises:
        WishError: it cannot be understood.
    """
    cells = line.cells
    if "email" not in cells:
        raise WishError("The e-mail address is missing.")
    return Wish(
        email=_valid(_EMAIL, cells["email"], "is not an e-mail address"),
        username=_maybe(
            _USERNAME, cells.get("username"), "cannot be a user name: letters, digits, dots and hyphens can"
        ),
        display_name=_maybe(_NAME, cells.get("display_name"), "cannot be a name"),
        role=_role(cells.get("role")),
        active=_active(cells.get("status")),
        teams=_teams(cells.get("teams", "")),
    )


def new_username(email: str, taken: set[str]) -> str:
    """Return a user name for an address: what stands before the @, with a number where that is taken."""
    plain = "".join(
        sign if sign.isascii() and (sign.isalnum() or sign in "._-") else "-" for sign in email.partition("@")[0]
    )
    base = plain.strip("._-")[:60].rstrip("._-") or "user"
    names = [base, *(f"{base}{number}" for number in range(2, 1_000))]
    return next((name for name in names if name_key(name) not in taken), base)


def _valid(kind: TypeAdapter[str], text: str, problem: str) -> str:
    try:
        return kind.validate_python(text)
    except ValidationError as error:
        raise WishError(f"{_short(text)} {problem}.") from error


def _maybe(kind: TypeAdapter[str], text: str | None, problem: str) -> str | None:
    return None if text is None else _valid(kind, text, problem)


def _role(text: str | None) -> Role | None:
    if text is None:
        return None
    try:
        return Role(text.casefold().replace(" ", "_"))
    except ValueError as error:
        raise WishError(f"There is no role {_short(text)}. There are {', '.join(Role)}.") from error


def _active(text: str | None) -> bool | None:
    if text is None or text.casefold() == "pending":
        return None
    if text.casefold() in _ON | _OFF:
        return text.casefold() in _ON
    raise WishError(f"The status is active or deactivated, not {_short(text)}.")


def _teams(text: str) -> dict[str, TeamRole | None]:
    found: dict[str, TeamRole | None] = {}
    for part in filter(None, (one.strip() for one in text.split(";"))):
        name, colon, role = (one.strip() for one in part.rpartition(":"))
        if not colon:
            name, role = part, TeamRole.MEMBER.value
        if name in found:
            raise WishError(f"The team {_short(name)} is named twice.")
        found[name] = _team_role(role)
    if len(found) > _MOST_TEAMS:
        raise WishError(f"One line names at most {_MOST_TEAMS} teams.")
    return found


def _team_role(text: str) -> TeamRole | None:
    if text.casefold() in _OUT:
        return None
    try:
        return TeamRole(text.casefold())
    except ValueError as error:
        raise WishError(
            f"In a team there is no role {_short(text)}. There are {', '.join(TeamRole)}, and none."
        ) from error


def _short(text: str) -> str:
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"  # noqa: PLR2004 - as much as a table shows

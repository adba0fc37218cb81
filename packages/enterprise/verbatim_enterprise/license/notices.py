"""The lasting notices on every page, for those who can act, and where it concerns everybody for all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

from verbatim_enterprise.license.outlook import Outlook
from verbatim_enterprise.license.schemas import LicenseNotice
from verbatim_enterprise.license.states import WARNING_DAYS, Audience, LicenseState
from verbatim_enterprise.license.words import date, message

PAGE: Final = "/admin/license"
Level = Literal["info", "warning", "danger"]

_LEVELS: Final[dict[LicenseState, Level]] = {
    LicenseState.WARNING: "info",
    LicenseState.GRACE: "warning",
    LicenseState.READ_ONLY: "danger",
    LicenseState.UNLICENSED: "warning",
}
_FOR_ALL: Final[dict[LicenseState, str]] = {
    LicenseState.READ_ONLY: "This server is read-only because its licence has ended: you can see, export and delete, "
    "but not create or change anything. Your administrators can end this.",
    LicenseState.UNLICENSED: "This server has no licence: you can see, export and delete, "
    "but not create or change anything. Your administrators can end this.",
}


def notices(outlook: Outlook, *, used: int, manages: bool, writes: bool) -> list[LicenseNotice]:
    """Return what somebody is told. ``manages``: they can act on it; ``writes``: nothing is closed to them."""
    return list(_all(outlook, used, manages=manages, writes=writes))


def _all(outlook: Outlook, used: int, *, manages: bool, writes: bool) -> Iterator[LicenseNotice]:
    standing, link = outlook.standing, PAGE if manages else None
    if standing.row.notice is Audience.EVERYBODY and not manages and not writes:
        yield LicenseNotice(key=standing.state, level=_LEVELS[standing.state], text=_FOR_ALL[standing.state], link=None)
    elif standing.row.notice is not Audience.NOBODY and manages:
        urgent = standing.warning == WARNING_DAYS[-1]
        level: Level = "warning" if urgent else _LEVELS[standing.state]
        yield LicenseNotice(key=standing.stage, level=level, text=message(standing, outlook.license), link=link)
    if manages and outlook.problem is not None:
        text = f"A licence that this server was given does not count. {outlook.problem.detail}"
        yield LicenseNotice(key="problem", level="warning", text=text, link=link)
    if manages and used > outlook.seats and outlook.license is not None:
        text = f"{used} of {outlook.seats} seats are taken: nobody can be added or reactivated until fewer are."
        yield LicenseNotice(key="seats", level="warning", text=text, link=link)
    if manages and outlook.clock_set_back:
        text = (
            f"The clock of this server was set back. Days of the licence are counted to {date(outlook.moment)}, the "
            "latest time seen; nothing else depends on it. Set the clock right."
        )
        yield LicenseNotice(key="clock", level="warning", text=text, link=link)
    if outlook.license is not None and outlook.license.is_test:
        text = f"Test licence for {outlook.license.org_name}: not for use by an organisation."
        yield LicenseNotice(key="test", level="info", text=text, link=link)

"""The licence on the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, StringConstraints

from verbatim_enterprise.host import RequestBody, example
from verbatim_enterprise.license.states import LicenseState
from verbatim_enterprise.license.token import LONGEST

LicenseText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2 * LONGEST)]


class LicenseUpload(RequestBody, json_schema_extra=example({"license_key": "the text of the licence file"})):
    """A licence as the vendor sent it; blanks and line breaks in it do not matter."""

    license_key: LicenseText


class Problem(BaseModel):
    """Why a licence that was given does not count."""

    code: str
    detail: str


class EntitlementRow(BaseModel):
    """A feature that licences can include."""

    name: str
    meaning: str
    granted: bool


class StateInfo(BaseModel):
    """One row of the table of states. ``begins_at`` is when the licence at hand gets there."""

    state: LicenseState
    label: str
    when: str
    meaning: str
    begins_at: datetime | None


class PreviousLicense(BaseModel):
    """The licence before this one, of which an encrypted copy is kept."""

    license_id: str
    org_name: str
    seat_count: int
    expires_at: datetime
    replaced_at: datetime


class LicenseStatus(BaseModel):
    """Where this installation stands.

    ``days_left`` counts to the end of the licence, and in the state ``grace`` to the end of that; ``source`` says
    whether the licence was uploaded or given as ``VERBATIM_LICENSE_KEY``.
    """

    state: LicenseState
    label: str
    message: str
    org_name: str | None
    license_id: str | None
    key_id: str | None
    source: Literal["uploaded", "environment"] | None
    is_test: bool
    issued_at: datetime | None
    expires_at: datetime | None
    grace_ends_at: datetime | None
    days_left: int | None
    warning_days: int | None
    seat_count: int
    seats_used: int
    seats_exceeded: bool
    features: list[str]
    entitlements: list[EntitlementRow]
    clock_set_back: bool
    counted_from: datetime
    problem: Problem | None
    previous: PreviousLicense | None
    states: list[StateInfo]


class LicenseChange(BaseModel):
    """One thing that another licence would change."""

    what: str
    before: str
    after: str


class LicensePreview(BaseModel):
    """What would change with a licence, without changing it. ``warnings`` are sentences to read before confirming."""

    valid: bool = True
    license_id: str
    org_name: str
    seat_count: int
    expires_at: datetime
    features: list[str]
    is_test: bool
    state: LicenseState
    changes: list[LicenseChange]
    warnings: list[str]


class LicenseNotice(BaseModel):
    """A lasting notice about the licence; ``link`` leads to where something can be done."""

    key: str
    level: Literal["info", "warning", "danger"]
    text: str
    link: str | None


class LicenseNotices(BaseModel):
    """The notices that the caller sees on every page, the gravest first."""

    state: LicenseState
    notices: list[LicenseNotice]

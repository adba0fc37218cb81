"""What people read when the licence stands in the way, or cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbatim_enterprise.host import ConflictError, InvalidInputError, VerbatimError
from verbatim_enterprise.license.entitlements import MEANINGS

if TYPE_CHECKING:
    from verbatim_enterprise.license.entitlements import Entitlement


class EntitlementMissingError(VerbatimError):
    """The licence of this server does not include this, or there is none; ask its administrator."""

    status_code = 402
    code = "entitlement_missing"

    def __init__(self, entitlement: Entitlement, *, licensed: bool) -> None:
        what = f"{MEANINGS[entitlement]} ({entitlement})"
        super().__init__(
            f"The licence of this server does not include {what}. An administrator can add it with another licence."
            if licensed
            else f"This server has no licence, and only a licence turns on {what}. An administrator can upload one.",
            extra={"entitlement": entitlement.value},
        )


class LicenseReadOnlyError(VerbatimError):
    """The licence of this server has expired: everything can be seen, exported and deleted, but nothing created or changed until an administrator uploads a new one."""  # noqa: E501 - read by people as one sentence

    status_code = 402
    code = "license_read_only"


class LicenseNeededError(VerbatimError):
    """This server has no licence: only its longest-standing administrator can create and change things until one is uploaded."""  # noqa: E501 - read by people as one sentence

    status_code = 402
    code = "license_needed"


class SeatsExceededError(VerbatimError):
    """This server has no seat left; ask its administrator."""

    status_code = 402
    code = "seats_exceeded"


class SeatsTakenError(SeatsExceededError):
    """All seats are taken; deactivate somebody or upload a licence with more seats."""

    def __init__(self, used: int, seats: int, *, licensed: bool) -> None:
        super().__init__(
            f"{used} of {seats} seats of the licence are taken. "
            "Deactivate somebody, or upload a licence with more seats."
            if licensed
            else "This server has no licence, and without one it has a seat for one administrator and nobody else. "
            "Upload a licence to let more people in.",
            extra={"seats_used": used, "seat_count": seats},
        )


class LicenseRefusedError(InvalidInputError):
    """This is no licence that the server takes."""

    code = "license_refused"


class LicenseMalformedError(LicenseRefusedError):
    """This is not a whole licence; copy all of it, from the first letter to the last."""

    code = "license_malformed"


class LicenseAlgorithmError(LicenseRefusedError):
    """This licence is not signed in the one way that is accepted (Ed25519)."""

    code = "license_algorithm"


class LicenseUnknownKeyError(LicenseRefusedError):
    """This licence was signed with a key that this server does not know; it may be for another version."""

    code = "license_unknown_key"


class LicenseForgedError(LicenseRefusedError):
    """The signature does not match: this licence was changed or cut after it was issued."""

    code = "license_forged"


class LicenseTestError(LicenseRefusedError):
    """This is a test licence; it works only on servers that were started with VERBATIM_LICENSE_MODE=test."""

    code = "license_is_test"


class LicenseFutureError(LicenseRefusedError):
    """This licence is issued for a day that has not come; check the date of the server."""

    code = "license_in_future"


class LicenseReplacedError(ConflictError):
    """This licence was replaced by another one and cannot be used again."""

    code = "license_replaced"

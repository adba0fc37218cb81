"""What can go wrong with storage locations. The docstrings are what people read."""

from __future__ import annotations

from verbatim_enterprise.host import ConflictError, InvalidInputError, NotFoundError


class LocationNotFoundError(NotFoundError):
    """There is no such storage location."""

    code = "storage_location_not_found"


class LocationLockedError(ConflictError):
    """This location comes from the server's environment; change the variables VERBATIM_STORAGE_* there."""

    code = "storage_location_locked"


class LocationInUseError(ConflictError):
    """This location holds files; move them to another one first."""

    code = "storage_location_in_use"


class LocationIsDefaultError(ConflictError):
    """This location takes new files; let another one take them first."""

    code = "storage_location_is_default"


class LocationNameTakenError(ConflictError):
    """Another location has this name; choose a different one."""

    code = "storage_location_name_taken"


class DefaultFixedError(ConflictError):
    """VERBATIM_STORAGE in the server's environment says which location takes new files; leave it out to choose here."""

    code = "storage_default_fixed"


class TooManyLocationsError(ConflictError):
    """This server has as many storage locations as it may have; delete one first."""

    code = "too_many_storage_locations"


class LocationConfigError(InvalidInputError):
    """This location cannot be set up like that."""

    code = "storage_location_invalid"


class EndpointRefusedError(InvalidInputError):
    """This address lies in a private network; an administrator can allow it with the setting storage_allow_private."""

    code = "storage_endpoint_refused"


class LocationUnusableError(ConflictError):
    """This location cannot be used on this server now; try it out to see why."""

    code = "storage_location_unusable"


class SameLocationError(InvalidInputError):
    """The files lie there already; name two different locations."""

    code = "storage_same_location"


class TransferRunningError(ConflictError):
    """Files are being moved; wait until that is done, or stop it."""

    code = "storage_transfer_running"

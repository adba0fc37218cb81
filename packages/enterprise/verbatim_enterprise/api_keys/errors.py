"""What can go wrong with API keys. The docstrings are what people read."""

from __future__ import annotations

from typing import ClassVar

from verbatim_enterprise.host import (
    ConflictError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    VerbatimError,
)


class ApiKeyError(VerbatimError):
    """This is not an API key of this server; check that it was copied in full."""

    status_code: ClassVar[int] = 401
    code = "api_key_invalid"

    def __init__(self) -> None:
        # RFC 6750, section 3.1
        super().__init__(headers={"WWW-Authenticate": 'Bearer error="invalid_token"'})


class ApiKeyRevokedError(ApiKeyError):
    """This API key was revoked; make a new one."""

    code = "api_key_revoked"


class ApiKeyExpiredError(ApiKeyError):
    """This API key has expired; rotate it or make a new one."""

    code = "api_key_expired"


class ApiKeyOwnerError(ApiKeyError):
    """The account that this API key acts for may not be used any more."""

    code = "api_key_owner"


class ApiKeySecondFactorError(ApiKeyError):
    """The account of this API key now needs a second factor; sign in with it and make a new key."""

    code = "api_key_second_factor"


class ApiKeyTeamError(ApiKeyError):
    """This API key is limited to a team, or a part of it, that its owner has left."""

    code = "api_key_team"


class ApiKeyAddressError(ForbiddenError):
    """This API key may not be used from this network address."""

    code = "api_key_address"


class TooManyUnknownKeysError(VerbatimError):
    """Too many wrong API keys came from this network address; wait a minute."""

    status_code = 429
    code = "too_many_unknown_keys"


class ApiKeyNotFoundError(NotFoundError):
    """There is no such API key."""

    code = "api_key_not_found"


class TooManyApiKeysError(ConflictError):
    """You have as many API keys as this server allows; revoke one that is not used any more."""

    code = "too_many_api_keys"


class ApiKeyEndedError(ConflictError):
    """This API key was revoked and stays so; make a new one."""

    code = "api_key_ended"


class ScopesError(ForbiddenError):
    """A key cannot be given more than its maker may do."""

    code = "scopes_exceeded"


class TeamScopesError(InvalidInputError):
    """A key that is limited to a team can only be given permissions for what belongs to teams."""

    code = "scopes_not_for_teams"


class WorkspaceOfKeyError(NotFoundError):
    """There is no such workspace in this team."""

    code = "workspace_not_found"


class ExpiryError(InvalidInputError):
    """The key's end must lie in the future and within what this server allows."""

    code = "expiry_not_allowed"


class BoundsError(ForbiddenError):
    """A key cannot make, change or renew one that may do more than itself, more often, longer or from elsewhere."""

    code = "key_exceeds_its_maker"


class RateNotAllowedError(ForbiddenError):
    """Only an administrator can give a key a higher rate than the server's default."""

    code = "rate_not_allowed"


class OnlyTighterError(ForbiddenError):
    """Only its owner can give a key more scopes, more addresses or a longer life; you can take some away."""

    code = "only_tighter"

"""What can go wrong when people sign in. The docstrings are what they read."""

from __future__ import annotations

from typing import Any

from verbatim_enterprise.host import ConflictError, ForbiddenError, InvalidInputError, NotFoundError, VerbatimError


class InvalidCredentialsError(VerbatimError):
    """The name or the password is wrong."""

    status_code = 401
    code = "invalid_credentials"


class InvalidRefreshTokenError(VerbatimError):
    """This session has ended; sign in again."""

    status_code = 401
    code = "invalid_refresh_token"


class SessionReplayedError(InvalidRefreshTokenError):
    """An old refresh token was used again, so the session was ended for safety; sign in again."""

    code = "refresh_token_replayed"


class InvalidCodeError(VerbatimError):
    """The code is wrong, has expired or was used already."""

    status_code = 401
    code = "invalid_code"


class InvalidMfaTokenError(VerbatimError):
    """The sign-in took too long or the account has changed; begin again with the password."""

    status_code = 401
    code = "invalid_mfa_token"


class AccountPendingError(ForbiddenError):
    """An administrator has yet to approve this account."""

    code = "account_pending"


class AccountDeactivatedError(ForbiddenError):
    """This account is deactivated; ask an administrator."""

    code = "account_deactivated"


class RegistrationClosedError(ForbiddenError):
    """This server takes no registrations; ask an administrator for an invitation."""

    code = "registration_closed"


class SetupRequiredError(ForbiddenError):
    """This server has no administrator yet: register with the set-up token that it printed when it started."""

    code = "setup_required"


class WrongSetupTokenError(SetupRequiredError):
    """This set-up token is wrong; "verbatim users setup-token" on the server shows the right one."""


class SetupDoneError(ConflictError):
    """This server has an administrator already."""

    code = "setup_done"


class WeakPasswordError(InvalidInputError):
    """This password is among the first that an attacker tries; choose another."""

    code = "password_too_common"


class PasswordLengthError(InvalidInputError):
    """A password has 8 to 128 characters."""

    code = "password_length"


class WrongPasswordError(ForbiddenError):
    """The current password is wrong."""

    code = "wrong_password"


class InvalidResetTokenError(InvalidInputError):
    """This link has expired or was used already; ask for a new one."""

    code = "invalid_reset_token"


class SessionNeededError(ForbiddenError):
    """This needs a person who has signed in; a key is not enough."""

    code = "session_needed"


class SessionNotFoundError(NotFoundError):
    """There is no such session."""

    code = "session_not_found"


class ForeignOriginError(ForbiddenError):
    """This request came from another web site and was refused."""

    code = "foreign_origin"


class MfaStateError(ConflictError):
    """The second factor is not in the state that this needs."""

    code = "mfa_state"


class OidcError(VerbatimError):
    """The sign-in with the provider did not work; begin again."""

    status_code = 400
    code = "oidc_failed"


class OidcUnavailableError(VerbatimError):
    """The provider cannot be reached; try again in a moment."""

    status_code = 502
    code = "oidc_unavailable"


class OidcAccountError(ForbiddenError):
    """No account here belongs to that sign-in; ask an administrator, or sign in with your password and link it."""

    code = "oidc_no_account"


class OidcUncheckedAddressError(OidcAccountError):
    """The provider has not checked your e-mail address; confirm it there and sign in again."""

    code = "oidc_email_unverified"


class OidcNoAddressError(OidcAccountError):
    """The provider tells no usable e-mail address of you; ask your administrator to have it sent along."""

    code = "oidc_no_email"


class ProviderNotFoundError(NotFoundError):
    """There is no such sign-in provider."""

    code = "provider_not_found"


class TooManyAttemptsError(VerbatimError):
    """Too many attempts; wait a moment before the next."""

    status_code = 429
    code = "too_many_attempts"

    def __init__(self, seconds: float) -> None:
        super().__init__(headers=_retry_after(seconds), extra={"retry_after": _whole(seconds)})


class BusyError(VerbatimError):
    """Too many people are signing in at this moment; try again in a few seconds."""

    status_code = 503
    code = "busy"

    def __init__(self, seconds: float) -> None:
        super().__init__(headers=_retry_after(seconds), extra={"retry_after": _whole(seconds)})


def _whole(seconds: float) -> int:
    return max(1, int(-(-seconds // 1)))


def _retry_after(seconds: float) -> dict[str, Any]:
    return {"Retry-After": str(_whole(seconds))}

"""What can go wrong with accounts. The docstrings are what people read."""

from __future__ import annotations

from verbatim_enterprise.host import ConflictError, NotFoundError


class UserNotFoundError(NotFoundError):
    """There is no such account."""

    code = "user_not_found"


class UsernameTakenError(ConflictError):
    """This user name is taken; choose another."""

    code = "username_taken"


class EmailTakenError(ConflictError):
    """There is an account with this e-mail address already."""

    code = "email_taken"


class LastAdminError(ConflictError):
    """This is the last active administrator; make somebody else an administrator first."""

    code = "last_admin"


class AccountKeptError(ConflictError):
    """Conversations of this account were made from what is under legal hold. Deactivate it until that is lifted."""

    code = "account_kept"

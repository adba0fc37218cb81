"""A password somebody chose, checked and hashed by the sign-in's bounded pool."""

from __future__ import annotations

from fastapi import Request
from pydantic import SecretStr

from verbatim_enterprise.auth.passwords import check_password
from verbatim_enterprise.auth.services import services_of


async def hash_password(request: Request, password: SecretStr | None, *names: str) -> str | None:
    """Return what to store of `password`, which must be none of `names`; None when there is none.

    Raises:
        PasswordLengthError, WeakPasswordError: it is not allowed.
        BusyError: too many people are signing in.
    """
    if password is None:
        return None
    return await services_of(request).hasher.hash(check_password(password.get_secret_value(), *names))

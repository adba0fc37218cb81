"""Exchanging a refresh token for new tokens."""

from __future__ import annotations

import contextlib

from verbatim_enterprise.auth.errors import InvalidRefreshTokenError
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.auth.sessions import Grant, Replay
from verbatim_enterprise.auth.tokens import REFRESH_PREFIX
from verbatim_enterprise.system_session import system_transaction


async def exchange(services: AuthServices, refresh_token: str, *, is_late: bool = False) -> Grant:
    """Exchange a refresh token in a transaction of its own. ``is_late`` as for `Sessions.rotate`.

    Raises:
        InvalidRefreshTokenError: it is not good (any more); a replay has ended its session.
    """
    if not refresh_token.startswith(REFRESH_PREFIX):
        raise InvalidRefreshTokenError
    grant: Grant | None = None
    async with system_transaction(services.database) as session:
        with contextlib.suppress(Replay):  # the end of the session must be committed
            grant = await services.sessions.rotate(session, refresh_token, is_late=is_late)
    if grant is None:
        services.cache.forget()
        raise InvalidRefreshTokenError
    return grant

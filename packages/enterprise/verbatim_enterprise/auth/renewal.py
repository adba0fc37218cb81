"""Carrying a browser's session on when its access token has run out, without a word from the page.

New tokens are made when the answer begins, not when the request comes in. Between the two may lie an upload of an
hour: in that time the other tabs have moved on, and tokens made at the beginning would come too late. They would put
the browser back to a refresh token that counts as a replay, and sign it out.
"""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from verbatim_enterprise.auth.cache import LiveSession
from verbatim_enterprise.auth.cookies import Cookie, reply_to
from verbatim_enterprise.auth.errors import InvalidRefreshTokenError
from verbatim_enterprise.auth.exchange import exchange
from verbatim_enterprise.auth.models import AuthSession
from verbatim_enterprise.auth.services import AuthServices
from verbatim_enterprise.auth.sessions import GRACE
from verbatim_enterprise.auth.tokens import TokenError, parse_refresh
from verbatim_enterprise.host import utcnow
from verbatim_enterprise.system_session import system_transaction


async def slide(services: AuthServices, connection: HTTPConnection) -> LiveSession | None:
    """Return the session of the refresh token in the cookie; the answer will bring new cookies."""
    refresh = services.cookies.read(Cookie.REFRESH, connection)
    if refresh is None or not connection.scope["path"].startswith("/api/"):
        return None
    reply = reply_to(connection.scope)
    try:
        async with system_transaction(services.database, read_only=True) as session:
            session_id = await _standing(services, session, refresh)
        if session_id is None:  # this ends the session if it is a replay
            session_id = (await exchange(services, refresh)).session_id
    except InvalidRefreshTokenError:
        reply.set(services.sign_out_cookies(connection))
        return None

    async def renew() -> None:
        if services.cookies.name(Cookie.REFRESH, connection) in reply.cookies:
            return  # the route has signed somebody in or out
        try:
            grant = await exchange(services, refresh, is_late=True)
        except InvalidRefreshTokenError:
            return  # over meanwhile, or carried on by other requests
        reply.set(services.token_cookies(connection, grant))

    reply.before_it_starts = renew
    return await services.cache.get(session_id)


async def _standing(services: AuthServices, session: AsyncSession, presented: str) -> str | None:
    """Return the session whose current token this is, or was a moment ago."""
    try:
        token = parse_refresh(presented)
    except TokenError as error:
        raise InvalidRefreshTokenError from error
    row = await session.get(AuthSession, token.session_id)
    if row is None or not services.tokens.is_genuine(token, row.salt):
        raise InvalidRefreshTokenError
    is_previous = row.generation == token.generation + 1 and utcnow() - row.rotated_at <= GRACE
    return row.id if is_previous or row.generation == token.generation else None

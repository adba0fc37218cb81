"""What signing in consists of, made once when the server starts and found through the application."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

from fastapi import Depends, Request
from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from verbatim_enterprise.auth.attempts import Queue
from verbatim_enterprise.auth.cache import LiveSession, SessionCache
from verbatim_enterprise.auth.cookies import Cookie, CookieJar
from verbatim_enterprise.auth.oidc.client import OidcClient
from verbatim_enterprise.auth.passwords import PasswordHasher, default_processes
from verbatim_enterprise.auth.sessions import Device, Grant, Sessions
from verbatim_enterprise.auth.setup_token import FILE_NAME, token_of
from verbatim_enterprise.auth.throttle import network
from verbatim_enterprise.auth.tokens import Tokens
from verbatim_enterprise.config import EnterpriseSettings
from verbatim_enterprise.host import (
    Database,
    KeyRing,
    Member,
    SealError,
    Service,
    after_commit,
    key_ring,
    new_id,
    utcnow,
)
from verbatim_enterprise.system_session import system_transaction

DEVICE_SECONDS = 365 * 24 * 3600


@dataclass
class AuthServices:
    """Keys, tokens, sessions, passwords and cookies of one server."""

    settings: EnterpriseSettings
    database: Database
    keys: KeyRing
    hasher: PasswordHasher
    sessions: Sessions
    cookies: CookieJar
    setup_token_file: Path
    cache: SessionCache = field(init=False)
    queue: Queue = field(default_factory=Queue)
    oidc: dict[str, OidcClient] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cache = SessionCache(self._load)

    async def _load(self, session_id: str) -> LiveSession | None:
        async with system_transaction(self.database, read_only=True) as session:
            return await self.sessions.load(session, session_id)

    @property
    def tokens(self) -> Tokens:
        return self.sessions.tokens

    @property
    def setup_token(self) -> str:
        """What lets somebody who can read this server's output become its first administrator."""
        return token_of(self.keys, self.settings.first_admin)

    def is_known_browser(self, connection: HTTPConnection) -> bool:
        """Say whether anybody has signed in with the caller's browser before."""
        return self._sealed_device(connection) is not None

    def admission(self, connection: HTTPConnection) -> AbstractAsyncContextManager[None]:
        """Hold one of the places for people who are signing in (see `PasswordHasher.admission`)."""
        return self.hasher.admission(network(device(connection).address), trusted=self.is_known_browser(connection))

    def refuse_if_full(self, connection: HTTPConnection) -> None:
        """Raise BusyError when `admission` would."""
        self.hasher.refuse_if_full(network(device(connection).address), trusted=self.is_known_browser(connection))

    def device_of(self, connection: HTTPConnection, user_id: str) -> str | None:
        """Return the id of the caller's browser if this account signed in there before."""
        known, _, device = (self._sealed_device(connection) or "").partition(" ")
        return device if known == user_id else None

    def _sealed_device(self, connection: HTTPConnection) -> str | None:
        sealed = self.cookies.read(Cookie.DEVICE, connection)
        if sealed is None:
            return None
        try:
            return self.keys.open("device cookie", sealed)
        except SealError:
            return None

    def sign_in_cookies(self, connection: HTTPConnection, grant: Grant) -> list[str]:
        """Return the cookies that sign a browser in."""
        device = self.device_of(connection, grant.user_id) or new_id()
        sealed = self.keys.seal("device cookie", f"{grant.user_id} {device}")
        return [
            *self.token_cookies(connection, grant),
            self.cookies.make(Cookie.DEVICE, sealed, connection, seconds=DEVICE_SECONDS),
            self.cookies.make(Cookie.MFA, "", connection, seconds=0),
        ]

    def access_cookie(self, connection: HTTPConnection, token: str, expires: datetime) -> str:
        return self.cookies.make(Cookie.ACCESS, token, connection, seconds=_until(expires))

    def forget_after(self, session: AsyncSession) -> None:
        """Read sessions anew once this transaction is committed."""
        after_commit(session, self.cache.forget)

    def token_cookies(self, connection: HTTPConnection, grant: Grant) -> list[str]:
        """Return the cookies that carry both tokens, each as long as its token lives."""
        return [
            self.access_cookie(connection, grant.access_token, grant.access_expires),
            self.cookies.make(Cookie.REFRESH, grant.refresh_token, connection, seconds=_until(grant.refresh_expires)),
        ]

    def sign_out_cookies(self, connection: HTTPConnection) -> list[str]:
        return [self.cookies.make(name, "", connection, seconds=0) for name in (Cookie.ACCESS, Cookie.REFRESH)]


AUTH: Final = Service[AuthServices]("auth_services")


def _until(moment: datetime) -> float:
    return (moment - utcnow()).total_seconds()


def build_services(
    settings: EnterpriseSettings, database: Database, data_dir: Path, member: Member | None = None
) -> AuthServices:
    """Make the services; reads or makes the secret key."""
    member = member or Member()
    keys = key_ring(settings.keys, data_dir)
    tokens = Tokens(keys, settings.web.public_url or "verbatim")
    return AuthServices(
        settings=settings,
        database=database,
        keys=keys,
        hasher=PasswordHasher(
            member.share(settings.auth.hash_processes or default_processes()), member.share(settings.auth.hash_queue)
        ),
        sessions=Sessions(tokens, settings.auth),
        cookies=CookieJar(settings.web.public_url),
        setup_token_file=data_dir / FILE_NAME,
        oidc={item.id: OidcClient(item) for item in settings.oidc.oidc_providers},
    )


def services_of(connection: HTTPConnection) -> AuthServices:
    """Return the services of the server that a request has reached."""
    return AUTH.of(connection.app)


async def _services(request: Request) -> AuthServices:
    return services_of(request)


ServicesDep = Annotated[AuthServices, Depends(_services)]


def device(connection: HTTPConnection) -> Device:
    """Return where a request comes from."""
    return Device(
        address=connection.client.host[:64] if connection.client else None,
        user_agent=connection.headers.get("user-agent"),
    )

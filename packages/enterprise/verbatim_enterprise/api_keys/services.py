"""What checking keys consists of, made once when the server starts."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession
from starlette.requests import HTTPConnection

from verbatim_enterprise.api_keys.errors import ApiKeyError, TooManyUnknownKeysError
from verbatim_enterprise.api_keys.live import KeyRules, LiveKey, load_key, rules_of
from verbatim_enterprise.api_keys.secret import is_well_formed
from verbatim_enterprise.api_keys.usage import UsageBook
from verbatim_enterprise.auth.cache import LiveCache
from verbatim_enterprise.auth.crypto import digest
from verbatim_enterprise.auth.throttle import network
from verbatim_enterprise.config import EnterpriseSettings
from verbatim_enterprise.host import Database, Service
from verbatim_enterprise.system_session import system_transaction


class Misses:
    """Counts keys that do not exist, by the network address they come from: each costs a look into the database."""

    ALLOWED: Final = 60
    SECONDS: Final = 60.0
    _LIMIT: Final = 10_000

    def __init__(self) -> None:
        self._counts: dict[str, tuple[float, int]] = {}

    def refuse_if_too_many(self, address: str | None) -> None:
        """Raise TooManyUnknownKeysError once a minute's share is used up."""
        ends, count = self._counts.get(network(address), (0.0, 0))
        left = ends - time.monotonic()
        if count >= self.ALLOWED and left > 0:
            raise TooManyUnknownKeysError(headers={"Retry-After": str(int(left) + 1)})

    def count(self, address: str | None) -> None:
        place, now = network(address), time.monotonic()
        ends, count = self._counts.get(place, (0.0, 0))
        if ends <= now:
            ends, count = now + self.SECONDS, 0
        if len(self._counts) >= self._LIMIT:
            self._counts.clear()
        self._counts[place] = (ends, count + 1)


@dataclass
class ApiKeyServices:
    """Finds keys and counts their use."""

    settings: EnterpriseSettings
    database: Database
    usage: UsageBook = field(default_factory=UsageBook)
    misses: Misses = field(default_factory=Misses)
    cache: LiveCache[LiveKey] = field(init=False)

    def __post_init__(self) -> None:
        self.cache = LiveCache(self._load)

    @property
    def rules(self) -> KeyRules:
        """What this server asks of keys now."""
        return rules_of(self.settings)

    async def _load(self, secret_hash: str) -> LiveKey | None:
        async with system_transaction(self.database, read_only=True) as session:
            return await load_key(session, secret_hash, self.rules)

    async def find(self, token: str, address: str | None) -> LiveKey:
        """Return the key that a program presents from a network address, whether it still works or not.

        Raises:
            ApiKeyError: it is not a key.
            TooManyUnknownKeysError: somebody is guessing.
        """
        secret_hash = digest(token)
        known = self.cache.peek(secret_hash)
        if known is None:
            if not is_well_formed(token):
                raise ApiKeyError
            self.misses.refuse_if_too_many(address)
        key = await self.cache.get(secret_hash)
        if key is None:
            self.misses.count(address)
            raise ApiKeyError
        return key

    async def reload(self, token_hash: str, address: str | None) -> LiveKey | None:
        """Return a key that still works from a network address; None when it does not."""
        key = await self.cache.get(token_hash)
        return None if key is None or key.why_not() is not None or not key.admits(address) else key


API_KEYS: Final = Service[ApiKeyServices]("api_keys")


def keys_of(connection: HTTPConnection) -> ApiKeyServices:
    """Return the services of the server that a request has reached."""
    return API_KEYS.of(connection.app)


def services_in(session: AsyncSession) -> ApiKeyServices | None:
    """Return the services of the server that a transaction belongs to; None in a command."""
    return API_KEYS.found(session)

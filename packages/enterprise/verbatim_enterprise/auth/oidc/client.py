"""Talking to one provider: where to send people, and what comes back about them."""

from __future__ import annotations

import base64
import functools
import time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote_plus, urlsplit

import structlog

from verbatim_enterprise.auth.errors import OidcError, OidcUnavailableError
from verbatim_enterprise.auth.oidc.claims import USERINFO, completed, lacks
from verbatim_enterprise.auth.oidc.settings import OidcProviderSettings
from verbatim_enterprise.host import lazy

if TYPE_CHECKING:
    import ssl

    import authlib.common.errors as authlib_errors
    import httpx2
    import joserfc.errors as jose_errors
    from authlib.integrations import httpx_client
    from joserfc import jwk, jwt
else:
    httpx2, jwk, jwt = lazy("httpx2"), lazy("joserfc.jwk"), lazy("joserfc.jwt")
    jose_errors, authlib_errors = lazy("joserfc.errors"), lazy("authlib.common.errors")
    httpx_client = lazy("authlib.integrations.httpx_client")

log = structlog.get_logger(__name__)

ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures only a provider can make. Never HS256, for which whoever knows the client's secret would do."""

METADATA_SECONDS: Final = 3600.0
KEYS_SECONDS: Final = 300.0
LEEWAY_SECONDS: Final = 60
TIMEOUT_SECONDS: Final = 10.0
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class OidcClient:
    """One provider. Its metadata and keys are remembered for a while."""

    def __init__(self, settings: OidcProviderSettings) -> None:
        self.settings = settings
        self._metadata: tuple[float, dict[str, Any]] | None = None
        self._keys: tuple[float, dict[str, Any]] | None = None

    async def authorization_url(self, *, redirect_uri: str, state: str, nonce: str, verifier: str) -> str:
        """Return where the browser goes.

        Raises:
            OidcUnavailableError, OidcError: the provider does not answer, or is not the one it was said to be.
        """
        metadata = await self.metadata()
        async with self._session(redirect_uri) as client:
            url, _ = client.create_authorization_url(
                metadata["authorization_endpoint"], state=state, nonce=nonce, code_verifier=verifier
            )
        return str(url)

    async def claims(self, *, code: str, redirect_uri: str, nonce: str, verifier: str) -> dict[str, Any]:
        """Exchange a code and return what the ID token says, completed by the userinfo endpoint.

        Raises:
            OidcUnavailableError, OidcError: the exchange failed, or the ID token is not for this sign-in.
        """
        metadata = await self.metadata()
        async with self._session(redirect_uri) as client:
            client.token_endpoint_auth_method = authentication_of(self.settings, metadata)
            try:
                token = await client.fetch_token(metadata["token_endpoint"], code=code, code_verifier=verifier)
                claims = await self._verified(str(token.get("id_token", "")), nonce)
                return await self._completed(client, metadata, claims)
            except authlib_errors.AuthlibBaseError as error:
                raise OidcError from error
            except (httpx2.HTTPError, ValueError) as error:
                raise OidcUnavailableError from error

    async def metadata(self) -> dict[str, Any]:
        """Return the provider's description of itself; its issuer must be exactly the one in the settings."""
        if self._metadata is None or self._metadata[0] < time.monotonic():
            found = await self._get(self.settings.issuer.rstrip("/") + "/.well-known/openid-configuration")
            if found.get("issuer") != self.settings.issuer:
                raise OidcError("The provider calls itself otherwise than this server was told.")
            for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
                require_tls(str(found.get(name, "")))
            self._metadata = (time.monotonic() + METADATA_SECONDS, found)
        return self._metadata[1]

    async def _verified(self, id_token: str, nonce: str) -> dict[str, Any]:
        try:
            try:
                decoded = jwt.decode(id_token, await self._key_set(), algorithms=list(ALGORITHMS))
            except jose_errors.JoseError:
                # Perhaps the provider has new keys.
                decoded = jwt.decode(id_token, await self._key_set(anew=True), algorithms=list(ALGORITHMS))
        except (jose_errors.JoseError, ValueError) as error:
            raise OidcError("The provider's ID token is not signed as it should be.") from error
        claims = {name: value for name, value in decoded.claims.items() if name != USERINFO}
        self._check(claims, nonce)
        return claims

    def _check(self, claims: dict[str, Any], nonce: str) -> None:
        """OpenID Connect Core, section 3.1.3.7."""
        audience = claims.get("aud")
        audiences = audience if isinstance(audience, list) else [audience]
        now = time.time()
        expires, issued = claims.get("exp"), claims.get("iat")
        party = claims.get("azp")
        good = (
            claims.get("iss") == self.settings.issuer
            and self.settings.client_id in audiences
            and (party == self.settings.client_id if party is not None or len(audiences) > 1 else True)
            and isinstance(expires, int | float)
            and expires > now - LEEWAY_SECONDS
            and isinstance(issued, int | float)
            and issued < now + LEEWAY_SECONDS
            and claims.get("nonce") == nonce
            and isinstance(claims.get("sub"), str)
            and 0 < len(claims["sub"]) <= 255  # noqa: PLR2004 - OpenID Connect Core, section 2
        )
        if not good:
            raise OidcError("The provider's ID token is not for this sign-in.")

    async def _completed(
        self, client: httpx_client.AsyncOAuth2Client, metadata: dict[str, Any], claims: dict[str, Any]
    ) -> dict[str, Any]:
        endpoint = metadata.get("userinfo_endpoint")
        if not endpoint or not lacks(claims, self.settings):
            return claims
        try:
            response = await client.get(endpoint)
            more = response.json() if response.is_success else None
        except (authlib_errors.AuthlibBaseError, httpx2.HTTPError, ValueError):
            more = None
        # Section 5.3.2: answers about somebody else must not be used.
        if not isinstance(more, dict) or more.get("sub") != claims["sub"]:
            log.warning("oidc_userinfo_missing", provider=self.settings.id)
            return {**claims, USERINFO: True}
        return completed(claims, more)

    async def _key_set(self, *, anew: bool = False) -> jwk.KeySet:
        known = self._keys
        if known is None or known[0] < time.monotonic() or anew:
            found = await self._get((await self.metadata())["jwks_uri"])
            self._keys = known = (time.monotonic() + KEYS_SECONDS, found)
        return jwk.KeySet.import_key_set({"keys": known[1].get("keys", [])})

    async def _get(self, url: str) -> dict[str, Any]:
        try:
            async with httpx2.AsyncClient(timeout=TIMEOUT_SECONDS, verify=trusted()) as client:
                response = await client.get(url)
                response.raise_for_status()
                found = response.json()
        except (httpx2.HTTPError, ValueError) as error:
            raise OidcUnavailableError from error
        if not isinstance(found, dict):
            raise OidcUnavailableError
        return found

    def _session(self, redirect_uri: str) -> httpx_client.AsyncOAuth2Client:
        secret = self.settings.client_secret
        return httpx_client.AsyncOAuth2Client(
            self.settings.client_id,
            secret.get_secret_value() if secret else None,
            token_endpoint_auth_method=_basic if secret else "none",
            scope=self.settings.scopes,
            redirect_uri=redirect_uri,
            code_challenge_method="S256",
            timeout=TIMEOUT_SECONDS,
            verify=trusted(),
        )


@functools.cache
def trusted() -> ssl.SSLContext:
    """Return who vouches for providers. Reading them takes 20 ms of the only loop, so they are read once."""
    return httpx2.create_ssl_context()


def authentication_of(settings: OidcProviderSettings, metadata: dict[str, Any]) -> Any:
    """Return how the client proves who it is: as the settings say, else in a way the provider knows."""
    if settings.client_secret is None:
        return "none"
    known = metadata.get("token_endpoint_auth_methods_supported")
    offers = known if isinstance(known, list) else []
    # RFC 8414, section 2: a provider that names no way knows the header.
    in_body = "client_secret_post" in offers and "client_secret_basic" not in offers
    way = settings.client_auth or ("client_secret_post" if in_body else "client_secret_basic")
    return "client_secret_post" if way == "client_secret_post" else _basic


def _basic(client: Any, _method: str, uri: str, headers: dict[str, str], body: str) -> tuple[str, dict[str, str], str]:
    headers["Authorization"] = in_header(client.client_id, client.client_secret)
    return uri, headers, body


def in_header(name: str, secret: str) -> str:
    """Return what the header says: each encoded as a form's value first (RFC 6749, section 2.3.1)."""
    pair = f"{quote_plus(name)}:{quote_plus(secret)}"
    return f"Basic {base64.b64encode(pair.encode()).decode()}"


def require_tls(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in _LOCAL:
        raise OidcError("The provider names an address without TLS.")

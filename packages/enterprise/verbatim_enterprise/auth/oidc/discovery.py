"""Looking at a provider with settings that are not saved yet: is it the one, do its signatures count, does it know us?

Nobody signs in: the code that is sent along is none, so that all a provider can say is whether it knows the client.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from verbatim_enterprise.auth.errors import OidcError
from verbatim_enterprise.auth.oidc.client import ALGORITHMS, authentication_of, in_header, require_tls, trusted
from verbatim_enterprise.auth.oidc.settings import OidcProviderSettings
from verbatim_enterprise.host import lazy
from verbatim_enterprise.reaching import Step, why_unreachable

if TYPE_CHECKING:
    import httpx2
else:
    httpx2 = lazy("httpx2")

STEPS: Final = ("provider", "signatures", "client")
MOST_PROVIDERS: Final = 10
_SECONDS: Final = 5.0
_LARGEST: Final = 1024 * 1024
_ENDPOINTS: Final = ("authorization_endpoint", "token_endpoint", "jwks_uri")
_UNAUTHORIZED: Final = 401


class _StopError(Exception):
    """Says why a step cannot be done."""


async def discover(settings: OidcProviderSettings) -> list[Step]:
    """Return how each step went; after the first that fails nothing is asked any more."""
    found: list[Step] = []
    async with httpx2.AsyncClient(timeout=_SECONDS, verify=trusted()) as client:
        metadata: dict[str, Any] = {}
        for name in STEPS:
            try:
                if name == "provider":
                    metadata = await _metadata(client, settings)
                    told = f"It calls itself {settings.issuer}, as it should."
                elif name == "signatures":
                    told = await _keys(client, str(metadata["jwks_uri"]))
                else:
                    told = await _known(client, settings, metadata)
            except _StopError as stop:
                rest = [Step(other, ok=None) for other in STEPS[STEPS.index(name) + 1 :]]
                return [*found, Step(name, ok=False, detail=str(stop)), *rest]
            found.append(Step(name, ok=True, detail=told))
    return found


async def _metadata(client: httpx2.AsyncClient, settings: OidcProviderSettings) -> dict[str, Any]:
    where = settings.issuer.rstrip("/") + "/.well-known/openid-configuration"
    found = await _asked(client, "GET", where)
    calls_itself = found.get("issuer")
    if calls_itself != settings.issuer:
        told = f" It says {str(calls_itself)[:200]}: put exactly that there." if isinstance(calls_itself, str) else ""
        raise _StopError(f"It calls itself otherwise than “issuer” says.{told}")
    for name in _ENDPOINTS:
        if not isinstance(found.get(name), str) or not urlsplit(found[name]).hostname:
            raise _StopError(f"Its description names no {name}.")
        try:
            require_tls(found[name])
        except OidcError:
            raise _StopError(f"Its {name} has no TLS, so that others could read along.") from None
    return found


async def _keys(client: httpx2.AsyncClient, where: str) -> str:
    keys = (await _asked(client, "GET", where)).get("keys")
    usable = [one for one in keys if _signs(one)] if isinstance(keys, list) else []
    if not usable:
        raise _StopError(f"None of its keys signs in a way that is taken here: {', '.join(ALGORITHMS)}.")
    return f"Keys that sign: {len(usable)}."


def _signs(key: object) -> bool:
    if not isinstance(key, dict) or key.get("use", "sig") != "sig":
        return False
    return key.get("kty") in {"RSA", "EC", "OKP"} and key.get("alg", ALGORITHMS[0]) in ALGORITHMS


async def _known(client: httpx2.AsyncClient, settings: OidcProviderSettings, metadata: dict[str, Any]) -> str:
    """Send a code that is none: a provider that knows the client refuses the code, another one the client."""
    body = {"grant_type": "authorization_code", "code": "none-this-is-a-test", "code_verifier": "x" * 43}
    body["redirect_uri"] = "https://localhost/none-this-is-a-test"
    headers = {"Accept": "application/json"}
    way = authentication_of(settings, metadata)
    if settings.client_secret is None or way == "client_secret_post":
        body["client_id"] = settings.client_id
    if settings.client_secret is not None:
        secret = settings.client_secret.get_secret_value()
        if way == "client_secret_post":
            body["client_secret"] = secret
        else:
            headers["Authorization"] = in_header(settings.client_id, secret)
    status, answer = await _answer(client, "POST", str(metadata["token_endpoint"]), data=body, headers=headers)
    error = answer.get("error") if isinstance(answer, dict) else None
    if status == _UNAUTHORIZED or error in {"invalid_client", "unauthorized_client"}:
        raise _StopError("It does not know “client_id” with this “client_secret”.")
    if not isinstance(answer, dict):
        raise _StopError(f"Its token_endpoint answers {status} and no JSON.")
    return "It knows this server's client."


async def _asked(client: httpx2.AsyncClient, method: str, url: str) -> dict[str, Any]:
    status, answer = await _answer(client, method, url)
    if status != 200:  # noqa: PLR2004 - OK
        raise _StopError(f"{url} answers {status}: look for a mistake in “issuer”.")
    if not isinstance(answer, dict):
        raise _StopError(f"{url} does not answer with JSON: look for a mistake in “issuer”.")
    return answer


async def _answer(client: httpx2.AsyncClient, method: str, url: str, **more: Any) -> tuple[int, Any]:
    """Return the status and what it says, at most a megabyte of it."""
    body = b""
    try:
        async with client.stream(method, url, **more) as response:
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > _LARGEST:
                    raise _StopError(f"{url} answers with more than a megabyte.")
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        timed_out = isinstance(error, httpx2.TimeoutException)
        raise _StopError(f"{url}: {why_unreachable(TimeoutError() if timed_out else error)}") from error
    try:
        return response.status_code, json.loads(body)
    except (ValueError, RecursionError):
        return response.status_code, None
